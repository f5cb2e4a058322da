"""Operations that tell how a task stands: they take one id, and their answer has a status that ends."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from mediawright_generator.importer.openapi.answer import Hint
from mediawright_generator.importer.openapi.outputs import outputs_of
from mediawright_generator.importer.openapi.reading import Reading, where
from mediawright_generator.importer.openapi.states import in_order, states_of, tells, unclear, words_in
from mediawright_generator.importer.openapi.words import words_of
from mediawright_generator.spec.naming import snake_case
from mediawright_generator.spec.vendor import State

_AROUND: Final = frozenset(
    (
        *("data", "task", "tasks", "result", "results", "job", "response", "output", "generation", "prediction"),
        *("request", "video", "image", "audio", "item", "body", "payload"),
    )
)
"""What a status may stand in to be that of the task: anywhere else it is that of some part."""
_STATUS: Final = re.compile(r"(?:\w+_)?(?:status|state)(?:_\w+)?|(?:\w+_)?phase")


@dataclass(frozen=True, slots=True)
class Query:
    """An operation that tells how one task stands."""

    reading: Reading
    parameter: Mapping[str, Any]
    status: str
    states: Mapping[str, State]
    outputs: tuple[dict[str, Any], ...]


def query_of(reading: Reading) -> Query | None:
    """Read an operation as the query of a task: it takes one id, and its answer has a status that ends."""
    if reading.stated.method != "GET" and not asks(reading):
        return None
    needed = [each for each in reading.parameters if each.get("required") or where(each) == "path"]
    needed = [each for each in needed if "const" not in each]
    if len(needed) != 1 or needed[0]["type"] not in ("string", "integer", "array") or needed[0].get("keywords"):
        return None
    found = _status(reading)
    if found is None:
        return None
    words = words_of(f"{reading.name.category} {reading.name.name} {reading.stated.path}")
    return Query(reading, needed[0], *found, outputs_of(reading.answer, words))


def asks(reading: Reading) -> bool:
    """Tell whether a POST asks for something, by its name."""
    words = {*words_of(f"{reading.name.name} {reading.stated.path}")}
    return reading.stated.method == "POST" and bool(words & {"query", "status", "fetch", "result", "recordinfo"})


def _status(reading: Reading) -> tuple[str, Mapping[str, State]] | None:
    """Find the field that tells how a task stands: the highest whose words say both success and failure."""
    rows = [each for each in reading.answer.fields if _STATUS.fullmatch(last_of(each["name"]))]
    for row in sorted(rows, key=lambda each: ("[]" in each["name"], each["name"].count("."))):
        if "[]" in row["name"] or row["type"] not in ("string", "any") or not _is_of_task(reading, row["name"]):
            continue
        hint = reading.answer.hints.get(row["name"], Hint())
        words = row.get("keywords") or words_in(hint.said) or words_in(_prose(reading))
        states = states_of(map(str, words))
        if tells(states):
            return row["name"], in_order({**states, **unclear(map(str, row.get("keywords", ())))})
    return None


def _is_of_task(reading: Reading, name: str) -> bool:
    about = {each.removesuffix("s") for each in words_of(reading.stated.path)}
    around = {word for step in name.split(".")[:-1] for word in words_of(step)}
    return all(each in _AROUND or each.removesuffix("s") in about for each in around)


def _prose(reading: Reading) -> str:
    return reading.stated.node.text("description")


def last_of(name: str) -> str:
    """Give the last step of a place, as Python spells it."""
    return snake_case(name.rpartition(".")[2].removesuffix("[]"))
