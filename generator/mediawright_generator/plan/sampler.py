"""Parameter sets that an operation accepts as a whole, and those that break just one of its rules."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mediawright_generator.plan.samples import Record, accepts, foreign, holds, outside, sample

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
        """Give these values and what is required beside them; none where a rule forbids the combination."""
        required = {name: sample(each) for name, each in self._parameters.items() if each["required"]}
        return self._repaired(required | fixed, frozenset(fixed))

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

    def _holds(self, name: str, condition: Any, given: Given, *, missing: bool) -> bool:
        if isinstance(condition, Mapping) and "present" in condition:
            return bool(condition["present"]) is (name in given)
        value = given.get(name, self._parameters[name].get("default", _MISSING))
        return missing if value is _MISSING else holds(condition, value)

    def _repair(self, given: Given, rule: Record, fixed: frozenset[str]) -> bool:
        """Make the rule hold in place: satisfy what it demands, or else turn off what triggers it."""
        demanded = {
            name: each for name, each in rule["then"].items() if not self._holds(name, each, given, missing=True)
        }
        if not fixed.intersection(demanded):
            self.satisfy(given, demanded)
            return True
        return any(self._turn_off(given, name, each) for name, each in rule["when"].items() if name not in fixed)

    def _turn_off(self, given: Given, name: str, condition: Any) -> bool:
        for value in self.outside(name, condition):
            self._put(given, name, value)
            return True
        return False

    def satisfy(self, given: Given, conditions: Record) -> None:
        """Put values in place that these conditions accept."""
        for name, condition in conditions.items():
            self._put(given, name, self._inside(name, condition))

    def _put(self, given: Given, name: str, value: Any) -> None:
        if value is _MISSING:
            given.pop(name, None)
        else:
            given[name] = value

    def _inside(self, name: str, condition: Any) -> Any:
        parameter = self._parameters[name]
        if not isinstance(condition, Mapping):
            values = [each for each in condition if accepts(parameter, each)] or list(condition)
            return values[:1] if parameter["type"] == "array" else values[0]
        if "present" in condition:
            return sample(parameter) if condition["present"] else _MISSING
        return sample({**parameter, "keywords": (), **condition})

    def outside(self, name: str, condition: Any) -> Iterator[Any]:
        """List values that the parameter accepts and the condition refuses; one of them may be to leave it out."""
        parameter = self._parameters[name]
        if isinstance(condition, Mapping) and "present" in condition:
            yield _MISSING if condition["present"] else sample(parameter)
            return
        for value in _candidates(parameter, condition):
            if accepts(parameter, value) and not holds(condition, value):
                yield value

    def breaking(self, rule: Record, name: str) -> Iterator[Given]:
        """List parameter sets that break this rule at this parameter and nothing else."""
        for value in self.outside(name, rule["then"][name]):
            fixed: Given = {}
            self.satisfy(fixed, {each: rule["then"][each] for each in rule["then"] if each != name})
            self.satisfy(fixed, rule["when"])
            given = self._required() | fixed
            self._put(given, name, value)
            if list(self._broken(given)) == [rule]:
                yield given

    def keeping(self, rule: Record) -> Given | None:
        """Give a parameter set that triggers the rule and keeps it."""
        fixed: Given = {}
        self.satisfy(fixed, rule["then"])
        self.satisfy(fixed, rule["when"])
        return self.variant(fixed)

    def untriggered(self, rule: Record, name: str) -> Iterator[Given]:
        """List parameter sets that would break the rule, were it triggered."""
        for value in self.outside(name, rule["then"][name]):
            given = self._required()
            self._put(given, name, value)
            for trigger, condition in rule["when"].items():
                other = dict(given)
                if trigger != name and self._turn_off(other, trigger, condition) and not list(self._broken(other)):
                    yield other

    def _required(self) -> Given:
        return {name: sample(each) for name, each in self._parameters.items() if each["required"]}


def _candidates(parameter: Record, condition: Any) -> Iterator[Any]:
    """List values that the condition may refuse: the other keywords, what is foreign, one step beyond its bounds."""
    if isinstance(condition, Mapping):
        yield from (value for key, bound in condition.items() for value in outside(parameter, key, bound))
    else:
        values = (*parameter.get("keywords", ()), *foreign(condition))
        yield from ([each] for each in values) if parameter["type"] == "array" else values
