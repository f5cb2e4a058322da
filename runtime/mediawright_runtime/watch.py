"""Waiting for many tasks that were started elsewhere: one flow each, and one outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from mediawright_runtime.errors import MediawrightError
from mediawright_runtime.outcome import Outcome
from mediawright_runtime.task import found_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mediawright_runtime.handle import Handle
    from mediawright_runtime.polling import Pace
    from mediawright_runtime.result import Found
    from mediawright_runtime.session import Session
    from mediawright_runtime.steps import Steps

R = TypeVar("R")


class Watch(Generic[R]):
    """What a wait for many tasks remembers."""

    def __init__(  # noqa: PLR0913 (each is a part of the wait)
        self,
        session: Session,
        handles: Sequence[Handle],
        pace: Pace,
        finish: Callable[[Found], R],
        *,
        now: Callable[[], float],
        give: Callable[[Outcome[R]], object],
    ) -> None:
        self._session, self._pace, self._finish, self._now, self._give = session, pace, finish, now, give
        self._waiting = dict(enumerate(handles))

    @property
    def running(self) -> Mapping[int, str]:
        """The tokens of the tasks that have not been seen to end, by their place."""
        return {index: handle.token for index, handle in self._waiting.copy().items()}

    @property
    def untaken(self) -> tuple[str, ...]:
        """Nothing: whoever waits has the tokens."""
        return ()

    @property
    def creating(self) -> int:
        """How many creates are under way: none."""
        return 0

    def stop(self) -> None:
        """Do nothing: a wait creates nothing."""

    def is_creating(self, number: int) -> bool:  # noqa: ARG002 (a wait creates nothing, whoever asks)
        """Whether an answer must be kept that starts a task."""
        return False

    def taken(self, index: int) -> None:
        """Do nothing: what waits to be taken costs nothing more."""

    def close(self) -> None:
        """Do nothing: nothing is held."""

    def workers(self) -> list[Steps[None]]:
        """Make the flows that wait."""
        return [self._wait(index, handle) for index, handle in self._waiting.items()]

    def _wait(self, index: int, handle: Handle) -> Steps[None]:
        outcome: Outcome[R]
        try:
            reading = yield from self._session.wait(handle, self._pace, self._now)
        except MediawrightError as error:
            outcome = Outcome(index, {}, handle.token, error=error)
        else:
            outcome = Outcome(index, {}, handle.token, value=self._finish(found_of(handle, reading)))
        self._waiting.pop(index, None)
        self._give(outcome)
