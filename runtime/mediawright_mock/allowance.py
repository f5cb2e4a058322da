"""How much a scenario lets callers do: creates in a time, and tasks open at a time."""

from __future__ import annotations

import math
from collections import defaultdict, deque
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from mediawright_mock.faults import Fault
from mediawright_mock.refusals import Refusal, refused
from mediawright_mock.trouble import spoiled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mediawright_mock.clock import Clock
    from mediawright_mock.contract import Operation
    from mediawright_mock.messages import Answer
    from mediawright_mock.scenario import Rate, Scenario
    from mediawright_mock.tasks import Task


class Allowance:
    """Counts creates, for each group of operations that the scenario limits."""

    def __init__(self, scenario: Scenario, clock: Clock) -> None:
        """Begin at nothing."""
        self._behaviours = scenario.behaviours
        self._clock = clock
        self._taken: defaultdict[str, deque[float]] = defaultdict(deque)

    def refusal(self, operation: Operation, tasks: Callable[[], Iterable[Task]]) -> Answer | None:
        """Refuse a create that is one too many, and count it where it is not; `tasks` lists all of them."""
        fitting = [each for each in self._behaviours if fnmatchcase(operation.python, each.operation)]
        busy = next(((each.operation, each.concurrency) for each in fitting if each.concurrency is not None), None)
        if busy and _open(tasks(), busy[0]) >= busy[1]:
            message = f"{busy[1]} tasks are open; wait until one has ended"
            return refused(operation, Refusal("rate", message, rule="open tasks"))
        limited = next(((each.operation, each.rate) for each in fitting if each.rate is not None), None)
        return self._counted(operation, *limited) if limited else None

    def _counted(self, operation: Operation, group: str, rate: Rate) -> Answer | None:
        now, taken = self._clock.now(), self._taken[group]
        while taken and taken[0] <= now - rate.seconds:
            taken.popleft()
        if len(taken) < rate.creates:
            taken.append(now)
            return None
        after = rate.retry_after
        if after is None:
            after = math.ceil((taken[0] if taken else now) + rate.seconds - now)
        return spoiled(Fault("rate_limited", accepted=False, retry_after=after, form=rate.form), operation, _unserved)


def _open(tasks: Iterable[Task], group: str) -> int:
    return sum(each.ended_at is None and fnmatchcase(each.operation.python, group) for each in tasks)


def _unserved() -> Answer:
    raise AssertionError("a refused create is not served")
