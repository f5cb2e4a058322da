"""The files of which an answer tells: what they are, where they lie, how long they stay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from mediawright_runtime import paths
from mediawright_runtime.moments import moment

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from mediawright_runtime.declarations import Lifecycle, OutputPlace

MAX_BYTES = 4 * 1024**3
"""How large a saved file may be, where the caller says nothing: more than any vendor's video, less than a disk."""


@dataclass(frozen=True, slots=True)
class Output:
    """One file that a vendor made."""

    kind: str
    """image, video, audio or file."""
    url: str
    expires_at: datetime | None = None
    """Until when the vendor keeps the file; None where it does not say."""


class DownloadProgress(NamedTuple):
    """How far the saving of one output has come."""

    number: int
    """Which output, counted from 1."""
    received: int
    """Bytes that are there, those of an earlier try among them."""
    total: int | None
    """Bytes that there will be; None where the server does not say."""
    path: Path
    """Where the file will be once it is whole."""


def read_outputs(
    answer: object, places: tuple[OutputPlace, ...], kind: str, expires_at: datetime | None = None
) -> tuple[Output, ...]:
    """Read the addresses in an answer, each once; `kind` is what they are where a place says nothing else."""
    found = ((value, each.kind or kind) for each in places for value in paths.read(answer, each.path))
    kinds: dict[str, str] = {}
    for url, known in found:
        if isinstance(url, str) and url:
            kinds.setdefault(url, known)
    return tuple(Output(known, url, expires_at) for url, known in kinds.items())


def expiry(answer: object, lifecycle: Lifecycle) -> datetime | None:
    """Say until when the files of an answer are kept; None where vendor or answer do not say."""
    if lifecycle.kept_days is None or lifecycle.kept_since is None:
        return None
    since = moment(paths.first(answer, lifecycle.kept_since))
    return since + timedelta(days=lifecycle.kept_days) if since else None
