"""The values that a request gives to an operation's parameters, by wire name and with their types."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mediawright_runtime.shapes import is_object

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mediawright_mock.contract import Operation
    from mediawright_mock.messages import Request

    Record = Mapping[str, Any]


def address_values(operation: Operation, request: Request, in_path: Mapping[str, str]) -> dict[str, Any]:
    """Collect what stands in path, query and declared headers.

    Text becomes the value that it spells; text that spells none stays text. Undeclared names of the query are kept.
    """
    values: dict[str, Any] = {}
    for name in dict.fromkeys(name for name, _ in request.query):
        texts = [text for each, text in request.query if each == name]
        values[name] = _typed_list(texts, _declared(operation, name, "query"))
    for name, text in in_path.items():
        values[name] = _typed(text, _declared(operation, name, "path").get("type"))
    for parameter in operation.parameters:
        name = parameter["wire_name"]
        if parameter["in"] == "header" and name.lower() in request.headers:
            values[name] = _typed(request.headers[name.lower()], parameter["type"])
    return values


def body_values(operation: Operation, body: Any) -> Mapping[str, Any]:
    """Take the parameters out of a body, from under the key that wraps them."""
    inner = body.get(operation.wrap, {}) if operation.wrap and is_object(body) else body
    return inner if is_object(inner) else {}


def _declared(operation: Operation, wire_name: str, location: str) -> Record:
    named = (each for each in operation.parameters if each["wire_name"] == wire_name and each["in"] == location)
    return next(named, None) or {}


def _typed_list(texts: list[str], parameter: Record) -> Any:
    if parameter.get("type") != "array":
        return _typed(texts[-1], parameter.get("type"))
    return [_typed(text, parameter.get("items", {}).get("type")) for text in texts]


def _typed(text: str, type_: str | None) -> Any:
    read = _READERS.get(type_ or "")
    if read is None:
        return text
    try:
        return read(text)
    except (ValueError, RecursionError):
        return text


def _no_value(constant: str) -> Any:
    """Refuse what Python reads and JSON does not have: NaN and infinities."""
    raise ValueError(constant)


_JSON = json.JSONDecoder(parse_constant=_no_value).decode
_READERS: dict[str, Callable[[str], Any]] = dict.fromkeys(("integer", "number", "boolean", "object"), _JSON)
