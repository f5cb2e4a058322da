"""Looks at the media of a call before it is paid for: whatever the record does not allow is refused, and nothing sent.

What cannot be learned stops no call: one warning says what, and the vendor is the judge.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from mediawright_runtime.deadline import in_seconds
from mediawright_runtime.errors import ConfigurationError, InvalidRequestError
from mediawright_runtime.limits import Look, measured, misfit, unknown
from mediawright_runtime.local import Held, spelled_out
from mediawright_runtime.measures import EXTRAS, Measures
from mediawright_runtime.pieces import PartialFile, Pieces, UnreachableError, UntoldError
from mediawright_runtime.redaction import shown
from mediawright_runtime.remote import Remote
from mediawright_runtime.shapes import is_list
from mediawright_runtime.signatures import ENOUGH, recognised

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mediawright_runtime.deadline import Deadline
    from mediawright_runtime.declarations import Operation, Parameter
    from mediawright_runtime.media import Media
    from mediawright_runtime.steps import Steps
    from mediawright_runtime.timeout import Timeout

T = TypeVar("T")

_LOGGER = logging.getLogger("mediawright")
_PIECE = {"image": 64 * 1024}
"""Bytes that are read at once, by kind; of the others more."""
_LARGE_PIECE = 256 * 1024
_LOOKING = 30.0
"""Seconds that all looks of a call may take, where the timeout has no total."""
_MOST_PIECES = 32
"""Pieces that are read at most: 2 MiB of an image, 8 MiB of the others."""


class _Subject(NamedTuple):
    """One file that a caller gives, and what it must be like."""

    operation: Operation[Any]
    parameter: Parameter
    media: Media
    value: object
    place: str = ""
    """Where it stands in a list."""

    def refusal(self, what: str) -> InvalidRequestError:
        named = "the file" if _bytes(self.value) is not None else shown(self.value)
        return InvalidRequestError(
            self.parameter.name,
            self.value,
            self.media.allowed,
            self.operation.source,
            reason=f"{self.place}{named} {what}",
            operation=self.operation.path,
        )


def before(steps: Steps[T], operation: Operation[Any], params: Mapping[str, object], timeout: Timeout) -> Steps[T]:
    """Go through the steps of a call once all its media were looked at.

    Args:
        steps: Those of the call.
        operation: What is called.
        params: The values that are sent, by keyword; a file that is sent itself is bytes.
        timeout: For each request. Its total, or 30 s, is for all looks together; what is not looked at by then is sent
            with a warning.

    Raises:
        InvalidRequestError: A file is not what the record allows, or cannot be fetched.
        ConfigurationError: An extra is not installed that measures such files.
    """
    subjects = tuple(_subjects(operation, params))
    _demand_extras(subjects)
    deadline = in_seconds(timeout.total or _LOOKING)
    for subject in subjects:
        yield from _examine(subject, _source(subject, timeout, deadline))
    return (yield from steps)


def _subjects(operation: Operation[Any], params: Mapping[str, object]) -> Iterator[_Subject]:
    for parameter in operation.parameters:
        value = params.get(parameter.name)
        if parameter.media is None or value is None:
            continue
        if not is_list(value):
            yield _Subject(operation, parameter, parameter.media, value)
            continue
        for index, item in enumerate(value):
            yield _Subject(operation, parameter, parameter.media, item, f"[{index}] ")


def _demand_extras(subjects: Iterable[_Subject]) -> None:
    for subject in subjects:
        extra = EXTRAS.get(subject.media.kind)
        if extra and measured(subject.media) and not extra.installed:
            raise ConfigurationError(
                f"{subject.parameter.name}: check_media measures it with {extra.package}, which is not installed; "
                f"pip install 'mediawright[{extra.name}]'",
                operation=subject.operation.path,
            )


def _examine(subject: _Subject, source: Remote | Held | None) -> Steps[None]:
    if source is None:
        _warn(subject, "it is no address that can be looked at")
        return
    try:
        look = yield from _look(source, subject.media)
    except UnreachableError as unreachable:
        raise subject.refusal(str(unreachable)) from unreachable.__cause__
    except UntoldError as untold:
        _warn(subject, str(untold))
        return
    wrong = misfit(subject.media, look)
    if wrong is not None:
        raise subject.refusal(wrong)
    if lacking := unknown(subject.media, look):
        _warn(subject, f"its {', '.join(lacking)} cannot be told")


def _source(subject: _Subject, timeout: Timeout, deadline: Deadline) -> Remote | Held | None:
    """Say where a file is read from; None where that is not known."""
    value = subject.value
    content = _bytes(value)
    if content is not None:
        return Held(content)
    if not isinstance(value, str):
        return None
    scheme = value.partition(":")[0].lower()
    if scheme in {"http", "https"}:
        return Remote(value, timeout, deadline)
    if scheme == "data":
        return _spelled_out(subject, value)
    if _is_local(value):
        raise subject.refusal("is a file of this machine, which the vendor cannot fetch; it takes an address")
    return None


def _bytes(value: object) -> bytes | None:
    if isinstance(value, memoryview):
        return value.tobytes()
    return bytes(value) if isinstance(value, (bytes, bytearray)) else None


def _spelled_out(subject: _Subject, value: str) -> Held:
    try:
        return Held(spelled_out(value))
    except ValueError as error:
        raise subject.refusal("is no well-formed data address") from error


def _is_local(value: str) -> bool:
    try:
        return Path(value).is_file()
    except (OSError, ValueError):  # too long for a path, or with a null byte in it
        return False


def _look(source: Remote | Held, media: Media) -> Steps[Look]:
    pieces = Pieces()
    yield from source.read(pieces, 0, _PIECE.get(media.kind, _LARGE_PIECE))
    found = recognised(pieces.at(0, ENOUGH))
    look = Look(found, pieces.size)
    if found is None or media.kind not in EXTRAS or not measured(media) or misfit(media, look):
        return look
    return look._replace(measures=(yield from _measured(source, pieces, media)))


def _measured(source: Remote | Held, pieces: Pieces, media: Media) -> Steps[Measures]:
    """Read a header, and as many more pieces as its parser asks for."""
    step = _PIECE.get(media.kind, _LARGE_PIECE)
    for _ in range(_MOST_PIECES) if pieces.size is not None else ():
        file = PartialFile(pieces, pieces.size or 0)
        measures = EXTRAS[media.kind].measure(file)
        if file.lacks is None:
            return measures
        yield from source.read(pieces, file.lacks, file.lacks + step)
        if not pieces.at(file.lacks, 1):
            break
    return Measures()


def _warn(subject: _Subject, why: str) -> None:
    where = f"{subject.operation.path}: {subject.parameter.name}"
    _LOGGER.warning("%s: %s%s is sent unchecked: %s", where, subject.place, shown(subject.value), why)
