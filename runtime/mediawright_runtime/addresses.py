"""Where the outputs of a result lie now: a task is asked once more where an address is no longer good."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from mediawright_runtime.errors import DownloadError, MediawrightError

if TYPE_CHECKING:
    from collections.abc import Callable

    from mediawright_runtime.outputs import Output
    from mediawright_runtime.reading import Reading
    from mediawright_runtime.steps import Steps


class Addresses:
    """The addresses of the outputs of one result, by number from 1."""

    def __init__(self, outputs: tuple[Output, ...], again: Callable[[], Steps[Reading]] | None) -> None:
        self._outputs = dict(enumerate(outputs, 1))
        self._again = again
        self._renewed: set[int] = set()

    def current(self, number: int) -> Steps[str]:
        """Give the address of an output, a fresh one where the vendor keeps the file no longer."""
        until = self._outputs[number].expires_at
        if until is not None and until < datetime.now(UTC) and self._again is not None:
            return (yield from self.renewed(number, f"the vendor kept the file until {until:%Y-%m-%d}"))
        return self._outputs[number].url

    def renewed(self, number: int, reason: str) -> Steps[str]:
        """Ask the task for the address of an output, once.

        Raises:
            DownloadError: There is no task to ask, it was asked before, or it names no such output.
        """
        url = self._outputs[number].url
        if self._again is None:
            raise DownloadError(url, f"{reason}; a fresh address can be had of a task only, and this result has none")
        if number in self._renewed:
            raise DownloadError(url, f"{reason}, though its address is fresh")
        self._renewed.add(number)
        try:
            reading = yield from self._again()
        except MediawrightError as error:
            raise DownloadError(url, f"{reason}, and the task gives no fresh address: {error}") from error
        self._outputs.update(enumerate(reading.outputs, 1))
        if number > len(reading.outputs):
            raise DownloadError(url, f"{reason}, and the task names no output {number} any more")
        return self._outputs[number].url
