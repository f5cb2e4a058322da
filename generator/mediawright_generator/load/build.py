"""A tree of nodes becomes a spec model; what the model refuses becomes problems, and the rest is kept for checking."""

from collections.abc import Iterator, Mapping
from typing import Final, TypeVar

from pydantic import ValidationError

from mediawright_generator.load.fault import Fault, faults_of, is_reported_as_unknown
from mediawright_generator.load.located import Located
from mediawright_generator.load.message import label, problem_of
from mediawright_generator.load.nodes import ListNode, MappingNode, Node, Path, ScalarNode, descend, without
from mediawright_generator.load.reading import Reading
from mediawright_generator.load.scalars import is_unbounded_number
from mediawright_generator.problems import Problem
from mediawright_generator.spec.base import Spec
from mediawright_runtime.shapes import is_object

T = TypeVar("T", bound=Spec)
Built = tuple[Located[T] | None, tuple[Problem, ...]]
"""The model, unless nothing can be made of the file, and what is wrong with it."""

_ROUNDS: Final = 16
"""More rounds than a spec has levels: each leaves faulty parts out one level further up."""

_FREE: Final = frozenset({"body", "example", "schema", "schemas", "before", "after"})
"""Keys of data that is what it is."""


def build(root: Node, model: type[T], file: str, stand_in: Mapping[str, object]) -> Built[T]:
    """Read a tree as a model; a faulty part is reported and left out, or stood in for where the file must have it."""
    numbers = tuple(_unbounded_numbers(root, ()))
    root = without(root, {path for path, _ in numbers})
    located, faults = _validate(root, model, file, {})
    empty = _empty_beside(faults, root)
    problems = (
        *(_number_problem(path, node, model) for path, node in numbers),
        *(_empty_problem(path, node, model) for path, node in empty.items()),
        *(problem_of(fault, root, model) for fault in _reported(faults, root)),
    )
    if empty and located:
        root = without(root, empty.keys())
        located, faults = _validate(root, model, file, {})
    for _ in range(_ROUNDS):
        if located or not isinstance(root, MappingNode):
            break
        root = without(root, {fault.path for fault in faults})
        located, faults = _validate(root, model, file, stand_in)
    return located, problems


def _validate(
    root: Node, model: type[T], file: str, stand_in: Mapping[str, object]
) -> tuple[Located[T] | None, tuple[Fault, ...]]:
    reading = Reading(root)
    value = {**stand_in, **reading.value} if is_object(reading.value) else reading.value
    try:
        valid = model.model_validate(value)
    except ValidationError as error:
        return None, faults_of(error.errors(include_url=False), root, model)
    stood_in: set[Path] = {()} if stand_in.keys() - {path[0] for path in reading.keys} else set()
    return Located(valid, file, reading.places, reading.keys, frozenset(reading.incomplete | stood_in)), ()


def _reported(faults: tuple[Fault, ...], root: Node) -> Iterator[Fault]:
    """Leave out what follows from a mistake that is reported elsewhere."""
    for fault in faults:
        node = descend(root, fault.path)
        if node.whole and not is_reported_as_unknown(fault, faults):
            yield fault


def _unbounded_numbers(node: Node, path: Path) -> Iterator[tuple[Path, ScalarNode]]:
    if isinstance(node, ScalarNode):
        if is_unbounded_number(node):
            yield path, node
    elif isinstance(node, ListNode):
        for index, item in enumerate(node.items):
            yield from _unbounded_numbers(item, (*path, index))
    else:
        for entry in node.entries:
            yield from _unbounded_numbers(entry.value, (*path, entry.key.text))


def _empty_beside(faults: tuple[Fault, ...], root: Node) -> Mapping[Path, ScalarNode]:
    """Find empty values outside of what is faulty anyway."""
    faulty = {fault.path for fault in faults} - {()}
    found = _empty_values(root, ())
    return {path: node for path, node in found if all(path[:end] not in faulty for end in range(len(path) + 1))}


def _empty_values(node: Node, path: Path) -> Iterator[tuple[Path, ScalarNode]]:
    """Find keys behind which nothing stands, but for those of examples and schemas, where it means null."""
    if isinstance(node, ListNode):
        for index, item in enumerate(node.items):
            yield from _empty_values(item, (*path, index))
    for entry in node.entries if isinstance(node, MappingNode) else ():
        below = (*path, entry.key.text)
        if isinstance(entry.value, ScalarNode):
            if entry.value.empty and entry.value.whole and _FREE.isdisjoint(path):
                yield below, entry.value
        else:
            yield from _empty_values(entry.value, below)


def _empty_problem(path: Path, node: ScalarNode, model: type[Spec]) -> Problem:
    return Problem(node.place, "empty-value", f"{label(path, model)} is empty", "give it a value, or remove the key")


def _number_problem(path: Path, node: ScalarNode, model: type[Spec]) -> Problem:
    what = f"{label(path, model)} is {node.text[:20]}, a number that JSON cannot carry"
    return Problem(node.place, "unbounded-number", what, "write a finite number, or put text in quotes")
