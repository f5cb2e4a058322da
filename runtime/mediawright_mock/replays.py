"""Creates that carry a key of the caller's: a repeat is answered as the vendor documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mediawright_mock.refusals import Refusal, refused
from mediawright_runtime.shapes import is_object

if TYPE_CHECKING:
    from mediawright_mock.contract import Operation
    from mediawright_mock.messages import Answer, Request


class Replays:
    """The first answers to creates with a key."""

    def __init__(self) -> None:
        """Begin without any."""
        self._answers: dict[tuple[str, str], Answer] = {}

    def repeated(self, operation: Operation, request: Request) -> Answer | None:
        """Answer a repeat: as the first, or with a refusal; None where the documents do not say, or it is none."""
        key = key_of(operation, request)
        first = None if key is None else self._answers.get((operation.python, key))
        if first is None or operation.idempotency is None:
            return None
        if operation.idempotency.replays:
            return first
        if operation.record["idempotency"].get("on_repeat") != "reject":
            return None
        name = operation.idempotency.name
        return refused(operation, Refusal("invalid", f"{name}: {key!r} was used; give another", rule=f"unique {name}"))

    def keep(self, operation: Operation, request: Request, answer: Answer) -> None:
        """Keep the first answer to a create."""
        key = key_of(operation, request)
        if key is not None:
            self._answers.setdefault((operation.python, key), answer)


def key_of(operation: Operation, request: Request) -> str | None:
    """Read the key of a request, if it carries one."""
    place = operation.idempotency
    if place is None:
        return None
    if place.location == "header":
        return request.headers.get(place.name.lower())
    if place.location == "query":
        return dict(request.query).get(place.name)
    key = _inner(operation, _body(request)).get(place.name)
    return None if key is None else str(key)


def _body(request: Request) -> Any:
    try:
        return request.json() if request.body else None
    except (ValueError, RecursionError):
        return None


def _inner(operation: Operation, body: Any) -> dict[str, Any]:
    inner = body.get(operation.wrap) if operation.wrap and is_object(body) else body
    return inner if is_object(inner) else {}
