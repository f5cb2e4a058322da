"""The text of a YAML file, changed at single nodes: whatever else stands there stays as it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import yaml

from mediawright_generator.importer.text import entry_text, inline_text, item_text
from mediawright_generator.load.nodes import Path

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE_END = re.compile(r"\r\n|\r|\n|\Z")
_COMMENT = re.compile(r"(?<!\S)#[^\r\n]*")
_UP_TO_COMMA = re.compile(r"(?:[^,#]|#[^\r\n]*)*,")
_GAP = re.compile(r"\s*(?!\s*#)")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text and its nodes; each change gives a new text."""

    text: str
    root: Any

    def put(self, path: Path, value: Any, order: Sequence[str] = ()) -> str:
        """Give a key this value; a new key goes behind those that come before it in `order`."""
        holder, key = self._find(path[:-1]), str(path[-1])
        if not isinstance(holder, yaml.MappingNode):
            return self._with_value(holder, {key: value}, key, in_flow=False)
        for known, node in holder.value:
            if known.value == key:
                return self._with_new_value(holder, known, node, value)
        return self._with_new_key(holder, key, value, order)

    def rename(self, path: Path, name: str) -> str:
        """Rename a key."""
        holder = self._find(path[:-1])
        key = holder.value[_index(holder, path[-1])][0]
        return self._spliced(key.start_mark.index, key.end_mark.index, inline_text(name, in_flow=True))

    def add(self, path: Path, index: int, value: Any) -> str:
        """Put an item into a list, so that it stands at this index."""
        row = self._find(path)
        if row.flow_style:
            return self._with_part(row, index, inline_text(value, in_flow=True))
        column = row.start_mark.column
        is_mapping = isinstance(value, dict)
        lines = item_text(value, column) if is_mapping else f"{' ' * column}- {inline_text(value)}"
        if index:
            return self._with_lines_below(self._end(row.value[index - 1]), lines)
        start = self._line_start(row.start_mark.index)
        return self._spliced(start, start, f"{lines}\n")

    def drop(self, path: Path, *, leave_empty: bool = False) -> str:
        """Take out what stands at a path, and what would be left empty unless it is to be left so; comments stay."""
        holder = self._find(path[:-1])
        if len(holder.value) == 1 and (leave_empty or len(path) == 1):
            empty = "{}" if isinstance(holder, yaml.MappingNode) else "[]"
            return self._spliced(holder.start_mark.index, self._end(holder), empty)
        if len(holder.value) == 1:
            return self.drop(path[:-1])
        index = _index(holder, path[-1])
        if holder.flow_style:
            return self._without_part(holder, index)
        if isinstance(holder, yaml.MappingNode):
            return self._without_key(holder, index)
        return self._without_lines(self._dash_line(holder, index), holder.value[index], holder)

    def count(self, path: Path) -> int:
        """Count the items of a list, or the keys of a mapping."""
        return len(self._find(path).value)

    def is_list(self, path: Path) -> bool:
        """Tell whether a list stands at a path."""
        return isinstance(self._find(path), yaml.SequenceNode)

    def is_scalar(self, path: Path) -> bool:
        """Tell whether a single value stands at a path."""
        return self.has(path) and isinstance(self._find(path), yaml.ScalarNode)

    def has(self, path: Path) -> bool:
        """Tell whether the key at the end of a path is there; what is around it is."""
        holder = self._find(path[:-1])
        return isinstance(holder, yaml.MappingNode) and any(key.value == path[-1] for key, _ in holder.value)

    def _find(self, path: Path) -> Any:
        node = self.root
        for step in path:
            node = _parts(node)[_index(node, step)][1]
        return node

    def _with_value(self, node: Any, value: Any, key: str, *, in_flow: bool) -> str:
        start, end = node.start_mark.index, self._end(node)
        blank = " " if start == end else ""
        return self._spliced(start, end, blank + inline_text(value, key, in_flow=in_flow))

    def _with_new_value(self, holder: Any, key: Any, node: Any, value: Any) -> str:
        if isinstance(node, yaml.ScalarNode) or node.flow_style:
            return self._with_value(node, value, key.value, in_flow=holder.flow_style)
        start, end = self.text.index(":", key.end_mark.index) + 1, self._end(node)
        lines = (f"\n{' ' * key.start_mark.column}{comment}" for comment in self._comments(start, end))
        return self._spliced(start, end, f" {inline_text(value, key.value)}{''.join(lines)}")

    def _with_new_key(self, holder: Any, key: str, value: Any, order: Sequence[str]) -> str:
        index = _behind([known.value for known, _ in holder.value], key, order)
        if holder.flow_style:
            name = inline_text(key, in_flow=True)
            return self._with_part(holder, index, f"{name}: {inline_text(value, key, in_flow=True)}")
        lines = entry_text(key, value, holder.value[0][0].start_mark.column)
        return self._with_lines_below(self._end(holder.value[index - 1][1]), lines)

    def _with_part(self, holder: Any, index: int, part: str) -> str:
        if index:
            at = self._span(holder, index - 1)[1]
            return self._spliced(at, at, f", {part}")
        at = holder.start_mark.index + 1
        return self._spliced(at, at, f"{part}, " if holder.value else part)

    def _with_lines_below(self, end: int, lines: str) -> str:
        at = self._line_end(end)
        return self._spliced(at, at, f"\n{lines}")

    def _without_part(self, holder: Any, index: int) -> str:
        """Take a part out from between brackets, with the comma behind it, or before it if it is the last."""
        start, end = self._span(holder, index)
        if index + 1 < len(holder.value):
            comma = self._comma(end)
            gap = _GAP.match(self.text, comma + 1)
            return self.text[:start] + self.text[end:comma] + self.text[gap.end() if gap else comma + 1 :]
        comma = self._comma(self._span(holder, index - 1)[1])
        between = self.text[comma + 1 : start]
        return self.text[:comma] + (between if between.strip() else "") + self.text[end:]

    def _comma(self, index: int) -> int:
        match = _UP_TO_COMMA.match(self.text, index)
        return match.end() - 1 if match else index

    def _without_key(self, holder: Any, index: int) -> str:
        key, value = holder.value[index]
        start = self._line_start(key.start_mark.index)
        if not self.text[start : key.start_mark.index].strip():
            return self._without_lines(start, value, holder)
        end = holder.value[index + 1][0].start_mark.index  # the first key stands behind a dash
        comments = self._comment_lines(key.start_mark.index, end, start)
        return self.text[:start] + comments + self.text[start : key.start_mark.index] + self.text[end:]

    def _without_lines(self, start: int, last: Any, holder: Any) -> str:
        end = self._line_end(self._end(last))
        after = _LINE_END.match(self.text, end)
        comments = self._comment_lines(start, end, start, holder.start_mark.column)
        return self.text[:start] + comments + self.text[after.end() if after else end :]

    def _comment_lines(self, start: int, end: int, line: int, column: int | None = None) -> str:
        """Give each comment between two places a line of its own, as far to the right as a line, or a column."""
        text = self.text[line:]
        indent = " " * (len(text) - len(text.lstrip(" ")) if column is None else column)
        return "".join(f"{indent}{comment}{self._break()}" for comment in self._comments(start, end))

    def _comments(self, start: int, end: int) -> list[str]:
        spans = [(node.start_mark.index, self._end(node)) for node in _scalars(self.root)]
        text = self.text[start:end]
        for first, last in spans:
            if start <= first and last <= end:
                text = text[: first - start] + "x" * (last - first) + text[last - start :]
        return _COMMENT.findall(text)

    def _dash_line(self, row: Any, index: int) -> int:
        """Find the start of the line on which the dash of an item stands."""
        start = self._line_start(row.value[index].start_mark.index)
        while self.text[start : start + row.start_mark.column + 1].strip() != "-":
            start = self._line_start(start - 1)
        return start

    def _span(self, holder: Any, index: int) -> tuple[int, int]:
        first, last = _parts(holder)[index]
        return first.start_mark.index, self._end(last)

    def _end(self, node: Any) -> int:
        """Find where the last character of a node stands; a block's own end mark is at whatever comes next."""
        if isinstance(node, yaml.ScalarNode):
            end = int(node.end_mark.index)
            text = self.text[node.start_mark.index : end]
            return end - len(text) + len(text.rstrip()) if node.style in ("|", ">") else end
        if node.flow_style:
            return int(node.end_mark.index)
        return self._end(_parts(node)[-1][1])

    def _spliced(self, start: int, end: int, new: str) -> str:
        return self.text[:start] + new.replace("\n", self._break()) + self.text[end:]

    def _break(self) -> str:
        return "\r\n" if "\r\n" in self.text else "\n"

    def _line_start(self, index: int) -> int:
        return max(self.text.rfind("\n", 0, index), self.text.rfind("\r", 0, index)) + 1

    def _line_end(self, index: int) -> int:
        match = _LINE_END.search(self.text, index)
        return match.start() if match else len(self.text)


def sheet(text: str) -> Sheet:
    """Find the nodes of a text that is known to be YAML."""
    return Sheet(text, yaml.compose(text, Loader=_LOADER))


def has_aliases(text: str) -> bool:
    """Tell whether a value of a file stands elsewhere than where it is used."""
    return any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=_LOADER))


def _parts(holder: Any) -> list[tuple[Any, Any]]:
    """Give keys and values of a mapping; of a list, each item twice."""
    return list(holder.value) if isinstance(holder, yaml.MappingNode) else [(item, item) for item in holder.value]


def _scalars(node: Any) -> Iterator[Any]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    else:
        for each in {part for parts in _parts(node) for part in parts}:
            yield from _scalars(each)


def _index(holder: Any, step: str | int) -> int:
    if isinstance(step, int):
        return step
    return next(index for index, (key, _) in enumerate(holder.value) if key.value == step)


def _behind(keys: Sequence[str], key: str, order: Sequence[str]) -> int:
    """Tell at which place a key goes: behind the last of those that come before it, never first."""
    if key not in order:
        return len(keys)
    before = [index for index, each in enumerate(keys) if each in order and order.index(each) < order.index(key)]
    return max(before, default=0) + 1 if keys else 0
