"""Rules on rules: they speak of parameters and values that exist, and they refuse something."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from mediawright_generator.check.fit import Aspect, enum, is_one_of, scalar_misfit, type_remedy, value_facts
from mediawright_generator.check.rule import Finding, Record
from mediawright_generator.load.nodes import Path
from mediawright_generator.problems import listed, shown
from mediawright_generator.spec.operation import Condition, Constraint
from mediawright_generator.spec.operation import Rule as CrossRule

_REMEDIES: Final = {
    "enum": "list it in keywords of {name!r} or change the rule",
    "range": "change the rule or the bound of {name!r}",
}


def unknown_parameter_in_rule(record: Record) -> Iterator[Finding]:
    """Find rules that speak of a parameter which the operation does not have."""
    if not record.located.complete("api_body"):
        return
    names = [parameter.name for parameter in record.operation.api_body]
    for path, name, _ in conditions(record):
        if name not in names:
            what = f"the rule speaks of parameter {name!r}, which is not one of {listed(names)}"
            yield Finding(record.located.key_place(*path), what, "name a parameter of this operation")


def misfitting_value(aspect: Aspect) -> Callable[[Record], Iterator[Finding]]:
    """Make the rule against values in rules that their parameter does not accept in one respect."""

    def find(record: Record) -> Iterator[Finding]:
        for path, name, condition in conditions(record):
            at = record.parameter(name)
            values = () if isinstance(condition, Constraint) or not at else condition
            for index, value in enumerate(values):
                found = scalar_misfit(value, at.parameter)
                if found and found.aspect == aspect:
                    remedy = _REMEDIES.get(aspect) or type_remedy(value, value_facts(at.parameter).type)
                    what = f"value {shown(value)} of {name!r} {found.what}"
                    yield Finding(record.located.place(*path, index), what, remedy.format(name=name))

    return find
