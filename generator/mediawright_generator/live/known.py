"""What the documents know of an operation's answers, by path as `data.result.preview`: lists are seen through."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mediawright_runtime.contracts import Record
from mediawright_runtime.paths import opened
from mediawright_runtime.shapes import is_list, is_object

_OPENED = "@json"
_IN_ENVELOPES = ("code", "message", "trace_id")
_IN_TASKS = ("status", "reason", "progress")
_NAME = re.compile(r"(?!.*\d{4})[A-Za-z_]\w{0,39}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Known:
    """The documented places of an operation's answers."""

    fields: Mapping[str, Record]
    """Documented fields by path."""
    places: frozenset[str]
    """Every place that a document mentions or a sample shows, and what leads there."""
    words: frozenset[str]
    """Where the protocol itself speaks: codes, messages, states, reasons."""
    code: str | None
    """Where the envelope's code stands."""
    success: tuple[Any, ...]
    """What it is in a success."""
    codes: tuple[Any, ...]
    """What it may be."""
    statuses: frozenset[int]
    """HTTP statuses of documented errors."""

    def opens(self, path: str) -> bool:
        """Tell whether a text there is JSON."""
        return path + _OPENED in self.places


def known(record: Record, records: Iterable[Record]) -> Known:
    """Gather what is documented."""
    envelope = record["envelope"]
    tasks = [each["task"] for each in records if each.get("task") and _tells(record, each)]
    fields = {_plain(each["name"]): each for each in record.get("api_response", ())}
    words = _alternatives([envelope.get("code"), envelope.get("message"), *_of(tasks, ("status", "reason"))])
    more = [*_of([envelope], _IN_ENVELOPES), *_of(tasks, _IN_TASKS), *_outputs([record, *tasks]), *_ids(record)]
    places = _with_ways({*fields, *words, *_alternatives(more)})
    shown = {path for body in _samples(record) for path, _ in walk(body, lambda path: path + _OPENED in places)}
    success = tuple(envelope.get("success", ()))
    errors = record.get("api_code_demo", ())
    return Known(
        fields=fields,
        places=frozenset(places | shown),
        words=frozenset(words),
        code=envelope.get("code"),
        success=success,
        codes=(*success, *_of(errors, ("code",))),
        statuses=frozenset(_of(errors, ("http_status",))),
    )


def shown_name(name: str) -> str:
    """Give the name of a field that no document knows; not where it may be somebody's."""
    return name if _NAME.fullmatch(name) else "<name>"


def walk(value: object, opens: Callable[[str], bool], path: str = "") -> Iterator[tuple[str, object]]:
    """Go through an answer: every named value with its path, the items of a list at the path of the list."""
    if is_object(value):
        for name, each in value.items():
            inner = f"{path}.{name}" if path else str(name)
            yield inner, each
            yield from walk(each, opens, inner)
    elif is_list(value):
        for each in value:
            yield from walk(each, opens, path)
    elif isinstance(value, str) and opens(path):
        yield from walk(opened(value), opens, path + _OPENED)


def _tells(record: Record, create: Record) -> bool:
    return bool(create["task"]["query"]["python"] == record["python"])


def _of(sources: Iterable[Record], keys: Iterable[str]) -> list[Any]:
    return [source[key] for source in sources for key in keys if source.get(key) is not None]


def _outputs(sources: Iterable[Record]) -> list[str]:
    return [output["path"] for source in sources for output in source.get("outputs", ())]


def _ids(record: Record) -> list[str]:
    """List where a create's answer has the ids of its task, or a token stands."""
    tokens = [each["answer"] for each in record.get("tokens", ()) if each["python"] == record["python"]]
    return tokens + ([each["id"] for each in record["task"]["query"]["takes"]] if record.get("task") else [])


def _samples(record: Record) -> list[Any]:
    return [each.get("body") for demo in record.get("api_request_demo", ()) for each in demo.get("response", ())]


def _alternatives(paths: Iterable[str | None]) -> set[str]:
    return {_plain(place) for path in paths if path for place in path.split("|")}


def _plain(path: str) -> str:
    return path.replace("[]", "")


def _with_ways(paths: Iterable[str]) -> set[str]:
    """Add what leads to each place, before and after a text is opened."""
    found: set[str] = set()
    for path in paths:
        steps = path.split(".")
        for end in range(1, len(steps) + 1):
            way = ".".join(steps[:end])
            found |= {way, way.removesuffix(_OPENED)}
    return found
