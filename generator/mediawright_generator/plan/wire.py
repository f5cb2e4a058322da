"""Requests as plain data: how a parameter set goes over the wire, read off the record and not off a client."""

import base64
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from mediawright_generator.plan.samples import Record
from mediawright_runtime.schema import form_type
from mediawright_runtime.shapes import is_list

KEY = "test-idempotency-key"
"""The key that contract tests give to an operation that takes one."""
_BODILESS = ("GET", "DELETE", "HEAD", "OPTIONS")
_FILE = "application/octet-stream"
_PLACEHOLDER = re.compile(r"{([^{}]*)}")


def placeholder(name: str) -> str:
    """Make the value of a credential or a token that contract tests use."""
    return f"test-{name}"


def first_set(operation: Record) -> list[str]:
    """Name the credentials that go along with calls of a client that holds all: of several sets the first."""
    return list(next(iter(operation["credential_sets"]), [each["name"] for each in operation["credentials"]]))


def known_by(operation: Record, held: Sequence[str]) -> set[str]:
    """Name what can stand in headers: credentials, and the tokens that are fetched with them."""
    fetched = (each["name"] for each in operation["tokens"] if set(each["parameters"].values()) <= set(held))
    return {*held, *fetched}


def request_of(operation: Record, given: Mapping[str, Any], held: Sequence[str] | None = None) -> dict[str, Any]:
    """Say what is sent for a parameter set by a client that holds these credentials, or all."""
    return written(operation, placed(operation, given), given, held)


def written(
    operation: Record, demo: Record, given: Mapping[str, Any], held: Sequence[str] | None = None
) -> dict[str, Any]:
    """Write a documented request as it goes over the wire; `given` has the bytes of a raw body."""
    demo = _keyed(operation, demo)
    path = operation["endpoint"]
    for key, value in demo.get("path", {}).items():
        path = path.replace(f"{{{key}}}", quote(_joined(value), safe=""))
    whole = (given.get(each["name"]) for each in operation["api_body"] if each["in"] in {"raw", "json"})
    body = _form(operation, demo, given) if form_type(operation) else next(whole, _body(operation, demo))
    return {
        "method": operation["method"],
        "path": path,
        "query": _query(operation, demo, held or first_set(operation)),
        "headers": _headers(operation, demo, held or first_set(operation), body),
        "body": body,
    }


def _query(operation: Record, demo: Record, held: Sequence[str]) -> dict[str, Any]:
    """Join lists that have a separator, and add the credentials that go there."""
    joints = {each["wire_name"]: each["separator"] for each in operation["api_body"] if "separator" in each}
    given = {
        name: joints[name].join(_texts(value)) if name in joints and is_list(value) else value
        for name, value in demo.get("query", {}).items()
    }
    known = known_by(operation, held) if operation["authenticated"] else set[str]()
    templates = {each["name"]: each["value"] for each in operation.get("api_query", ())}
    return {**given, **{name: _filled(value) for name, value in templates.items() if _needed(value) <= known}}


def _form(operation: Record, demo: Record, given: Mapping[str, Any]) -> list[list[Any]]:
    """List the fields of a form, sorted: name, name and type of a file, text."""
    rows = [each for each in operation["api_body"] if each.get("file")]
    files = {each["wire_name"]: list(_files(given.get(each["name"]))) for each in rows}
    body: Record = demo.get("body") or {}
    texts = {name: value for name, value in body.items() if name not in files}
    parts: list[list[Any]] = [[name, name, _FILE, content] for name, each in files.items() for content in each]
    return sorted([*parts, *([name, "", "", text] for name, value in texts.items() for text in _texts(value))])


def _files(given: Any) -> Iterator[str]:
    """Read the bytes of a field as contract tests do, which compare texts; what is none cannot be in a file."""
    for each in given if is_list(given) else [given]:
        if isinstance(each, bytes):
            yield each.decode(errors="replace")


def _headers(operation: Record, demo: Record, held: Sequence[str], body: Any) -> dict[str, str]:
    known = known_by(operation, held) if operation["authenticated"] else set[str]()
    declared = ((each["name"], each["value"]) for each in operation["api_header"] if _needed(each["value"]) <= known)
    later = {name.lower(): (name, value) for name, value in declared}
    sent = {name: _filled(value) for name, value in later.values()}
    is_raw = any(each["in"] == "raw" for each in operation["api_body"])
    if body is not None and "content-type" not in {name.lower() for name in sent}:
        sent["Content-Type"] = operation.get("content_type") or (_FILE if is_raw else "application/json")
    sent |= {name: _joined(value) for name, value in demo.get("header", {}).items()}
    cookies = [f"{name}={quote(_joined(value), safe='')}" for name, value in demo.get("cookie", {}).items()]
    return {**sent, "Cookie": "; ".join(cookies)} if cookies else sent


def _needed(template: str) -> set[str]:
    """Name what a header is made of."""
    found: list[str] = _PLACEHOLDER.findall(template)
    return {name for each in found for name in each.removeprefix("base64:").split(":")}


def _filled(template: str) -> str:
    return _PLACEHOLDER.sub(lambda found: _value(found[1]), template)


def _value(inner: str) -> str:
    text = ":".join(placeholder(name) for name in inner.removeprefix("base64:").split(":"))
    return base64.b64encode(text.encode()).decode() if inner.startswith("base64:") else text


def placed(operation: Record, given: Mapping[str, Any]) -> dict[str, Any]:
    """Put each value, constant and default that is always sent where it belongs."""
    demo: dict[str, Any] = {"path": {}, "query": {}, "header": {}, "cookie": {}, "body": {}}
    for each in operation["api_body"]:
        value = each.get("const", given.get(each["name"], _stand_in(operation, each)))
        is_null = each["name"] in given and each["required"] and each.get("nullable", False)
        if (value is not None or is_null) and each["in"] in demo:
            demo[each["in"]][each["wire_name"]] = value
    key = operation["body"].get("key")
    if demo["body"] and key and not form_type(operation):
        demo["body"] = {key: demo["body"]}
    return demo


def _stand_in(operation: Record, parameter: Record) -> Any:
    """Say what is sent where a caller gives nothing: a default of which the record says so, or a credential."""
    if "credential" in parameter:
        return placeholder(parameter["credential"])
    fetching = (each["parameters"] for each in operation["tokens"] if each["python"] == operation["python"])
    credential = next((each[parameter["name"]] for each in fetching if parameter["name"] in each), None)
    if credential is not None:
        return placeholder(credential)
    return parameter.get("default") if parameter.get("send_default") else None


def _keyed(operation: Record, demo: Record) -> Record:
    """Put the key that the tests give into a request of an operation that takes one."""
    if "idempotency" not in operation:
        return demo
    place, name = operation["idempotency"]["in"], operation["idempotency"]["name"]
    key = operation["body"].get("key") if place == "body" else None
    part: Record = demo.get(place) or {}
    inner = {**(part.get(key, {}) if key else part), name: KEY}
    return {**demo, place: {**part, key: inner} if key else inner}


def _body(operation: Record, demo: Record) -> Any:
    """Give the body of a documented request; one that shows none has the empty one, where there can be a body."""
    in_body = any(each["in"] == "body" for each in operation["api_body"])
    return demo.get("body") or ({} if in_body or operation["method"] not in _BODILESS else None)


def _joined(value: Any) -> str:
    return ",".join(_texts(value))


def _texts(value: Any) -> Iterator[str]:
    """Write a value outside a body."""
    for each in value if is_list(value) else [value]:
        yield each if isinstance(each, str) else json.dumps(each, ensure_ascii=False, separators=(",", ":"))
