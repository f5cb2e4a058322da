"""The text of a YAML file, changed at single nodes: whatever else stands there stays as it stands."""

import re
from collections.abc import Sequence
from typing import Any, Final

import yaml

from mediawright_generator.importer.text import inline_text, item_text
from mediawright_generator.load.nodes import Path

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE_END = re.compile(r"\r\n|\r|\n|\Z")
_COMMENT = re.compile(r"(?<!\S)#[^\r\n]*")
_GAP = re.compile(r"[ \t]*(?:(?:\r\n|\r|\n)[ \t]*)?(?!#)")

_Pair = tuple[yaml.Node, yaml.Node]


def put(text: str, path: Path, value: Any, order: Sequence[str] = ()) -> str:
    """Give the key at the end of a path this value; a new key goes behind those that come before it in `order`."""
    holder, key = _find(yaml.compose(text, Loader=_LOADER), path[:-1]), str(path[-1])
    if not isinstance(holder, yaml.MappingNode):
        return _spliced(text, holder.start_mark.index, _end(holder), inline_text({key: value}))
    found = next((pair for pair in holder.value if pair[0].value == key), None)
    return _replaced(text, holder, found, value) if found else _inserted(text, holder, key, value, order)


def rename(text: str, path: Path, name: str) -> str:
    """Rename the key at the end of a path."""
    holder = _find(yaml.compose(text, Loader=_LOADER), path[:-1])
    key = next(key for key, _ in holder.value if key.value == path[-1])
    return _spliced(text, key.start_mark.index, key.end_mark.index, inline_text(name, in_flow=True))


def add(text: str, path: Path, index: int, value: Any) -> str:
    """Put an item into the list at a path, so that it stands at this index."""
    row = _find(yaml.compose(text, Loader=_LOADER), path)
    if row.flow_style:
        return _added_in_flow(text, row, index, value)
    column = row.start_mark.column
    if isinstance(value, dict):
        lines = item_text(value, column)
    else:
        lines = f"{' ' * column}- {inline_text(value)}"
    if index:
        return _below(text, _end(row.value[index - 1]), lines)
    start = _line_start(text, row.start_mark.index)
    return text[:start] + _with_breaks(lines, text) + _break(text) + text[start:]


def drop(text: str, path: Path, *, leave_empty: bool = False) -> str:
    """Take out what stands at a path, and what would be left empty, unless it is to be left so; comments stay."""
    holder = _find(yaml.compose(text, Loader=_LOADER), path[:-1])
    if len(holder.value) == 1:
        if leave_empty or len(path) == 1:
            empty = "{}" if isinstance(holder, yaml.MappingNode) else "[]"
            return _spliced(text, holder.start_mark.index, _end(holder), empty)
        return drop(text, path[:-1])
    index = _index(holder, path[-1])
    if holder.flow_style:
        return _dropped_in_flow(text, holder, index)
    if isinstance(holder, yaml.MappingNode):
        return _dropped_key(text, holder, index)
    start = _dash_line(text, holder, index)
    return _without_lines(text, start, holder.value[index], holder.start_mark.column)


def has_aliases(text: str) -> bool:
    """Tell whether values of a file stand elsewhere than where they are used."""
    return any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=_LOADER))


def _find(node: Any, path: Path) -> Any:
    """Follow a path that the file has."""
    for step in path:
        if isinstance(node, yaml.MappingNode):
            node = next(value for key, value in node.value if key.value == step)
        else:
            node = node.value[step]
    return node


def _index(holder: Any, step: str | int) -> int:
    if isinstance(step, int):
        return step
    return next(index for index, (key, _) in enumerate(holder.value) if key.value == step)


def _end(node: Any) -> int:
    """Find where the last character of a node ends; a block's own end mark stands at whatever comes next."""
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        text = node.start_mark.buffer
        return node.end_mark.index if text is None else node.start_mark.index
    if isinstance(node, yaml.ScalarNode) or node.flow_style:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)


def _spliced(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]


def _line_start(text: str, index: int) -> int:
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1


def _line_end(text: str, index: int) -> int:
    match = _LINE_END.search(text, index)
    return match.start() if match else len(text)


def _break(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _with_breaks(lines: str, text: str) -> str:
    return lines.replace("\n", _break(text))
