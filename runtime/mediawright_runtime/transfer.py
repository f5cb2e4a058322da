"""The way of one file into its part: what is asked for next, what an answer is worth, when the file is whole."""

from __future__ import annotations

import re
from datetime import timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple

from mediawright_runtime.content import HEAD, extension, mistaken
from mediawright_runtime.envelope import is_passing_status, is_success
from mediawright_runtime.errors import DownloadError
from mediawright_runtime.outputs import DownloadProgress
from mediawright_runtime.part import Version
from mediawright_runtime.retry_after import retry_after

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from mediawright_runtime.part import Part
    from mediawright_runtime.transport import Failure

_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+|\*)", re.ASCII)
_STALE = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_STRONG = timedelta(seconds=1)
"""By so much a file must be older than the answer, for its date to tell two versions apart."""


class Order(NamedTuple):
    """What one file is to be."""

    number: int
    kind: str
    """image, video, audio or file."""
    name: Path
    """Where it will lie, without extension."""
    most: int
    """Bytes that it may have."""
    listener: Callable[[DownloadProgress], object] | None = None


class Trouble(NamedTuple):
    """Why a file is not whole after an exchange."""

    reason: str
    stale: bool = False
    """Whether the address is no longer good."""
    passing: bool = True
    """Whether asking again may help."""
    pause: float = 0.0
    """Seconds for which the server wants to be left alone."""
    cause: Exception | None = None


class Transfer:
    """Receives the answers of one file, and keeps what fits."""

    def __init__(self, order: Order, part: Part) -> None:
        self.reached = part.size
        """The most bytes that were there at any time."""
        self._order = order
        self._part = part
        self._url = ""
        self._status = 0
        self._headers: Mapping[str, str] = {}
        self._end: int | None = None
        """Where the bytes of the present answer end, if it says so."""
        self._misfit = False
        self._is_judged = False

    def ask(self, url: str) -> dict[str, str]:
        """Say with which headers to ask an address, from which the next answer comes."""
        self._url, self._status, self._headers, self._misfit = url, 0, {}, False
        headers = {"Accept-Encoding": "identity"}
        if self._part.size:
            headers["Range"] = f"bytes={self._part.size}-"
        if self._part.size and self._part.version.validator:
            headers["If-Range"] = self._part.version.validator
        return headers

    def location(self) -> str | None:
        """Say where the answer points on to; None if it stands for itself."""
        return self._headers.get("location") if self._status in _REDIRECTS else None

    def move(self) -> None:
        """Go on at another address: only with bytes of which the server can tell whether they are still the same."""
        if not self._part.version.validator:
            self._drop()

    def begin(self, status: int, headers: Mapping[str, str]) -> bool:
        """Look at the head of an answer, and say whether its body is wanted.

        Raises:
            DownloadError: The file is larger than it may be.
        """
        self._status, self._headers = status, headers
        if not is_success(status):
            return False
        if status == HTTPStatus.PARTIAL_CONTENT:
            self._misfit = not self._continues(headers)
            return not self._misfit
        self._end = _length(headers)
        self._part.begin(Version(self._part.version.address, _validator(headers), self._end))
        self._is_judged = False
        self._weigh(self._end or 0)
        return True

    def take(self, piece: bytes) -> object:
        """Keep the next piece, and tell the listener.

        Raises:
            DownloadError: The file is larger than it may be or than was announced, or not what it should be.
        """
        size = self._part.size + len(piece)
        self._weigh(size)
        if self._end is not None and size > self._end:
            raise self._refused(f"more bytes come than the {self._end} that were announced")
        self._part.write(piece)
        self.reached = max(self.reached, size)
        if not self._is_judged and len(self._part.head) >= HEAD:
            self._judge()
        return self._tell() if self._is_judged and self._order.listener else None

    def outcome(self, failure: Failure | None) -> Trouble | None:
        """Judge what an exchange has brought; None for a whole file.

        Raises:
            DownloadError: The file is empty, or not what it should be.
        """
        if failure is not None:
            return self._cut(failure.reason, failure.error)
        if self._misfit or self._status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            self._drop()
            return Trouble("the server's partial answer is not the rest of this file")
        return self._ended() if is_success(self._status) else self._declined()

    @property
    def target(self) -> Path:
        """Where the file will lie: its extension is told by what came of it."""
        said = self._headers.get("content-type", "")
        return self._order.name.with_name(self._order.name.name + extension(self._url, said, self._part.head))

    def _declined(self) -> Trouble:
        passing, pause = is_passing_status(self._status), retry_after(self._headers) or 0.0
        return Trouble(f"the answer is HTTP {self._status}", self._status in _STALE, passing, pause)

    def _ended(self) -> Trouble | None:
        """Judge a body that has come to its end: the file's own end may be further on."""
        awaited = max(self._end or 0, self._part.version.total or 0)
        if self._part.size < awaited:
            return self._cut(f"{self._part.size} bytes came of {awaited}")
        if not self._part.size:
            raise self._refused("it is empty")
        self._judge()
        return None

    def _cut(self, reason: str, cause: Exception | None = None) -> Trouble:
        version, refuses = self._part.version, self._headers.get("accept-ranges", "").lower() == "none"
        if refuses or not (version.validator or version.total):
            self._drop()
        return Trouble(reason, cause=cause)

    def _drop(self) -> None:
        """Start anew with the next answer."""
        self._part.begin(Version(self._part.version.address))

    def _continues(self, headers: Mapping[str, str]) -> bool:
        """Whether an answer goes on where the part ends, in the same version of the file."""
        found = _RANGE.fullmatch(headers.get("content-range", ""))
        version = self._part.version
        if not (found and self._part.size) or _is_encoded(headers) or _differs(version.validator, headers):
            return False
        first, last = int(found[1]), int(found[2])
        total = version.total if found[3] == "*" else int(found[3])
        if first != self._part.size or last < first or version.total not in {None, total}:
            return False
        self._part.version = version._replace(total=total)
        self._end = last + 1
        self._weigh(total or self._end)
        return True

    def _weigh(self, size: int) -> None:
        if size > self._order.most:
            raise self._refused(f"it has {size} bytes or more, and max_bytes allows {self._order.most}")

    def _judge(self) -> None:
        reason = mistaken(self._order.kind, self._headers.get("content-type", ""), self._part.head)
        if reason is not None:
            raise self._refused(reason)
        self._is_judged = True

    def _tell(self) -> object:
        progress = DownloadProgress(self._order.number, self._part.size, self._part.version.total, self.target)
        return self._order.listener(progress) if self._order.listener else None

    def _refused(self, reason: str) -> DownloadError:
        """Make the error for a file that another try would not better; its part is worth nothing."""
        self._drop()
        error = DownloadError(self._url, reason)
        error.retryable = False
        return error


def _length(headers: Mapping[str, str]) -> int | None:
    """Read the length that the body will have; unknown where it travels compressed."""
    length = headers.get("content-length", "")
    return int(length) if not _is_encoded(headers) and length.isascii() and length.isdigit() else None


def _is_encoded(headers: Mapping[str, str]) -> bool:
    return headers.get("content-encoding", "identity").lower() != "identity"


def _validator(headers: Mapping[str, str]) -> str:
    """Read by what the server tells versions of the file apart; empty where nothing does so surely."""
    tag, modified = headers.get("etag", ""), headers.get("last-modified", "")
    if _is_encoded(headers):
        return ""
    if tag.startswith('"'):
        return tag
    return modified if not tag and _is_older(modified, headers.get("date", "")) else ""


def _is_older(modified: str, answered: str) -> bool:
    try:
        return parsedate_to_datetime(answered) - parsedate_to_datetime(modified) >= _STRONG
    except (TypeError, ValueError):
        return False


def _differs(validator: str, headers: Mapping[str, str]) -> bool:
    """Whether a partial answer is of another version: it must repeat an ETag, and may leave out a date."""
    if validator.startswith('"'):
        return headers.get("etag") != validator
    return bool(validator) and headers.get("last-modified", validator) != validator
