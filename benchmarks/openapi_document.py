"""An OpenAPI document as its vendor wrote it, with what it refers to; knows nothing of the importer."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import url2pathname

import yaml
from openapi_schema_validator import OAS30WriteValidator, OAS31Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

METHODS = ("get", "post", "put", "patch", "delete", "head", "options")
_DEEPEST = 20
_TYPES = frozenset({"string", "integer", "number", "boolean", "array", "object", "null"})
_SCHEMES = frozenset({"apiKey", "http", "oauth2", "openIdConnect", "mutualTLS"})


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation; whatever is in it stands alone, its references are absolute."""

    id: str | None
    method: str
    path: str
    servers: tuple[str, ...]
    parameters: tuple[Any, ...]
    body: Any
    credentials: frozenset[tuple[str, str]]
    """Places and names that carry credentials: (`query`, `key`)."""

    @property
    def title(self) -> str:
        """Method and path."""
        return f"{self.method} {self.path}"


class Document:
    """A document, and the files that it refers to."""

    def __init__(self, file: Path) -> None:
        self._files: dict[str, Any] = {}
        self._root = file.resolve().as_uri()
        self.content = self._file(self._root)
        self._registry = Registry(retrieve=self._resource)
        self._validators: dict[str, Any] = {}
        is_new = str(self.content.get("openapi", "3.0")).startswith("3.1")
        self._kind: Any = OAS31Validator if is_new else OAS30WriteValidator

    def operations(self) -> Iterator[Operation]:
        """List the operations."""
        for path, stated in (self.content.get("paths") or {}).items():
            item = self.resolved(stated)
            for method in METHODS:
                if isinstance(item.get(method), dict):
                    yield self._operation(method, path, item, item[method])

    def resolved(self, value: Any) -> Any:
        """Follow references until there is none; what stands beside one stays."""
        for _ in range(_DEEPEST):
            reference = value.get("$ref") if isinstance(value, dict) else None
            if not isinstance(reference, str):
                break
            found = self._found(reference)
            rest = {key: each for key, each in value.items() if key != "$ref"}
            value = {**found, **rest} if isinstance(found, dict) else rest
        return value if isinstance(value, dict) else {}

    def problems(self, schema: Any, value: Any) -> list[str]:
        """Say what is wrong with a value, by the validator for such documents."""
        key = json.dumps(schema, sort_keys=True, default=str)
        if key not in self._validators:
            self._validators[key] = self._kind(schema, registry=self._registry)
        found = sorted(self._validators[key].iter_errors(value), key=lambda each: len(each.path))
        return [f"{'.'.join(map(str, each.absolute_path))}: {each.message[:160]}" for each in found[:2]]

    def accepts(self, schema: Any, value: Any) -> bool:
        """Tell whether nothing is wrong with a value."""
        return not self.problems(schema, value)

    def _operation(self, method: str, path: str, item: Any, stated: Any) -> Operation:
        rows = [self.resolved(each) for each in (*(item.get("parameters") or ()), *(stated.get("parameters") or ()))]
        merged = {(each.get("in"), each.get("name")): each for each in rows}
        servers = next((each["servers"] for each in (stated, item, self.content) if each.get("servers")), [{"url": ""}])
        body = self.resolved(stated["requestBody"]) if "requestBody" in stated else None
        known = frozenset(self._credentials())
        return Operation(
            stated.get("operationId"), method.upper(), path, tuple(_server(each) for each in servers),
            tuple(merged.values()), body, known,
        )  # fmt: skip

    def _credentials(self) -> Iterator[tuple[str, str]]:
        schemes = (self.content.get("components") or {}).get("securitySchemes") or {}
        for each in map(self.resolved, schemes.values()):
            if each.get("type") == "apiKey":
                yield each["in"], each["name"]

    def _found(self, reference: str) -> Any:
        where, _, pointer = reference.partition("#")
        found = self._file(where)
        for step in filter(None, pointer.split("/")):
            name = unquote(step).replace("~1", "/").replace("~0", "~")
            found = (
                found.get(name) if isinstance(found, dict) else found[int(name)] if isinstance(found, list) else None
            )
        return found

    def _file(self, address: str) -> Any:
        if address not in self._files:
            path = Path(url2pathname(urlsplit(address).path))
            content = yaml.load(path.read_text(encoding="utf-8-sig"), _Loader)  # noqa: S506 (a safe loader)
            self._files[address] = _absolute(content, address)
        return self._files[address]

    def _resource(self, address: str) -> Resource[Any]:
        return DRAFT202012.create_resource(self._file(address))


class _Loader(yaml.CSafeLoader):
    """Reads dates as the texts that they are in JSON."""


_Loader.yaml_implicit_resolvers = {
    first: [each for each in resolvers if each[0] != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def _absolute(value: Any, address: str) -> Any:
    """Let each reference name its file, and take out what no validator can read."""
    if isinstance(value, list):
        return [_absolute(each, address) for each in value]
    if not isinstance(value, dict):
        return value
    made = {str(key): _absolute(each, address) for key, each in value.items() if not _is_unreadable(key, each)}
    if isinstance(made.get("$ref"), str):
        made["$ref"] = urljoin(address, made["$ref"])
    return made


def _is_unreadable(key: Any, value: Any) -> bool:
    """Tell what would end a validation: a type that JSON does not have, an expression that Python does not have."""
    if key == "pattern" and isinstance(value, str):
        try:
            re.compile(value)
        except re.error:
            return True
    strange = key == "type" and isinstance(value, str) and value not in _TYPES
    return key in {"$id", "$schema"} or (strange and value not in _SCHEMES)


def _server(stated: Any) -> str:
    url = str(stated.get("url", ""))
    for name, each in (stated.get("variables") or {}).items():
        url = url.replace(f"{{{name}}}", str(each.get("default", "")))
    return url.rstrip("/")
