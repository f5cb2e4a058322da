"""Credentials and what carries them, a header or a key of the query, as OpenAPI security schemes."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from mediawright_generator.spec.naming import slug

Record = Mapping[str, Any]
Document = dict[str, Any]

_PLACEHOLDER = re.compile(r"\{((?:base64:)?[a-z][a-z0-9_]*(?::[a-z][a-z0-9_]*)*)\}")
_HTTP_SCHEMES = ("bearer", "basic")


def security_schemes(operation: Record) -> Document:
    """Describe whatever carries a credential; the scheme is named for what it carries."""
    return {name: scheme for name, scheme, _ in _schemes(operation)}


def security_requirements(operation: Record) -> list[Document]:
    """List what satisfies the vendor: each set of credentials, or all of them, or the required ones alone."""
    schemes = [(name, required) for name, _, required in _schemes(operation)]
    if not schemes or not operation.get("authenticated", True):
        return []
    if sets := operation.get("credential_sets"):
        return [_carried_by(operation, set(each)) for each in sets]
    together: Document = {name: [] for name, _ in schemes}
    alone: Document = {name: [] for name, required in schemes if required}
    return [together] if together == alone else [together, alone]


def is_credential_header(header: Record) -> bool:
    """Tell whether a header's value is filled from a credential."""
    return _PLACEHOLDER.search(header["value"]) is not None


def _schemes(operation: Record) -> Iterator[tuple[str, Document, bool]]:
    credentials = {each["name"]: each for each in operation.get("credentials", ())}
    names: set[str] = set()
    for header in _carriers(operation):
        carried = _carried(header)
        name = "_".join(carried)
        name = f"{name}_{slug(header['name'])}" if name in names else name
        names.add(name)
        known = [credentials[each] for each in carried if each in credentials]
        yield name, _scheme(header, known), all(each.get("required", True) for each in known)


def _carriers(operation: Record) -> list[Record]:
    """List the headers that carry credentials, and the keys of the query that do, marked as such."""
    headers: list[Record] = [each for each in operation.get("api_header", ()) if is_credential_header(each)]
    keys = (each for each in operation.get("api_query", ()) if is_credential_header(each))
    return [*headers, *({**each, "in": "query"} for each in keys)]


def _carried(header: Record) -> list[str]:
    """Name the credentials in a header."""
    placeholders = _PLACEHOLDER.findall(header["value"])
    return [name for each in placeholders for name in each.removeprefix("base64:").split(":")]


def _carried_by(operation: Record, credentials: set[str]) -> Document:
    """Name the schemes whose headers a set of credentials fills, itself or by a token that is fetched with it."""
    fetched = {each["name"] for each in operation.get("tokens", ()) if set(each["parameters"].values()) <= credentials}
    filled = (set(_carried(each)) <= credentials | fetched for each in _carriers(operation))
    names = (name for name, _, _ in _schemes(operation))
    return {name: [] for name, is_filled in zip(names, filled, strict=True) if is_filled}


def _scheme(header: Record, credentials: list[Record]) -> Document:
    described = {"description": _description(header, credentials)}
    environment = [each["environment"] for each in credentials if "environment" in each]
    extra = {"x-mediawright-environment": environment} if environment else {}
    scheme = header["value"].partition(" ")[0].lower()
    if "in" not in header and header["name"].lower() == "authorization" and scheme in _HTTP_SCHEMES:
        return {"type": "http", "scheme": scheme, **described, **extra}
    return {"type": "apiKey", "in": header.get("in", "header"), "name": header["name"], **described, **extra}


def _description(header: Record, credentials: list[Record]) -> str:
    sentences = [each["describe"] for each in credentials if each.get("describe")]
    return " ".join([*sentences, f"Sent as `{_shown(header)}`."])


def _shown(carrier: Record) -> str:
    return f"?{carrier['name']}={carrier['value']}" if "in" in carrier else f"{carrier['name']}: {carrier['value']}"
