"""Whether one request keeps the rules across parameters, judged by the code that judges it in a client."""

from collections.abc import Iterator, Mapping

from mediawright_generator.check.fit import Value
from mediawright_generator.problems import listed
from mediawright_generator.spec import Operation
from mediawright_generator.spec.operation import Condition, Constraint, Rule
from mediawright_runtime import declarations
from mediawright_runtime.rules import broken


def broken_rules(operation: Operation, given: Mapping[str, Value]) -> Iterator[tuple[int, str, str]]:
    """Give every rule that a request breaks: its index, the name of the refused parameter, and what is demanded."""
    assumed = assumptions(operation)
    for index, rule in enumerate(operation.rules):
        refused = broken(_declared(rule), given, assumed)
        if refused is not None:
            yield index, refused[0], _demand(rule.then[refused[0]])


def holds(
    name: str, condition: Condition, given: Mapping[str, Value], assumed: Mapping[str, Value], *, omitted: bool
) -> bool:
    """Tell whether a request meets one condition; a parameter without value or default counts as `omitted`."""
    demand = {name: _constraint(condition)}
    if omitted:
        return broken(declarations.Rule({}, demand), given, assumed) is None
    impossible = {name: declarations.Constraint(present=name not in given)}
    return broken(declarations.Rule(demand, impossible), given, assumed) is not None


def assumptions(operation: Operation) -> dict[str, Value]:
    """Give what the vendor sees of parameters that a request does not name: constants and documented defaults."""
    values = {each.name: each.default if each.const is None else each.const for each in operation.api_body}
    return {name: value for name, value in values.items() if value is not None}


def _declared(rule: Rule) -> declarations.Rule:
    when, then = ({name: _constraint(each) for name, each in part.items()} for part in (rule.when, rule.then))
    return declarations.Rule(when, then)


def _constraint(condition: Condition) -> declarations.Constraint:
    if isinstance(condition, Constraint):
        return declarations.Constraint(**condition.model_dump())
    return declarations.Constraint(values=condition)


def _demand(condition: Condition) -> str:
    if not isinstance(condition, Constraint):
        return f"one of {listed(condition)}"
    return ", ".join(f"{key} {value!r}" for key, value in condition.model_dump(exclude_none=True).items())
