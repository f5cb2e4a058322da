"""What became of one input of a batch, and how the batch stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from mediawright_runtime.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mediawright_runtime.errors import MediawrightError

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[R]):
    """What became of one input, or of one task; looking at it raises nothing, `result()` does."""

    index: int
    """The place among the inputs, from 0."""
    params: Mapping[str, object]
    """The input; empty for a task that was started elsewhere."""
    token: str | None = None
    """The task; `client.resume()` takes it."""
    error: MediawrightError | None = None
    value: R | None = None
    """The result, also where only saving it failed; None where a journal says that its files are saved."""
    saved: tuple[Path, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether the input became what was asked for."""
        return self.error is None

    def result(self) -> R:
        """Give the result, or raise the error that stands in its place.

        Raises:
            MediawrightError: What went wrong.
            ConfigurationError: The files were saved by an earlier run, and nothing was asked in this one.
        """
        if self.error is not None:
            raise self.error
        if self.value is None:
            raise ConfigurationError("an earlier run saved the files (see `saved`); client.resume(token) asks again")
        return self.value


class Progress(NamedTuple):
    """How a batch stands."""

    queued: int | None
    """Inputs that have not begun; None where nobody knows how many there are."""
    running: int
    done: int
    failed: int
    elapsed: float
    """Seconds."""

    def __str__(self) -> str:
        """Say it for people: `12 queued, 4 running, 3 done, 0 failed, 8 s`."""
        queued = "" if self.queued is None else f"{self.queued} queued, "
        return f"{queued}{self.running} running, {self.done} done, {self.failed} failed, {self.elapsed:.0f} s"
