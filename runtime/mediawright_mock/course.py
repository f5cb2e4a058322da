"""The course of a task: when it begins and ends, how it ends, and what it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mediawright_mock.scenario import Behaviour
from mediawright_runtime.shapes import is_object

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mediawright_mock.chance import Chance
    from mediawright_mock.contract import Operation, Record
    from mediawright_mock.faults import Fault
    from mediawright_mock.scenario import Scenario

DEFAULT_POLLS = 3
_UNKNOWN_DURATION = (10.0, 30.0)
"""Seconds from and to, where nobody documents how long tasks take: the mock's own choice."""
_UNASKED = 1.0
"""Seconds after which a task ends that tells of its end itself, where queries decide and nobody asks."""


class Course(NamedTuple):
    """What is decided about a task when it is created."""

    polls: int | None = DEFAULT_POLLS
    """The query at which it ends; None leaves that to the clock."""
    seconds: float | None = None
    """After which it ends by the clock."""
    behaviour: Behaviour = Behaviour()
    fault: Fault | None = None

    @property
    def never_ends(self) -> bool:
        """Whether it is open for ever."""
        return self.fault is not None and self.fault.name == "task_never_ends"


class Courses:
    """Decides about tasks, by a scenario and by chance."""

    def __init__(self, scenario: Scenario, chance: Chance) -> None:
        """Begin."""
        self._scenario = scenario
        self._chance = chance
        self._known: dict[str, tuple[Behaviour, tuple[Record, ...]]] = {}

    def course(self, operation: Operation, given: Mapping[str, Any], fault: Fault | None, *, tells: bool) -> Course:
        """Decide about a new task of a create with parameters; `tells` is whether it tells of its end by itself."""
        behaviour, counts = self._known.get(operation.python) or self._learnt(operation)
        behaviour = _struck(behaviour, fault)
        if behaviour.outputs is None and counts:
            behaviour = behaviour._replace(outputs=_asked_for(counts[0], given))
        polls = self._polls(behaviour)
        if polls is not None:
            return Course(polls, _UNASKED if tells else None, behaviour, fault)
        usual = behaviour.duration or operation.expected or _UNKNOWN_DURATION
        seconds = self._chance.between(*usual) / (self._scenario.speed or 1.0)
        return Course(None, seconds, behaviour, fault)

    def _learnt(self, operation: Operation) -> tuple[Behaviour, tuple[Record, ...]]:
        """Find out once how an operation behaves, and which of its parameters say how many files are wanted."""
        counts = tuple(each for each in operation.parameters if _means_count(each.get("means")))
        self._known[operation.python] = self._scenario.behaviour(operation.python), counts
        return self._known[operation.python]

    def _polls(self, behaviour: Behaviour) -> int | None:
        if behaviour.polls is not None or behaviour.duration is not None:
            return behaviour.polls
        if self._scenario.speed is not None:
            return None
        return self._scenario.polls or DEFAULT_POLLS


def _asked_for(parameter: Record, given: Mapping[str, Any]) -> int | None:
    """Say how many files a create asks for."""
    count = given.get(parameter["wire_name"], parameter.get("default"))
    return count if isinstance(count, int) and count > 0 else None


def _means_count(means: object) -> bool:
    return means == "count" or (is_object(means) and means.get("quantity") == "count")


def _struck(behaviour: Behaviour, fault: Fault | None) -> Behaviour:
    """Let a fault have the last word."""
    if fault is not None and fault.name == "task_ends":
        return behaviour._replace(ends=fault.state, reason=fault.reason, code=fault.code)
    return behaviour
