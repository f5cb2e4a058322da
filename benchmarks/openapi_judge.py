"""Holds a recorded HTTP request against an operation of a vendor's own document."""

import json
import re
from collections.abc import Iterator, Mapping
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from openapi_document import Document, Operation

_CREDENTIAL_HEADERS = frozenset({"authorization"})
_JSON = re.compile(r"application/(.+\+)?json|\*/\*", re.IGNORECASE)
_FORM = "application/x-www-form-urlencoded"
_DEEPEST = 6


class Sent(NamedTuple):
    """A request as it went out."""

    method: str
    url: str
    headers: Mapping[str, str]
    content: bytes


def complaints(document: Document, operation: Operation, sent: Sent) -> list[str]:
    """Say what the document does not allow of a request."""
    if sent.method != operation.method:
        return [f"method {sent.method}"]
    return [
        *_address(document, operation, sent),
        *_parameters(document, operation, sent),
        *_body(document, operation, sent),
    ]


def _address(document: Document, operation: Operation, sent: Sent) -> Iterator[str]:
    address, path = sent.url.partition("?")[0], operation.path.partition("?")[0]
    values = next(filter(None, (_placed(server, path, address) for server in operation.servers)), None)
    if values is None:
        yield f"address {address} is none of {operation.servers[0]}{operation.path}"
        return
    rows = {each["name"]: each for each in operation.parameters if each.get("in") == "path"}
    for name, text in values.items():
        schema = _schema(rows.get(name, {}))
        if not text:
            yield f"path {name} is empty"
        yield from (
            f"path {name}: {each}" for each in document.problems(schema, _read(document, schema, unquote(text)))
        )


def _placed(server: str, path: str, address: str) -> dict[str, str] | None:
    """Read the parameters of a path off an address; of servers that are no address, the end alone counts."""
    names = re.findall(r"{([^{}]+)}", path)
    pattern = re.sub(r"\\{[^{}]+\\}", "([^/?#]*)", re.escape(path))
    start = re.escape(server) if "://" in server and "{" not in server else r"https?://.*"
    found = re.fullmatch(start + pattern, address) or re.fullmatch(start + pattern, unquote(address))
    return dict(zip(names, found.groups(), strict=True)) | {} if found and names else ({"": "-"} if found else None)


def _parameters(document: Document, operation: Operation, sent: Sent) -> Iterator[str]:
    query = parse_qsl(urlsplit(sent.url).query, keep_blank_values=True)
    headers = {name.lower(): [text] for name, text in sent.headers.items()}
    jar = [each.strip().partition("=") for each in sent.headers.get("cookie", "").split(";") if each.strip()]
    cookies = {name: [unquote(text)] for name, _, text in jar}
    found: dict[str, dict[str, list[str]]] = {"header": headers, "cookie": cookies, "query": {}}
    for name, text in query:
        found["query"].setdefault(name, []).append(text)
    known = {name for place, name in operation.credentials if place == "query"}
    known |= {name for name, _ in parse_qsl(operation.path.partition("?")[2])}
    for row in operation.parameters:
        place, name = str(row.get("in")), str(row.get("name"))
        if place in found:
            texts = _texts(row, found[place].get(name.lower() if place == "header" else name))
            known |= {name, f"{name}[]"} if place == "query" else set()
            deep = row.get("style") == "deepObject"
            yield from () if deep else _parameter(document, row, texts)
            known |= {each for each in found["query"] if deep and each.startswith(f"{name}[")}
    yield from (f"query {name} is not documented" for name in found["query"] if name not in known)


def _texts(row: Any, texts: list[str] | None) -> list[str] | None:
    """Take the values of a parameter apart, as its style says."""
    if texts is None or row.get("explode", row.get("style", "form") == "form" and row["in"] == "query"):
        return texts
    joint = {"spaceDelimited": " ", "pipeDelimited": "|"}.get(row.get("style", ""), ",")
    schema = _schema(row)
    return [part for text in texts for part in text.split(joint)] if "items" in schema else texts


def _parameter(document: Document, row: Any, texts: list[str] | None) -> Iterator[str]:
    place = f"{row['in']} {row['name']}"
    schema = _schema(row)
    is_credential = row["in"] == "header" and row["name"].lower() in {"authorization", "content-type", "accept"}
    if texts is None:
        if row.get("required") and not is_credential:
            yield f"{place} is missing"
        return
    if is_credential:
        return
    value = json.loads(texts[0]) if "content" in row else _of_form(document, schema, list(texts))
    yield from (f"{place}: {each}" for each in document.problems(schema, value))


def _schema(row: Any) -> Any:
    if "content" in row:
        return next(iter(row["content"].values())).get("schema", {})
    return row.get("schema") or {}


def _body(document: Document, operation: Operation, sent: Sent) -> Iterator[str]:
    contents = (operation.body or {}).get("content") or {}
    if not sent.content:
        if operation.body is not None and operation.body.get("required"):
            yield "the body is missing"
        return
    kind = sent.headers.get("content-type", "")
    bare = kind.partition(";")[0].strip().lower()
    media = next((each for name, each in contents.items() if _same_kind(name, bare)), None)
    if media is None:
        if contents or sent.content != b"{}":
            yield f"a body of type {kind!r} is not documented, but {', '.join(contents) or 'none'}"
        return
    schema = media.get("schema") or {}
    try:
        value = _value(document, schema, kind, sent.content)
    except (ValueError, KeyError) as error:
        yield f"the body cannot be read as {kind}: {error}"
        return
    if value is not None:
        yield from (f"body {each}" for each in document.problems(schema, value))


def _same_kind(documented: str, bare: str) -> bool:
    wanted = documented.partition(";")[0].strip().lower()
    return wanted in {bare, "*/*"} or (wanted.endswith("/*") and bare.startswith(wanted[:-1]))


def _value(document: Document, schema: Any, kind: str, content: bytes) -> Any:
    bare = kind.partition(";")[0].strip().lower()
    if _JSON.fullmatch(bare):
        return json.loads(content)
    if bare == _FORM:
        return _fields(document, schema, parse_qsl(content.decode(), keep_blank_values=True, strict_parsing=True))
    if bare == "multipart/form-data":
        return _fields(document, schema, list(_parts(kind, content)))
    return None


def _parts(kind: str, content: bytes) -> Iterator[tuple[str, str]]:
    """Read a form by the standard library's parser of mail, which knows no empty one; a file is a word."""
    if re.fullmatch(rb"--[^\r\n]+--\r\n", content):
        return
    message = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + content)
    if not message.is_multipart() or message.defects:
        raise ValueError(f"it is no form {message.defects}")
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        payload = part.get_payload(decode=True)
        yield str(name), "a file" if part.get_filename() else payload.decode()


def _fields(document: Document, schema: Any, pairs: list[tuple[str, str]]) -> dict[str, Any]:
    known = _properties(document, schema)
    texts: dict[str, list[str]] = {}
    for name, text in pairs:
        texts.setdefault(name if name in known else name.removesuffix("[]"), []).append(text)
    return {name: _of_form(document, known.get(name, {}), each) for name, each in texts.items()}


def _properties(document: Document, schema: Any, depth: int = 0) -> dict[str, Any]:
    schema = document.resolved(schema)
    found = dict(schema.get("properties") or {})
    for key in ("allOf", "anyOf", "oneOf"):
        for each in (schema.get(key) or ()) if depth < _DEEPEST else ():
            found = {**_properties(document, each, depth + 1), **found}
    return found


def _of_form(document: Document, schema: Any, texts: list[str]) -> Any:
    """Read texts as the value of a schema: as a list where it takes them so."""
    item = next((each.get("items", {}) for each in _forms(document, schema) if "items" in each), None)
    if item is not None:
        values = [_read(document, item, each) for each in texts]
        if len(texts) > 1 or document.accepts(schema, values):
            return values
    return _read(document, schema, texts[-1]) if len(texts) == 1 else texts


def _forms(document: Document, schema: Any, depth: int = 0) -> Iterator[Any]:
    schema = document.resolved(schema)
    yield schema
    for key in ("allOf", "anyOf", "oneOf"):
        for each in (schema.get(key) or ()) if depth < _DEEPEST else ():
            yield from _forms(document, each, depth + 1)


def _read(document: Document, schema: Any, text: str) -> Any:
    """Read a text as what the schema accepts: itself, else what it spells in JSON."""
    if document.accepts(schema, text):
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text
