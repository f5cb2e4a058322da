"""What a test asks of mocks, held against what their vendors offer, so that nothing is aimed at what is not there."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any, get_args

from mediawright_mock.faults import FaultError, FileName, TellingName
from mediawright_mock.samples import successes
from mediawright_runtime.shapes import is_list, is_object
from mediawright_runtime.words import closest, one_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mediawright_mock.contract import Operation
    from mediawright_mock.faults import Fault
    from mediawright_mock.plan import Planned
    from mediawright_mock.scenario import Scenario


class Aims:
    """The operations of one or more vendors, at which faults, behaviours and credentials are aimed."""

    def __init__(self, operations: Sequence[Operation]) -> None:
        """Look at what there is."""
        self._operations = operations
        queries = {each.task.query for each in operations if each.task}
        names = {each.name for each in operations if each.python in queries}
        alternatives = (each for each in operations if each.record.get("alternative_of") in names)
        self._queries = queries | {each.python for each in alternatives}

    def hits(self, fault: Fault, operation: Operation) -> bool:
        """Whether a fault can hit the calls of an operation."""
        if not fault.of_task:
            return True
        if fault.name in get_args(FileName):
            return operation.task is not None or bool(operation.outputs)
        if fault.name in get_args(TellingName) and operation.python in self._queries:
            return fault.field is None or fault.field in set(_fields(operation))
        if fault.field is not None:
            return fault.field in set(self._told(operation))
        return operation.task is not None

    def check(self, planned: Planned) -> None:
        """Refuse a fault that no call would ever meet.

        Raises:
            FaultError: It is none, its numbers count nothing, or nothing is there that it can hit.
        """
        fault, pattern = planned.fault, planned.operation
        for name, number in (("first", planned.first), ("times", planned.times)):
            if number is not None and number < 1:
                raise FaultError(f"{name}={number!r} hits nothing; give 1 or more")
        is_file = pattern.startswith("/")
        fitting = [] if is_file else self.fitting(pattern)
        if (is_file and fault.of_task) or (fitting and not any(self.hits(fault, each) for each in fitting)):
            raise FaultError(f"{_words(fault)} cannot hit {pattern!r}; {self._advice(fault)}")

    def check_scenario(self, scenario: Scenario) -> None:
        """Refuse a scenario that speaks of operations or credentials that are not there.

        Raises:
            FaultError: It does.
        """
        for behaviour in scenario.behaviours:
            if not behaviour.operation.startswith("/"):
                self.fitting(behaviour.operation)
        for planned in scenario.faults:
            self.check(planned)
        self.check_credentials(name for name, _ in scenario.credentials)

    def check_credentials(self, names: Iterable[str]) -> None:
        """Refuse names of credentials that no vendor has: any value would be accepted of the one that was meant.

        Raises:
            FaultError: There is one.
        """
        known = {each.name for operation in self._operations for each in operation.credentials}
        known |= {each.name for operation in self._operations for each in operation.tokens}
        for name in names:
            if name not in known:
                raise FaultError(f"no credential is named {name!r}; {_choice(name, sorted(known))}")

    def fitting(self, pattern: str) -> list[Operation]:
        """Find the operations that a pattern names.

        Raises:
            FaultError: It names none.
        """
        found = [each for each in self._operations if fnmatchcase(each.python, pattern)]
        if not found:
            known = sorted(each.python for each in self._operations)
            raise FaultError(f"{pattern!r} fits no operation; {_choice(pattern, known)}")
        return found

    def _advice(self, fault: Fault) -> str:
        hit = sorted(each.python for each in self._operations if self.hits(fault, each))
        if hit:
            return f"aim it at {one_of(hit)}"
        known = sorted({each for operation in self._operations for each in self._told(operation)})
        if fault.field is not None:
            return f"no answer has the field {fault.field!r}; {_choice(fault.field, known)}"
        return "there are no tasks here, whose answers come at once" if self._operations else "nothing is served"

    def _told(self, operation: Operation) -> Iterator[str]:
        """List the fields of what an operation answers, and of what is told of its task later."""
        query = operation.task.query if operation.task else None
        for each in self._operations:
            if each.python in {operation.python, query}:
                yield from _fields(each)


def _words(fault: Fault) -> str:
    return fault.name if fault.field is None else f"{fault.name};field={fault.field}"


def _choice(word: str, known: Sequence[str]) -> str:
    near = closest(word, known)
    return f"write {near!r}" if near else f"give {one_of(known)}"


def _fields(operation: Operation) -> Iterator[str]:
    """List the places of an answer, and what holds them: `data`, `data.result`, `data.result[].url`."""
    documented = (str(each["name"]) for each in operation.record.get("api_response", ()))
    shown = (place for each in successes(operation) for place in _places(each.body))
    for place in (*documented, *shown):
        names = place.split(".")
        for length in range(1, len(names) + 1):
            above = ".".join(names[:length])
            yield above
            yield above.replace("[]", "") if above.endswith("[]") else above


def _places(value: Any, above: str = "") -> Iterator[str]:
    if is_object(value):
        for name, each in value.items():
            place = f"{above}.{name}" if above else name
            yield place
            yield from _places(each, place)
    elif is_list(value):
        for each in value:
            yield from _places(each, f"{above}[]")
