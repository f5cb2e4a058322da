"""References between schemas: `#/schemas/Name` leads into those that `vendor.yaml` names."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from mediawright_runtime.shapes import is_list, is_object

PREFIX: Final = "#/schemas/"


def named_schemas(schemas: Mapping[str, Any], roots: Iterable[Any]) -> dict[str, Any]:
    """Collect the named schemas that some schemas need, and those that these need in turn, sorted by name."""
    needed: set[str] = set()
    waiting = [name for root in roots for name in references(root)]
    while waiting:
        name = waiting.pop()
        if name in schemas and name not in needed:
            needed.add(name)
            waiting += references(schemas[name])
    return {name: schemas[name] for name in sorted(needed)}


def references(schema: Any) -> Iterator[str]:
    """Name the schemas to which a schema refers, however deep."""
    if is_list(schema):
        yield from (name for each in schema for name in references(each))
    if is_object(schema):
        reference = schema.get("$ref")
        if isinstance(reference, str) and reference.startswith(PREFIX):
            yield reference.removeprefix(PREFIX)
        yield from (name for each in schema.values() for name in references(each))


def renamed(document: Any, names: Mapping[str, str]) -> Any:
    """Let all references of a document lead to the components of OpenAPI; `names` has those of the schemas there."""
    if is_list(document):
        return [renamed(each, names) for each in document]
    if not is_object(document):
        return document
    return {key: _component(each, names) if key == "$ref" else renamed(each, names) for key, each in document.items()}


def _component(reference: Any, names: Mapping[str, str]) -> Any:
    if isinstance(reference, str) and reference.startswith(PREFIX):
        name = reference.removeprefix(PREFIX)
        return f"#/components/schemas/{names.get(name, name)}"
    return renamed(reference, names)
