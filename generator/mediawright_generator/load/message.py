"""A fault in words: what is, and what to do."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from pydantic import BaseModel

from mediawright_generator.load.fault import Fault, Kind
from mediawright_generator.load.nodes import ListNode, MappingNode, Node, Path, ScalarNode, descend
from mediawright_generator.load.scalars import core_value, value_of
from mediawright_generator.problems import Place, Problem, listed, shown

Words = tuple[str, str]
"""What is, and what to do."""

_ANY_SCALAR: Final = frozenset({"text", "a whole number", "a number", "true or false"})


_FORMS: Final[Mapping[str, Words]] = {
    "^/": ("which does not begin with a slash", "write the path below the server's address"),
    "^(/|$)": ("which is no JSON Pointer", "write it as `/api_body/0/default`"),
    r"^\d{4}-\d{2}-\d{2}$": ("which is no date", "write it as 2026-11-20"),
    r"^[a-z][a-z0-9_]*$": ("which is no name", "write it in small letters, digits and underscores"),
    r"^[A-Z][A-Za-z0-9]*$": ("which is no name of a class", "write a capital, then letters and digits"),
    r"^[1-9]\d*x[1-9]\d*$": ("which is no size", "write width x height in pixels, as 300x300"),
    r"^\d+(\.\d+)?:\d+(\.\d+)?$": ("which is no ratio", "write width:height, as 16:9"),
    r"^https?://[^\s?#]*[^\s?#/]$": (
        "which is no address of a server",
        "write it with https:// and without a slash, a query or a fragment behind it",
    ),
}
"""Forms of text, by the patterns of the models, in words."""
_NO_PLACE: Final[Words] = ("which is no place in an answer", "write names with dots between them, [] after a list's")


def problem_of(fault: Fault, root: Node, model: type[BaseModel]) -> Problem:
    """Tell a fault at its place."""
    what, remedy = _WORDS[fault.kind](fault, root, model)
    return Problem(_place(fault, root), fault.kind, what, remedy)


def label(path: Path, model: type[BaseModel]) -> str:
    """Name what stands at a path, as `api_body[0].type`, or the whole file by its model."""
    steps = "".join(f".{step}" if _is_word(step) else f"[{step!r}]" for step in path)
    return steps.removeprefix(".") or f"the {model.__name__.lower()}"


def _is_word(step: str | int) -> bool:
    return isinstance(step, str) and re.fullmatch(r"[\w-]+", step) is not None


def _place(fault: Fault, root: Node) -> Place:
    if fault.kind == "unknown-key":
        holder = descend(root, fault.path[:-1])
        entry = holder.entry(fault.key) if isinstance(holder, MappingNode) else None
        return entry.key.place if entry else holder.place
    return descend(root, fault.path).place


def _unknown_key(fault: Fault, _: Node, model: type[BaseModel]) -> Words:
    remedy = f"did you mean {fault.meant!r}?" if fault.meant else f"remove it, or take one of {listed(fault.expected)}"
    return f"{label(fault.path[:-1], model)} has the unknown key {fault.key!r}", remedy


def _missing_key(fault: Fault, _: Node, model: type[BaseModel]) -> Words:
    return f"{label(fault.path, model)} lacks the key {fault.key!r}", "add it"


def _wrong_type(fault: Fault, root: Node, model: type[BaseModel]) -> Words:
    node = descend(root, fault.path)
    what = f"{label(fault.path, model)} is {_state(node)} where {_alternatives(fault.expected)} is expected"
    return what, _remedy(node, fault.expected)


def _value_not_allowed(fault: Fault, root: Node, model: type[BaseModel]) -> Words:
    node = descend(root, fault.path)
    not_what, remedy = _demand(fault)
    return f"{label(fault.path, model)} is {_state(node)}, {not_what}", remedy


_WORDS: Final[Mapping[Kind, Callable[[Fault, Node, type[BaseModel]], Words]]] = {
    "unknown-key": _unknown_key,
    "missing-key": _missing_key,
    "wrong-type": _wrong_type,
    "value-not-allowed": _value_not_allowed,
}


def _state(node: Node) -> str:
    if isinstance(node, ScalarNode):
        value = value_of(node)
        text = shown(value) if isinstance(value, str) else node.text
        return text or "empty"
    kind = "list" if isinstance(node, ListNode) else "mapping"
    return f"a {kind}" if _size(node) else f"an empty {kind}"


def _size(node: ListNode | MappingNode) -> int:
    return len(node.items if isinstance(node, ListNode) else node.entries)


def _alternatives(expected: tuple[str, ...]) -> str:
    if set(expected) >= _ANY_SCALAR:
        expected = ("a value", *(word for word in expected if word not in _ANY_SCALAR))
    if "a number" in expected:
        expected = tuple(word for word in expected if word != "a whole number")
    return " or ".join(expected)


def _remedy(node: Node, expected: tuple[str, ...]) -> str:
    if not isinstance(node, ScalarNode):
        return f"write {_alternatives(expected)}"
    if node.empty:
        return "give it a value, or remove the key"
    if expected == ("a list",):
        return f"write it as a list, [{shown(value_of(node))}]"
    if "text" in expected:
        return "put it in quotes"
    if not node.plain and isinstance(core_value(node.text), int | float):
        return "remove the quotes"
    return f"write {_alternatives(expected)}"


def _demand(fault: Fault) -> Words:
    """Say what a value is not, and what to do about it."""
    facts = fault.error.get("ctx", {}) if fault.error else {}
    if fault.expected:
        remedy = f"did you mean {fault.meant!r}?" if fault.meant else "take one of them"
        return f"not one of {listed(fault.expected)}", remedy
    if "pattern" in facts:
        return _form(facts["pattern"])
    if "ge" in facts:
        return f"below {facts['ge']}", f"write {facts['ge']} or more"
    if "min_length" in facts:
        return "too short", f"give it at least {facts['min_length']}"
    return "which the format does not allow", fault.error["msg"] if fault.error else "correct it"


def _form(pattern: str) -> Words:
    unknown = (f"which does not match {pattern}", "write it so that it does")
    return _NO_PLACE if "@json" in pattern else _FORMS.get(pattern, unknown)
