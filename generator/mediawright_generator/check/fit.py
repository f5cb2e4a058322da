"""Whether a value is what a parameter accepts: its type, its keywords, its bounds. Said once, for all rules."""

import operator
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from mediawright_generator.load.scalars import core_value
from mediawright_generator.problems import listed, shown
from mediawright_generator.spec import Parameter
from mediawright_generator.spec.base import Scalar
from mediawright_generator.spec.operation import Constraint
from mediawright_generator.spec.parameter import Items
from mediawright_runtime import ecma
from mediawright_runtime.json_values import is_multiple
from mediawright_runtime.shapes import is_list, is_object

Value = Any
"""A value as JSON has it, with tuples for lists."""
Bounded = Parameter | Items | Constraint
Aspect = Literal["type", "enum", "range"]

TYPE_WORDS: Final = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a mapping",
    "any": "anything",
}

LOW_AND_HIGH: Final = (
    ("minimum", "maximum"),
    ("minimum", "exclusive_maximum"),
    ("exclusive_minimum", "maximum"),
    ("exclusive_minimum", "exclusive_maximum"),
    ("min_length", "max_length"),
    ("min_items", "max_items"),
)
"""Bounds that leave no value when the first is above the second."""

_QUOTED: Final = "remove the quotes"


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why a value is not accepted."""

    aspect: Aspect
    what: str
    """Follows the value: `is not one of '5s', '10s'`."""
    remedy: str = ""
    """How a value of another type is written."""
    path: tuple[int, ...] = ()
    """Which item of the value it is."""


@dataclass(frozen=True, slots=True)
class _Bound:
    keeps: Callable[[Any, Any], bool]
    words: str


_NUMBER_BOUNDS: Final = {
    "minimum": _Bound(operator.ge, "is below the minimum {}"),
    "maximum": _Bound(operator.le, "is above the maximum {}"),
    "exclusive_minimum": _Bound(operator.gt, "is not above the exclusive minimum {}"),
    "exclusive_maximum": _Bound(operator.lt, "is not below the exclusive maximum {}"),
}
_LENGTH_BOUNDS: Final = {
    "min_length": _Bound(operator.ge, "is shorter than {} characters"),
    "max_length": _Bound(operator.le, "is longer than {} characters"),
}
_COUNT_BOUNDS: Final = {
    "min_items": _Bound(operator.ge, "has fewer than {} items"),
    "max_items": _Bound(operator.le, "has more than {} items"),
}


def misfit(value: Value, parameter: Parameter) -> Misfit | None:
    """Tell why a parameter does not accept a value; nothing if it does."""
    return next(_misfits(value, parameter), None)


def scalar_misfit(value: Value, parameter: Parameter) -> Misfit | None:
    """Tell why a parameter, or an array's item, does not accept one value."""
    return next(_scalar_misfits(value, parameter), None)


def keyword_misfit(value: Scalar, parameter: Parameter) -> Misfit | None:
    """Tell why a value cannot be a keyword: its type or its range."""
    of_value = value_facts(parameter)
    return type_misfit(value, of_value.type) or next(range_misfits(value, of_value), None)


def value_facts(parameter: Parameter) -> Parameter | Items:
    """Give what is said of one value: of each item, where the parameter is an array."""
    return parameter.items or parameter if parameter.type == "array" else parameter


def all_keywords(parameter: Parameter) -> tuple[Scalar, ...]:
    """Give the documented values of a parameter, or of an array's items."""
    return parameter.keywords or (parameter.items.keywords if parameter.items else ())


def spellings(parameter: Parameter) -> set[str]:
    """Give the documented values as they are written."""
    return {str(each).lower() if isinstance(each, bool) else str(each) for each in all_keywords(parameter)}


def labels_outside(parameter: Parameter) -> list[tuple[str, Misfit]]:
    """Give the labelled numbers that a parameter without keywords does not accept."""
    if all_keywords(parameter) or parameter.type not in {"integer", "number"}:
        return []
    found = ((value, misfit(core_value(value), parameter)) for value in parameter.labels)
    return [(value, each) for value, each in found if each]


def enum(parameter: Parameter) -> tuple[Scalar, ...] | None:
    """Give all values that a parameter accepts, if they are listed, and listed without a mistake."""
    keywords = all_keywords(parameter)
    if not keywords or parameter.open:
        return None
    of_type = value_facts(parameter).type
    return None if any(type_misfit(keyword, of_type) for keyword in keywords) else keywords


def is_of_wrong_type(parameter: Parameter) -> bool:
    """Tell whether none of several values that a parameter names is of its type: then the type is what is wrong."""
    default = parameter.default if is_list(parameter.default) else (parameter.default,)
    named = [value for value in (*all_keywords(parameter), *default) if value is not None]
    return len(named) > 1 and all(type_misfit(value, value_facts(parameter).type) for value in named)


def is_one_of(value: Value, values: Iterable[Value]) -> bool:
    """Compare as JSON does: `true` is not 1, though 1.0 is."""
    return any(isinstance(value, bool) == isinstance(each, bool) and value == each for each in values)


def type_misfit(value: Value, expected: str) -> Misfit | None:
    """Tell whether a value is of another type than the named one."""
    if _IS_OF_TYPE[expected](value):
        return None
    is_quoted = isinstance(value, str) and _IS_OF_TYPE[expected](core_value(value))
    return Misfit("type", f"is not {TYPE_WORDS[expected]}", _QUOTED if is_quoted else f"write {TYPE_WORDS[expected]}")


def range_misfits(value: Value, bounded: Bounded) -> Iterator[Misfit]:
    """Hold a value against the bounds that measure it; bounds that contradict each other measure nothing."""
    senseless = {key for low, high in LOW_AND_HIGH if is_above(bounded, low, high) for key in (low, high)}
    for measure, bounds in _measures(value):
        for key, bound in bounds.items():
            limit = getattr(bounded, key, None)
            if limit is not None and key not in senseless and not bound.keeps(measure, limit):
                yield Misfit("range", bound.words.format(limit))
    yield from _form_misfits(value, bounded)


def is_above(bounded: Bounded, low: str, high: str) -> bool:
    """Tell whether two bounds leave no value between them."""
    least, most = getattr(bounded, low, None), getattr(bounded, high, None)
    if least is None or most is None:
        return False
    return bool(least >= most if "exclusive" in low + high else least > most)


def _misfits(value: Value, parameter: Parameter) -> Iterator[Misfit]:
    if parameter.type != "array":
        yield from _scalar_misfits(value, parameter)
    elif not is_list(value):
        yield Misfit("type", "is not a list", "write it as a list")
    else:
        yield from range_misfits(value, parameter)
        for index, item in enumerate(value):
            for found in _scalar_misfits(item, parameter):
                yield replace(found, what=f"has the item {shown(item)}, which {found.what}", path=(index,))


def _scalar_misfits(value: Value, parameter: Parameter) -> Iterator[Misfit]:
    of_value = value_facts(parameter)
    of_another_type = type_misfit(value, of_value.type)
    if of_another_type:
        yield of_another_type
        return
    allowed = enum(parameter)
    if allowed and not is_one_of(value, allowed):
        yield Misfit("enum", f"is not one of {listed(allowed)}")
        return
    yield from range_misfits(value, of_value)


def _form_misfits(value: Value, bounded: Bounded) -> Iterator[Misfit]:
    """Hold a number against the steps between values, and a text against its pattern."""
    step, pattern = getattr(bounded, "multiple_of", None), getattr(bounded, "pattern", None)
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if step is not None and is_number and not is_multiple(value, step):
        yield Misfit("range", f"is no multiple of {step}")
    if pattern is not None and isinstance(value, str) and not _matches(pattern, value):
        yield Misfit("range", f"does not match the pattern {pattern!r}")


def _matches(pattern: str, text: str) -> bool:
    """Look for a pattern in a text; one that nobody can read refuses nothing."""
    try:
        return ecma.compiled(pattern).search(text) is not None
    except (re.error, OverflowError, RecursionError):
        return True


def _measures(value: Value) -> Iterator[tuple[float, Mapping[str, _Bound]]]:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        yield value, _NUMBER_BOUNDS
    if isinstance(value, str):
        yield len(value), _LENGTH_BOUNDS
    if is_list(value):
        yield len(value), _COUNT_BOUNDS


_IS_OF_TYPE: Final[Mapping[str, Callable[[Value], bool]]] = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, (int, float)) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "array": is_list,
    "object": is_object,
    "any": lambda _: True,
}
