"""Values as a schema means them, and whether it takes them."""

import re
from math import isfinite
from typing import Any

Schema = dict[str, Any]


def kind_of(value: object) -> str:
    """Name the type of a value."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    kinds = ((float, "number"), (str, "string"), (list, "array"), (dict, "object"))
    return next((name for kind, name in kinds if isinstance(value, kind)), "null")


def as_type(value: Any, schema: Schema) -> Any:
    """Read a value as the type of its schema has it; nothing where it is none."""
    stated = schema.get("type")
    types = [stated] if isinstance(stated, str) else stated or []
    kind = kind_of(value)
    if not types or kind in types or (kind == "integer" and "number" in types):
        return value
    if types[0] == "string" and kind in ("integer", "number", "boolean"):
        return str(value).lower() if kind == "boolean" else str(value)
    if types[0] == "integer" and kind == "number" and float(value).is_integer():
        return int(value)
    if types[0] == "boolean" and value in ("true", "false", "True", "False"):
        return value in ("true", "True")
    if types[0] in ("integer", "number") and kind == "string":
        number = number_of(value)
        return number if types[0] == "number" or isinstance(number, int) else None
    return None


def _allows(schema: Schema, value: Any) -> bool:
    """Tell whether a value keeps the enum and the bounds beside it, as far as they are plain."""
    if "enum" in schema and value not in schema["enum"]:
        return False
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        low, high = schema.get("minimum", value), schema.get("maximum", value)
        above, below = schema.get("exclusiveMinimum", value - 1), schema.get("exclusiveMaximum", value + 1)
        return bool(low <= value <= high and above < value < below)
    if isinstance(value, str):
        is_long = len(value) >= schema.get("minLength", 0)
        matches = "pattern" not in schema or re.search(schema["pattern"], value) is not None
        return is_long and len(value) <= schema.get("maxLength", len(value)) and matches
    return True


def fitting_default(schema: Schema) -> Any:
    """Give the default of a schema, read by its type; nothing where it has none, or one that it refuses."""
    default = as_type(schema.get("default"), schema)
    return default if default is not None and _allows(schema, default) else None


def number_of(value: Any) -> int | float | None:
    """Read a number, also one in quotes."""
    if isinstance(value, bool) or value is None or (isinstance(value, float) and not isfinite(value)):
        return None
    if isinstance(value, (int, float)):
        return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 2**53 else value
    try:
        return number_of(float(value)) if re.fullmatch(r"\s*-?\d+(\.\d+)?\s*", str(value)) else None
    except ValueError:
        return None


def compiles(pattern: str) -> bool:
    """Tell whether a text is a regular expression that can be checked."""
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError):
        return False
    return True


def unlike(values: list[Any]) -> list[Any]:
    """Leave out what stands twice; `true` is not 1."""
    found: list[Any] = []
    for value in values:
        if not any(value == each and isinstance(value, bool) == isinstance(each, bool) for each in found):
            found.append(value)
    return found
