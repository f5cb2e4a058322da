"""Rules on what rules across parameters reach: each can hold, and no two of them leave nothing to send."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from mediawright_generator.check.possibility import Key, Possibilities, possibilities
from mediawright_generator.check.rule import Finding, Record
from mediawright_generator.check.rules import faulty_rules
from mediawright_generator.problems import listed

_MOST_STEPS: Final = 20_000
"""Steps of a search after which nothing is claimed."""


def rule_never_fires(record: Record) -> Iterator[Finding]:
    """Find rules with a condition that no request meets."""
    for index, known in _judged(record):
        when = record.operation.rules[index].when
        name = next((name for name in when if known.never((index, "when", name))), None)
        if name is not None:
            what = f"no request meets the condition on {name!r}, so that the rule never holds"
            place = record.located.place("rules", index, "when", name)
            yield Finding(place, what, "correct the condition, or remove the rule")


def rule_always_fires(record: Record) -> Iterator[Finding]:
    """Find rules whose conditions every request meets."""
    for index, known in _judged(record):
        when = record.operation.rules[index].when
        if all(known.always((index, "when", name)) for name in when):
            what = f"every request meets the condition on {listed(when)}, so that the rule always holds"
            place = record.located.place("rules", index, "when")
            yield Finding(place, what, "say it of the parameters themselves, or correct the condition")


def rule_without_way_out(record: Record) -> Iterator[Finding]:
    """Find rules that demand what no value of a parameter has."""
    for index, known in _judged(record):
        for name in record.operation.rules[index].then:
            if known.never((index, "then", name)) or known.excludes(index, name):
                what = f"no value of {name!r} is what the rule demands"
                place = record.located.place("rules", index, "then", name)
                yield Finding(place, what, "correct the demand, or what the parameter accepts")


def repeated_rule(record: Record) -> Iterator[Finding]:
    """Find rules that stand there twice."""
    rules = record.operation.rules
    for index, rule in enumerate(rules):
        if any((rule.when, rule.then) == (each.when, each.then) for each in rules[:index]):
            yield Finding(record.located.place("rules", index), "the rule stands here again", "remove one of them")


def contradicting_rule(record: Record) -> Iterator[Finding]:
    """Find rules that leave nothing to send together with an earlier one."""
    judged = {index: known for index, known in _judged(record) if not _is_told(record, index, known)}
    if len(judged) < 2:  # noqa: PLR2004 (one rule contradicts no other)
        return
    space = _Space(record, next(iter(judged.values())), tuple(judged))
    told: set[int] = set()
    for index in judged:
        for fixed in space.firings(index):
            other = space.contradicted(index, fixed)
            later = max(index, other) if other is not None else None
            if later is not None and later not in told:
                told.add(later)
                what = f"where rules[{index}] holds, rules[{other}] leaves nothing to send"
                place = record.located.place("rules", later, "then")
                yield Finding(place, what, "make them agree, or let one hold where the other does not")


def _is_told(record: Record, index: int, known: Possibilities) -> bool:
    """Tell whether another rule finds that a rule holds always or never, or that nothing keeps it."""
    rule = record.operation.rules[index]
    by_itself = all(known.always((index, "when", name)) for name in rule.when)
    never = any(known.never((index, "when", name)) for name in rule.when)
    excluded = any(known.excludes(index, name) for name in rule.then)
    return by_itself or never or excluded or any(known.never((index, "then", name)) for name in rule.then)


def _judged(record: Record) -> Iterator[tuple[int, Possibilities]]:
    """Give the rules in which nothing else is wrong, with what is known of their conditions."""
    located, rules = record.located, record.operation.rules
    if not rules or not located.complete("api_body"):
        return
    faulty, known = faulty_rules(record), possibilities(record.operation)
    for index in range(len(rules)):
        if located.complete("rules", index) and index not in faulty:
            yield index, known


@dataclass(frozen=True, slots=True)
class _Space:
    """All requests that rules tell apart, searched for one that keeps them."""

    record: Record
    known: Possibilities
    judged: tuple[int, ...]

    def firings(self, index: int) -> Iterator[Mapping[str, tuple[int, ...]]]:
        """Give the ways to make a rule hold: all at once, then by each single value."""
        when = self.record.operation.rules[index].when
        if not all((index, "when", name) in self.known.truths for name in when):
            return
        ways = {name: _where(self.known.truths[index, "when", name]) for name in when}
        yield ways
        for name, values in ways.items():
            yield from ({**ways, name: (value,)} for value in values) if len(values) > 1 else ()

    def contradicted(self, index: int, fixed: Mapping[str, tuple[int, ...]]) -> int | None:
        """Name the rule without which something could be sent where another holds; none where something can."""
        complete = [each for each in self.judged if self._is_known(each)]
        if index not in complete or self._has_way((index,), fixed) is not True:
            return None
        if self._has_way(complete, fixed) is not False:
            return None
        chosen: list[int] = [index]
        for each in complete:
            if each != index:
                chosen.append(each)
                if self._has_way(chosen, fixed) is False:
                    return each
        return None

    def _is_known(self, index: int) -> bool:
        return all(key in self.known.truths for key in self._keys(index))

    def _keys(self, index: int) -> list[Key]:
        rule = self.record.operation.rules[index]
        return [*((index, "when", name) for name in rule.when), *((index, "then", name) for name in rule.then)]

    def _has_way(self, rules: Sequence[int], fixed: Mapping[str, tuple[int, ...]]) -> bool | None:
        """Tell whether some values keep all these rules; nothing where the search is too long."""
        keys = {each: self._keys(each) for each in rules}
        sizes = {key[2]: len(self.known.truths[key]) for each in rules for key in keys[each]}
        names = [*fixed, *(name for name in sizes if name not in fixed)]
        choices = [fixed.get(name, tuple(range(sizes.get(name, 1)))) for name in names]
        return _search(names, choices, [self._violation(each) for each in rules])

    def _violation(self, index: int) -> "_Violation":
        rule = self.record.operation.rules[index]
        when = tuple((name, self.known.truths[index, "when", name]) for name in rule.when)
        then = tuple((name, self.known.truths[index, "then", name]) for name in rule.then)
        return _Violation(when, then)


@dataclass(frozen=True, slots=True)
class _Violation:
    """When values break a rule."""

    when: tuple[tuple[str, tuple[bool, ...]], ...]
    then: tuple[tuple[str, tuple[bool, ...]], ...]

    def is_by(self, values: Mapping[str, int]) -> bool:
        """Tell whether the values chosen so far break the rule, whatever is chosen later."""
        if not all(name in values and truths[values[name]] for name, truths in self.when):
            return False
        return any(name in values and not truths[values[name]] for name, truths in self.then)


def _search(names: list[str], choices: list[tuple[int, ...]], rules: list[_Violation]) -> bool | None:
    """Search depth first for values that break no rule."""
    chosen: dict[str, int] = {}
    waiting = [iter(choices[0])]
    for _ in range(_MOST_STEPS):
        value = next(waiting[-1], None)
        name = names[len(waiting) - 1]
        if value is None:
            chosen.pop(name, None)
            waiting.pop()
            if not waiting:
                return False
            continue
        chosen[name] = value
        if any(rule.is_by(chosen) for rule in rules):
            continue
        if len(waiting) == len(names):
            return True
        waiting.append(iter(choices[len(waiting)]))
    return None


def _where(truths: tuple[bool, ...]) -> tuple[int, ...]:
    return tuple(index for index, holds in enumerate(truths) if holds)
