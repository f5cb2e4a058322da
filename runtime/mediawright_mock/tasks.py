"""Tasks and their one life: queued, running, succeeded, one step a query."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from collections.abc import Callable

    from mediawright_mock.contract import Operation
    from mediawright_runtime.declarations import Lifecycle, State

DEFAULT_POLLS = 3


@dataclass(frozen=True, slots=True)
class Task:
    """A task that was created: how often it was asked for, and after how many queries it is done."""

    id: str
    operation: Operation
    lifecycle: Lifecycle
    polls: int
    queries: int = 0

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
        self._tasks: dict[str, Task] = {}

    def start(self, operation: Operation, lifecycle: Lifecycle) -> Task:
        """Create a task."""
        task = Task(self._new_id(), operation, lifecycle, self._polls)
        self._tasks[task.id] = task
        return task

    def find(self, task_id: str) -> Task | None:
        """Look a task up, without a step in its life."""
        return self._tasks.get(task_id)

    def query(self, task_id: str, by: Operation) -> Task | None:
        """Look a task up by the operation that tells how it stands, which takes it one step on."""
        task = self._tasks.get(task_id)
        if task is None or task.lifecycle.query != by.python:
            return None
        self._tasks[task_id] = task = replace(task, queries=task.queries + 1)
        return task
