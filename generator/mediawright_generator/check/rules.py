"""Rules on rules: they speak of parameters and values that exist, and they refuse something."""

from collections.abc import Callable, Iterator
from typing import Final

from mediawright_generator.check.bounds import is_sensible
from mediawright_generator.check.fit import Aspect, Misfit, is_of_wrong_type, scalar_misfit
from mediawright_generator.check.possibility import possibilities
from mediawright_generator.check.rule import Finding, Record
from mediawright_generator.load.nodes import Path
from mediawright_generator.problems import listed, shown
from mediawright_generator.spec.base import Scalar
from mediawright_generator.spec.operation import Condition, Constraint

_REMEDIES: Final = {
    "enum": "list it in keywords of {name!r} or change the rule",
    "range": "change the rule or the bound of {name!r}",
}


def conditions(record: Record) -> Iterator[tuple[Path, str, Condition]]:
    """Give every condition of every rule, with its path and the name of its parameter."""
    for index, rule in enumerate(record.operation.rules):
        for part, named in (("when", rule.when), ("then", rule.then)):
            for name, condition in named.items():
                path = ("rules", index, part, name)
                if record.located.complete(*path):
                    yield path, name, condition


def unknown_parameter_in_rule(record: Record) -> Iterator[Finding]:
    """Find rules that speak of a parameter which the operation does not have."""
    if not record.located.complete("api_body"):
        return
    names = [parameter.name for parameter in record.operation.api_body]
    for path, name, _ in conditions(record):
        if name not in names:
            what = f"parameter {name!r} of the rule is not one of {listed(names)}"
            yield Finding(record.located.key_place(*path), what, "name a parameter of this operation")


def constant_in_rule(record: Record) -> Iterator[Finding]:
    """Find rules that speak of a parameter which is always sent with one value."""
    for path, name, _ in conditions(record):
        at = record.parameter(name)
        if at is not None and at.parameter.const is not None:
            what = f"parameter {name!r} of the rule is always {at.parameter.const!r}"
            yield Finding(record.located.key_place(*path), what, "leave it out of the rule, or remove its const")


def misfitting_value(aspect: Aspect) -> Callable[[Record], Iterator[Finding]]:
    """Make the rule against values in rules that their parameter does not accept in one respect."""

    def find(record: Record) -> Iterator[Finding]:
        for path, name, value, found in _misfits(record):
            if found.aspect == aspect:
                remedy = (found.remedy or _REMEDIES[aspect]).format(name=name)
                yield Finding(record.located.place(*path), f"value {shown(value)} of {name!r} {found.what}", remedy)

    return find


def rules_with_misfits(record: Record) -> set[str | int]:
    """Give the indexes of rules that speak of a value which their parameter does not accept."""
    return {path[1] for path, *_ in _misfits(record)}


def faulty_rules(record: Record) -> set[str | int]:
    """Give the indexes of rules in whose conditions something is wrong already, so that nothing follows from them."""
    faulty = rules_with_misfits(record)
    for path, name, condition in conditions(record):
        at = record.parameter(name)
        is_senseless = condition in ((), Constraint()) or at is None or at.parameter.const is not None
        if is_senseless or (at and isinstance(condition, Constraint) and not is_sensible(at.parameter, condition)):
            faulty.add(path[1])
    return faulty


def empty_condition(record: Record) -> Iterator[Finding]:
    """Find conditions that demand nothing, or that no value meets."""
    for path, name, condition in conditions(record):
        if condition in ((), Constraint()):
            what = f"the condition on {name!r} names no value and no bound"
            yield Finding(record.located.place(*path), what, "fill it, or remove it")


def rule_without_effect(record: Record) -> Iterator[Finding]:
    """Find rules that refuse nothing: they allow every value that there is where they hold."""
    rules = record.operation.rules
    known = possibilities(record.operation)
    faulty = faulty_rules(record)
    for index, rule in enumerate(rules):
        is_judged = record.located.complete("rules", index) and index not in faulty
        if is_judged and all(known.follows(index, name) for name in rule.then):
            what = f"the rule refuses nothing: it allows every value of {listed(rule.then)}"
            yield Finding(record.located.place("rules", index, "then"), what, "leave values out, or remove the rule")


def _misfits(record: Record) -> Iterator[tuple[Path, str, Scalar, Misfit]]:
    for path, name, condition in conditions(record):
        at = record.parameter(name)
        if at is not None and not isinstance(condition, Constraint) and not is_of_wrong_type(at.parameter):
            misfits = ((index, value, scalar_misfit(value, at.parameter)) for index, value in enumerate(condition))
            yield from (((*path, index), name, value, found) for index, value, found in misfits if found)
