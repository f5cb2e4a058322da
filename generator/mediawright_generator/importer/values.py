"""Values as documents write them, read by the type they are documented for."""

import json
import re

from mediawright_generator.spec.base import Scalar
from mediawright_generator.spec.parameter import ScalarType

_INTEGER = re.compile(r"-?\d{1,15}")
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,15})?")


def read_number(text: str) -> int | float:
    """Read a figure; `20.0` is the whole number 20 and `1,200` is 1200."""
    number = float(text.replace(",", ""))
    return int(number) if number.is_integer() else number


def read_value(text: str, kind: ScalarType) -> Scalar | None:
    """Read one value in prose; none where the text is no value of that type."""
    if kind == "string":
        return text
    if kind == "boolean":
        return {"true": True, "false": False}.get(text.lower())
    if kind == "integer":
        return int(text) if _INTEGER.fullmatch(text) else None
    return read_number(text) if kind == "number" and _NUMBER.fullmatch(text) else None


def read_keyword(value: Scalar, kind: ScalarType) -> Scalar | None:
    """Read one value in JSON; the vendor may write a number as text, or text as a number."""
    text = value if isinstance(value, str) else json.dumps(value)
    return read_value(text, kind)
