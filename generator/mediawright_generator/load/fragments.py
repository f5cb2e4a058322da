"""Which scalars of a JSON Schema are source text: the values that it names of strings, however deep they stand."""

from collections.abc import Callable, Mapping
from typing import Final

from mediawright_generator.load.nodes import ListNode, Node, ScalarNode, change, change_each, change_values, child
from mediawright_generator.load.scalars import source_text, text_or_null

_VALUES: Final = ("enum", "const", "default", "examples")
_TEXT: Final = frozenset({"string", "null"})


def of_schema(node: Node) -> Node:
    """Take as text what a schema, and all schemas in it, say of strings."""
    text = _text_of(node)
    values = dict.fromkeys(_VALUES, text) if text else {}
    return change(node, {**values, "pattern": source_text, "$ref": source_text, **_BELOW})


def _text_of(node: Node) -> Callable[[Node], Node] | None:
    """Say how a value of the schema's type is read, where that is text."""
    declared = child(node, "type")
    names = declared.items if isinstance(declared, ListNode) else (declared,)
    types = {each.text for each in names if isinstance(each, ScalarNode)}
    if "string" not in types or not types <= _TEXT:
        return None
    return text_or_null if "null" in types else source_text


def _each(node: Node) -> Node:
    return change_each(node, of_schema) if isinstance(node, ListNode) else of_schema(node)


def _named(node: Node) -> Node:
    return change_values(node, of_schema)


_BELOW: Final[Mapping[str, Callable[[Node], Node]]] = {
    **dict.fromkeys(("properties", "patternProperties", "$defs", "dependentSchemas"), _named),
    **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems", "items"), _each),
    **dict.fromkeys(("additionalProperties", "propertyNames", "contains", "not", "if", "then", "else"), of_schema),
}
