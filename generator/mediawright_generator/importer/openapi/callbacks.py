"""What the vendor sends by itself when a task ends, where a callback or a webhook of the document tells of one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from mediawright_generator.importer.openapi.answer import Answer, read_fields
from mediawright_generator.importer.openapi.content import is_json
from mediawright_generator.importer.openapi.lifecycle import reason_of
from mediawright_generator.importer.openapi.losses import Ledger, Loss
from mediawright_generator.importer.openapi.outputs import outputs_of
from mediawright_generator.importer.openapi.query import last_of
from mediawright_generator.importer.openapi.reading import Reading
from mediawright_generator.importer.openapi.reference import Node
from mediawright_generator.importer.openapi.schema import Schemas
from mediawright_generator.importer.openapi.words import words_of

_TAKEN_FROM: Final = re.compile(r"\{\$request\.(?:body#/|query\.|header\.)([^{}/]+)\}")
"""The address of a callback, where it is one parameter of the create."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Notices:
    """The one kind of notice that specs hold, what was inferred, and what else there is."""

    callback: Row | None
    review: tuple[dict[str, str], ...]
    losses: tuple[Loss, ...]


@dataclass(frozen=True, slots=True)
class _Notice:
    """One callback or webhook."""

    node: Node
    what: str
    body: Node | None
    creates: tuple[Reading, ...]
    """The calls of whose tasks it may tell."""
    owner: Reading | None = None
    """The call at which it stands."""
    parameter: str | None = None


def notices(roots: Sequence[Node], readings: Sequence[Reading], tasks: Mapping[str, Row], schemas: Schemas) -> Notices:
    """Find the notice of a task's end; of several that differ the first is taken, and the others are losses."""
    callback: Row | None = None
    review: tuple[dict[str, str], ...] = ()
    losses: list[Loss] = []
    for notice in (*_callbacks(readings), *_webhooks(roots, readings)):
        found = _read(notice, tasks, schemas)
        if found is not None and callback in (None, found):
            callback = found
            note = f"inferred from {notice.what} and the names of its fields: the task, and the places in its body"
            review = ({"fact": "callback", "note": note},)
        elif notice.owner is not None:
            notice.owner.ledger.lose(notice.node, "callback", f"{notice.what}: what it brings is not read")
        else:
            losses.append(Loss(notice.node.place, "webhook", f"{notice.what}: what it brings is not read"))
    return Notices(callback, review, tuple(losses))


def _callbacks(readings: Sequence[Reading]) -> Iterator[_Notice]:
    for reading in (each for each in readings if each.alternative_of is None):
        for name, callback in reading.stated.node.get("callbacks").items():
            address, item = next(callback.followed().items(), ("", callback))
            taken = _TAKEN_FROM.fullmatch(address)
            sent = {str(row.get("wire_name", row["name"])): str(row["name"]) for row in reading.parameters}
            parameter = sent.get(taken[1]) if taken else None
            yield _Notice(callback, f"callback {name!r}", _body(item), (reading,), reading, parameter)


def _webhooks(roots: Sequence[Node], readings: Sequence[Reading]) -> Iterator[_Notice]:
    creates = tuple(each for each in readings if "task" in each.more)
    for root in roots:
        for name, webhook in root.get("webhooks").items():
            yield _Notice(webhook, f"webhook {name!r}", _body(webhook), creates)


def _body(item: Node) -> Node | None:
    content = item.followed().get("post").get("requestBody").followed().get("content").items()
    return next((media.get("schema") for kind, media in content if is_json(kind)), None)


def _read(notice: _Notice, tasks: Mapping[str, Row], schemas: Schemas) -> Row | None:
    """Read a notice as the end of the one kind of task that its creates start; None where its body does not tell it."""
    started = {str(each.more["task"]) for each in notice.creates if "task" in each.more}
    if len(started) != 1 or notice.body is None or notice.body.value is None:
        return None
    task = started.pop()
    lifecycle, answer = tasks[task], read_fields(notice.body, schemas, Ledger())
    id_, status = _place(answer, _names_of_id(lifecycle)), _place(answer, (last_of(lifecycle["status"]), "status"))
    outputs = outputs_of(answer, words_of(notice.what))
    if id_ is None or status is None or not outputs or not _is_told(answer, status, lifecycle):
        return None
    reason = reason_of(answer.fields)
    return {
        "task": task,
        "id": id_,
        "status": status,
        **({"reason": reason} if reason else {}),
        "outputs": [dict(each) for each in outputs],
        **({"parameter": notice.parameter} if notice.parameter else {}),
    }


def _names_of_id(lifecycle: Row) -> tuple[str, ...]:
    return last_of(lifecycle["id"]), str(lifecycle["query"]["parameter"]), "id"


def _place(answer: Answer, names: Sequence[str]) -> str | None:
    """Find a field by the first of its names, as near to the top as it stands."""
    fields = [each["name"] for each in answer.fields if "[]" not in each["name"]]
    found = (
        sorted((each for each in fields if last_of(each) == name), key=lambda each: each.count(".")) for name in names
    )
    return next((places[0] for places in found if places), None)


def _is_told(answer: Answer, status: str, lifecycle: Row) -> bool:
    """Tell whether the words of a status are those of the lifecycle."""
    words = next(each.get("keywords", ()) for each in answer.fields if each["name"] == status)
    return all(str(each) in lifecycle["states"] for each in words)
