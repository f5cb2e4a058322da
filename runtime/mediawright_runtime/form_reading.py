"""Values that go out as text, in forms and addresses, read back: what contract tests and the mock see of them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qsl, unquote

from mediawright_runtime.shapes import is_list, is_object

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Schema = Mapping[str, Any]

_DEEPEST = 8
_BOUNDARY = re.compile(r'boundary="?([^";]+)"?', re.IGNORECASE)
_NAME = re.compile(r'[; ]name="([^"]*)"')
_FILE_NAME = re.compile(r'filename="([^"]*)"')
_TYPE = re.compile(r"^content-type: *([^;\r\n]+)", re.IGNORECASE | re.MULTILINE)


class Field(NamedTuple):
    """One field of a form."""

    name: str
    content: bytes
    file_name: str | None = None
    """None where it is no file."""
    media_type: str | None = None

    @property
    def text(self) -> str:
        """The content as text."""
        return self.content.decode(errors="replace")


def read_form(content_type: str, body: bytes) -> list[Field]:
    """Read a form in the order of its fields.

    Raises:
        ValueError: It is no form of this type.
    """
    if content_type.partition(";")[0].strip().lower() == "multipart/form-data":
        return list(_parts(content_type, body))
    return [Field(name, text.encode()) for name, text in parse_qsl(body.decode(), keep_blank_values=True)]


def form_values(fields: list[Field], schema: Schema, resolve: Callable[[Schema], Schema]) -> dict[str, object]:
    """Read the fields of a form as the object that a schema describes; a file is its name."""
    known: Mapping[str, Schema] = resolve(schema).get("properties", {})
    texts: dict[str, list[Field]] = {}
    for each in fields:
        texts.setdefault(each.name, []).append(each)
    return {name: _of_field(resolve(known.get(name, {})), found, resolve) for name, found in texts.items()}


def _of_field(schema: Schema, found: list[Field], resolve: Callable[[Schema], Schema]) -> object:
    is_array = "array" in types_of(schema, resolve)
    of_each = resolve(schema.get("items", {})) if is_array else schema
    values = [each.file_name or typed(of_each, each.text, resolve) for each in found]
    return values if is_array else values[-1]


def typed(schema: Schema, text: str, resolve: Callable[[Schema], Schema]) -> object:
    """Read a text as the value of a schema; it stays a text where a text may stand, or where it spells no value."""
    types = types_of(schema, resolve)
    if not types or ("string" in types and _takes(schema, text, resolve)):
        return text
    try:
        return _JSON(text)
    except (ValueError, RecursionError):
        return text


def _takes(schema: Schema, text: str, resolve: Callable[[Schema], Schema], depth: int = 0) -> bool:
    """Tell whether a text may stand there as it is: one of a list of texts, where there is one."""
    schema = resolve(schema)
    forms = [each for key in ("anyOf", "oneOf", "allOf") for each in schema.get(key, ()) if is_object(each)]
    if forms and depth < _DEEPEST:
        return any(_takes(each, text, resolve, depth + 1) for each in forms)
    values = [schema["const"]] if "const" in schema else schema.get("enum", ())
    return "string" in types_of(schema, resolve) and (not values or text in values)


def types_of(schema: Schema, resolve: Callable[[Schema], Schema], depth: int = 0) -> set[str]:
    """Name the types that a schema takes, those of all its forms; none where it does not say."""
    schema = resolve(schema)
    declared = schema.get("type")
    if declared is not None:
        return {str(each) for each in declared} if is_list(declared) else {str(declared)}
    values = [schema["const"]] if "const" in schema else schema.get("enum", ())
    if values:
        return {"string"} if any(isinstance(each, str) for each in values) else {"number"}
    forms = (each for key in ("anyOf", "oneOf", "allOf") for each in schema.get(key, ()) if is_object(each))
    return {each for form in forms if depth < _DEEPEST for each in types_of(form, resolve, depth + 1)}


def _no_value(constant: str) -> Any:
    """Refuse what Python reads and JSON does not have: NaN and infinities."""
    raise ValueError(constant)


_JSON = json.JSONDecoder(parse_constant=_no_value).decode


def _parts(content_type: str, body: bytes) -> Iterator[Field]:
    boundary = _BOUNDARY.search(content_type)
    if boundary is None:
        raise ValueError("the content type names no boundary")
    first, *parts = (b"\r\n" + body).split(f"\r\n--{boundary[1]}".encode())
    if first or not parts or not parts[-1].startswith(b"--"):
        raise ValueError("the form does not end")
    for part in parts[:-1]:
        head, found, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        yield _field(head.decode(errors="replace"), content if found else b"")


def _field(head: str, content: bytes) -> Field:
    name, file_name, kind = _NAME.search(head), _FILE_NAME.search(head), _TYPE.search(head)
    if name is None:
        raise ValueError("a part has no name")
    return Field(
        unquote(name[1]), content, unquote(file_name[1]) if file_name else None, kind[1].strip() if kind else None
    )
