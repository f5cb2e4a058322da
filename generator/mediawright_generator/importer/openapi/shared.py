"""What `vendor.yaml` says, with what documents say now put over it, fact by fact."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from mediawright_generator.importer.edit import sheet
from mediawright_generator.importer.leaves import ABSENT, is_row, said, same
from mediawright_generator.load.fault import known_keys
from mediawright_generator.load.nodes import Path
from mediawright_generator.spec import Vendor
from mediawright_runtime.shapes import is_list, is_object

_DEPTHS: Final[Mapping[str, int]] = {
    **dict.fromkeys(("servers", "credentials", "credential_sets", "api_header", "api_query"), 1),
    "envelope": 2,
    "schemas": 2,
    "callback": 2,
    "tasks": 3,
}
"""The keys that documents speak of, and how deep each is looked at part by part."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The text that comes of it, and what is to be said: kind and sentence."""

    text: str
    notes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Fact:
    path: Path
    base: Any
    ours: Any
    theirs: Any


def facts_of(vendor: Mapping[str, Any]) -> dict[str, Any]:
    """Give the part of a vendor that documents speak of."""
    return {key: plain(vendor[key]) for key in _DEPTHS if key in vendor}


def plain(value: Any) -> Any:
    """Give a value as JSON has it."""
    if is_object(value):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if is_list(value) or is_row(value) else value


def merged(text: str, ours: Vendor, base: Mapping[str, Any], theirs: Mapping[str, Any], used: str) -> Merged:
    """Take over what only the documents changed, and keep what people changed.

    Args:
        text: the file as it is.
        ours: what it says.
        base: what the documents said at the last import.
        theirs: what they say now.
        used: all records as they are; a schema that one refers to is never taken away.
    """
    stated = facts_of(ours.model_dump(mode="json", by_alias=True, exclude_unset=True))
    notes: list[tuple[str, str]] = []
    for fact in _facts(base, stated, theirs):
        name = ".".join(map(str, fact.path))
        if _same(fact.theirs, fact.base):
            if not _same(fact.ours, fact.theirs):
                notes.append(
                    (
                        "disputed-fact",
                        f"{name}: the spec says {_shown(fact.ours)}, documents {_shown(fact.theirs)}; kept",
                    )
                )
        elif _same(fact.ours, fact.theirs):
            continue
        elif not _same(fact.ours, fact.base):
            notes.append(
                (
                    "disputed-fact",
                    f"{name}: the spec says {_shown(fact.ours)}, documents now {_shown(fact.theirs)}; kept",
                )
            )
        elif fact.theirs is ABSENT and fact.path[0] == "schemas" and f"#/schemas/{fact.path[1]}" in used:
            notes.append(("vendor-removed", f"{name}; kept, for records refer to it"))
        else:
            text = _with(text, fact)
            notes.append((_kind(fact), f"{name}: was {_shown(fact.base)}, is {_shown(fact.theirs)}"))
    return Merged(text, tuple(notes))


def _facts(base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> Iterator[_Fact]:
    for key, depth in _DEPTHS.items():
        values = (each.get(key, ABSENT) for each in (base, ours, theirs))
        yield from _below(_Fact((key,), *values), depth - 1)


def _below(fact: _Fact, depth: int) -> Iterator[_Fact]:
    trees = [each for each in (fact.base, fact.ours, fact.theirs) if each is not ABSENT]
    if not trees:
        return
    if depth and is_object(fact.ours) and is_object(fact.theirs):
        base = fact.base if is_object(fact.base) else {}
        for key in dict.fromkeys((*fact.theirs, *base, *fact.ours)):
            parts = (each.get(key, ABSENT) for each in (base, fact.ours, fact.theirs))
            yield from _below(_Fact((*fact.path, key), *parts), depth - 1)
    else:
        yield fact


def _with(text: str, fact: _Fact) -> str:
    page = sheet(text)
    if fact.theirs is ABSENT:
        return page.drop(fact.path) if page.has(fact.path) else text
    return page.put(fact.path, fact.theirs, known_keys(Vendor, fact.path[:-1]))


def _kind(fact: _Fact) -> str:
    return "vendor-added" if fact.base is ABSENT else "vendor-removed" if fact.theirs is ABSENT else "vendor-changed"


def _same(one: Any, other: Any) -> bool:
    return same(_rows(one), _rows(other))


def _rows(value: Any) -> Any:
    if is_object(value):
        return {key: _rows(each) for key, each in value.items()}
    return tuple(map(_rows, value)) if is_list(value) else value


def _shown(value: Any) -> str:
    text = said(_rows(value))
    return text if len(text) <= 120 else f"{text[:117]}..."  # noqa: PLR2004 (a line of a message)
