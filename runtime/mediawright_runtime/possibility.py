"""Whether an operation can do several things in one call: a search for parameters that its limits and rules accept.

Only documented values count. A parameter that nobody asks about may be left out, where it counts as its default, or be
given whatever value the rules need.
"""

from __future__ import annotations

from itertools import chain, product
from typing import TYPE_CHECKING

from mediawright_runtime.declarations import Constraint, Rule
from mediawright_runtime.quantities import documented, size
from mediawright_runtime.rules import broken
from mediawright_runtime.shapes import is_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mediawright_runtime.entry import Entry, EntryParameter
    from mediawright_runtime.quantities import Form

    Choice = tuple[str, object]

_OMITTED = object()
_ANY = object()
"""A value of which only that it is given matters, as an address or a text."""
_NUMBERS = frozenset({"integer", "number"})
_ENDS = ("minimum", "maximum")
_SAMPLES: dict[str, tuple[object, ...]] = {"boolean": (True, False), "integer": (0, 1), "number": (0, 1)}
_LIMITS = (
    *("minimum", "maximum", "exclusive_minimum", "exclusive_maximum"),
    *("min_length", "max_length", "min_items", "max_items"),
)


def is_possible(entry: Entry, facts: Mapping[str, Form]) -> bool:
    """Whether one call can have all of these facts."""
    parameters = {each.name: each for each in entry.parameters}
    choices = [_choices(entry, *fact) for fact in _told_apart(entry, facts)]
    search = _Search(parameters, [Rule(dict(each.when), dict(each.then)) for each in entry.rules])
    return any(_agree(chosen) and search.completes(dict(chosen)) for chosen in product(*choices))


def _told_apart(entry: Entry, facts: Mapping[str, Form]) -> Iterator[tuple[str, Form]]:
    """Ask for width and height where an operation takes them in place of a resolution."""
    known = {each.means.quantity for each in entry.parameters if each.means}
    for quantity, wanted in facts.items():
        extent = size(wanted) if quantity == "resolution" and quantity not in known else None
        yield from zip(("width", "height"), extent, strict=True) if extent else ((quantity, wanted),)


def _choices(entry: Entry, quantity: str, wanted: Form) -> tuple[Choice, ...]:
    """List what can be given for a fact: a parameter and a value, or its omission where the default will do."""
    about = [each for each in entry.parameters if each.means and each.means.quantity == quantity]
    return tuple((each.name, value) for each in about for value in _matching(each, wanted))


def _matching(parameter: EntryParameter, wanted: Form) -> Iterator[object]:
    if parameter.const is None and not parameter.required and _says(parameter, parameter.default, wanted):
        yield _OMITTED
    yield from (value for value in _known(parameter) if _says(parameter, value, wanted))
    if _is_bounded(parameter) and isinstance(wanted, float) and _says(parameter, wanted, wanted):
        yield from _numbers(parameter, (wanted,))


def _says(parameter: EntryParameter, value: object, wanted: Form) -> bool:
    if parameter.means is None or value is None:
        return False
    means = parameter.means
    label = dict(parameter.labels).get(str(value))
    forms = [documented(means.quantity, means.unit, each) for each in (value, label) if each is not None]
    return wanted in forms


def _known(parameter: EntryParameter) -> Iterator[object]:
    """List the documented values of a parameter: its constant, its keywords, its default, the ends of its range."""
    yield from (each for each in (parameter.const, *parameter.keywords, parameter.default) if each is not None)
    if parameter.type == "boolean":
        yield from (True, False)
    ends = (getattr(parameter, end) for end in _ENDS)
    yield from _numbers(parameter, (end for end in ends if end is not None))


def _is_bounded(parameter: EntryParameter) -> bool:
    """Whether every number between two documented ends is accepted."""
    lower = (parameter.minimum, parameter.exclusive_minimum)
    upper = (parameter.maximum, parameter.exclusive_maximum)
    is_closed = parameter.const is not None or (parameter.keywords and not parameter.open)
    return not is_closed and all(any(end is not None for end in ends) for ends in (lower, upper))


def _numbers(parameter: EntryParameter, numbers: Iterable[float]) -> Iterator[object]:
    """Write numbers as the parameter takes them; one that it cannot take is left out."""
    if parameter.type not in _NUMBERS:
        return
    for number in numbers:
        if int(number) == number:
            yield int(number)
        elif parameter.type == "number":
            yield number


def _agree(chosen: Sequence[Choice]) -> bool:
    """Whether no parameter is chosen twice with different values."""
    return len({name for name, _ in chosen}) == len(dict.fromkeys(map(repr, chosen)))


class _Search:
    """Looks for values of the parameters that nobody asked about."""

    def __init__(self, parameters: Mapping[str, EntryParameter], rules: Sequence[Rule]) -> None:
        self._parameters = parameters
        self._rules = rules
        self._defaults = {name: each.default for name, each in parameters.items() if each.default is not None}
        self._names = dict.fromkeys(name for rule in rules for name in chain(rule.when, rule.then))

    def completes(self, chosen: Mapping[str, object]) -> bool:
        """Whether these choices can be completed into parameters that every rule accepts."""
        own = (each for each in chosen.items() if each[1] is not _OMITTED)
        if not all(_accepts(self._parameters[name], value) for name, value in own):
            return False
        return self._decides(chosen, [name for name in self._names if name not in chosen])

    def _decides(self, decided: Mapping[str, object], open_: Sequence[str]) -> bool:
        if any(self._breaks(rule, decided) for rule in self._rules):
            return False
        if not open_:
            return True
        name, *rest = open_
        return any(self._decides({**decided, name: value}, rest) for value in self._values(name))

    def _breaks(self, rule: Rule, decided: Mapping[str, object]) -> bool:
        if not all(name in decided for name in chain(rule.when, rule.then)):
            return False
        sent = {name: value for name, value in decided.items() if value is not _OMITTED}
        return broken(rule, sent, self._defaults) is not None

    def _values(self, name: str) -> Iterable[object]:
        """List one value of each sort that the rules tell apart."""
        parameter = self._parameters[name]
        demands = [rule[name] for each in self._rules for rule in (each.when, each.then) if name in rule]
        values = (value for value in _candidates(parameter, demands) if _accepts(parameter, value))
        sorts = {tuple(_meets(value, demand) for demand in demands): value for value in values}
        is_free = not parameter.required and parameter.const is None
        return (*((_OMITTED,) if is_free else ()), *sorts.values())


def _candidates(parameter: EntryParameter, demands: Sequence[Constraint]) -> Iterator[object]:
    found = chain(_known(parameter), _SAMPLES.get(parameter.type, (_ANY,)), *map(_around, demands))
    fewest = max(1, parameter.min_items or 0)
    for value in found:
        yield [value] * fewest if parameter.type == "array" and not is_list(value) else value


def _around(demand: Constraint) -> Iterator[object]:
    """List values on both sides of what a rule demands."""
    yield from demand.values or ()
    for limit in _LIMITS:
        bound = getattr(demand, limit)
        if bound is not None:
            yield from (_sized(limit, bound + step) for step in (-1, 0, 1))


def _sized(limit: str, figure: float) -> object:
    if limit.endswith("_length"):
        return "x" * int(figure)
    return [_ANY] * int(figure) if limit.endswith("_items") else figure


def _accepts(parameter: EntryParameter, value: object) -> bool:
    """Whether a value is within a parameter's own limits."""
    if parameter.const is not None:
        return value == parameter.const
    closed = parameter.keywords if parameter.keywords and not parameter.open else None
    limits = {limit: getattr(parameter, limit) for limit in _LIMITS}
    return _meets(value, Constraint(values=closed, **limits))


def _meets(value: object, demand: Constraint) -> bool:
    return broken(Rule({}, {"": demand}), {"": value}, {}) is None
