"""Rules on bounds: each fits its type, and leaves room for a value; arrays say what they hold."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from mediawright_generator.check.fit import LOW_AND_HIGH, is_above, value_facts
from mediawright_generator.check.rule import Finding, ParameterAt, Record
from mediawright_generator.load.nodes import Path
from mediawright_generator.problems import listed
from mediawright_generator.spec import Parameter
from mediawright_generator.spec.operation import Constraint
from mediawright_generator.spec.parameter import Media

_OF_NUMBERS: Final = ("minimum", "maximum", "exclusive_minimum", "exclusive_maximum", "multiple_of")
BOUNDS_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "string": ("min_length", "max_length", "pattern", "max_tokens", "media"),
    "integer": _OF_NUMBERS,
    "number": _OF_NUMBERS,
    "array": ("min_items", "max_items", "media"),
    "boolean": (),
    "object": ("media",),
    "any": ("media",),
}
"""The bounds that say something about a type."""

_ALL_BOUNDS: Final = tuple(dict.fromkeys(bound for bounds in BOUNDS_OF.values() for bound in bounds))
_FOREIGN_MEASURES: Final = {
    "image": ("_fps", "_seconds"),
    "audio": ("_size", "_ratio", "_fps"),
    "document": ("_size", "_ratio", "_fps", "_seconds"),
}
"""What is not measured of files of a kind."""
_MEDIA_LOW_AND_HIGH: Final = tuple(
    (f"min_{measure}", f"max_{measure}") for measure in ("megabytes", "size", "ratio", "fps", "seconds")
)


def minimum_above_maximum(record: Record) -> Iterator[Finding]:
    """Find pairs of bounds that leave no value."""
    for at in record.parameters():
        yield from _contradictions(record, at.path, at.parameter)
        yield from _contradictions(record, (*at.path, "items"), at.parameter.items)
        yield from _media_contradictions(record, (*at.path, "media"), at.parameter.media)
    for path, _, constraint in _constraints(record):
        yield from _contradictions(record, path, constraint)


def bound_on_another_type(record: Record) -> Iterator[Finding]:
    """Find bounds that say nothing about values of the parameter's type."""
    for at in record.parameters():
        yield from _foreign_bounds(record, at.path, at.parameter, (at.parameter.type,))
        yield from _foreign_media(at)
        if items := at.parameter.items:
            yield from _foreign_bounds(record, (*at.path, "items"), items, (items.type,))
    for path, parameter, constraint in _constraints(record):
        if parameter is not None:
            types = (parameter.type, value_facts(parameter).type)
            yield from _foreign_bounds(record, path, constraint, tuple(dict.fromkeys(types)))


def _foreign_media(at: ParameterAt) -> Iterator[Finding]:
    media = at.parameter.media
    if media is None:
        return
    for key in sorted(media.model_fields_set):
        if key.endswith(_FOREIGN_MEASURES.get(media.kind, ())):
            what = f"{key} says nothing about files of kind {media.kind!r}"
            yield Finding(at.key_place("media", key), what, "remove it, or correct the kind")


def items_without_array(at: ParameterAt) -> Iterator[Finding]:
    """Find items of parameters that hold none."""
    if at.parameter.items and at.parameter.type != "array":
        what = f"parameter {at.parameter.name!r} has items, but its type is {at.parameter.type!r}"
        yield Finding(at.key_place("items"), what, "make its type array, or remove items")


def array_without_items(at: ParameterAt) -> Iterator[Finding]:
    """Find arrays that do not say what they hold."""
    if at.parameter.type == "array" and not at.parameter.items and at.parameter.fragment is None:
        what = f"array {at.parameter.name!r} does not say what its items are"
        yield Finding(at.place(), what, "add items, as `items: {type: string}`")


def is_sensible(parameter: Parameter, constraint: Constraint) -> bool:
    """Tell whether a constraint leaves a value, and speaks of the parameter's type alone."""
    fitting = {*BOUNDS_OF.get(parameter.type, ()), *BOUNDS_OF.get(value_facts(parameter).type, ())}
    given = constraint.model_fields_set - {"present"}
    return given <= fitting and not any(is_above(constraint, low, high) for low, high in LOW_AND_HIGH)


def _constraints(record: Record) -> Iterator[tuple[Path, Parameter | None, Constraint]]:
    for index, rule in enumerate(record.operation.rules):
        for part, conditions in (("when", rule.when), ("then", rule.then)):
            for name, condition in conditions.items():
                at = record.parameter(name)
                if isinstance(condition, Constraint):
                    yield ("rules", index, part, name), at.parameter if at else None, condition


def _contradictions(record: Record, path: Path, bounded: Any) -> Iterator[Finding]:
    for low, high in LOW_AND_HIGH:
        if is_above(bounded, low, high):
            yield _contradiction(record, path, bounded, low, high)


def _media_contradictions(record: Record, path: Path, media: Media | None) -> Iterator[Finding]:
    for low, high in _MEDIA_LOW_AND_HIGH:
        least, most = getattr(media, low, None), getattr(media, high, None)
        if least is not None and most is not None and _exceeds(least, most):
            yield _contradiction(record, path, media, low, high)


def _contradiction(record: Record, path: Path, bounded: Any, low: str, high: str) -> Finding:
    relation = "not below" if "exclusive" in low + high else "above"
    what = f"{low} {getattr(bounded, low)!r} is {relation} {high} {getattr(bounded, high)!r}"
    return Finding(record.located.place(*path, low), what, "correct one of them")


def _exceeds(least: str | float, most: str | float) -> bool:
    """Compare two limits: numbers, sizes such as 300x300, or ratios such as 0.4:1."""
    if not isinstance(least, str) or not isinstance(most, str):
        return float(least) > float(most)
    separator = ":" if ":" in least else "x"
    (width, height), (widest, highest) = (map(float, limit.split(separator)) for limit in (least, most))
    return width * highest > widest * height if separator == ":" else width > widest or height > highest


def _foreign_bounds(record: Record, path: Path, bounded: Any, types: tuple[str, ...]) -> Iterator[Finding]:
    fitting = tuple(bound for each in types for bound in BOUNDS_OF[each])
    if types == ("integer",):
        yield from _fractions(record, path, bounded)
    for bound in _ALL_BOUNDS:
        if getattr(bounded, bound, None) is not None and bound not in fitting:
            what = f"{bound} says nothing about the type {types[0]!r}"
            yield Finding(record.located.key_place(*path, bound), what, _other_bound(bounded, bound, fitting))


def _fractions(record: Record, path: Path, bounded: Any) -> Iterator[Finding]:
    for bound in _OF_NUMBERS:
        limit = getattr(bounded, bound, None)
        if limit is not None and limit != int(limit):
            what = f"{bound} {limit!r} of whole numbers is none"
            yield Finding(record.located.place(*path, bound), what, "write a whole number, or make the type number")


def _other_bound(bounded: Any, bound: str, fitting: tuple[str, ...]) -> str:
    items = getattr(bounded, "items", None)
    instead = [each for each in fitting if each.startswith(("min", "max", "exclusive")) and each != "max_tokens"]
    if items and bound in BOUNDS_OF[items.type]:
        return f"move it to items, or take one of {listed(instead)}"
    return f"take one of {listed(instead)}" if instead else "remove it"
