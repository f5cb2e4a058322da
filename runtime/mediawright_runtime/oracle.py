"""Judges requests and answers by an exported OpenAPI document, with a JSON Schema validator and no code of a client."""

from __future__ import annotations

import base64
import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qsl, unquote

from jsonschema import Draft202012Validator

from mediawright_runtime.form_reading import form_values, read_form, typed
from mediawright_runtime.schema import FORMS
from mediawright_runtime.shapes import is_object

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Document = Mapping[str, Any]

_SHOWN = 300
_PLACES = ("path", "query", "header", "cookie")
_DELIMITERS = {"spaceDelimited": " ", "pipeDelimited": "|"}


class Sent(NamedTuple):
    """A request taken apart, each value as its schema wants it."""

    path: Mapping[str, object]
    query: Mapping[str, object]
    header: Mapping[str, object]
    body: object
    cookie: Mapping[str, object] = {}


class Oracle:
    """What an exported document says of one operation."""

    def __init__(self, document: Document, operation: str) -> None:
        """Find the operation, `category.method`, and make its schemas ready.

        Raises:
            LookupError: The document does not have it.
        """
        self._document = document
        self._path, self._method, self._operation = _found(document, operation)
        described: list[Document] = self._operation.get("parameters", [])
        self._parameters = {place: [each for each in described if each["in"] == place] for place in _PLACES}
        body: Document = self._operation.get("requestBody", {})
        content: Mapping[str, Document] = body.get("content", {})
        self._needs_body: bool = body.get("required", False)
        self._type = next(iter(content), None)
        self._body = self._resolved(content[self._type]["schema"]) if self._type is not None else None
        schemes: Mapping[str, Document] = document.get("components", {}).get("securitySchemes", {})
        self._keys = {each["name"] for each in schemes.values() if each.get("in") == "query"}
        self._rules = Draft202012Validator({"allOf": self._operation.get("x-mediawright-rules", [])})
        self._validators: dict[int, tuple[Document, Draft202012Validator]] = {}

    def complaints(
        self, method: str, url: str, headers: Mapping[str, str], content: bytes | None, *, server: str
    ) -> list[str]:
        """List what the document holds against a request; `server` is the address before its path."""
        path, _, query = url.removeprefix(server).partition("?")
        lower = {name.lower(): value for name, value in headers.items()}
        problems = [f"method {method}: it is {self._method}"] if method != self._method else []
        pairs = parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query))
        problems += self._credentials(lower, dict(pairs))
        in_path = self._in_path(path)
        if in_path is None:
            return [*problems, f"path {path}: it is {self._path}"]
        problems += self._content_type(lower, content)
        sent = Sent(
            self._read("path", {name: [text] for name, text in in_path.items()}),
            self._read("query", _grouped([pair for pair in pairs if pair[0] not in self._keys])),
            self._read("header", {name: [text] for name, text in lower.items()}),
            self._content(lower, content),
            self._read("cookie", _grouped(_cookies(lower.get("cookie", "")))),
        )
        return [*problems, *self.violations(sent)]

    def violations(self, sent: Sent) -> list[str]:
        """List what the document holds against the values of a request."""
        problems = [*self._placed("path", sent.path), *self._placed("query", sent.query, closed=True)]
        problems += [*self._placed("header", sent.header), *self._placed("cookie", sent.cookie)]
        if self._body is None:
            problems += [f"body: {_short(sent.body)} is sent; there is none"] if sent.body is not None else []
        elif sent.body is not None or self._needs_body:
            problems += [f"body{each}" for each in self._held(self._body, sent.body)]
        together = {**sent.path, **sent.query, **sent.header, **sent.cookie, **_inner(sent.body)}
        return [*problems, *(each.message[:_SHOWN] for each in _errors(self._rules, together))]

    def answer_complaints(self, answer: object, status: int = 200) -> list[str]:
        """List what the document holds against an answer."""
        response = self._operation["responses"].get(str(status))
        if response is None:
            return [f"HTTP {status}: the document has no such answer"]
        schema = self._resolved(response["content"]["application/json"]["schema"])
        return [f"answer{each}" for each in self._held(schema, answer)]

    def _resolved(self, schema: Document) -> Document:
        name = schema.get("$ref", "").rpartition("/")[2]
        found: Document = self._document["components"]["schemas"][name] if name else schema
        return found

    def _held(self, schema: Document, value: object) -> Iterator[str]:
        if id(schema) not in self._validators:
            rooted = {**schema, "components": self._document.get("components", {})}
            self._validators[id(schema)] = (schema, Draft202012Validator(rooted))
        _, validator = self._validators[id(schema)]
        for error in _errors(validator, value):
            yield f"{error.json_path.removeprefix('$')}: {error.message[:_SHOWN]}"

    def _in_path(self, path: str) -> dict[str, str] | None:
        names = re.findall(r"{([^{}]+)}", self._path)
        pattern = "([^/]+)".join(map(re.escape, re.split(r"{[^{}]+}", self._path)))
        found = re.fullmatch(pattern, path)
        return dict(zip(names, map(unquote, found.groups()), strict=True)) if found else None

    def _read(self, place: str, texts: Mapping[str, list[str]]) -> dict[str, object]:
        """Read texts as the values that they stand for; names that the document lacks stay texts."""
        wanted = {each["name"].lower() if place == "header" else each["name"]: each for each in self._parameters[place]}
        read = {name: (wanted[name], given) for name, given in texts.items() if name in wanted}
        values = {known["name"]: self._value(known, given) for known, given in read.values()}
        beyond = {name: given[0] for name, given in texts.items() if name not in wanted and place == "query"}
        return {**values, **beyond}

    def _placed(self, place: str, values: Mapping[str, object], *, closed: bool = False) -> Iterator[str]:
        known = {each["name"]: each for each in self._parameters[place]}
        for name, parameter in known.items():
            if name in values:
                yield from (f"{place} {name}{each}" for each in self._held(parameter["schema"], values[name]))
            elif parameter["required"]:
                yield f"{place} {name}: it is missing"
        if closed:
            yield from (f"{place} {name}: there is none" for name in values if name not in known)

    def _content_type(self, headers: Mapping[str, str], content: bytes | None) -> Iterator[str]:
        given = headers.get("content-type", "").partition(";")[0]
        if content is not None and given != self._type:
            yield f"Content-Type: it is {given!r}, not {self._type!r}"

    def _value(self, parameter: Document, texts: list[str]) -> object:
        schema = self._resolved(parameter["schema"])
        if schema.get("type") == "array":
            items: Document = schema.get("items", {})
            delimiter = parameter.get("x-mediawright-separator", _DELIMITERS.get(parameter.get("style", ""), ","))
            several = texts if len(texts) > 1 else texts[0].split(delimiter)
            return [typed(items, each, self._resolved) for each in several]
        return typed(schema, texts[0], self._resolved)

    def _content(self, headers: Mapping[str, str], content: bytes | None) -> object:
        if content is None:
            return None
        if self._body is not None and self._type in FORMS:
            return form_values(read_form(headers.get("content-type", ""), content), self._body, self._resolved)
        if self._body is not None and self._body.get("format") == "binary":
            return content.decode("latin-1")
        try:
            return json.loads(content)
        except ValueError:
            return content.decode("latin-1")

    def _credentials(self, headers: Mapping[str, str], query: Mapping[str, str]) -> Iterator[str]:
        """Ask for the headers, or keys of the query, of one of the ways in which a caller may show who it is."""
        ways: list[Document] = self._operation.get("security", self._document.get("security", []))
        schemes = self._document.get("components", {}).get("securitySchemes", {})
        if ways and not any(all(_shown(schemes[name], headers, query) for name in way) for way in ways):
            yield f"credentials: none of {[list(way) for way in ways]} is in the request"


def _found(document: Document, operation: str) -> tuple[str, str, Document]:
    for path, item in document["paths"].items():
        for method, each in item.items():
            if each["x-mediawright-python"] == operation:
                return path.partition("#")[0], method.upper(), each
    raise LookupError(f"{operation}: the document does not have it; export it with the alternative of this name")


def _errors(validator: Draft202012Validator, value: Any) -> Iterator[Any]:
    yield from validator.iter_errors(value)  # pyright: ignore[reportUnknownMemberType] (an untyped overload in the stubs)


def _shown(scheme: Document, headers: Mapping[str, str], query: Mapping[str, str]) -> bool:
    """Say whether a way to show who one is stands in the request, in the form of its kind."""
    if scheme["type"] == "apiKey" and scheme["in"] == "query":
        return bool(query.get(scheme["name"]))
    if scheme["type"] == "apiKey":
        return bool(headers.get(scheme["name"].lower()))
    word, _, value = headers.get("authorization", "").partition(" ")
    return word.lower() == scheme["scheme"] and (_is_pair(value) if word == "Basic" else bool(value))


def _is_pair(value: str) -> bool:
    try:
        return b":" in base64.b64decode(value, validate=True)
    except ValueError:
        return False


def _grouped(pairs: list[tuple[str, str]]) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for name, text in pairs:
        grouped.setdefault(name, []).append(text)
    return grouped


def _cookies(text: str) -> list[tuple[str, str]]:
    pairs = (each.strip().partition("=") for each in text.split(";") if each.strip())
    return [(name, unquote(value)) for name, _, value in pairs]


def _inner(body: object) -> Mapping[str, object]:
    """Take the parameters out of a body, from below its wrapper where it has one."""
    if not is_object(body):
        return {}
    only = next(iter(body.values())) if len(body) == 1 else None
    return only if is_object(only) else body


def _short(value: object) -> str:
    return repr(value)[:_SHOWN]
