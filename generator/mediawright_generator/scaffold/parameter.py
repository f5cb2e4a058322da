"""One parameter from one word of a command line: `duration:integer:required=5`, `tags:string[]`, `id:string:query`."""

import re
from typing import Any, Final, get_args

from mediawright_generator.load.scalars import core_value
from mediawright_generator.spec.parameter import ParameterType
from mediawright_runtime.shapes import is_list

FORM: Final = "name:type[:required][:query|header|path|body][=default]"
_TYPES: Final = tuple(each for each in get_args(ParameterType) if each != "array")
_PLACES: Final = ("body", "query", "header", "path")
_WORDS: Final = ("required", "optional", *_PLACES)
_KINDS: Final[dict[str, type | tuple[type, ...]]] = {
    "boolean": bool,  # first, as it is an integer to Python
    "integer": int,
    "number": (int, float),
    "string": str,
    "object": dict,
}


def read_parameter(text: str, place: str = "body") -> dict[str, Any]:
    """Read a parameter in the keys of a record; `place` is where it goes unless it says so itself.

    Raises:
        ValueError: It does not read as one.
    """
    described, has_default, default = text.partition("=")
    name, *words = described.split(":")
    if not name or not words:
        raise ValueError(f"give {FORM}, as prompt:string:required")
    kind, *words = words
    item = kind.removesuffix("[]")
    if item not in _TYPES:
        raise ValueError(f"{kind!r} is no type; take one of {', '.join(_TYPES)}, or string[] for a list")
    unknown = [each for each in words if each not in _WORDS]
    if unknown:
        raise ValueError(f"{unknown[0]!r} says nothing about a parameter; take one of {', '.join(_WORDS)}")
    facts: dict[str, Any] = {"name": name}
    where = next((each for each in words if each in _PLACES), place)
    if where != "body":
        facts["in"] = where
    facts |= {"type": "array", "items": {"type": item}} if kind != item else {"type": kind}
    if "required" in words or where == "path":
        facts["required"] = True
    return facts | ({"default": _default(kind, default)} if has_default else {})


def of_values(name: str, value: object, place: str) -> dict[str, Any]:
    """Say of a parameter what one value of it shows: its type."""
    facts: dict[str, Any] = {"name": name} | ({"in": place} if place != "body" else {})
    if not is_list(value):
        return facts | {"type": _type(value)}
    kinds = {_type(each) for each in value}
    return facts | {"type": "array", "items": {"type": kinds.pop() if len(kinds) == 1 else "any"}}


def placeholders(endpoint: str) -> list[str]:
    """List the path parameters of an endpoint."""
    return re.findall(r"\{([^{}/]+)\}", endpoint)


def _type(value: object) -> str:
    return next((name for name, kind in _KINDS.items() if isinstance(value, kind)), "any")


def _default(kind: str, text: str) -> object:
    if kind == "string":
        return text
    value = core_value(text)
    wanted = _KINDS.get(kind, ())
    if not isinstance(value, wanted) or (isinstance(value, bool) and kind != "boolean"):
        raise ValueError(f"{text!r} is no default for {kind}")
    return value
