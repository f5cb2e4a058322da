"""Which values parameters can have, as far as rules tell them apart, and which conditions hold for each of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from mediawright_generator.check.conditions import assumptions, holds
from mediawright_generator.check.fit import Value, enum, range_misfits
from mediawright_generator.spec import Operation, Parameter
from mediawright_generator.spec.operation import Condition, Constraint

_STRANGE: Final = "\x7f"
"""A character of which texts are made that no spec lists."""
_LONGEST: Final = 100_000
"""Characters beyond which no text is made to try a bound."""
_BOUNDS: Final = ("minimum", "maximum", "exclusive_minimum", "exclusive_maximum")

Key = tuple[int, str, str]
"""Index of a rule, `when` or `then`, and the name of a parameter."""


@dataclass(frozen=True, slots=True)
class Possibilities:
    """For each condition of each rule, whether it holds for each value that its parameter can have."""

    truths: Mapping[Key, tuple[bool, ...]]
    """Without the conditions on parameters whose values cannot be told apart."""

    def always(self, key: Key) -> bool:
        """Tell whether a condition holds whatever is sent."""
        return key in self.truths and all(self.truths[key])

    def never(self, key: Key) -> bool:
        """Tell whether a condition holds for nothing that can be sent."""
        return key in self.truths and not any(self.truths[key])

    def excludes(self, index: int, name: str) -> bool:
        """Tell whether no value that calls for a rule is one that it demands of the same parameter."""
        demanded = self.truths.get((index, "then", name), ())
        met = self.truths.get((index, "when", name), ())
        return any(met) and len(met) == len(demanded) and not any(map(all, zip(met, demanded, strict=True)))

    def follows(self, index: int, name: str) -> bool:
        """Tell whether what a rule demands of a parameter is so anyway wherever the rule holds."""
        demanded = self.truths.get((index, "then", name), (False,))
        met = self.truths.get((index, "when", name), (True,) * len(demanded))
        return all(is_so or not is_met for is_so, is_met in zip(demanded, met, strict=True))


def possibilities(operation: Operation) -> Possibilities:
    """Judge every condition of an operation's rules for every value that they tell apart."""
    by_name: dict[str, list[tuple[Key, Condition]]] = {}
    for index, rule in enumerate(operation.rules):
        for part, named in (("when", rule.when), ("then", rule.then)):
            for name, condition in named.items():
                by_name.setdefault(name, []).append(((index, part, name), condition))
    truths: dict[Key, tuple[bool, ...]] = {}
    for parameter in operation.api_body if by_name else ():
        found = by_name.get(parameter.name, [])
        requests = _requests(parameter, [condition for _, condition in found]) if found else ()
        for key, condition in found if requests else ():
            omitted = key[1] == "then"
            assumed = assumptions(operation)
            truths[key] = tuple(holds(parameter.name, condition, each, assumed, omitted=omitted) for each in requests)
    return Possibilities(truths)


def _requests(parameter: Parameter, conditions: list[Condition]) -> tuple[Mapping[str, Value], ...]:
    """Give a request for each value that conditions tell apart, and one without; none where that is not known."""
    values = _values(parameter, conditions)
    if values is None:
        return ()
    given = tuple({parameter.name: value} for value in values)
    return given if parameter.required and parameter.credential is None else (*given, {})


def _values(parameter: Parameter, conditions: list[Condition]) -> tuple[Value, ...] | None:
    if parameter.const is not None:
        return (parameter.const,)
    if parameter.nullable or parameter.pattern or parameter.multiple_of or parameter.fragment:
        return None
    constraints = [each for each in conditions if isinstance(each, Constraint)]
    listed = [value for each in conditions if not isinstance(each, Constraint) for value in each]
    if parameter.type == "array":
        return _lists(parameter, constraints) if not listed and not any(map(_is_of_items, constraints)) else None
    if parameter.type in {"object", "any"}:
        return ({},) if not listed and parameter.type == "object" else None
    closed = (True, False) if parameter.type == "boolean" else enum(parameter)
    return tuple(closed) if closed else tuple(_open_values(parameter, constraints, listed))


def _open_values(parameter: Parameter, constraints: list[Constraint], listed: list[Value]) -> Iterator[Value]:
    made = _texts if parameter.type == "string" else _numbers
    for value in dict.fromkeys([*listed, *made([parameter, *constraints], listed, whole=parameter.type == "integer")]):
        if not any(range_misfits(value, parameter)):
            yield value


def _numbers(bounded: list[Parameter | Constraint], listed: list[Value], *, whole: bool) -> Iterator[Value]:
    limits = sorted({*_limits(bounded, _BOUNDS), *(each for each in listed if isinstance(each, (int, float)))})
    yield from limits or (0,)
    if limits:
        yield from (limits[0] - 1, limits[-1] + 1)
    for low, high in pairwise(limits):
        yield int(low) + 1 if whole else (low + high) / 2


def _texts(bounded: list[Parameter | Constraint], listed: list[Value], *, whole: bool) -> Iterator[Value]:
    del listed, whole
    limits = {0, *_limits(bounded, ("min_length", "max_length"))}
    lengths = {length for limit in limits for length in (limit - 1, limit, limit + 1) if 0 <= length <= _LONGEST}
    yield from (_STRANGE * int(length) for length in sorted(lengths))


def _lists(parameter: Parameter, constraints: list[Constraint]) -> tuple[Value, ...] | None:
    limits = {0, *_limits([parameter, *constraints], ("min_items", "max_items"))}
    counts = {count for limit in limits for count in (limit - 1, limit, limit + 1) if 0 <= count <= _LONGEST}
    lists = (("",) * int(count) for count in sorted(counts))
    return tuple(each for each in lists if not any(range_misfits(each, parameter)))


def _limits(bounded: list[Parameter | Constraint], keys: tuple[str, ...]) -> list[float]:
    limits = (getattr(each, key) for each in bounded for key in keys)
    return [limit for limit in limits if limit is not None]


def _is_of_items(constraint: Constraint) -> bool:
    return any(getattr(constraint, key) is not None for key in (*_BOUNDS, "min_length", "max_length"))
