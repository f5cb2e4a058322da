"""Which scalars of a record are source text: the values that it names of string parameters, wherever it names them."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from mediawright_generator.load.fragments import of_schema
from mediawright_generator.load.nodes import (
    ListNode,
    MappingNode,
    Node,
    ScalarNode,
    change,
    change_each,
    change_values,
    child,
)
from mediawright_generator.load.scalars import source_text, text_or_null

Change = Callable[[Node], Node]

VALUES: Final[Mapping[str, Change]] = {"keywords": source_text, "default": source_text, "const": source_text}
_NULLABLE: Final[Mapping[str, Change]] = {**VALUES, "default": text_or_null}


def record_by_field(root: Node) -> Node:
    """Take as text what a record says of its string parameters."""
    parameters = _items(child(root, "api_body"))
    texts = {name: source_text for each in parameters if _is_text(each) for name in _texts(each, "name")}
    on_the_wire = {name: source_text for each in parameters if _is_text(each) for name in _wire_names(each)}
    return change(
        root,
        {
            "api_body": _each(_parameter),
            "rules": _each(_rule(texts)),
            "reserved": _each(_reserved(frozenset(texts))),
            "api_request_demo": _each(_request_demo(on_the_wire)),
            "api_response": _each(_parameter),
        },
    )


def vendor_by_field(root: Node) -> Node:
    """Take as text what a vendor says of its answers' text, and of text in its schemas."""
    return change(root, {"api_response": _each(_parameter), "schemas": lambda node: change_values(node, of_schema)})


def approvals_by_field(root: Node) -> Node:
    """Take as text what a changelog says: a fingerprint may be all digits, lines one number."""
    return change(root, {"changes": _each(lambda node: change_each(node, source_text))})


def _parameter(node: Node) -> Node:
    texts = _NULLABLE if _texts(node, "nullable") else VALUES
    values = texts if _is_text(node) else {}
    return change(node, {**values, "items": _items_of_array, "schema": of_schema})


def _items_of_array(node: Node) -> Node:
    return change(node, VALUES) if _is_text(node) else node


def _rule(texts: Mapping[str, Change]) -> Change:
    def condition(how: Change) -> Change:
        return lambda node: node if isinstance(node, MappingNode) else how(node)

    conditions = {name: condition(how) for name, how in texts.items()}
    return lambda node: change(node, {"when": _within(conditions), "then": _within(conditions)})


def _reserved(texts: AbstractSet[str]) -> Change:
    """Take a removed value of a string parameter as text."""
    return lambda node: change(node, {"value": source_text}) if texts & {*_texts(node, "parameter")} else node


def _request_demo(on_the_wire: Mapping[str, Change]) -> Change:
    values = _within(on_the_wire)

    def body(node: Node) -> Node:
        if isinstance(node, ScalarNode):
            return node
        return change_each(values(node), body)

    return lambda node: change(node, {"path": values, "query": values, "header": source_text, "body": body})


def _within(changes: Mapping[str, Change]) -> Change:
    return lambda node: change(node, changes)


def _each(how: Change) -> Change:
    return lambda node: change_each(node, how) if isinstance(node, ListNode) else node


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, ListNode) else ()


def _is_text(parameter: Node) -> bool:
    """Tell whether a parameter's values, or the items of its values, are strings."""
    if _texts(parameter, "type") == ("array",):
        items = child(parameter, "items")
        return items is not None and (_scalar_text(items) == "string" or _texts(items, "type") == ("string",))
    return _texts(parameter, "type") == ("string",)


def _wire_names(parameter: Node) -> tuple[str, ...]:
    return _texts(parameter, "wire_name") or _texts(parameter, "name")


def _texts(node: Node, key: str) -> tuple[str, ...]:
    """Read a key that may be missing: no text or one."""
    text = _scalar_text(child(node, key))
    return () if text is None else (text,)


def _scalar_text(node: Node | None) -> str | None:
    return node.text if isinstance(node, ScalarNode) and not node.empty else None
