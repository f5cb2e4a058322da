"""The JSON Schemas of vendor, record and changelog, for editors that complete and check YAML."""

import ast
import inspect
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mediawright_generator.spec.base import Spec
from mediawright_generator.spec.changelog import Changelog
from mediawright_generator.spec.operation import Operation
from mediawright_generator.spec.vendor import Vendor

SCHEMAS: Mapping[str, type[Spec]] = {"record.json": Operation, "vendor.json": Vendor, "changelog.json": Changelog}
"""The model behind each file in the folder of schemas."""


def schema_texts(names: Iterable[str]) -> dict[str, str]:
    """Write the schemas of these files, with the models' attribute docstrings for descriptions."""
    docstrings = dict(_docstrings())
    return {name: _schema(SCHEMAS[name], docstrings) for name in names}


def _schema(model: type[Spec], docstrings: Mapping[tuple[str, str], str]) -> str:
    dialect = "https://json-schema.org/draft/2020-12/schema"
    schema: dict[str, Any] = {"$schema": dialect, **model.model_json_schema(by_alias=True)}
    for name, definition in {model.__name__: schema, **schema["$defs"]}.items():
        for key, field in definition.get("properties", {}).items():
            if described := docstrings.get((name, key)):
                field["description"] = described
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _docstrings() -> Iterator[tuple[tuple[str, str], str]]:
    """Read attribute docstrings off the source: pydantic could, at the price of a slower start for every command."""
    modules = {model.__module__ for model in Spec.__subclasses__()}
    for module in sorted(modules):
        tree = ast.parse(inspect.getsource(sys.modules[module]))
        for node in (each for each in tree.body if isinstance(each, ast.ClassDef)):
            yield from (((node.name, name), text) for name, text in _of_class(node))


def _of_class(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for attribute, after in zip(node.body, node.body[1:], strict=False):
        if not isinstance(attribute, ast.AnnAssign) or not isinstance(attribute.target, ast.Name):
            continue
        if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
            yield _alias(attribute.value) or attribute.target.id, inspect.cleandoc(str(after.value.value))


def _alias(default: Any) -> str | None:
    """Find the name under which a field stands in YAML, where its declaration gives one."""
    keywords = default.keywords if isinstance(default, ast.Call) else []
    found = (each.value.value for each in keywords if each.arg == "alias" and isinstance(each.value, ast.Constant))
    return next((str(each) for each in found), None)
