"""Creates of an earlier run that may have been accepted: settled with the vendor, where it offers a way.

They are settled before anything is created, as a new task could be taken for a lost one. No list says for certain that
a task does not exist, so a create goes out again only where the caller asks for that.
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from mediawright_runtime.errors import AmbiguousSubmitError, MediawrightError
from mediawright_runtime.handle import Handle
from mediawright_runtime.journal import Entry
from mediawright_runtime.reconcile import ACCEPTED_WITHIN
from mediawright_runtime.steps import Sleep

if TYPE_CHECKING:
    from mediawright_runtime.intake import Job
    from mediawright_runtime.journal import Event, Journal
    from mediawright_runtime.session import Session
    from mediawright_runtime.steps import Steps

_PAUSE = 0.05
"""Seconds between two looks at whether all are settled."""


class Doubts:
    """The doubtful jobs of one batch."""

    def __init__(self, session: Session, journal: Journal | None, *, resend: bool) -> None:
        self._session = session
        self._journal = journal
        self._resend = resend
        self._open = 0

    def over(self) -> Steps[None]:
        """Wait until none is being settled."""
        while self._open:
            yield Sleep(_PAUSE)

    def settled(self, job: Job, *, only: bool) -> Steps[Job]:
        """Ask the vendor what became of a create; the job stays doubtful where that does not tell.

        Args:
            job: Whose create it was.
            only: Whether no other job is doubtful: of several, nobody could tell whose task was found.
        """
        self._open += 1
        try:
            return (yield from self._settled(job, only=only))
        except MediawrightError:
            return job
        finally:
            self._open -= 1

    def _settled(self, job: Job, *, only: bool) -> Steps[Job]:
        error = job.error
        if not isinstance(error, AmbiguousSubmitError) or error.trace is None:
            return job
        for entry in self._journal.entries.values() if self._journal else ():
            if entry.token is not None:
                self._session.remember(entry.token)
        found = yield from self._session.reconcile(error)
        if found is None and self._resend and time.time() - error.trace.since > ACCEPTED_WITHIN:
            self._note(job, "refused")
            return replace(job, error=None, known=None)
        if not isinstance(found, Handle):
            return job
        if not only:
            self._session.forget(found)
            return job
        self._note(job, "submitted", token=found.token)
        self._session.remember(found.token)
        return replace(job, error=None, known=Entry(job.input, "submitted", found.token))

    def _note(self, job: Job, event: Event, **facts: object) -> None:
        if self._journal is not None:
            self._journal.write(job.index, event, **facts)
