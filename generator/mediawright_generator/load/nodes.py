"""The tree of one YAML file: every node knows its place, and whether something was taken out of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from collections.abc import Set as AbstractSet

    from mediawright_generator.problems import Place

Path = tuple[str | int, ...]
"""The way to a node: keys of mappings and indexes of lists."""


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """One scalar as its source text, not yet read as any type."""

    place: Place
    text: str
    plain: bool = True
    """Whether it stands there without quotes."""
    whole: bool = True

    @property
    def empty(self) -> bool:
        """Whether nothing stands there at all."""
        return self.plain and not self.text


@dataclass(frozen=True, slots=True)
class ListNode:
    """A YAML sequence."""

    place: Place
    items: tuple[Node, ...]
    whole: bool = True
    """Whether everything that stands there is here; false once a faulty part was left out."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a mapping with its value."""

    key: ScalarNode
    value: Node


@dataclass(frozen=True, slots=True)
class MappingNode:
    """A YAML mapping; its keys are source text and differ from each other."""

    place: Place
    entries: tuple[Entry, ...]
    whole: bool = True

    def entry(self, key: str) -> Entry | None:
        """Find a key."""
        return next((entry for entry in self.entries if entry.key.text == key), None)


Node = ScalarNode | ListNode | MappingNode


def child(node: Node, step: str | int) -> Node | None:
    """Take one step down, if the tree has it."""
    if isinstance(node, MappingNode):
        entry = node.entry(step) if isinstance(step, str) else None
        return entry.value if entry else None
    if isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def descend(node: Node, path: Path) -> Node:
    """Follow a path that the tree has."""
    for step in path:
        below = child(node, step)
        if below is None:
            raise KeyError(path)
        node = below
    return node


def change(node: Node, changes: Mapping[str, Callable[[Node], Node]]) -> Node:
    """Change the values of some keys, where the node is a mapping."""
    if not isinstance(node, MappingNode):
        return node
    return replace(node, entries=tuple(_change_entry(entry, changes) for entry in node.entries))


def change_values(node: Node, how: Callable[[Node], Node]) -> Node:
    """Change the values of all keys, where the node is a mapping."""
    return change_each(node, how) if isinstance(node, MappingNode) else node


def change_each(node: Node, how: Callable[[Node], Node]) -> Node:
    """Change every item of a list, every value of a mapping, or the scalar itself."""
    if isinstance(node, ListNode):
        return replace(node, items=tuple(how(item) for item in node.items))
    if isinstance(node, MappingNode):
        return replace(node, entries=tuple(Entry(entry.key, how(entry.value)) for entry in node.entries))
    return how(node)


def without(node: Node, paths: AbstractSet[Path], here: Path = ()) -> Node:
    """Leave out what stands at some paths, and mark what held it."""
    if isinstance(node, MappingNode):
        return _mapping_without(node, paths, here)
    if isinstance(node, ListNode):
        kept = [(at, item) for at, item in enumerate(node.items) if (*here, at) not in paths]
        items = tuple(without(item, paths, (*here, at)) for at, item in kept)
        return replace(node, items=items, whole=node.whole and len(items) == len(node.items))
    return node


def _mapping_without(node: MappingNode, paths: AbstractSet[Path], here: Path) -> MappingNode:
    kept = [entry for entry in node.entries if (*here, entry.key.text) not in paths]
    entries = tuple(Entry(entry.key, without(entry.value, paths, (*here, entry.key.text))) for entry in kept)
    return replace(node, entries=entries, whole=node.whole and len(entries) == len(node.entries))


def _change_entry(entry: Entry, changes: Mapping[str, Callable[[Node], Node]]) -> Entry:
    how = changes.get(entry.key.text)
    return Entry(entry.key, how(entry.value)) if how else entry
