"""Parameters as a command line gives them: `key=value`, read by the type of the parameter."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path
from typing import TYPE_CHECKING

from mediawright_runtime.invocation import UsageError
from mediawright_runtime.redaction import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mediawright_runtime.contracts import Record

_WHOLE = re.compile(r"[+-]?\d{1,400}", re.ASCII)
_TRUTH = {"true": True, "false": False}


def read_assignments(parameters: Iterable[Record], words: Sequence[str]) -> dict[str, object]:
    """Read parameters by the keywords of the client's method.

    What cannot be read as its type stays a text, for the operation's own check to refuse with what is allowed.

    Raises:
        UsageError: A word is no assignment, a key is given twice, or a file or JSON cannot be read.
    """
    known = _by_key(parameters)
    given: dict[str, object] = {}
    for word in words:
        key, sign, text = word.partition("=")
        if not (key and sign):
            raise UsageError(f"{shown(word)} is no assignment; give key=value")
        parameter = known.get(key)
        keyword = parameter["python_name"] if parameter else key
        if keyword in given:
            raise UsageError(f"{keyword} is given twice; give it once")
        given[keyword] = _value(parameter, text) if parameter else text
    return given


def _by_key(parameters: Iterable[Record]) -> dict[str, Record]:
    """Find parameters by keyword, else by documented name, else by the name on the wire."""
    offered = [each for each in parameters if "const" not in each]
    return {each[key]: each for key in ("wire_name", "name", "python_name") for each in offered}


def _value(parameter: Record, text: str) -> object:
    key = parameter["python_name"]
    if parameter["in"] == "raw":
        return _file(key, text).read_bytes()
    if text.startswith("@") and parameter["type"] in {"array", "object"}:
        return _structure(key, _file(key, text).read_bytes())
    if parameter["type"] == "array" and not text.startswith("["):
        return [_item(key, parameter.get("items", {}).get("type", "string"), text)]
    return _item(key, parameter["type"], text)


def _item(key: str, kind: str, text: str) -> object:
    return _structure(key, text) if kind in {"array", "object"} else _scalar(kind, text)


def _scalar(kind: str, text: str) -> object:
    if kind == "boolean":
        return _TRUTH.get(text.lower(), text)
    if kind in {"integer", "number"} and _WHOLE.fullmatch(text):
        return int(text)
    return _real(text) if kind == "number" else text


def _real(text: str) -> object:
    try:
        number = float(text)
    except ValueError:
        return text
    return number if math.isfinite(number) else text


def _structure(key: str, text: str | bytes) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as problem:
        what = f"{key}: {shown(text)} is not JSON ({problem})"
        raise UsageError(f"{what}; give JSON, or a file of it as {key}=@FILE") from problem


def _file(key: str, text: str) -> Path:
    if len(text) > 1 and text.startswith("@"):
        return Path(text[1:])
    raise UsageError(f"{key}: {shown(text)} is not the name of a file; give {key}=@FILE")
