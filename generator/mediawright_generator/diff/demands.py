"""What the conditions of rules ask for, and which values they tell apart."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from mediawright_generator.diff.found import canonical
from mediawright_generator.diff.shape import Shape
from mediawright_generator.spec.operation import Condition, Constraint, Rule
from mediawright_runtime.shapes import is_list

Given = Mapping[str, Any]
"""What a call gives, by parameter."""
_VALUES: Final = ("minimum", "maximum", "exclusive_minimum", "exclusive_maximum")
_LENGTHS: Final = ("min_length", "max_length")
_COUNTS: Final = ("min_items", "max_items")
_OTHER: Final = "another value"


def breaks(rule: Rule, given: Given, defaults: Given) -> bool:
    """Tell whether a call breaks a rule; what is omitted counts as its default."""
    if not all(holds(each, given.get(name), defaults.get(name), omitted=False) for name, each in rule.when.items()):
        return False
    return not all(holds(each, given.get(name), defaults.get(name), omitted=True) for name, each in rule.then.items())


def holds(condition: Condition, given: Any, default: Any, *, omitted: bool) -> bool:
    """Hold a condition against what is given for a parameter."""
    presence = condition.present if isinstance(condition, Constraint) else None
    if presence is not None and presence is not (given is not None):
        return False
    value = default if given is None else given
    if value is None:
        return omitted if presence is None else True
    values: Iterable[Any] = value if is_list(value) else (value,)
    if not isinstance(condition, Constraint):
        allowed = {canonical(each) for each in condition}
        return all(canonical(each) in allowed for each in values)
    return _counted(len(list(values)), condition, "items") and all(_within(each, condition) for each in values)


def _within(value: Any, condition: Constraint) -> bool:
    if isinstance(value, str):
        return _counted(len(value), condition, "length")
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return True
    return (
        (condition.minimum is None or value >= condition.minimum)
        and (condition.maximum is None or value <= condition.maximum)
        and (condition.exclusive_minimum is None or value > condition.exclusive_minimum)
        and (condition.exclusive_maximum is None or value < condition.exclusive_maximum)
    )


def _counted(number: int, condition: Constraint, what: str) -> bool:
    least, most = getattr(condition, f"min_{what}"), getattr(condition, f"max_{what}")
    return (least is None or number >= least) and (most is None or number <= most)


def candidates(conditions: Iterable[Condition], shapes: tuple[Shape, Shape]) -> list[Any]:
    """List values of a parameter that both sides take, one at least for each that the conditions tell apart."""
    conditions = list(conditions)
    lists = [each.facts["keywords"] for each in shapes if each.facts.get("keywords") and not each.facts.get("open")]
    if lists:
        known = [each for each in lists[0] if all(canonical(each) in map(canonical, other) for other in lists)]
    else:
        known = [*_tried(conditions), *_free(shapes[1])]
    if shapes[1].type != "array":
        return known
    counts = {1, *(number for each in conditions for number in _around(each, _COUNTS) if number > 0)}
    return [[value] * count for value in known or [_OTHER] for count in sorted(counts)]


def _tried(conditions: Iterable[Condition]) -> Iterator[Any]:
    for each in conditions:
        if not isinstance(each, Constraint):
            yield from each
        else:
            yield from _around(each, _VALUES)
            yield from ("x" * number for number in _around(each, _LENGTHS) if number > 0)


def _around(condition: Condition, keys: Iterable[str]) -> Iterator[Any]:
    if isinstance(condition, Constraint):
        bounds = (getattr(condition, key) for key in keys)
        yield from (each + step for each in bounds if each is not None for step in (-1, 0, 1))


def _free(shape: Shape) -> list[Any]:
    kind = shape.item_type or shape.type
    known: dict[str, list[Any]] = {"boolean": [True, False], "integer": [0, 10**9], "number": [0, 10**9]}
    return known.get(kind, [_OTHER])
