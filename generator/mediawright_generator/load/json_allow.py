"""What a JSON file says beside its record: `$schema`, which only editors read, and `x-allow` in place of comments."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Final

from pydantic import Field

from mediawright_generator.load.allow import Allow
from mediawright_generator.load.build import build
from mediawright_generator.load.nodes import MappingNode, Node, child
from mediawright_generator.problems import Place, Problem
from mediawright_generator.spec.base import Spec

_ALLOW: Final = "x-allow"
_BESIDE: Final = frozenset({"$schema", _ALLOW})


class _Entry(Spec):
    """One rule that is allowed at one value."""

    at: Annotated[str, Field(pattern="^(/|$)")]
    """A JSON Pointer."""
    rule: str
    reason: str = ""


class _Allows(Spec):
    allows: tuple[_Entry, ...] = Field(default=(), alias=_ALLOW)


@dataclass(frozen=True, slots=True)
class Taken:
    """The record without what stands beside it, what that allows, and what is wrong with it."""

    root: Node
    allows: tuple[Allow, ...] = ()
    problems: tuple[Problem, ...] = ()


def take_allows(root: Node, file: str) -> Taken:
    """Take out of a tree what is not of its record."""
    if not isinstance(root, MappingNode):
        return Taken(root)
    rest = replace(root, entries=tuple(each for each in root.entries if each.key.text not in _BESIDE))
    beside = replace(root, entries=tuple(each for each in root.entries if each.key.text == _ALLOW))
    located, problems = build(beside, _Allows, file, {})
    if located is None:
        return Taken(rest, (), problems)
    allows = (
        Allow(located.place(_ALLOW, index), (entry.rule,), entry.reason, at=tuple(_places(root, entry.at)))
        for index, entry in enumerate(located.model.allows)
    )
    return Taken(rest, tuple(allows), problems)


def _places(root: Node, pointer: str) -> Iterator[Place]:
    """Give the places of a value and its key; none where the pointer leads nowhere."""
    holder, node = root, root
    step: str | int = ""
    for word in pointer.split("/")[1:]:
        name = word.replace("~1", "/").replace("~0", "~")
        step = name if isinstance(node, MappingNode) or not name.isdecimal() else int(name)
        below = child(node, step)
        if below is None:
            return
        holder, node = node, below
    yield node.place
    entry = holder.entry(step) if isinstance(holder, MappingNode) and isinstance(step, str) else None
    if entry:
        yield entry.key.place
