"""The files of finished tasks and calls: small, valid, one for each kind of output, each of them another one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from mediawright_mock.formats import FORMATS, OF_KIND
from mediawright_mock.messages import Answer, Delivery
from mediawright_mock.ranges import in_parts
from mediawright_mock.scenario import Behaviour

if TYPE_CHECKING:
    from mediawright_mock.clock import Clock
    from mediawright_mock.faults import Fault
    from mediawright_mock.formats import Format
    from mediawright_mock.messages import Request
    from mediawright_runtime.declarations import OutputPlace

_DAY = 86_400.0


class Made(NamedTuple):
    """Whose files are published, and how they behave."""

    name: str
    kind: str
    """What they are where a place does not say it."""
    behaviour: Behaviour = Behaviour()
    fault: Fault | None = None
    deleted_at: float | None = None
    """When the vendor no longer keeps them."""
    status: str = ""
    """Where the same answer says how the task stands: a list on the way to it is one of tasks."""


@dataclass(frozen=True, slots=True)
class Published:
    """A file that an answer has told of."""

    format: Format
    mark: str
    size: int
    since: float
    until: float | None
    """When its address expires."""
    status: int
    """What is answered then."""
    fault: Fault | None
    number: int
    """Which address of the same file it is."""
    downloads: int = 0


class Files:
    """The files that answers have told of; others are not there."""

    def __init__(self, clock: Clock) -> None:
        """Begin without files."""
        self._clock = clock
        self._published: dict[str, Published] = {}
        self._current: dict[str, str] = {}

    def publish(self, place: OutputPlace, made: Made, number: int = 1) -> str:
        """Serve a file for a place of an answer, and say at which path: the same as before, until that has expired."""
        form = _format(place, made)
        name = quote(made.name if number == 1 else f"{made.name}-{number}", safe="")
        first = f"/files/{name}.{form.extension}"
        path = self._current.get(first, first)
        known = self._published.get(path)
        if known is None or (self._expired(known) and not self._deleted(made)):
            path = first if known is None else self._next(name, form)
            self._current[first] = path
            self._published[path] = self._file(form, name, made, known.number + 1 if known else 1)
        return path

    def knows(self, path: str) -> bool:
        """Whether a path is, or was, that of a file."""
        return path in self._published

    def answer(self, request: Request) -> Answer | None:
        """Serve a file; None where the path is not one."""
        found = self._published.get(request.path)
        if found is None:
            return None
        if self._expired(found):
            return Answer(found.status, b"this address has expired", "text/plain")
        answer = in_parts(request, found.format.content(found.mark, found.size), found.format.content_type, found.since)
        if request.method != "GET":
            return answer
        self._published[request.path] = replace(found, downloads=found.downloads + 1)
        return _spoiled(found, answer)

    def _file(self, form: Format, name: str, made: Made, number: int) -> Published:
        now, behaviour = self._clock.now(), made.behaviour
        ends = [] if made.deleted_at is None else [made.deleted_at]
        lasts = _good_for(made, number)
        ends += [] if lasts is None else [now + lasts]
        status = behaviour.expired_status or HTTPStatus.FORBIDDEN
        return Published(form, name, behaviour.size or 0, now, min(ends, default=None), status, made.fault, number)

    def _next(self, name: str, form: Format) -> str:
        paths = (f"/files/{name}.{number}.{form.extension}" for number in range(2, len(self._published) + 3))
        return next(path for path in paths if path not in self._published)

    def _expired(self, file: Published) -> bool:
        return file.until is not None and self._clock.now() >= file.until

    def _deleted(self, made: Made) -> bool:
        return made.deleted_at is not None and self._clock.now() >= made.deleted_at


def kept_until(kept_days: int | None, created: float) -> float | None:
    """Say until when a vendor keeps what was created at a time."""
    return None if kept_days is None else created + kept_days * _DAY


def _good_for(made: Made, number: int) -> float | None:
    """Say for how many seconds an address is good, by its number among those of the same file; None is for ever."""
    fault = made.fault
    if fault is not None and fault.name == "output_expires" and number <= (fault.times or 1):
        return fault.seconds or 0.0
    return made.behaviour.expires_after


def _spoiled(file: Published, answer: Answer) -> Answer:
    fault = file.fault
    times = None if fault is None else fault.times or (1 if fault.name == "output_cut" else None)
    if fault is None or (times is not None and file.downloads >= times):
        return answer
    if fault.name == "output_cut":
        return answer.sent_by(Delivery("cut", kept=fault.kept))
    if fault.name == "output_slow":
        return answer.sent_by(Delivery("slow body", fault.pause, fault.kept))
    return replace(answer, content_type="text/html") if fault.name == "output_mistyped" else answer


def _format(place: OutputPlace, made: Made) -> Format:
    kind = place.kind or made.kind
    if made.behaviour.format is not None:
        return FORMATS[made.behaviour.format]
    if kind in {"image", "file"} and "svg" in place.path.rpartition(".")[2].lower():
        return FORMATS["svg"]
    return FORMATS[OF_KIND.get(kind, "png")]
