"""Parameter sets that an operation accepts as a whole, and those that break just one of its rules."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from mediawright_generator.plan.fragments import conforms
from mediawright_generator.plan.samples import (
    COUNTS,
    Condition,
    Record,
    accepted,
    accepts,
    filled,
    foreign,
    holds,
    item,
    sample,
)
from mediawright_generator.plan.samples import outside as beyond

Given = dict[str, Any]

_MISSING = object()


class Sampler:
    """Finds parameter sets that one operation of the contract accepts, by keyword."""

    def __init__(self, operation: Record) -> None:
        self._parameters = {each["name"]: each for each in operation["api_body"] if "const" not in each}
        self._rules: Sequence[Record] = operation["rules"]

    def base(self) -> Given | None:
        """Give what is required, and what rules demand beside it."""
        return self.variant({})

    def variant(self, fixed: Given) -> Given | None:
        """Give these values and what is required beside them; none where no value is found, or a rule forbids them."""
        given = self._required() | fixed
        if not all(conforms(self._parameters[name], value) for name, value in given.items()):
            return None
        return self._repaired(given, frozenset(fixed))

    def keeps_rules(self, given: Given) -> bool:
        """Say whether a parameter set breaks no rule."""
        return next(self._broken(given), None) is None

    def _repaired(self, given: Given, fixed: frozenset[str]) -> Given | None:
        for _ in range(2 * len(self._rules) + 1):
            broken = next(self._broken(given), None)
            if broken is None:
                return given
            if not self._repair(given, broken, fixed):
                return None
        return None

    def _broken(self, given: Given) -> Iterator[Record]:
        for rule in self._rules:
            if self._all_hold(rule["when"], given, missing=False) and not self._all_hold(
                rule["then"], given, missing=True
            ):
                yield rule

    def _all_hold(self, conditions: Record, given: Given, *, missing: bool) -> bool:
        return all(self._holds(name, condition, given, missing=missing) for name, condition in conditions.items())

    def _holds(self, name: str, condition: Condition, given: Given, *, missing: bool) -> bool:
        parameter, presence = self._parameters[name], _presence(condition)
        if presence is not None and presence is not (name in given or parameter.get("send_default", False)):
            return False
        value = given.get(name, parameter.get("default", _MISSING))
        if value is _MISSING:
            return missing or presence is not None
        return holds(condition, value)

    def _repair(self, given: Given, rule: Record, fixed: frozenset[str]) -> bool:
        """Make the rule hold in place: satisfy what it demands, or else turn off what triggers it."""
        demanded = {
            name: each for name, each in rule["then"].items() if not self._holds(name, each, given, missing=True)
        }
        if not fixed.intersection(demanded) and self.satisfy(given, demanded):
            return True
        return any(self._turn_off(given, name, each) for name, each in rule["when"].items() if name not in fixed)

    def _turn_off(self, given: Given, name: str, condition: Condition) -> bool:
        for value in self.outside(name, condition):
            _put(given, name, value)
            return True
        return False

    def satisfy(self, given: Given, conditions: Record) -> bool:
        """Put values in place that these conditions accept; say whether there is one for each."""
        found = {name: list(islice(self._inside(name, each), 1)) for name, each in conditions.items()}
        for name, values in found.items():
            for value in values:
                _put(given, name, value)
        return all(found.values())

    def _inside(self, name: str, condition: Condition) -> Iterator[Any]:
        """List values that both the parameter and the condition accept."""
        parameter = self._parameters[name]
        if _presence(condition) is False:
            yield _MISSING
            return
        for value in (*_suggested(parameter, condition), *_values(parameter)):
            if accepts(parameter, value) and holds(condition, value):
                yield value

    def outside(self, name: str, condition: Condition) -> Iterator[Any]:
        """List values that the parameter accepts and the condition refuses; one of them may be to leave it out."""
        parameter, presence = self._parameters[name], _presence(condition)
        if presence is not None:
            yield _MISSING if presence else sample(parameter)
        if presence is not False:
            near, others = (
                [value for value in values if accepts(parameter, value) and not holds(condition, value)]
                for values in (_opposed(parameter, condition), _values(parameter))
            )
            yield from near or others[:1]

    def breaking(self, rule: Record, name: str) -> Iterator[Given]:
        """List parameter sets that break this rule at this parameter and nothing else."""
        others = {each: rule["then"][each] for each in rule["then"] if each != name}
        for value in self.outside(name, rule["then"][name]):
            given = self._required()
            self.satisfy(given, others)
            self.satisfy(given, rule["when"])
            _put(given, name, value)
            if list(self._broken(given)) == [rule] and self._all_hold(others, given, missing=True):
                yield given

    def keeping(self, rule: Record) -> Given | None:
        """Give a parameter set that triggers the rule and keeps it."""
        fixed: Given = {}
        if not (self.satisfy(fixed, rule["then"]) and self.satisfy(fixed, rule["when"])):
            return None
        given = self.variant(fixed)
        return given if given is not None and self._all_hold(rule["when"], given, missing=False) else None

    def untriggered(self, rule: Record, name: str) -> Iterator[Given]:
        """List parameter sets that would break the rule, were it triggered."""
        for value in self.outside(name, rule["then"][name]):
            given = self._required()
            _put(given, name, value)
            for trigger, condition in rule["when"].items():
                other = dict(given)
                if trigger != name and self._turn_off(other, trigger, condition) and not list(self._broken(other)):
                    yield other

    def _required(self) -> Given:
        return {name: sample(each) for name, each in self._parameters.items() if each["required"]}


def _put(given: Given, name: str, value: Any) -> None:
    if value is _MISSING:
        given.pop(name, None)
    else:
        given[name] = value


def _presence(condition: Condition) -> bool | None:
    return condition.get("present") if isinstance(condition, Mapping) else None


def _values(parameter: Record) -> Iterator[Any]:
    """List values that the parameter accepts."""
    yield sample(parameter)
    yield from (value for _, value in accepted(parameter))


def _suggested(parameter: Record, condition: Condition) -> Iterator[Any]:
    """List values that the condition accepts: those it names, or the parameter's own within its bounds."""
    if not isinstance(condition, Mapping):
        yield from (filled(parameter, value) for value in condition)
        return
    counts = {key: bound for key, bound in condition.items() if key in COUNTS}
    bounds = {key: bound for key, bound in condition.items() if key not in COUNTS}
    of_value = {"items": {**item(parameter), **bounds}} if parameter["type"] == "array" else bounds
    yield sample({**parameter, "keywords": (), **counts, **of_value})


def _opposed(parameter: Record, condition: Condition) -> Iterator[Any]:
    """List values that the condition may refuse: the other keywords, what is foreign, one step beyond its bounds."""
    of_value = item(parameter) if parameter["type"] == "array" else parameter
    if not isinstance(condition, Mapping):
        yield from (filled(parameter, value) for value in (*of_value.get("keywords", ()), *foreign(condition)))
        return
    for key, bound in condition.items():
        if key in COUNTS:
            yield from beyond(parameter, key, bound)
        elif key != "present":
            yield from (filled(parameter, value) for value in beyond(of_value, key, bound))
