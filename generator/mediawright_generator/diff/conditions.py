"""Changes of rules across parameters, by what they refuse: a rule that is moved, split or reworded is no change."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Any, Final

from mediawright_generator.diff.demands import Given, breaks, candidates, holds
from mediawright_generator.diff.found import Fact, Found, Spot, canonical, plain
from mediawright_generator.diff.matching import match
from mediawright_generator.diff.names import Names
from mediawright_generator.diff.shape import Shape
from mediawright_generator.spec import Operation
from mediawright_generator.spec.operation import Condition, Constraint, Rule

MOST: Final = 20_000
"""Most calls that are tried; of more, a sample."""
Shapes = Mapping[str, tuple[Shape, Shape]]
"""What a parameter took and takes, by its new name."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A rule of one side under the new names, and where it stands."""

    at: int
    rule: Rule

    @property
    def written(self) -> str:
        """The rule in the one way that all alike have."""
        return canonical({"when": _sorted(self.rule.when), "then": _sorted(self.rule.then)})

    @property
    def names(self) -> frozenset[str]:
        """The parameters that it mentions."""
        return frozenset({*self.rule.when, *self.rule.then})

    @property
    def value(self) -> Any:
        """The rule as JSON, without its words."""
        return plain({"when": self.rule.when, "then": self.rule.then})

    @property
    def pointer(self) -> tuple[str, ...]:
        """The rule by the parameters that it mentions."""
        return ("rules", ", ".join(self.rule.then), ", ".join(self.rule.when))

    @property
    def demands_presence(self) -> bool:
        """Whether it only demands that something is given."""
        return all(
            isinstance(each, Constraint) and plain(each) == {"present": True} for each in self.rule.then.values()
        )


def _sorted(conditions: Mapping[str, Condition]) -> dict[str, Any]:
    return {
        name: plain(each) if isinstance(each, Constraint) else sorted(map(canonical, each))
        for name, each in conditions.items()
    }


def conditions(base: Operation, head: Operation, shapes: Shapes, spot: Spot, names: Names) -> Iterator[Found]:
    """Compare the rules of an operation."""
    before = [Stated(at, _renamed(base, each, names)) for at, each in enumerate(base.rules)]
    after = [Stated(at, _renamed(head, each, names.now)) for at, each in enumerate(head.rules)]
    unchanged = {each.written for each in before} & {each.written for each in after}
    old = [each for each in before if each.written not in unchanged and _is_comparable(each, shapes)]
    new = [each for each in after if each.written not in unchanged and _is_comparable(each, shapes)]
    if not old and not new:
        return
    calls = _Calls(before, after, shapes, head)
    found = match(old, new, [], _likeness)
    for one, other in found.pairs:
        yield from _pair(one, other, calls, spot)
    for gone in (each for each in found.gone if calls.frees(each.rule)):
        rule = "conditional-required-removed" if gone.demands_presence else "rule-removed"
        yield Fact(gone.pointer, gone.value, None, spot).found(rule)
    for new_rule in (each for each in found.new if calls.refuses(each.rule)):
        rule = "conditional-required-added" if new_rule.demands_presence else "rule-added"
        yield Fact(new_rule.pointer, None, new_rule.value, spot.below(new_rule.at)).found(rule)


def _is_comparable(stated: Stated, shapes: Shapes) -> bool:
    """Tell whether the values of all that it mentions are of one type still; otherwise the type is the change."""
    return all(each[0].type == each[1].type for name in stated.names if (each := shapes.get(name)))


def _renamed(operation: Operation, rule: Rule, names: Names) -> Rule:
    def under_new_names(conditions: Mapping[str, Condition]) -> dict[str, Condition]:
        return {
            names.parameter(operation.name, name) or name: _with_new_values(operation, name, each, names)
            for name, each in conditions.items()
        }

    return rule.model_copy(update={"when": under_new_names(rule.when), "then": under_new_names(rule.then)})


def _with_new_values(operation: Operation, name: str, condition: Condition, names: Names) -> Condition:
    if isinstance(condition, Constraint):
        return condition
    return tuple(names.value(operation.name, name, each) for each in condition)


def _likeness(one: Stated, other: Stated) -> float:
    same_then = one.rule.then.keys() == other.rule.then.keys()
    same_when = one.rule.when.keys() == other.rule.when.keys()
    shared = len(one.names & other.names) / len(one.names | other.names)
    return same_then + same_when + shared if same_then or same_when else 0


def _pair(old: Stated, new: Stated, calls: "_Calls", spot: Spot) -> Iterator[Found]:
    tighter, looser = calls.refuses(new.rule), calls.frees(old.rule)
    if tighter or looser:
        rule = "rule-changed" if tighter and looser else "rule-tightened" if tighter else "rule-loosened"
        yield Fact(new.pointer, old.value, new.value, spot.below(new.at)).found(rule)


class _Calls:
    """The calls that are refused now, and those that were."""

    def __init__(self, before: Sequence[Stated], after: Sequence[Stated], shapes: Shapes, head: Operation) -> None:
        self._defaults = {each.name: each.default for each in head.api_body}
        required = {each.name for each in head.api_body if each.required}
        stated = [*before, *after]
        domains = {
            name: list(self._told_apart(name, stated, shapes.get(name), may_be_omitted=name not in required))
            for name in sorted({name for each in stated for name in each.names})
        }
        was, now = [each.rule for each in before], [each.rule for each in after]
        calls = list(_some_of(domains))
        refused = [(call, self._broken(was, call), self._broken(now, call)) for call in calls]
        self._newly = [call for call, before_, after_ in refused if after_ and not before_]
        self._freed = [call for call, before_, after_ in refused if before_ and not after_]

    def refuses(self, rule: Rule) -> bool:
        """Tell whether a rule refuses what was not refused."""
        return any(breaks(rule, call, self._defaults) for call in self._newly)

    def frees(self, rule: Rule) -> bool:
        """Tell whether a rule refused what is refused no more."""
        return any(breaks(rule, call, self._defaults) for call in self._freed)

    def _broken(self, rules: Sequence[Rule], call: Given) -> bool:
        return any(breaks(each, call, self._defaults) for each in rules)

    def _told_apart(
        self, name: str, stated: Sequence[Stated], shapes: tuple[Shape, Shape] | None, *, may_be_omitted: bool
    ) -> Iterator[Any]:
        """Give one value for each set of conditions that it meets; of what is not on both sides, none at all."""
        asked = [part[name] for each in stated for part in (each.rule.when, each.rule.then) if name in part]
        values = candidates(asked, shapes) if shapes else []
        if may_be_omitted or not values:
            yield None
        seen: set[tuple[bool, ...]] = set()
        for value in values:
            met = tuple(holds(each, value, None, omitted=False) for each in asked)
            if met not in seen:
                seen.add(met)
                yield value


def _some_of(domains: Mapping[str, list[Any]]) -> Iterator[Given]:
    names = list(domains)
    size = 1
    for values in domains.values():
        size *= len(values)
    if size <= MOST:
        yield from (dict(zip(names, values, strict=True)) for values in product(*domains.values()))
        return
    chosen = random.Random(0)  # noqa: S311 (a sample that is the same each time)
    yield from islice(iter(lambda: {name: chosen.choice(domains[name]) for name in names}, None), MOST)
