"""Schemas that say a thing in one of several ways, said in the one way that is read here."""

from typing import Any, Final

from mediawright_generator.importer.openapi.value import kind_of, unlike
from mediawright_runtime.shapes import is_list

Schema = dict[str, Any]

_ELSEWHERE: Final = ("allOf", "anyOf", "oneOf", "not", "if")
"""Keywords under which the type may be said."""


def typed_by_keys(read: Schema) -> Schema:
    """Say the type that other keys leave no doubt about."""
    if "type" in read or (any(key in read for key in _ELSEWHERE) and not _demands_keys(read)):
        return read
    kind = _kind(read)
    return {"type": kind, **read} if kind else read


def _kind(read: Schema) -> str | None:
    if "const" in read:
        return kind_of(read["const"])
    if "properties" in read or "additionalProperties" in read:
        return "object"
    if "items" in read or "prefixItems" in read:
        return "array"
    kinds = {kind_of(each) for each in read.get("enum", ()) if each is not None}
    is_text = any(key in read for key in ("pattern", "minLength", "maxLength")) or read.get("format") == "binary"
    return kinds.pop() if len(kinds) == 1 else "string" if is_text else None


def _demands_keys(read: Schema) -> bool:
    """Tell whether variants say no more than which properties must be there."""
    parts = [part for key in ("allOf", "anyOf", "oneOf") for part in read.get(key, ())]
    return "properties" in read and all(part.keys() <= {"required"} for part in parts)


def folded(read: Schema) -> Schema:
    """Take a part that stands alone in `allOf`, `anyOf` or `oneOf` for the schema itself."""
    for key in ("allOf", "anyOf", "oneOf"):
        parts = read.get(key)
        if parts is not None and len(parts) == 1 and not (read.keys() & parts[0].keys() - {"type"}):
            return {**{name: each for name, each in read.items() if name != key}, **parts[0]}
    return read


def with_null(read: Schema) -> Schema:
    """Take null, too."""
    stated = read.get("type")
    if isinstance(stated, str):
        nullable = {**read, "type": stated if stated == "null" else [stated, "null"]}
        return {**nullable, "enum": [*read["enum"], None]} if "enum" in read and None not in read["enum"] else nullable
    if is_list(stated) or read == {}:
        return {**read, "type": unlike([*stated, "null"])} if stated else read
    outside = {key: read[key] for key in ("default",) if key in read}
    inside = {key: each for key, each in read.items() if key not in outside}
    return {"anyOf": [inside, {"type": "null"}], **outside}
