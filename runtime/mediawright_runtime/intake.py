"""The inputs of a batch: each checked, known again by its journal, and put where its turn is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from mediawright_runtime.digest import digest
from mediawright_runtime.errors import AmbiguousSubmitError, ConfigurationError, InvalidRequestError
from mediawright_runtime.shapes import is_object

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from os import PathLike

    from mediawright_runtime.declarations import Operation
    from mediawright_runtime.errors import MediawrightError
    from mediawright_runtime.journal import Entry, Journal
    from mediawright_runtime.models import ResponseModel
    from mediawright_runtime.polling import Pace
    from mediawright_runtime.session import Session


@dataclass(frozen=True, slots=True)
class Job:
    """One input, and what is known of it."""

    index: int
    params: Mapping[str, object]
    input: str = ""
    """Its digest, where a journal is kept."""
    known: Entry | None = None
    error: MediawrightError | None = None
    """Why it need not be sent."""

    @property
    def is_doubtful(self) -> bool:
        """Whether an earlier run has sent it, and nothing says what became of it."""
        return isinstance(self.error, AmbiguousSubmitError)


@dataclass(frozen=True, slots=True)
class Order:
    """What a batch is asked to do."""

    operation: Operation[ResponseModel]
    inputs: Iterable[Mapping[str, object]]
    pace: Pace
    directory: str | PathLike[str] | None
    resend_lost: bool = False
    """Whether a lost create is sent again that the vendor does not list."""


class Intake:
    """Takes the inputs in."""

    def __init__(self, session: Session, order: Order, journal: Journal | None) -> None:
        self._session, self._order, self._journal = session, order, journal
        self.total = len(order.inputs) if isinstance(order.inputs, Sequence) else None
        """How many inputs there are, where somebody knows."""
        self.doubts = 0
        """How many creates of an earlier run may have been accepted."""

    def jobs(self) -> Iterator[Job]:
        """Put what is settled first, then what is running at the vendor, then what is to be created."""
        inputs = enumerate(self._order.inputs)
        entries = self._journal.entries if self._journal else {}
        ahead = None if self.total is not None else max(entries, default=-1) + 1
        known = [self._job(index, params) for index, params in islice(inputs, ahead)]
        self.doubts = sum(job.is_doubtful for job in known)
        if self._journal and max(entries, default=-1) >= len(known):
            raise ConfigurationError(
                f"{self._journal.path}: it has {max(entries) + 1} jobs, and {len(known)} inputs are given; "
                "give all the inputs again, in their order"
            )
        yield from sorted(known, key=_stage)
        for index, params in inputs:
            yield self._job(index, params)

    def _job(self, index: int, params: object) -> Job:
        """Take an input in, with what the journal knows of it; nothing is sent where it is not what it was."""
        if not is_object(params):
            return Job(index, {}, error=InvalidRequestError(f"inputs[{index}]", params, "a dict of parameters"))
        try:
            input_ = "" if self._journal is None else self._digest(index, params)
            known = self._known(index, input_)
            if known is None or known.event == "refused":
                self._check(params)
        except InvalidRequestError as error:
            return Job(index, params, error=error)
        return Job(index, params, input_, known, self._doubt(index, params, known))

    def _digest(self, index: int, params: Mapping[str, object]) -> str:
        """Digest an input; one of which a file is gone by now is what the journal says, and its task is not lost."""
        try:
            return digest(params)
        except InvalidRequestError:
            known = self._journal.entries.get(index) if self._journal else None
            if known is None or known.event == "refused":
                raise
            return known.input

    def _check(self, params: Mapping[str, object]) -> None:
        if self._session.options.validate == "strict":
            self._session.check(self._order.operation, params)

    def _known(self, index: int, input_: str) -> Entry | None:
        known = self._journal.entries.get(index) if self._journal else None
        if self._journal and known and known.input not in {"", input_}:
            raise ConfigurationError(
                f"{self._journal.path}: inputs[{index}] is not what it was when this journal was written; "
                "give the same inputs in the same order, or another journal"
            )
        return known

    def _doubt(self, index: int, params: Mapping[str, object], known: Entry | None) -> MediawrightError | None:
        if self._journal is None or known is None or not known.is_ambiguous:
            return None
        path = self._journal.path
        return AmbiguousSubmitError(
            f"a run ended while this create was under way; mediawright.settle({str(path)!r}, {index}, "
            "token) takes the task that the vendor has, or None where it has none",
            trace=self._session.trace(self._order.operation, params, known.since) if known.since else None,
            operation=self._order.operation.path,
        )


def _stage(job: Job) -> int:
    known = job.known
    if job.error is not None or (known and (known.answer is not None or known.saved)):
        return 0
    return 1 if known and known.token else 2
