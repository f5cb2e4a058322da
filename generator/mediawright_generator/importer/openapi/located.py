"""Parameters outside the body: in path, query, header and cookie, as documents list them and as paths demand them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from mediawright_generator.importer.openapi.content import is_json
from mediawright_generator.importer.openapi.losses import Ledger
from mediawright_generator.importer.openapi.parameter import Keys, described
from mediawright_generator.importer.openapi.reference import Node
from mediawright_generator.importer.openapi.schema import Schemas
from mediawright_generator.importer.openapi.schema_object import Schema
from mediawright_generator.importer.openapi.simplify import simplify
from mediawright_generator.importer.openapi.template import folded, in_address, placeholders
from mediawright_runtime.shapes import is_object

_SEPARATORS: Final[Mapping[str, str]] = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|"}
_HEADER: Final = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_OURS: Final = ("accept", "content-type")
_LOCATIONS: Final = ("path", "query", "header", "cookie")


Held = frozenset[tuple[str, str]]
"""Places that carry credentials: where, and the name in lower case."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The parameters of an operation outside its body."""

    parameters: tuple[Keys, ...]
    keys: tuple[Node, ...]
    """Parameters that are credentials."""
    examples: Mapping[str, Any]
    """Documented values by location and name, as `query.limit`."""


def listed(item: Node, operation: Node, ledger: Ledger) -> Iterator[Node]:
    """Give the parameters of a path and of its operation, which count more."""
    found: dict[tuple[str, str], Node] = {}
    for node in (*item.get("parameters").each(), *operation.get("parameters").each()):
        target = node.followed()
        if not is_object(target.value) or not target.text("name"):
            what = f"$ref {node.reference!r} leads nowhere" if node.reference else "a parameter has no name"
            ledger.lose(node, "broken-reference" if node.reference else "malformed-parameter", what)
        else:
            found[target.text("in").lower(), target.text("name")] = target
    yield from found.values()


def read_listed(nodes: Iterator[Node], path: str, schemas: Schemas, ledger: Ledger, held: Held) -> Listed:
    """Read them; what the path demands and nobody lists is a text. `held` are credentials."""
    parameters: list[Keys] = []
    keys: list[Node] = []
    examples: dict[str, Any] = {}
    spelt = {folded(each): each for each in placeholders(path)}
    for node in nodes:
        where, name = node.text("in").lower(), node.text("name")
        if (where, name.lower()) in held:
            keys.append(node)
        elif where == "header" and name.lower() in _OURS:
            ledger.leave(node, "own-header", f"header {name!r} is made of the record's own types")
        elif where not in _LOCATIONS:
            ledger.lose(node, "parameter-location", f"parameter {name!r} stands in {where!r}, which no request has")
        elif where == "path" and folded(name) not in spelt:
            ledger.leave(node, "path-parameter", f"path parameter {name!r} has no placeholder in {path!r}")
        elif where == "header" and not _HEADER.fullmatch(name):
            ledger.lose(node, "header-name", f"header {name!r} has characters that none may have")
        else:
            name = spelt[folded(name)] if where == "path" else name
            parameters += _unlike(_read(node, where, name, schemas, ledger), parameters, node, ledger)
            if (example := _example(node)) is not None:
                examples[f"{where}.{name}"] = example
    known = {each["name"] for each in parameters if each["in"] == "path"}
    for name in placeholders(path):
        if name not in known:
            parameters.append(
                {"name": name, "in": "path", **described(name, {"type": "string"}, schemas, required=True)}
            )
    return Listed(tuple(map(_in_address, parameters)), tuple(keys), examples)


def _in_address(keys: Keys) -> Keys:
    """Call a path parameter as the address does, where its name cannot stand in one."""
    spelt = in_address(keys["name"]) if keys["in"] == "path" else keys["name"]
    return {**keys, "wire_name": spelt} if spelt != keys["name"] else keys


def _unlike(read: list[Keys], known: list[Keys], node: Node, ledger: Ledger) -> list[Keys]:
    """Tell properties that are spread over a query from those of another object: `duration[gte]` for `gte`."""
    taken = {(each["in"], each.get("wire_name", each["name"])) for each in known}
    if not any((each["in"], each.get("wire_name", each["name"])) in taken for each in read):
        return read
    name = node.text("name")
    what = f"properties of {name!r} stand in the query as those of another object do; they are sent as {name}[...]"
    ledger.lose(node, "parameter-style", what)
    return [{**each, "name": f"{name}_{each['name']}", "wire_name": f"{name}[{each['name']}]"} for each in read]


def _example(node: Node) -> Any:
    named = [each.followed().get("value").value for _, each in node.get("examples").items()]
    schema = node.get("schema").followed()
    several = [each.value for each in schema.get("examples").each()]
    found = (node.get("example").value, *named, schema.get("example").value, *several)
    return next((each for each in found if each is not None), None)


def _read(node: Node, where: str, name: str, schemas: Schemas, ledger: Ledger) -> list[Keys]:
    required = where == "path" or node.get("required").value in (True, "true")
    schema, is_encoded = _schema(node, schemas, ledger)
    simple = simplify(schema, schemas).schema
    explode = node.get("explode").value
    style = node.text("style") or ("form" if where in ("query", "cookie") else "simple")
    properties = simple.get("properties") if simple.get("type") == "object" else None
    if where == "query" and properties and not is_encoded and (style == "deepObject" or explode is not False):
        return _spread(name, simple, schemas, deep=style == "deepObject")
    if style in ("matrix", "label"):
        ledger.lose(node, "parameter-style", f"parameter {name!r} is written in the style {style!r}")
    keys = {"name": name, "in": where, **described(name, schema, schemas, required=required)}
    if where == "query" and keys["type"] == "array":
        if is_encoded:
            ledger.lose(node, "parameter-style", f"parameter {name!r} is a list written as JSON")
        elif explode is False or style in ("spaceDelimited", "pipeDelimited"):
            keys["separator"] = _SEPARATORS.get(style, ",")
    return [_without_null(keys)]


def _without_null(keys: Keys) -> Keys:
    """Leave null out where only text stands."""
    return {key: each for key, each in keys.items() if key != "nullable"}


def _schema(node: Node, schemas: Schemas, ledger: Ledger) -> tuple[Schema, bool]:
    """Read the schema of a parameter: its own, that of its content, or what Swagger 2 writes beside the name."""
    for kind, media in node.get("content").items():
        return schemas.read(media.get("schema"), ledger), is_json(kind)
    if is_object(node.get("schema").value) or not node.get("type").value:
        return schemas.read(node.get("schema"), ledger), False
    return schemas.read(node, Ledger()), False


def _spread(name: str, simple: Schema, schemas: Schemas, *, deep: bool) -> list[Keys]:
    """Take each property of an object for a parameter of its own, as it stands in the query."""
    needed = simple.get("required", ())
    return [
        _without_null(
            {
                "name": f"{name}_{each}" if deep else each,
                **({"wire_name": f"{name}[{each}]"} if deep else {}),
                "in": "query",
                **described(each, schema, schemas, required=each in needed),
            }
        )
        for each, schema in simple["properties"].items()
    ]
