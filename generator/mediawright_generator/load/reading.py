"""A tree of nodes as the values that Python has for them, with the places of all."""

from typing import TYPE_CHECKING

from mediawright_generator.load.nodes import ListNode, MappingNode, Node, Path, ScalarNode
from mediawright_generator.load.scalars import value_of

if TYPE_CHECKING:
    from mediawright_generator.problems import Place


class Reading:
    """The values of a tree as Python has them, and where each of them stands."""

    def __init__(self, root: Node) -> None:
        self.places: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}
        self.incomplete: set[Path] = set()
        self.value = self._read(root, ())

    def _read(self, node: Node, path: Path) -> object:
        self.places[path] = node.place
        if not node.whole:
            self.incomplete.add(path)
        if isinstance(node, ScalarNode):
            return value_of(node)
        if isinstance(node, ListNode):
            return tuple(self._read(item, (*path, index)) for index, item in enumerate(node.items))
        return self._read_mapping(node, path)

    def _read_mapping(self, node: MappingNode, path: Path) -> object:
        value: dict[str, object] = {}
        for entry in node.entries:
            below = (*path, entry.key.text)
            self.keys[below] = entry.key.place
            value[entry.key.text] = self._read(entry.value, below)
        return value
