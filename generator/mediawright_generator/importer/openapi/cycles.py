"""Schemas that hold themselves where they stand: a base that lists its variants, each of which extends the base.

What lies below, in a property or an item, may be the same schema again: an end is reached when there is none. What
holds at the same place may not: nobody could ever say what it is.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from mediawright_runtime.shapes import is_list, is_object

Schema = dict[str, Any]

_UNIONS: Final = ("anyOf", "oneOf")
_LISTS: Final = ("allOf", *_UNIONS)
_ALONE: Final = ("not", "if", "then", "else")


def without_cycles(named: Mapping[str, Schema], looked_at: Iterable[str], prefix: str) -> dict[str, Schema]:
    """Give those of the schemas that change so that none holds itself, by name.

    Of a base that is extended only its own part is taken, without the variants; other ways back are left out.
    """
    now = dict(named)
    mine = [name for name in looked_at if name in _reached(named[name], named, prefix)]
    for name in mine:
        if name in _reached(now[name], now, prefix):
            now[name] = _extending(now[name], name, now, prefix)
    for name in mine:
        if name in _reached(now[name], now, prefix):
            now[name] = _cut(now[name], name, now, prefix)
    return {name: schema for name, schema in now.items() if schema is not named[name]}


def _here(schema: Any, prefix: str) -> Iterator[str]:
    """Name the schemas that hold at the same place as a schema."""
    if not is_object(schema):
        return
    reference: Any = schema.get("$ref")
    if isinstance(reference, str):
        yield reference.removeprefix(prefix)
    for key in _LISTS:
        parts: Any = schema.get(key) or ()
        for part in parts:
            yield from _here(part, prefix)
    for key in _ALONE:
        yield from _here(schema.get(key), prefix)


def _reached(schema: Any, named: Mapping[str, Schema], prefix: str) -> set[str]:
    found: set[str] = set()
    waiting = [*_here(schema, prefix)]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(_here(named.get(name), prefix))
    return found


def _extending(schema: Schema, name: str, named: Mapping[str, Schema], prefix: str) -> Schema:
    """Put the own part of each base that leads back in the place of the base."""
    parts = [
        _own(named.get(next(_here(part, prefix)), {})) if _leads_back(part, name, named, prefix) else part
        for part in schema.get("allOf", ())
    ]
    return {**schema, "allOf": parts} if parts else schema


def _leads_back(part: Any, name: str, named: Mapping[str, Schema], prefix: str) -> bool:
    return is_object(part) and "$ref" in part and name in _reached(part, named, prefix)


def _own(base: Schema) -> Schema:
    return {key: each for key, each in base.items() if key not in _UNIONS}


def _cut(schema: Any, name: str, named: Mapping[str, Schema], prefix: str) -> Any:
    """Leave out each part that leads back."""
    if not is_object(schema):
        return schema
    kept: Schema = {}
    for key, each in schema.items():
        if key == "$ref" and name in _reached({key: each}, named, prefix):
            continue
        if key in _LISTS and is_list(each):
            parts = [_cut(part, name, named, prefix) for part in each if not _leads_back(part, name, named, prefix)]
            kept |= {key: parts} if parts else {}
        else:
            kept[key] = _cut(each, name, named, prefix) if key in _ALONE else each
    return kept
