"""How a check says what differs: what is found, and what is expected."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

from mediawright_runtime.errors import MediawrightError

if TYPE_CHECKING:
    from collections.abc import Callable

    from mediawright_runtime.played import Played
    from mediawright_runtime.recorder import Recorded

E = TypeVar("E", bound=MediawrightError)


def raised(played: Played, kind: type[E]) -> E:
    """Take the error of this kind that the call has raised."""
    if isinstance(played.error, kind):
        return played.error
    came = f"{type(played.error).__name__}: {played.error}" if played.error else f"the call gave {played.returned!r}"
    raise AssertionError(f"expected {kind.__name__}, but {came}") from played.error


def outcome(played: Played) -> Any:
    """Take what the call has given."""
    if played.error is not None:
        raise AssertionError(f"the call raised {type(played.error).__name__}: {played.error}") from played.error
    return played.returned


def only(requests: list[Recorded]) -> Recorded:
    """Take the one request."""
    same("requests", len(requests), 1)
    return requests[0]


def canonical(value: object) -> str:
    """Write a value so that only what JSON holds for equal is equal: 1 is not true, and not 1.0."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, default=repr)


def spelled_alike(one: object, other: object) -> bool:
    """Say whether two values are one as JSON."""
    return canonical(one) == canonical(other)


def same(
    what: str, found: object, expected: object, *, alike: Callable[[object, object], bool] = spelled_alike
) -> None:
    """Raise AssertionError where two values differ."""
    if not alike(found, expected):
        raise AssertionError(f"{what} differs\n  found:    {canonical(found)}\n  expected: {canonical(expected)}")
