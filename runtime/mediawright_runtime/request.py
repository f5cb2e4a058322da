"""One wire request: what is sent, byte for byte."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, urlencode

from mediawright_runtime.errors import InvalidRequestError
from mediawright_runtime.redaction import one_line, shown
from mediawright_runtime.shapes import is_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mediawright_runtime.declarations import Idempotency, Location, Operation
    from mediawright_runtime.models import ResponseModel

_BODY_METHODS = frozenset({"POST", "PUT", "PATCH"})
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)
_HEADER_VALUE = re.compile(r"[\x21-\x7e]([\x20-\x7e\t]*[\x21-\x7e])?")
_FIXED: tuple[Location, ...] = ("body", "path", "query", "header", "cookie")
_WHOLE = frozenset({"raw", "json"})
_FORMS = frozenset({"multipart/form-data", "application/x-www-form-urlencoded"})
_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_NOTHING: Mapping[str, str] = {}


class Request(NamedTuple):
    """What goes over the wire."""

    method: str
    url: str
    headers: Mapping[str, str]
    content: bytes | None
    operation: str = ""
    """What is called, as `category.method`; it is not sent."""

    def __repr__(self) -> str:
        """Show what is no secret."""
        return f"Request({self.operation}: {self.method} {one_line(self.url)})"


class Composer:
    """Composes the requests of one operation for one client; what never changes is made once."""

    __slots__ = (
        "_base_url",
        "_constants",
        "_encodes",
        "_form",
        "_headers",
        "_operation",
        "_places",
        "_query",
        "_separators",
        "_static_url",
        "_with_type",
    )

    def __init__(
        self,
        operation: Operation[ResponseModel],
        base_url: str,
        headers: Mapping[str, str],
        query: Mapping[str, str] = _NOTHING,
    ) -> None:
        self._operation = operation
        self._query = query
        self._base_url = base_url
        self._headers = headers
        self._with_type = _with_content_type(headers, operation)
        self._places: dict[str, tuple[Location, str]] = {
            each.name: (each.location, each.wire_name) for each in operation.parameters
        }
        self._constants: dict[Location, dict[str, object]] = {
            place: dict(_constants(operation, place)) for place in _FIXED
        }
        places = {each.location for each in operation.parameters}
        self._encodes = "body" in places or (operation.method in _BODY_METHODS and places.isdisjoint(_WHOLE))
        self._form = operation.content_type if operation.content_type in _FORMS else None
        self._separators = {each.wire_name: each.separator for each in operation.parameters if each.separator}
        static = places <= {"body"} and not any(self._constants[place] for place in _FIXED[1:])
        is_static = static and not query and self._form is None
        self._static_url = base_url + operation.endpoint if is_static else None

    def compose(self, given: Mapping[str, object], extra: Mapping[str, object], key: str | None = None) -> Request:
        """Compose the request for checked parameters.

        Args:
            given: Their values, by keyword.
            extra: What goes where most of them go, by wire name.
            key: The idempotency key of an operation that takes one.

        Raises:
            InvalidRequestError: A value cannot be written where it belongs.
        """
        if key is not None:
            return self._keyed(self._operation.idempotency, given, extra, key)
        if self._static_url is not None and self._encodes:
            fields = dict(self._constants["body"])
            for name, value in given.items():
                fields[self._places[name][1]] = value
            if extra:
                fields.update(extra)
            content = self._encoded(fields)
            return Request(self._operation.method, self._static_url, self._with_type, content, self._operation.path)
        return self._compose_apart(given, extra)

    def _keyed(
        self, place: Idempotency | None, given: Mapping[str, object], extra: Mapping[str, object], key: str
    ) -> Request:
        if place is None or place.location == "body":
            return self.compose(given, {**extra, place.name: key} if place else extra)
        request = self.compose(given, extra)
        if place.location == "header":
            return request._replace(headers={**request.headers, place.name: key})
        joint = "&" if "?" in request.url else "?"
        return request._replace(url=f"{request.url}{joint}{urlencode({place.name: key}, quote_via=quote)}")

    def _compose_apart(self, given: Mapping[str, object], extra: Mapping[str, object]) -> Request:
        parts: dict[Location, dict[str, object]] = {place: {} for place in (*_FIXED, "raw", "json")}
        for place, constants in self._constants.items():
            parts[place].update(constants)
        for name, value in given.items():
            location, wire_name = self._places[name]
            parts[location][wire_name] = value
        parts["body" if self._encodes else "query"].update(extra)
        content, headers = self._formed(parts["body"]) if self._form else self._written(parts)
        headers = {**headers, **self._header(parts)}
        return Request(self._operation.method, self._address(parts), headers, content, self._operation.path)

    def _formed(self, fields: Mapping[str, object]) -> tuple[bytes, Mapping[str, str]]:
        """Write a form; its content type says where its parts end."""
        from mediawright_runtime import forms  # noqa: PLC0415 (weight: few operations send a form)

        try:
            form = forms.written(self._form or "", fields, _text)
        except (TypeError, ValueError, RecursionError):
            raise self._unwritable(fields) from None
        return form.content, {**self._headers, "Content-Type": form.content_type}

    def _written(self, parts: Mapping[Location, Mapping[str, object]]) -> tuple[bytes | None, Mapping[str, str]]:
        content = self._content(parts)
        return content, self._headers if content is None else self._with_type

    def _content(self, parts: Mapping[Location, Mapping[str, object]]) -> bytes | None:
        if parts["raw"]:
            return next(self._raw(name, value) for name, value in parts["raw"].items())
        if parts["json"]:
            return next(self._whole(name, value) for name, value in parts["json"].items())
        if parts["body"] or self._encodes:
            return self._encoded(parts["body"])
        return None

    def _raw(self, name: str, value: object) -> bytes:
        if isinstance(value, bytes):
            return value
        raise self._refusal(name, value, "bytes")

    def _whole(self, name: str, value: object) -> bytes:
        try:
            return _JSON.encode(value).encode()
        except (TypeError, ValueError, RecursionError):
            raise self._unwritable({name: value}) from None

    def _encoded(self, fields: Mapping[str, object]) -> bytes:
        wrap = self._operation.wrap
        body = {wrap: fields} if wrap and fields else fields
        try:
            return _JSON.encode(body).encode()
        except (TypeError, ValueError, RecursionError):
            raise self._unwritable(fields) from None

    def _unwritable(self, values: Mapping[str, object]) -> InvalidRequestError:
        name = next((name for name, value in values.items() if not _is_json(value)), "")
        return self._refusal(name, values.get(name), "a value that JSON can hold")

    def _address(self, parts: Mapping[Location, Mapping[str, object]]) -> str:
        try:
            return self._written_address(parts)
        except (TypeError, ValueError, RecursionError):
            raise self._unwritable({**parts["path"], **parts["query"]}) from None

    def _written_address(self, parts: Mapping[Location, Mapping[str, object]]) -> str:
        path = _PLACEHOLDER.sub(lambda found: self._segment(found[1], parts["path"]), self._operation.endpoint)
        query = urlencode([*self._pairs(parts["query"]), *self._query.items()], quote_via=quote)
        return self._base_url + path + (f"?{query}" if query else "")

    def _pairs(self, values: Mapping[str, object]) -> Iterator[tuple[str, str]]:
        for name, value in values.items():
            if is_list(value) and name in self._separators:
                yield name, self._separators[name].join(map(_text, value))
            else:
                yield from ((name, _text(item)) for item in (value if is_list(value) else [value]))

    def _segment(self, name: str, values: Mapping[str, object]) -> str:
        text = _joined(values.get(name, ""))
        if text in {"", ".", ".."}:
            raise self._refusal(name, text, "a text that is neither empty nor made of dots alone")
        return quote(text, safe="")

    def _header(self, parts: Mapping[Location, Mapping[str, object]]) -> dict[str, str]:
        try:
            return self._written_header(parts)
        except (TypeError, ValueError, RecursionError):
            raise self._unwritable({**parts["header"], **parts["cookie"]}) from None

    def _written_header(self, parts: Mapping[Location, Mapping[str, object]]) -> dict[str, str]:
        headers = {name: _joined(value) for name, value in parts["header"].items()}
        for name, value in headers.items():
            if not is_header_value(value):
                raise self._refusal(name, value, "printable ASCII characters, as a header holds them")
        return {**headers, **self._cookie(parts["cookie"])} if parts["cookie"] else headers

    def _cookie(self, values: Mapping[str, object]) -> dict[str, str]:
        """Write cookies, beside one that carries a credential."""
        pairs = (f"{name}={quote(_joined(value), safe='')}" for name, value in values.items())
        name = next((each for each in self._headers if each.lower() == "cookie"), "Cookie")
        return {name: "; ".join(filter(None, (self._headers.get(name), *pairs)))}

    def _refusal(self, wire_name: str, value: object, allowed: str) -> InvalidRequestError:
        keywords = {each.wire_name: each.name for each in self._operation.parameters}
        reason = f"{shown(value)} cannot be sent"
        keyword = keywords.get(wire_name, wire_name)
        return InvalidRequestError(keyword, value, allowed, reason=reason, operation=self._operation.path)


def is_header_value(value: str) -> bool:
    """Whether a text can stand in a header: printable, on one line, without spaces around it."""
    return _HEADER_VALUE.fullmatch(value) is not None


def _with_content_type(headers: Mapping[str, str], operation: Operation[ResponseModel]) -> Mapping[str, str]:
    declared = {name.lower() for name in headers}
    is_raw = any(each.location == "raw" for each in operation.parameters)
    said = operation.content_type or ("application/octet-stream" if is_raw else "application/json")
    return headers if "content-type" in declared else {**headers, "Content-Type": said}


def _constants(operation: Operation[ResponseModel], place: Location) -> Iterator[tuple[str, object]]:
    return ((name, value) for location, name, value in operation.constants if location == place)


def _joined(value: object) -> str:
    """Write a value where it stands once: the items of a list with commas between them."""
    return ",".join(map(_text, value)) if is_list(value) else _text(value)


def _text(value: object) -> str:
    """Write a value outside a body: truth values as JSON does, text as it is."""
    return value if isinstance(value, str) else _JSON.encode(value)


def _is_json(value: object) -> bool:
    try:
        _JSON.encode(value).encode()
    except (TypeError, ValueError, RecursionError):
        return False
    return True
