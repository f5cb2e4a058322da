"""The JSON Schemas of the files of specs, for editors that complete and check YAML."""

import ast
import inspect
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from mediawright_generator.spec.base import Spec
from mediawright_generator.spec.changelog import Changelog
from mediawright_generator.spec.editing import MEANINGS, SNIPPETS
from mediawright_generator.spec.operation import Operation
from mediawright_generator.spec.vendor import Vendor
from mediawright_runtime.shapes import is_list, is_object

SCHEMAS: Mapping[str, type[Spec]] = {"record.json": Operation, "vendor.json": Vendor, "changelog.json": Changelog}
"""The model behind each file in the folder of schemas."""

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
Node = dict[str, Any]


def schema_texts(names: Iterable[str]) -> dict[str, str]:
    """Write the schemas of these files, with the models' docstrings for descriptions."""
    docstrings = _docstrings()
    return {name: _schema(SCHEMAS[name], docstrings) for name in names}


def _schema(model: type[Spec], docstrings: Mapping[str, Mapping[str, str]]) -> str:
    schema: Node = model.model_json_schema(by_alias=True)
    definitions: Node = schema.pop("$defs", {})
    described = {
        name: _definition(name, definition, docstrings.get(name, {}))
        for name, definition in {model.__name__: schema, **definitions}.items()
    }
    whole = {"$schema": _DIALECT, "title": model.__name__, **described.pop(model.__name__), "$defs": described}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _definition(name: str, definition: Node, docstrings: Mapping[str, str]) -> Node:
    """Say what each key of a model is, and what editors may offer for it."""
    keys = {
        key: _key((name, key), _plain(node), docstrings.get(key, ""))
        for key, node in definition.get("properties", {}).items()
    }
    return {**_plain(definition), **({"properties": keys} if keys else {})}


def _key(at: tuple[str, str], node: Node, text: str) -> Node:
    said = {"description": text, "markdownDescription": text} if text else {}
    snippets = [each._asdict() for each in SNIPPETS.get(at, ())]
    meant = _with_meanings(node, MEANINGS[at]) if at in MEANINGS else node
    return {**said, **meant, **({"defaultSnippets": snippets} if snippets else {})}


def _with_meanings(node: Any, meanings: Mapping[str, str]) -> Any:
    """Put the meaning of each value beside a closed list, wherever in a key it stands."""
    if is_list(node):
        return [_with_meanings(each, meanings) for each in node]
    if not is_object(node):
        return node
    changed = {key: _with_meanings(value, meanings) for key, value in node.items()}
    values = node.get("enum")
    return {**changed, "enumDescriptions": [meanings[str(each)] for each in values]} if is_list(values) else changed


def _plain(node: Any) -> Any:
    """Leave out what says nothing: titles made of names, empty defaults; and say in one word what several types are."""
    if is_list(node):
        return [_plain(each) for each in node]
    if not is_object(node):
        return node
    kept = {
        key: {name: _plain(each) for name, each in value.items()}
        if key == "properties" and is_object(value)
        else _plain(value)
        for key, value in node.items()
        if key != "title" and not (key == "default" and not value)
    }
    return _merged(kept)


def _merged(node: Node) -> Node:
    """Say `type: [string, null]` in place of a choice, where one branch alone has more to say than its type."""
    branches: list[Node] = node.get("anyOf", [])
    rich = [each for each in branches if each.keys() != {"type"}]
    if not branches or len(rich) > 1 or any("type" not in each or "enum" in each for each in branches):
        return node
    types = [each["type"] for each in branches]
    if "number" in types:
        types = [each for each in types if each != "integer"]
    others = {key: value for key, value in node.items() if key != "anyOf"}
    return {**others, **(rich[0] if rich else {}), "type": types[0] if len(types) == 1 else types}


def _docstrings() -> dict[str, dict[str, str]]:
    """Read attribute docstrings off the source: pydantic could, at the price of a slower start for every command.

    A model has those of the models that it derives from, too.
    """
    models = tuple(_subclasses(Spec))
    own: dict[str, dict[str, str]] = {}
    for module in sorted({each.__module__ for each in models}):
        tree = ast.parse(inspect.getsource(sys.modules[module]))
        own |= {node.name: dict(_of_class(node)) for node in tree.body if isinstance(node, ast.ClassDef)}
    return {each.__name__: _inherited(each, own) for each in models}


def _subclasses(model: type[Spec]) -> Iterator[type[Spec]]:
    for each in model.__subclasses__():
        yield each
        yield from _subclasses(each)


def _inherited(model: type[Spec], own: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {key: text for each in reversed(model.__mro__) for key, text in own.get(each.__name__, {}).items()}


def _of_class(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for attribute, after in zip(node.body, node.body[1:], strict=False):
        if not isinstance(attribute, ast.AnnAssign) or not isinstance(attribute.target, ast.Name):
            continue
        if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
            yield _alias(attribute) or attribute.target.id, inspect.cleandoc(str(after.value.value))


def _alias(field: ast.AnnAssign) -> str | None:
    """Find the name under which a field stands in YAML, where its declaration gives one."""
    keywords = (each for each in ast.walk(field) if isinstance(each, ast.keyword) and each.arg == "alias")
    return next((str(each.value.value) for each in keywords if isinstance(each.value, ast.Constant)), None)
