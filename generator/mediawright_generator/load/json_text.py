"""The text of one JSON file as a tree of nodes, as those of YAML are."""

import json
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final

from mediawright_generator.load.nodes import Entry, ListNode, MappingNode, Node, ScalarNode
from mediawright_generator.problems import Place, Problem

_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]|[^\s{}\[\],:"]+')
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_DEPTH: Final = {"{": 1, "[": 1, "}": -1, "]": -1}
_NOT_FINITE: Final = {"NaN": ".nan", "Infinity": ".inf", "-Infinity": "-.inf"}
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Json:
    """What a text says: its tree, unless it has none, and what is wrong with it as JSON."""

    root: Node | None
    problems: tuple[Problem, ...] = ()


def read_json(text: str, file: str, deepest: int) -> Json:
    """Read a text that nests at most so many levels."""
    tokens = tuple(_TOKEN.finditer(text))
    lines = _Lines(file, (0, *(end.end() for end in _LINE_END.finditer(text))))
    depth = 0
    for token in tokens:
        depth += _DEPTH.get(token[0], 0)
        if depth > deepest:
            what = f"values nest deeper than {deepest} levels"
            return Json(None, (Problem(lines.place(token.start()), "oversized-file", what, "write a flatter record"),))
    try:
        json.loads(text, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        what = (error.msg[:1].lower() + error.msg[1:]).removesuffix(" at")
        place = lines.place(min(error.pos, len(text.rstrip())))
        return Json(None, (Problem(place, "bad-json", what, "correct the syntax"),))
    reader = _Reader(tokens, lines)
    root = reader.value()
    return Json(root, tuple(reader.problems))


@dataclass(frozen=True, slots=True)
class _Lines:
    file: str
    starts: tuple[int, ...]

    def place(self, index: int) -> Place:
        line = bisect_right(self.starts, index)
        return Place(self.file, line, index - self.starts[line - 1] + 1)


@dataclass(slots=True)
class _Reader:
    """Puts the tokens of a text that is JSON together to one tree; commas and colons say nothing more."""

    tokens: tuple[re.Match[str], ...]
    lines: _Lines
    problems: list[Problem] = field(default_factory=list[Problem])
    at: int = 0

    def value(self) -> Node:
        token = self._next()
        place = self.lines.place(token.start())
        if token[0] == "[":
            return self._list(place)
        if token[0] == "{":
            return self._mapping(place)
        return self._scalar(token[0], place)

    def _next(self) -> re.Match[str]:
        self.at += 1
        return self.tokens[self.at - 1]

    def _is_before(self, closing: str) -> bool:
        return self.tokens[self.at][0] == closing

    def _list(self, place: Place) -> ListNode:
        items: list[Node] = []
        while not self._is_before("]"):
            items.append(self.value())
        self._next()
        return ListNode(place, tuple(items))

    def _mapping(self, place: Place) -> MappingNode:
        entries: dict[str, Entry] = {}
        while not self._is_before("}"):
            token = self._next()
            key = self._scalar(token[0], self.lines.place(token.start()))
            self._refuse_repeated(key, entries)
            value = self.value()
            entries.setdefault(key.text, Entry(key, value))
        self._next()
        return MappingNode(place, tuple(entries.values()))

    def _refuse_repeated(self, key: ScalarNode, entries: dict[str, Entry]) -> None:
        if key.text in entries:
            what = f"key {key.text!r} stands here again, first in line {entries[key.text].key.place.line}"
            self.problems.append(Problem(key.place, "repeated-key", what, "keep one of them"))

    def _scalar(self, token: str, place: Place) -> ScalarNode:
        if not token.startswith('"'):
            return ScalarNode(place, "" if token == "null" else _NOT_FINITE.get(token, token))  # noqa: S105 (a word of JSON)
        text: str = json.loads(token)
        half = _SURROGATE.search(text)
        if half:
            what = f"character {half[0]!r} is half of one"
            self.problems.append(Problem(place, "control-character", what, "write both halves, or remove it"))
        return ScalarNode(place, _SURROGATE.sub("\ufffd", text), plain=False)
