"""The text of a spec file: readable, in the order of the model's keys, the same for the same spec."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from mediawright_generator.importer.scalar import key_text, scalar_text
from mediawright_generator.spec import Operation, Vendor
from mediawright_generator.spec.base import Spec
from mediawright_runtime.shapes import is_list, is_object

_WIDTH: Final = 120
_INDENT: Final = 2
_HEADER: Final = "# yaml-language-server: $schema=../../schema/record.json\n"
_VENDOR_HEADER: Final = "# yaml-language-server: $schema=../schema/vendor.json\n"
_SHORT_FORMS: Final = {"items": "type", "means": "quantity"}
_DATES: Final = ("read_on", "created_at", "updated_at")
_NOT_OURS: Final = ("schema", "schemas", "body", "example", "default")
"""Keys below which names are a vendor's, or those of JSON Schema, and have no short form."""


def record_text(record: Operation) -> str:
    """Write a record as YAML; keys that the record does not state are left out."""
    return _HEADER + _text(record)


def vendor_text(vendor: Vendor) -> str:
    """Write what the operations of a vendor share as YAML; keys that it does not state are left out."""
    return _VENDOR_HEADER + _text(vendor)


def _text(spec: Spec) -> str:
    tree = _tree(spec.model_dump(mode="json", by_alias=True, exclude_unset=True))
    return "".join(f"{line}\n" for line in _block(tree, 0))


def entry_text(key: str, value: Any, indent: int) -> str:
    """Write one key with its value, laid out as in a new record."""
    return "\n".join(_block(_tree({key: value}), indent))


def item_text(value: Any, indent: int) -> str:
    """Write one item of a list of mappings, laid out as in a new record."""
    return "\n".join(_item(_tree(value), indent))


def inline_text(value: Any, key: str = "", *, in_flow: bool = False) -> str:
    """Write a value so that it can stand on the line of its key, or between brackets."""
    node = _tree(value, key)
    return _flow(node) if is_object(node) or is_list(node) else scalar_text(node, in_flow=in_flow)


def _tree(value: Any, key: str = "") -> Any:
    """Write short forms and dates as such."""
    if key in _NOT_OURS:
        return value
    if is_object(value):
        short = _SHORT_FORMS.get(key)
        if short and list(value) == [short]:
            return _tree(value[short])
        return {name: _tree(each, name) for name, each in value.items()}
    if is_list(value):
        return [_tree(each) for each in value]
    return _date(value) if isinstance(value, str) and key in _DATES else value


def _date(value: str) -> date | str:
    return date.fromisoformat(value) if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else value


def _block(node: Any, indent: int) -> Iterator[str]:
    """Give the lines of a mapping or list that stands on lines of its own."""
    margin = " " * indent
    if is_list(node):
        for value in node:
            yield from _item(value, indent)
        return
    for name, value in node.items():
        key = key_text(name, in_flow=False)
        line = _on_one_line(value, indent + len(name) + 2)
        if line is None:
            yield f"{margin}{key}:"
            yield from _block(value, indent + _INDENT)
        else:
            yield f"{margin}{key}: {line}"


def _item(value: Any, indent: int) -> Iterator[str]:
    margin = " " * indent
    line = _on_one_line(value, indent + _INDENT)
    if line is not None:
        yield f"{margin}- {line}"
        return
    first, *others = _block(value, indent + _INDENT)
    yield f"{margin}- {first.lstrip(' ')}"
    yield from others


def _on_one_line(node: Any, column: int) -> str | None:
    """Write a value on one line where it fits behind a column; a list of mappings gets a line for each."""
    if not (is_object(node) or is_list(node)):
        return scalar_text(node, in_flow=False)
    if _has_mappings_in_list(node):
        return None
    line = _flow(node)
    return line if column + len(line) <= _WIDTH else None


def _has_mappings_in_list(node: Any) -> bool:
    if is_list(node):
        return any(is_object(each) or _has_mappings_in_list(each) for each in node)
    return is_object(node) and any(map(_has_mappings_in_list, node.values()))


def _flow(node: Any) -> str:
    if is_object(node):
        return "{" + ", ".join(f"{key_text(name, in_flow=True)}: {_flow(each)}" for name, each in node.items()) + "}"
    return "[" + ", ".join(map(_flow, node)) + "]" if is_list(node) else scalar_text(node, in_flow=True)
