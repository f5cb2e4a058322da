"""One JSON or YAML file of an OpenAPI document: its values, and where each of them stands."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

import yaml

from mediawright_generator.load.scalars import core_value
from mediawright_generator.problems import Place, Problem
from mediawright_runtime.shapes import is_list, is_object

Pointer = tuple[str, ...]
"""The way to a value: keys, and indexes written as text."""

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST: Final = 200
_PLAIN: Final = (None, "")
"""The styles of scalars without quotes."""
_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')
_STEP_UP: Final = ("}", "]")


@dataclass(frozen=True, slots=True)
class Repeated:
    """A key that stands twice in one mapping; the last one counts."""

    pointer: Pointer
    place: Place


@dataclass(frozen=True)
class Document:
    """One file."""

    name: str
    """How messages call it."""
    text: str
    tree: Any
    repeated: tuple[Repeated, ...] = ()
    _root: Any = field(default=None, repr=False)

    def place(self, pointer: Pointer) -> Place:
        """Find a value; what stands nowhere is where the value around it is."""
        return _yaml_place(self._root, pointer, self.name) if self._root else self._json_place(pointer)

    def _json_place(self, pointer: Pointer) -> Place:
        while pointer and pointer not in self._offsets:
            pointer = pointer[:-1]
        at = self._offsets.get(pointer, 0)
        return Place(self.name, self.text.count("\n", 0, at) + 1, at - self.text.rfind("\n", 0, at))

    @cached_property
    def _offsets(self) -> Mapping[Pointer, int]:
        """Find where each value stands, once anybody asks: most documents are read without."""
        return dict(_offsets(self.text))


class UnreadableError(Exception):
    """A file is no JSON and no YAML; the problem says where."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem."""
        super().__init__(str(problem))
        self.problem = problem


def read_document(content: bytes, name: str) -> Document:
    """Read the bytes of a file.

    Raises:
        UnreadableError: They are neither JSON nor YAML.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = Place(name, content.count(b"\n", 0, error.start) + 1)
        raise UnreadableError(_unreadable(place, f"the document is not UTF-8: {error.reason}")) from None
    if text.lstrip()[:1] in ("{", "["):
        try:
            return Document(name, text, json.loads(text))
        except (ValueError, RecursionError):
            pass  # a brace begins YAML too, and YAML says better what is wrong
    return _read_yaml(text, name)


def _unreadable(place: Place, what: str) -> Problem:
    return Problem(place, "unreadable-document", what, "repair the document")


def _read_yaml(text: str, name: str) -> Document:
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
        what = f"the document is neither JSON nor YAML: {error.problem or error.context}"
        raise UnreadableError(_unreadable(place, what)) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        what = f"the document is neither JSON nor YAML: {str(error).splitlines()[0]}"
        raise UnreadableError(_unreadable(Place(name), what)) from None
    reader = _Reader(name)
    return Document(name, text, reader.value(root, ()), tuple(reader.repeated), root)


@dataclass(slots=True)
class _Reader:
    """Reads nodes as values by the core schema of YAML 1.2: `on`, `16:9` and `2024-01-01` are text."""

    name: str
    repeated: list[Repeated] = field(default_factory=list[Repeated])
    _known: dict[int, Any] = field(default_factory=dict[int, Any])

    def value(self, node: Any, pointer: Pointer) -> Any:
        if isinstance(node, yaml.ScalarNode):
            plain = node.style in _PLAIN and node.tag != "tag:yaml.org,2002:binary"
            return core_value(node.value) if plain else node.value
        if node is None or len(pointer) > _DEEPEST:
            return None
        if id(node) not in self._known:
            self._known[id(node)] = None  # an alias of what holds it says nothing
            self._known[id(node)] = self._collection(node, pointer)
        return self._known[id(node)]

    def _collection(self, node: Any, pointer: Pointer) -> Any:
        if isinstance(node, yaml.SequenceNode):
            return [self.value(each, (*pointer, str(index))) for index, each in enumerate(node.value)]
        values: dict[str, Any] = {}
        merged: dict[str, Any] = {}
        for key, each in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else json.dumps(self.value(key, pointer))
            value = self.value(each, (*pointer, name))
            if name == "<<" and key.style in _PLAIN:
                merged = {**_merged(value), **merged}
                continue
            if name in values:
                place = Place(self.name, key.start_mark.line + 1, key.start_mark.column + 1)
                self.repeated.append(Repeated((*pointer, name), place))
            values[name] = value
        return {**merged, **values}


def _merged(value: Any) -> dict[str, Any]:
    if is_list(value):
        return {key: each for part in reversed(value) if is_object(part) for key, each in part.items()}
    return dict(value) if is_object(value) else {}


def _yaml_place(root: Any, pointer: Pointer, name: str) -> Place:
    node = root
    for step in pointer:
        below = _below(node, step)
        if below is None:
            break
        node = below
    mark = node.start_mark
    return Place(name, mark.line + 1, mark.column + 1)


def _below(node: Any, step: str) -> Any:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in reversed(node.value) if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and step.isdigit() and int(step) < len(node.value):
        return node.value[int(step)]
    return None


def _offsets(text: str) -> Iterator[tuple[Pointer, int]]:
    """Give pointer and offset of every value of a JSON text, which is known to parse."""
    path: list[str] = []
    indexes: list[int] = []  # of an open list its next index, of an open object -1
    awaits_key = False
    for token in _TOKEN.finditer(text):
        word = token[0]
        if word in _STEP_UP:
            indexes.pop()
            _leave(path, indexes)
            awaits_key = False
        elif word == ",":
            awaits_key = indexes[-1] < 0
        elif word == ":":
            awaits_key = False
        elif awaits_key:
            path.append(json.loads(word))
        else:
            if indexes and indexes[-1] >= 0:
                path.append(str(indexes[-1]))
                indexes[-1] += 1
            yield tuple(path), token.start()
            if word in ("{", "["):
                indexes.append(-1 if word == "{" else 0)
                awaits_key = word == "{"
            else:
                _leave(path, indexes)


def _leave(path: list[str], indexes: list[int]) -> None:
    if indexes and path:
        path.pop()
