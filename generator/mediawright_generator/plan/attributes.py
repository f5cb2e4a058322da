"""Names of an answer's fields in Python, by the one rule of emitted models, and the values that stand there."""

import re
from collections.abc import Iterator, Sequence
from keyword import iskeyword
from typing import Any

from pydantic import BaseModel

from mediawright_generator.plan.answers import Record, read

_NAME = re.compile(r"_*[A-Za-z][A-Za-z0-9_]*")


def attribute(name: str) -> str | None:
    """Name a field in Python; None for one that is no word, or that a model has for itself."""
    if not _NAME.fullmatch(name) or hasattr(BaseModel, name):
        return None
    if iskeyword(name):
        return f"{name}_"
    return f"field{name}" if name.startswith("_") else name


def read_as(body: Any, fields: Sequence[Record]) -> Iterator[tuple[str, Any]]:
    """List what stands in the documented fields of an answer, each with the attributes that lead there."""
    for each in fields:
        path = each["name"].removesuffix("[]")
        steps = [attribute(step.removesuffix("[]")) for step in path.split(".")]
        value = read(body, path)
        if value is not None and all(steps) and not _holds_others(each["name"], fields):
            lists = ["[0]" if step.endswith("[]") else "" for step in path.split(".")]
            yield ".".join(f"{step}{index}" for step, index in zip(steps, lists, strict=True)), value


def _holds_others(name: str, fields: Sequence[Record]) -> bool:
    """Tell whether other fields stand within a field."""
    return any(each["name"].startswith((f"{name}.", f"{name}[]")) for each in fields)
