"""The text of a record file: readable, in the order of the record's keys, the same for the same record."""

# ruamel.yaml, which only this module knows, annotates half of its methods:
# pyright: reportUnknownMemberType=false

import io
import re
import sys
from datetime import date
from typing import Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.emitter import Emitter
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from mediawright_generator.spec import Operation, Vendor
from mediawright_generator.spec.base import Spec
from mediawright_runtime.shapes import is_list, is_object

_WIDTH = 120
_INDENT = 2
_RECORD_HEADER = "# yaml-language-server: $schema=../../schema/record.json\n"
_VENDOR_HEADER = "# yaml-language-server: $schema=../schema/vendor.json\n"
_SHORT_FORMS = {"items": "type", "means": "quantity"}
_DATES = ("read_on", "created_at", "updated_at")
_RESOLVERS = tuple(VersionedResolver(version=version) for version in ((1, 1), (1, 2)))


class _Emitter(Emitter):
    """Quotes with double quotes, wherever quotes are needed."""

    def choose_scalar_style(self) -> str | None:
        style = cast("str | None", super().choose_scalar_style())
        return '"' if style == "'" else style


class _Representer(RoundTripRepresenter):
    """Writes `null` where a value is none: the empty text that stands for it elsewhere is easily overlooked."""


def _null(to: Any, _: None) -> Any:
    return to.represent_scalar("tag:yaml.org,2002:null", "null")


_Representer.add_representer(type(None), _null)


def record_text(record: Operation) -> str:
    """Write a record as YAML; keys that the record does not state are left out."""
    return _RECORD_HEADER + _text(record)


def vendor_text(vendor: Vendor) -> str:
    """Write what the operations of a vendor share as YAML; keys that it does not state are left out."""
    return _VENDOR_HEADER + _text(vendor)


def _text(spec: Spec) -> str:
    tree = _tree(spec.model_dump(mode="json", by_alias=True, exclude_unset=True))
    for key, value in tree.items():
        _lay_out(value, 0, len(key) + 2)
    return _dump(tree)


def entry_text(key: str, value: Any, indent: int) -> str:
    """Write one key with its value, laid out as in a new record."""
    tree = _tree({key: value})
    _lay_out(tree[key], indent, len(key) + 2)
    return _indented(_dump(tree), indent)


def item_text(value: Any, indent: int) -> str:
    """Write one item of a list of mappings, laid out as in a new record."""
    node = _tree([value])
    _lay_out(node[0], indent, _INDENT)
    return _indented(_dump(node), indent - _INDENT)


def inline_text(value: Any, key: str = "", *, in_flow: bool = False) -> str:
    """Write a value so that it can stand on the line of its key, or between brackets."""
    node = _tree(value, key)
    if isinstance(node, CommentedMap | CommentedSeq):
        node.fa.set_flow_style()
        return _dump(node).rstrip("\n")
    if in_flow:
        row = CommentedSeq([node])
        row.fa.set_flow_style()
        return _dump(row).rstrip("\n")[1:-1]
    return _dump(CommentedMap(k=node)).rstrip("\n").removeprefix("k: ")


def _indented(text: str, columns: int) -> str:
    lines = text.rstrip("\n").split("\n")
    return "\n".join(" " * columns + line if columns >= 0 else line[-columns:] for line in lines)


def _tree(value: Any, key: str = "") -> Any:
    """Make nodes that can be laid out; a string that some YAML reads as something else gets quotes."""
    if is_object(value):
        short = _SHORT_FORMS.get(key)
        if short and list(value) == [short]:
            return _tree(value[short])
        return CommentedMap((name, _tree(each, name)) for name, each in value.items())
    if is_list(value):
        return CommentedSeq(map(_tree, value))
    if isinstance(value, str):
        return _date(value) if key in _DATES else _string(value)
    return value


def _date(value: str) -> date | str:
    return date.fromisoformat(value) if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else value


def _string(value: str) -> str:
    tags: list[Any] = [resolver.resolve(ScalarNode, value, (True, False)) for resolver in _RESOLVERS]
    plain = all(str(tag).endswith(":str") for tag in tags) and not re.fullmatch(r"[\d.]+:[\d.]+", value)
    return value if plain else DoubleQuotedScalarString(value)


def _lay_out(node: Any, indent: int, lead: int) -> None:
    """Put a collection on one line where it fits behind `lead` columns; a list of mappings gets a line for each."""
    if not isinstance(node, CommentedMap | CommentedSeq) or _on_one_line(node, indent + lead):
        return
    inner = indent + _INDENT
    if is_object(node):
        for key, value in node.items():
            _lay_out(value, inner, len(key) + 2)
    if is_list(node):
        for value in node:
            _lay_out(value, inner, _INDENT)


def _on_one_line(node: Any, column: int) -> bool:
    if _has_mappings_in_list(node):
        return False
    node.fa.set_flow_style()
    if column + len(_dump(node).rstrip("\n")) <= _WIDTH:
        return True
    node.fa.set_block_style()
    return False


def _has_mappings_in_list(node: Any) -> bool:
    if is_list(node):
        return any(is_object(each) or _has_mappings_in_list(each) for each in node)
    return is_object(node) and any(map(_has_mappings_in_list, node.values()))


def _dump(tree: Any) -> str:
    yaml = YAML()
    yaml.Emitter = _Emitter
    yaml.Representer = _Representer
    yaml.width = sys.maxsize  # a folded line would end with a space
    yaml.indent(mapping=_INDENT, sequence=2 * _INDENT, offset=_INDENT)
    stream = io.StringIO()
    yaml.dump(tree, stream)
    return stream.getvalue()
