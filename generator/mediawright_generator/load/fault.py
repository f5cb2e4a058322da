"""What a spec model refuses, told as faults of the tree that it was read from: one fault for one mistake."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any, Final, Literal, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from mediawright_generator.load.nodes import Node, Path, ScalarNode, child, descend
from mediawright_generator.problems import closest

Kind = Literal["unknown-key", "missing-key", "wrong-type", "value-not-allowed"]

EXPECTED: Final = {
    "string_type": "text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
}
"""pydantic's names of type errors -> what was expected."""

_KINDS: Final[dict[str, Kind]] = {"missing": "missing-key", "extra_forbidden": "unknown-key"}


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake: its kind, the path of what is wrong, and what would be right."""

    kind: Kind
    path: Path
    """The node that is wrong; of a missing key, the mapping that lacks it."""
    key: str = ""
    """The unknown or missing key."""
    expected: tuple[str, ...] = ()
    """What a value of another type should be, in words, or the values that are allowed, or the known keys."""
    meant: str = ""
    """The known key, or the allowed value, that was probably meant."""
    error: ErrorDetails | None = field(default=None, compare=False)


def faults_of(errors: Sequence[ErrorDetails], root: Node, model: type[BaseModel]) -> tuple[Fault, ...]:
    """Tell pydantic's errors as faults; the branches of a union that was not meant are left out."""
    found = [_fault(error, root, model) for error in errors]
    by_place = sorted(_of_branches_taken(found), key=_sort_key)
    merged = [_merge(tuple(alike)) for _, alike in groupby(by_place, key=_sort_key)]
    return tuple(replace(fault, meant=_meant(fault, merged, root)) for fault in merged)


def is_reported_as_unknown(fault: Fault, faults: Sequence[Fault]) -> bool:
    """Tell whether a missing key is there under an unknown name."""
    return fault.kind == "missing-key" and any(
        other.kind == "unknown-key" and other.path[:-1] == fault.path and other.meant == fault.key for other in faults
    )


def _fault(error: ErrorDetails, root: Node, model: type[BaseModel]) -> Fault:
    kind = _kind(error)
    path = _path(root, error["loc"])
    key = str(error["loc"][-1]) if kind in {"missing-key", "unknown-key"} else ""
    holder = path[:-1] if kind == "unknown-key" else path
    return Fault(kind, path, key, _expected(error, kind, model, holder), error=error)


def _kind(error: ErrorDetails) -> Kind:
    otherwise: Kind = "wrong-type" if error["type"] in EXPECTED else "value-not-allowed"
    return _KINDS.get(error["type"], otherwise)


def _expected(error: ErrorDetails, kind: Kind, model: type[BaseModel], holder: Path) -> tuple[str, ...]:
    if kind == "wrong-type":
        return (EXPECTED[error["type"]],)
    if kind == "value-not-allowed":
        return tuple(re.findall(r"'([^']*)'", error.get("ctx", {}).get("expected", "")))
    return known_keys(model, holder)


def _path(root: Node, loc: Sequence[str | int]) -> Path:
    """Keep the steps that the tree has; the others name branches of unions."""
    path: list[str | int] = []
    node = root
    for step in loc:
        below = child(node, step)
        if below is not None:
            node = below
            path.append(step)
    return tuple(path)


def _of_branches_taken(found: Sequence[Fault]) -> Iterator[Fault]:
    """Leave out what follows from another fault.

    That is a value's other type where another branch of the same union took the value further, and that too little
    stands where pydantic does not count what is faulty.
    """
    above = {fault.path[:depth] for fault in found for depth in range(len(fault.path))}
    taken = {fault.path for fault in found if fault.kind != "wrong-type"}
    follows = {"wrong-type": above | taken, "value-not-allowed": above}
    return (fault for fault in found if fault.path not in follows.get(fault.kind, ()))


def _meant(fault: Fault, faults: Sequence[Fault], root: Node) -> str:
    """Guess what was meant: first of all a key that is missing beside the unknown one."""
    node = descend(root, fault.path)
    if fault.kind == "value-not-allowed" and isinstance(node, ScalarNode):
        return closest(node.text, fault.expected)
    if fault.kind != "unknown-key":
        return ""
    holder = fault.path[:-1]
    missing = [other.key for other in faults if other.kind == "missing-key" and other.path == holder]
    unknown = [other.key for other in faults if other.kind == "unknown-key" and other.path[:-1] == holder]
    absent = [key for key in fault.expected if child(descend(root, holder), key) is None]
    alone = missing[0] if len(missing) == len(unknown) == 1 else ""
    very_close = closest(fault.key, missing) or closest(fault.key, absent, cutoff=0.8)
    return very_close or alone or closest(fault.key, absent)


def _sort_key(fault: Fault) -> tuple[tuple[str, ...], str, str]:
    return tuple(map(str, fault.path)), fault.kind, fault.key


def _merge(alike: tuple[Fault, ...]) -> Fault:
    first = alike[0]
    if first.kind != "wrong-type":
        return first
    expected = tuple(dict.fromkeys(word for fault in alike for word in fault.expected))
    return replace(first, expected=expected)


def known_keys(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """List the keys that a mapping at a path of the model may have."""
    models: tuple[type[BaseModel], ...] = (model,)
    for step in path:
        fields = {key: kind for each in models for key, kind in _fields(each)}
        if step in fields:
            models = tuple(_models_in(fields[str(step)]))
    return tuple(key for each in models for key, _ in _fields(each))


def _fields(model: type[BaseModel]) -> Iterator[tuple[str, Any]]:
    for name, info in model.model_fields.items():
        yield info.alias or name, info.annotation


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)
