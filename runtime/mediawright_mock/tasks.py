"""Tasks and their one life: queued, running, ended; a step a query, or by the clock."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from mediawright_mock.course import DEFAULT_POLLS, Course
from mediawright_mock.samples import example

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mediawright_mock.chance import Chance
    from mediawright_mock.clock import Clock
    from mediawright_mock.contract import Operation
    from mediawright_runtime.declarations import Lifecycle, State

__all__ = ["DEFAULT_POLLS", "Task", "Tasks"]

MOST = 20_000
"""Tasks that are remembered: where there is one more, the older half is forgotten, as memory has an end."""
_NUMBERS = 10**12
"""Ids that are numbers stay below it, so that a double holds them."""
_QUEUED = 0.2
"""The share of its time that a task waits, where the vendor tells waiting from running."""
_NEAREST = {"queued": "running", "running": "queued", "cancelled": "failed", "expired": "failed"}
_PERCENT = {"queued": 0, "running": 50}


@dataclass(frozen=True, slots=True)
class Task:
    """A task as it stands at a moment; times are in seconds since 1970."""

    ids: tuple[str, ...]
    """In the order of the lifecycle's."""
    operation: Operation
    lifecycle: Lifecycle
    course: Course
    created: float
    at: float
    """The moment at which it is looked at."""
    queries: int = 0
    """How often it was asked for."""
    ended: float | None = None
    """When a query or a cancel ended it."""
    cancelled: bool = False
    given: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """The parameters of its create, by wire name."""
    origin: str = ""
    """Scheme, host and port by which the caller created it."""

    @property
    def name(self) -> str:
        """What its files are named after."""
        return "-".join(self.ids)

    @property
    def ended_at(self) -> float | None:
        """When it ended; None while it is open."""
        seconds = self.course.seconds
        if self.ended is not None or self.course.never_ends or seconds is None or self.at < self.created + seconds:
            return self.ended
        return self.created + seconds

    @property
    def state(self) -> State:
        """Where the task is in its life."""
        if self.cancelled:
            return "cancelled"
        if self.ended_at is not None:
            return self.course.behaviour.ends or "succeeded"
        if self.course.seconds is None or self.course.polls is not None:
            return "queued" if self.queries <= 1 else "running"
        return self._place()[0]

    @property
    def is_unheard(self) -> bool:
        """Whether it is told by a word that nobody documents."""
        return self.course.fault is not None and self.course.fault.name == "unknown_status"

    @property
    def word(self) -> str:
        """The vendor's word for the state; for one that the vendor does not tell apart, that of the nearest."""
        if self.course.fault is not None and self.is_unheard:
            return self.course.fault.word
        if self.ended_at is None and self.course.polls is None and self.course.seconds is not None:
            return self._place()[1]
        sought = (self.state, _NEAREST.get(self.state, ""))
        return next((word for each in sought if (word := self._word_of(each))), next(iter(self.lifecycle.states)))

    @property
    def percent(self) -> int:
        """How far it is."""
        if self.state == "succeeded":
            return 100
        if self.course.polls is not None or self.course.seconds is None:
            return _PERCENT.get(self.state, 0)
        return int(100 * self._share())

    def _word_of(self, wanted: str) -> str | None:
        """Find the word for a state; where every other word means it, one that is not among the words."""
        states = self.lifecycle.states
        found = next((word for word, state in states.items() if state == wanted), None)
        if found is not None or self.lifecycle.otherwise != wanted:
            return found
        numbers = [int(word) for word in states if word.isdecimal()]
        return str(max(numbers) + 1) if numbers else wanted

    def _share(self) -> float:
        """Say which part of its time has passed, below 1."""
        seconds = self.course.seconds or 0.0
        return min((self.at - self.created) / seconds, 0.99) if seconds else 0.0

    def _place(self) -> tuple[State, str]:
        """Walk the vendor's open words in their order: first those of waiting, which share a fifth of the time."""
        share, states = self._share(), self.lifecycle.states.items()
        queued: list[tuple[State, str]] = [(state, word) for word, state in states if state == "queued"]
        running: list[tuple[State, str]] = [(state, word) for word, state in states if state == "running"]
        border = _QUEUED if queued and running else float(not running)
        now, passed = (queued, share / border) if share < border else (running, (share - border) / (1 - border))
        return now[int(passed * len(now))] if now else ("running", next(iter(self.lifecycle.states)))


class Tasks:
    """All tasks of one mock."""

    def __init__(self, chance: Chance, clock: Clock) -> None:
        """Begin without tasks."""
        self._chance = chance
        self._clock = clock
        self._tasks: dict[tuple[str, ...], Task] = {}

    def start(self, operation: Operation, course: Course, given: Mapping[str, Any], origin: str) -> Task:
        """Create a task of an operation that has a lifecycle; where the vendor's ids are numbers, its ids are."""
        lifecycle = operation.task
        if lifecycle is None:
            raise ValueError(f"{operation.python} starts no task")
        several = len(lifecycle.ids) > 1
        ids = tuple(self._id(operation, path, given if several else {}) for _, path in lifecycle.ids)
        now = self._clock.now()
        task = Task(ids, operation, lifecycle, course, now, now, given=given, origin=origin)
        self._tasks[ids] = task
        if len(self._tasks) > MOST:
            self._tasks = dict(islice(self._tasks.items(), MOST // 2, None))
        return task

    def all(self) -> tuple[Task, ...]:
        """List all tasks as they stand, the oldest first."""
        now = self._clock.now()
        return tuple(replace(each, at=now) for each in tuple(self._tasks.values()))

    def find(self, ids: tuple[str, ...], query: str) -> Task | None:
        """Look a task up as it stands; None where it is not of those that this query tells of."""
        task = self._tasks.get(ids)
        if task is None or task.lifecycle.query != query:
            return None
        return replace(task, at=self._clock.now())

    def query(self, ids: tuple[str, ...], query: str) -> Task | None:
        """Look a task up by the operation that tells how it stands; where queries decide, that takes it one step on."""
        task = self.find(ids, query)
        if task is None:
            return None
        task = replace(task, queries=task.queries + 1)
        polls = task.course.polls
        if polls is not None and task.queries >= polls and not task.course.never_ends and task.ended_at is None:
            task = replace(task, ended=task.at)
        self._tasks[ids] = task
        return task

    def cancel(self, ids: tuple[str, ...], query: str) -> Task | None:
        """End a task before its time; one that has ended stays as it is."""
        task = self.find(ids, query)
        if task is None:
            return None
        if task.ended_at is None:
            self._tasks[ids] = task = replace(task, ended=task.at, cancelled=True)
        return task

    def _id(self, operation: Operation, path: str, given: Mapping[str, Any]) -> str:
        """Make an id; one of several that the create names itself, as that of a conversation, is taken from there."""
        named = given.get(path.rpartition(".")[2])
        if isinstance(named, (str, int)):
            return str(named)
        is_number = type(example(operation, path)) is int
        return str(self._chance.below(_NUMBERS)) if is_number else self._chance.new_id()
