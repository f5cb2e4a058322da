"""Tasks and their one life: queued, running, succeeded, one step a query."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import uuid4

from mediawright_mock.samples import example

if TYPE_CHECKING:
    from collections.abc import Callable

    from mediawright_mock.contract import Operation
    from mediawright_runtime.declarations import Lifecycle, State

DEFAULT_POLLS = 3
_NUMBERS = 10**12
"""Ids that are numbers stay below it, so that a double holds them."""


@dataclass(frozen=True, slots=True)
class Task:
    """A task that was created: how often it was asked for, and after how many queries it is done."""

    ids: tuple[str, ...]
    """In the order of the lifecycle's."""
    operation: Operation
    lifecycle: Lifecycle
    polls: int
    queries: int = 0

    @property
    def name(self) -> str:
        """What its files are named after."""
        return "-".join(self.ids)

    @property
    def state(self) -> State:
        """Where the task is in its life."""
        if self.queries >= self.polls:
            return "succeeded"
        return "queued" if self.queries <= 1 else "running"

    @property
    def word(self) -> str:
        """The vendor's first word for the state; for one that the vendor does not tell apart, the other open one."""
        words: dict[str, str] = {}
        for word, state in self.lifecycle.states.items():
            words.setdefault(state, word)
        nearest = {"queued": "running", "running": "queued"}.get(self.state, "")
        return words.get(self.state) or words.get(nearest) or next(iter(words.values()))


class Tasks:
    """All tasks of one mock."""

    def __init__(self, polls: int = DEFAULT_POLLS, new_id: Callable[[], str] = lambda: str(uuid4())) -> None:
        """Begin without tasks; a task is done at its query number `polls`."""
        self._polls = polls
        self._new_id = new_id
        self._tasks: dict[tuple[str, ...], Task] = {}

    def start(self, operation: Operation, lifecycle: Lifecycle) -> Task:
        """Create a task; where the vendor's ids are numbers, its ids are."""
        ids = tuple(self._id(operation, path) for _, path in lifecycle.ids)
        task = Task(ids, operation, lifecycle, self._polls)
        self._tasks[ids] = task
        return task

    def all(self) -> tuple[Task, ...]:
        """List all tasks, the oldest first."""
        return tuple(self._tasks.values())

    def query(self, ids: tuple[str, ...], by: Operation) -> Task | None:
        """Look a task up by the operation that tells how it stands, which takes it one step on."""
        task = self._tasks.get(ids)
        if task is None or task.lifecycle.query != by.python:
            return None
        self._tasks[ids] = task = replace(task, queries=task.queries + 1)
        return task

    def _id(self, operation: Operation, path: str) -> str:
        is_number = type(example(operation, path)) is int
        return str(uuid4().int % _NUMBERS) if is_number else self._new_id()
