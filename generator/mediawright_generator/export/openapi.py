"""A vendor's contract as an OpenAPI 3.1 document."""

import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from itertools import count
from typing import Any

from mediawright_generator.export.answers import answer_component
from mediawright_generator.export.links import with_links
from mediawright_generator.export.operations import component_name, operation_object
from mediawright_generator.export.security import security_requirements, security_schemes
from mediawright_generator.plan.references import renamed
from mediawright_runtime.schema import body_schema

Record = Mapping[str, Any]
Document = dict[str, Any]


class UnknownAlternativeError(LookupError):
    """A name was given that is no alternative of any operation."""


def openapi_document(contract: Record, alternatives: Sequence[str] = ()) -> Document:
    """Write the primary operations of a vendor, with the named alternatives in the place of their primaries.

    Raises:
        UnknownAlternativeError: a name in `alternatives` is not the name of an alternative.
    """
    operations = _chosen(contract.get("operations", ()), alternatives)
    named = _names(operations)
    addresses: list[Sequence[Record]] = [each["servers"] for each in operations]
    servers: Sequence[Record] = max(addresses, key=addresses.count, default=())
    security = security_requirements(operations[0]) if operations else []
    document = {
        "openapi": "3.1.0",
        "info": {"title": contract["vendor"], "version": _version()},
        "servers": [_server(each) for each in servers],
        "security": security,
        "tags": [{"name": name} for name in dict.fromkeys(each["category"] for each in operations)],
        "paths": _paths(operations, servers, security),
        "components": _components(operations, named),
    }
    whole = {key: value for key, value in document.items() if value or key == "paths"}
    return renamed(whole, named) if named else whole


def _chosen(operations: Sequence[Record], alternatives: Sequence[str]) -> list[Record]:
    known = {each["name"]: each["alternative_of"] for each in operations if "alternative_of" in each}
    for name in alternatives:
        if name not in known:
            raise UnknownAlternativeError(f"no alternative is named {name!r}; known are: {_listed(known)}")
    replaced = {known[name] for name in alternatives}
    return [each for each in operations if _is_chosen(each, alternatives, replaced)]


def _is_chosen(operation: Record, alternatives: Sequence[str], replaced: set[str]) -> bool:
    if "alternative_of" in operation:
        return operation["name"] in alternatives
    return operation["name"] not in replaced


def _listed(names: Mapping[str, str]) -> str:
    return ", ".join(repr(name) for name in names) or "none"


def _version() -> str:
    try:
        return version("mediawright")
    except PackageNotFoundError:
        return "0"


def _server(server: Record) -> Document:
    described = {"description": server["describe"]} if server.get("describe") else {}
    return {"url": server["url"], **described}


def _paths(operations: Sequence[Record], servers: Sequence[Record], security: list[Document]) -> Document:
    paths: Document = {}
    described = {each["python"]: each for each in operations}
    for operation in operations:
        written = operation_object(operation)
        written["responses"] = with_links(written["responses"], operation, described)
        if operation["servers"] != servers:
            written["servers"] = [_server(each) for each in operation["servers"]]
        if security_requirements(operation) != security:
            written["security"] = security_requirements(operation)
        _add(paths, operation, written)
    return paths


def _add(paths: Document, operation: Record, written: Document) -> None:
    """Add an operation at its path; of several with one address the later ones are told apart by a fragment."""
    method = operation["method"].lower()
    item = paths.setdefault(operation["endpoint"], {})
    if method in item:
        item = paths.setdefault(f"{operation['endpoint']}#{operation['python']}", {})
    item[method] = written


def _names(operations: Sequence[Record]) -> dict[str, str]:
    """Name the shared schemas as components, where no operation's own schema has the name."""
    taken = {component_name(each, suffix) for each in operations for suffix in ("Request", "Response")}
    names: dict[str, str] = {}
    for name in dict.fromkeys(name for each in operations for name in each.get("schemas", ())):
        plain = re.sub(r"[^A-Za-z0-9._-]", "_", name)
        names[name] = next(each for each in (plain + "_" * number for number in count()) if each not in taken)
        taken.add(names[name])
    return names


def _components(operations: Sequence[Record], named: Mapping[str, str]) -> Document:
    schemes: Document = {}
    for operation in operations:
        schemes |= security_schemes(operation)
    shared = {named[name]: schema for each in operations for name, schema in each.get("schemas", {}).items()}
    components = {"schemas": {**dict(_schemas(operations)), **shared}, "securitySchemes": schemes}
    return {key: value for key, value in components.items() if value}


def _schemas(operations: Sequence[Record]) -> Iterator[tuple[str, Document]]:
    for operation in operations:
        request = body_schema(operation)
        if request is not None:
            alone = {key: each for key, each in request.items() if key != "schemas"}
            yield component_name(operation, "Request"), alone
        yield component_name(operation, "Response"), answer_component(operation)
