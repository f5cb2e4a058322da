"""One JSON or YAML file of an OpenAPI document: its values, and where each of them stands."""

import json
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
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
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BOTTOMLESS: Final = re.compile(r"(?:[\[{]\s*(?:\"[^\"]*\"\s*:\s*)?){500}")
"""Brackets in brackets, so many that the parser would end the process."""
_HALVES: Final = re.compile(r"\\u[dD][89a-fA-F]")
"""Escapes that are half of a character each."""
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
        return self._at(self._offsets.get(pointer, 0))

    def repeated_keys(self) -> tuple[Repeated, ...]:
        """Find the keys that stand twice in a JSON text."""
        seen: set[Pointer] = set()
        found: list[Repeated] = []
        for pointer, at in _offsets(self.text):
            if pointer in seen and not any(pointer[: len(each.pointer)] == each.pointer for each in found):
                found.append(Repeated(pointer, self._at(at)))
            seen.add(pointer)
        return tuple(found)

    def _at(self, offset: int) -> Place:
        return Place(self.name, self.text.count("\n", 0, offset) + 1, offset - self.text.rfind("\n", 0, offset))

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
    text = _decoded(content, name)
    if text.lstrip()[:1] == "<":
        raise UnreadableError(_unreadable(Place(name), "the document is HTML or XML, neither JSON nor YAML"))
    if text.lstrip()[:1] not in ("{", "["):
        return _read_yaml(text, name)
    keys = _Keys()
    try:
        document = Document(name, text, _read_json(text, keys))
    except RecursionError:
        raise UnreadableError(_unreadable(Place(name), "the document is nested too deeply to be read")) from None
    except ValueError:
        return _read_yaml(text.replace("\t", " "), name)  # a brace begins YAML too, which has comments
    return replace(document, repeated=document.repeated_keys()) if keys.are_repeated else document


def _read_json(text: str, keys: "_Keys") -> Any:
    """Read a JSON text; what is no number, and half of a character, is nothing."""
    tree = json.loads(text, object_pairs_hook=keys.taken, strict=False, parse_constant=lambda _: None)
    if not _HALVES.search(text):
        return tree
    whole = json.dumps(tree, ensure_ascii=False).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return json.loads(whole)


def _decoded(content: bytes, name: str) -> str:
    coding = "utf-16" if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return content.decode(coding)
    except UnicodeDecodeError as error:
        place = Place(name, content.count(b"\n", 0, error.start) + 1)
        raise UnreadableError(_unreadable(place, f"the document is not UTF-8: {error.reason}")) from None


@dataclass(slots=True)
class _Keys:
    """Tells whether a key stands twice in a mapping of a JSON text."""

    are_repeated: bool = False

    def taken(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        """Make a mapping of keys and values."""
        found: dict[str, Any] = {}
        for key, value in pairs:
            self.are_repeated = self.are_repeated or key in found
            put(found, key, value)
        return found


def put(values: dict[str, Any], key: str, value: Any) -> None:
    """Put a value into a mapping: of what stands twice the last one counts, but the operations of a path are joined."""
    known = values.get(key)
    values[key] = {**known, **value} if key.startswith("/") and is_object(known) and is_object(value) else value


def _unreadable(place: Place, what: str) -> Problem:
    return Problem(place, "unreadable-document", what, "repair the document")


def _read_yaml(text: str, name: str) -> Document:
    if _BOTTOMLESS.search(text):
        raise UnreadableError(_unreadable(Place(name), "the document is nested too deeply to be read"))
    try:
        root = _composed(text)
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


def _composed(text: str) -> Any:
    """Read the nodes of a YAML text; where tabs or control characters are in the way, with spaces in their place."""
    try:
        return yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError:
        cleaned = _CONTROL.sub(" ", text.expandtabs(2))
        if cleaned == text:
            raise
        return yaml.compose(cleaned, Loader=_LOADER)


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
            put(values, name, value)
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
