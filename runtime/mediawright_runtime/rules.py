"""Rules across parameters: what else must hold when some parameters have some values."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING

from mediawright_runtime.redaction import shown
from mediawright_runtime.shapes import is_list

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mediawright_runtime.declarations import Constraint, Rule

_LEFT_OUT = "left out"
_VALUE_BOUNDS: tuple[tuple[str, Callable[[float, float], bool]], ...] = (
    ("minimum", operator.ge),
    ("maximum", operator.le),
    ("exclusive_minimum", operator.gt),
    ("exclusive_maximum", operator.lt),
)


def broken(rule: Rule, sent: Mapping[str, object], defaults: Mapping[str, object]) -> tuple[str, Constraint] | None:
    """Name the parameter that breaks a rule, and what the rule demands of it."""
    if not all(_holds(name, demand, sent, defaults, omitted=False) for name, demand in rule.when.items()):
        return None
    refused = (item for item in rule.then.items() if not _holds(*item, sent, defaults, omitted=True))
    return next(refused, None)


def reason(rule: Rule, name: str, sent: Mapping[str, object], defaults: Mapping[str, object]) -> str:
    """Say why a rule refuses a parameter, with the values that called for the rule."""
    value = _said(name, sent, defaults)
    refused = "may not be left out" if value == _LEFT_OUT else f"{value} is not allowed"
    when = " and ".join(f"{each} is {_said(each, sent, defaults)}" for each in rule.when)
    because = f": {rule.describe.rstrip('.')}" if rule.describe else ""
    return f"{refused}{' when ' if when else ''}{when}{because}"


def _holds(
    name: str, demand: Constraint, sent: Mapping[str, object], defaults: Mapping[str, object], *, omitted: bool
) -> bool:
    """Hold a demand against a parameter; an omitted one counts as its default, and without one as `omitted`."""
    if demand.present is not None and demand.present is not (name in sent):
        return False
    value = sent.get(name, defaults.get(name))
    if value is None:
        return omitted if demand.present is None else True
    return _meets(value, demand)


def _meets(value: object, demand: Constraint) -> bool:
    items = value if is_list(value) else (value,)
    enough = demand.min_items is None or len(items) >= demand.min_items
    few = demand.max_items is None or len(items) <= demand.max_items
    return enough and few and all(_item_meets(item, demand) for item in items)


def _item_meets(item: object, demand: Constraint) -> bool:
    if demand.values is not None and not any(_same(item, value) for value in demand.values):
        return False
    if isinstance(item, str):
        long_enough = demand.min_length is None or len(item) >= demand.min_length
        return long_enough and (demand.max_length is None or len(item) <= demand.max_length)
    if isinstance(item, bool) or not isinstance(item, (int, float)):
        return True
    bounds = ((compare, getattr(demand, bound)) for bound, compare in _VALUE_BOUNDS)
    return all(bound is None or compare(item, bound) for compare, bound in bounds)


def _same(one: object, other: object) -> bool:
    """Compare as JSON does: true is not 1, though 1.0 is."""
    return isinstance(one, bool) == isinstance(other, bool) and one == other


def _said(name: str, sent: Mapping[str, object], defaults: Mapping[str, object]) -> str:
    if name in sent:
        return shown(sent[name])
    return f"{shown(defaults[name])} (the default)" if defaults.get(name) is not None else _LEFT_OUT
