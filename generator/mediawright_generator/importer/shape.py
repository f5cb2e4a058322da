"""The shape of an entry in the vendor's data file; what an entry has beyond it is named, not lost."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from mediawright_generator.importer.document import decode
from mediawright_generator.spec.base import HttpMethod, Scalar
from mediawright_generator.spec.parameter import ParameterType, ScalarType
from mediawright_runtime.shapes import is_list

_SCALARS: dict[str, ScalarType] = {
    "string": "string",
    "str": "string",
    "text": "string",
    "integer": "integer",
    "int": "integer",
    "number": "number",
    "float": "number",
    "double": "number",
    "boolean": "boolean",
    "bool": "boolean",
    "object": "object",
}
_ARRAY = re.compile(r"(?:array|list)(?:\s*<\s*(?P<item>\w+)\s*>)?|(?P<spelt>\w+)\[\]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DocType:
    """A documented type: `array<string>` is an array of strings."""

    name: ParameterType
    items: ScalarType | None = None


def _read_type(value: Any) -> DocType:
    text = value.strip().lower() if isinstance(value, str) else ""
    if text in _SCALARS:
        return DocType(_SCALARS[text])
    array = _ARRAY.fullmatch(text)
    if array is None:
        raise ValueError("is not a type that a parameter can have")
    item = array["item"] or array["spelt"]
    if item is not None and item not in _SCALARS:
        raise ValueError("is not an array of a type that an item can have")
    return DocType("array", _SCALARS[item] if item else None)


def _read_embedded(value: Any) -> Any:
    """Read JSON that stands in a string; some publications write it out instead."""
    if not isinstance(value, str):
        return value
    try:
        return decode(value)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"is not JSON: {error}") from None


def _read_date(value: Any) -> date | None:
    """Read day/month/year with or without a time; ISO dates stand for themselves."""
    if value is None:
        return None
    for form in (
        "%d/%m/%Y %H:%M:%S",
        "%d/%m/%Y %H:%M",
        "%d/%m/%Y",
        "%Y-%m-%d %H:%M:%S",
        "%Y-%m-%dT%H:%M:%S",
        "%Y-%m-%d",
    ):
        try:
            return datetime.strptime(value, form).replace(tzinfo=UTC).date()
        except (TypeError, ValueError):
            continue
    raise ValueError("is not a date as day/month/year")


def _upper(value: Any) -> Any:
    return value.strip().upper() if isinstance(value, str) else value


def _text(value: Any) -> Any:
    return "" if value is None else value


Text = Annotated[str, BeforeValidator(_text)]
Day = Annotated[date | None, BeforeValidator(_read_date)]
Embedded = BeforeValidator(_read_embedded)


class Shape(BaseModel):
    """A node of an entry: values are never converted, unknown keys are kept apart."""

    model_config = ConfigDict(frozen=True, extra="allow", strict=True)


class DocHeader(Shape):
    """One documented request header."""

    name: str
    value: Text = ""


class Headers(Shape):
    """The section of request headers."""

    title: Text = ""
    describe: Text = ""
    rows: tuple[DocHeader, ...] = Field(default=(), alias="list")


class DocParameter(Shape):
    """One documented parameter."""

    name: Annotated[str, Field(min_length=1)]
    type: Annotated[DocType, BeforeValidator(_read_type)]
    describe: Text = ""
    required: bool = False
    keywords: tuple[Scalar, ...] = ()


class DocCategory(Shape):
    """The parameters, under the title of their group."""

    title: str
    describe: Text = ""
    rows: tuple[DocParameter, ...] = Field(alias="list")


class Body(Shape):
    """The section of parameters."""

    title: Text = ""
    describe: Text = ""
    category: tuple[DocCategory]


class DocField(Shape):
    """One documented field of an answer."""

    name: Annotated[str, Field(min_length=1)]
    type: Annotated[DocType, BeforeValidator(_read_type)]
    describe: Text = ""


class Answer(Shape):
    """The section of answer fields."""

    title: Text = ""
    describe: Text = ""
    rows: tuple[DocField, ...] = Field(default=(), alias="list")


class Example(Shape):
    """One documented request."""

    title: Text = ""
    language: Text = ""
    code_example: str


class Sample(Shape):
    """One documented answer; its type is the HTTP status, or `default` for what an error looks like."""

    type: str | int
    code_example: str


class DocCode(Shape):
    """One documented code."""

    code: str | int
    describe: Text = ""


class Demo(Shape):
    """The section of examples; the section of codes has the same shape and often the same content."""

    title: Text = ""
    describe: Text = ""
    request: tuple[Example, ...] = ()
    response: tuple[Sample, ...] = ()
    rows: tuple[DocCode, ...] = Field(default=(), alias="list")


class Entry(Shape):
    """One entry of the vendor's data file."""

    id: int | str | None = None
    name: Annotated[str, Field(min_length=1)]
    model_code: str | None = None
    method: Annotated[HttpMethod, BeforeValidator(_upper)]
    endpoint: str
    title: str | None = None
    description: Text = ""
    api_header: Annotated[Headers, Embedded] = Headers()
    api_body: Annotated[Body, Embedded]
    api_request_demo: Annotated[Demo, Embedded] = Demo()
    api_response: Annotated[Answer, Embedded] = Answer()
    api_code_demo: Annotated[Demo, Embedded] = Demo()
    content: Any = None
    status: int | None = None
    created_at: Day = None
    updated_at: Day = None

    @property
    def category(self) -> DocCategory:
        """The only group of parameters."""
        return self.api_body.category[0]


def unknown_keys(node: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Yield where every key stands that the shape does not know, and its value."""
    if is_list(node):
        for index, each in enumerate(node):
            yield from unknown_keys(each, (*path, *_label(each, index)))
    if isinstance(node, Shape):
        yield from ((".".join((*path, key)), value) for key, value in (node.model_extra or {}).items())
        for name in type(node).model_fields:
            yield from unknown_keys(getattr(node, name), path if name in ("rows", "category") else (*path, name))


def _label(each: Any, index: int) -> tuple[str, ...]:
    if isinstance(each, DocCategory):
        return ()
    return (each.name,) if isinstance(each, DocHeader | DocParameter | DocField) else (str(index),)
