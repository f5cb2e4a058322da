"""The files of which an answer tells: what they are, where they lie, how long they stay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from mediawright_runtime import paths
from mediawright_runtime.moments import moment

if TYPE_CHECKING:
    from datetime import datetime

    from mediawright_runtime.declarations import Lifecycle, OutputPlace


@dataclass(frozen=True, slots=True)
class Output:
    """One file that a vendor made."""

    kind: str
    """image, video, audio or file."""
    url: str
    expires_at: datetime | None = None
    """Until when the vendor keeps the file; None where it does not say."""


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
