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


def moved(schema: Any, prefix: str) -> Any:
    """Let all references of a schema lead below another prefix."""
    if is_list(schema):
        return [moved(each, prefix) for each in schema]
    if not is_object(schema):
        return schema
    return {key: _moved(each, prefix) if key == "$ref" else moved(each, prefix) for key, each in schema.items()}


def _moved(reference: Any, prefix: str) -> Any:
    if isinstance(reference, str) and reference.startswith(PREFIX):
        return prefix + reference.removeprefix(PREFIX)
    return moved(reference, prefix)
