"""Schemas that say a thing in one of several ways, said in the one way that is read here."""

from typing import Any

from mediawright_generator.importer.openapi.value import kind_of, unlike
from mediawright_runtime.shapes import is_list

Schema = dict[str, Any]


def typed_by_keys(read: Schema) -> Schema:
    """Say the type that other keys leave no doubt about."""
    if "type" in read or any(key in read for key in ("allOf", "anyOf", "oneOf", "not", "if")):
        return read
    if "const" in read:
        return {"type": kind_of(read["const"]), **read}
    if "properties" in read or "additionalProperties" in read:
        return {"type": "object", **read}
    if "items" in read or "prefixItems" in read:
        return {"type": "array", **read}
    kinds = {kind_of(each) for each in read.get("enum", ()) if each is not None}
    if len(kinds) == 1:
        return {"type": kinds.pop(), **read}
    is_text = any(key in read for key in ("pattern", "minLength", "maxLength")) or read.get("format") == "binary"
    return {"type": "string", **read} if is_text else read


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
