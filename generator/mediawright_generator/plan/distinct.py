"""Values for many parameters at once, each another, so that none can go out in the place of another unnoticed."""

from collections.abc import Iterable, Iterator
from typing import Any

from mediawright_generator.plan.fragments import conforms
from mediawright_generator.plan.samples import Record, accepts, sample
from mediawright_runtime.shapes import is_list


def distinct(parameters: Iterable[Record]) -> Iterator[tuple[str, Any]]:
    """Pick a value for each parameter for which one is found that it accepts; another for each, as far as it may be."""
    seen: set[str] = set()
    for number, parameter in enumerate(parameters, 1):
        value = sample(parameter)
        if conforms(parameter, value):
            others = (each for each in (value, *_others(value, number)) if repr(each) not in seen)
            chosen = next((each for each in others if _takes(parameter, each)), value)
            seen.add(repr(chosen))
            yield parameter["name"], chosen


def _takes(parameter: Record, value: Any) -> bool:
    return accepts(parameter, value) and conforms(parameter, value)


def _others(value: Any, number: int) -> Iterator[Any]:
    """Change a value by a number."""
    if is_list(value):
        yield from ([other] * len(value) for other in _others(next(iter(value), None), number))
    elif isinstance(value, str):
        yield value.replace("/in.", f"/in-{number}.") if "/in." in value else f"{value} {number}"
        yield f"{value[:-3]} {number}"
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield value + number
