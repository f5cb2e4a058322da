"""Finds for each fact the cases that exercise it: by what the cases hold, not by what they are called."""

from collections.abc import Iterator
from dataclasses import dataclass

from mediawright_generator.coverage.answers import OfAnswers
from mediawright_generator.coverage.facts import Fact, Record, facts
from mediawright_generator.coverage.parameters import OfParameters
from mediawright_generator.coverage.reasons import reason
from mediawright_generator.coverage.requests import OfRequests
from mediawright_generator.plan.cases import cases_of, subject_of


@dataclass(frozen=True, slots=True)
class Covered:
    """One fact, the cases that exercise it, and, where there is none, the reason."""

    operation: str
    fact: Fact
    cases: tuple[str, ...]
    reason: str = ""


def measure(contract: Record) -> Iterator[Covered]:
    """Measure all operations of a vendor's contract."""
    operations = {each["python"]: each for each in contract["operations"]}
    for name, operation in operations.items():
        cases = cases_of(subject_of(contract["vendor"], operation, operations), operations)
        seen = (OfParameters(operation, cases), OfRequests(operation, cases), OfAnswers(operation, cases))
        for fact in facts(operation, operations):
            found = tuple(dict.fromkeys(name for each in seen for name in each.exercising(fact)))
            yield Covered(name, fact, found, "" if found else reason(operation, fact))
