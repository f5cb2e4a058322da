"""Where answers say whether they are a success, and why not, as far as fields, words and examples tell."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final

from mediawright_generator.importer.openapi.answer import Hint
from mediawright_generator.importer.openapi.reading import Reading
from mediawright_generator.importer.openapi.schema import Schemas
from mediawright_generator.importer.openapi.schema_object import Schema
from mediawright_generator.importer.openapi.simplify import simplify
from mediawright_runtime.shapes import is_object

_CODES: Final = ("code", "errno", "status_code", "base_resp.status_code", "error_code", "ret", "err_code")
_MESSAGES: Final = (
    "message",
    "detail",
    "error.message",
    "msg",
    "error",
    "errmsg",
    "error_message",
    "error.detail",
    "title",
)
_BESIDE: Final = {"base_resp.status_code": "base_resp.status_msg"}
_ZERO: Final = re.compile(
    r"\b0\b[^.]{0,30}\bsuccess|success[^.]{0,30}\b0\b|\b0\b[^.]{0,12}\b(?:ok|normal)\b", re.IGNORECASE
)
_MOST_MESSAGES: Final = 4


def envelope_of(readings: Sequence[Reading], schemas: Schemas) -> tuple[dict[str, Any], list[dict[str, str]]]:
    """Propose the envelope of a vendor, and say from what it was inferred."""
    messages = _messages(readings, schemas)
    found = _code(readings)
    envelope: dict[str, Any] = {}
    review: list[dict[str, str]] = []
    if found:
        path, success, why = found
        envelope |= {"code": path, "success": [success], "required": False}
        review.append({"fact": "envelope", "note": f"inferred that {path} {success!r} means success: {why}"})
        beside = _BESIDE.get(path)
        messages = [*([beside] if beside else []), *(each for each in messages if each != beside)]
        messages = messages or [each for each in ("msg", "message") if _has(readings, each)]
    if messages:
        envelope["message"] = "|".join(messages[:_MOST_MESSAGES])
        if not found:
            review.append({"fact": "envelope.message", "note": "inferred from the schemas of errors"})
    return envelope, review


def _messages(readings: Sequence[Reading], schemas: Schemas) -> list[str]:
    """List where errors say why, the most frequent first."""
    counted = Counter(
        place for reading in readings for schema in reading.answer.errors for place in _texts(schema, schemas)
    )
    return [place for place, _ in counted.most_common()]


def _texts(schema: Schema, schemas: Schemas, at: str = "") -> Iterator[str]:
    simple = simplify(schema, schemas).schema
    for variant in (*simple.get("anyOf", ()), *simple.get("oneOf", ())):
        yield from _texts(variant, schemas, at)
    for name, each in simple.get("properties", {}).items():
        place = f"{at}{name}"
        inner = simplify(each, schemas).schema if is_object(each) else {}
        if place in _MESSAGES and inner.get("type") == "string":
            yield place
        elif not at and inner.get("properties"):
            yield from _texts(inner, schemas, f"{name}.")


def _has(readings: Sequence[Reading], name: str) -> bool:
    return any(row["name"] == name for reading in readings for row in reading.answer.fields)


def _code(readings: Sequence[Reading]) -> tuple[str, int, str] | None:
    """Find the code that most answers have and that is 0 or 200 where they succeed."""
    answered = [each for each in readings if each.answer.fields]
    for path in _CODES:
        having = [each for each in answered if any(row["name"] == path for row in each.answer.fields)]
        kinds = {row["type"] for each in having for row in each.answer.fields if row["name"] == path}
        if kinds != {"integer"} or len(having) * 2 < len(answered):
            continue
        said = " ".join(each.answer.hints.get(path, Hint()).said for each in having)
        values = {value for each in having for value in _documented(each, path)}
        if len(values) == 1 and values <= {0, 200}:
            return path, values.pop(), "so the documented answers have it"
        if _ZERO.search(said):
            return path, 0, "so the document says of the field"
    return None


def _documented(reading: Reading, path: str) -> Iterator[int]:
    for status, node in reading.answer.examples:
        value: Any = node.value
        for step in path.split("."):
            value = value.get(step) if is_object(value) else None
        if status // 100 == 2 and isinstance(value, int) and not isinstance(value, bool):  # noqa: PLR2004 (of success)
            yield value
