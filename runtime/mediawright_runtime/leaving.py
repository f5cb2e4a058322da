"""The end of a wait before the task's: what is said of the task, and, if the caller wants it, its cancellation."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from mediawright_runtime.delivery import hear
from mediawright_runtime.errors import MediawrightError

if TYPE_CHECKING:
    from mediawright_runtime.call import Call
    from mediawright_runtime.models import ResponseModel
    from mediawright_runtime.steps import Steps

_LOGGER = logging.getLogger("mediawright")

CANCEL_TIMEOUT = 5.0
"""Seconds that the one attempt to cancel may take, when whoever waited wants to leave."""


def interrupted(leaving: BaseException, words: str, what: str = "waiting") -> None:
    """Say of a task what an exception that is not ours cannot hold, in its notes and in the log."""
    leaving.add_note(words)
    _LOGGER.warning("%s was interrupted: %s", what, words)


def left(leaving: BaseException, cancel: Call[ResponseModel] | None) -> Steps[None]:
    """Ask the vendor once to cancel the task, and note what came of it; whatever happens, `leaving` goes on."""
    if cancel is None:
        return
    try:
        refused: MediawrightError | None = (yield from hear(cancel, patient=False)).error
    except MediawrightError as error:
        refused = error
    leaving.add_note(f"the vendor did not cancel it: {refused}" if refused else "the vendor was asked to cancel it")
