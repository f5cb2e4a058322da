"""How a task stands, as its vendor's answer says."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediawright_runtime import paths
from mediawright_runtime.redaction import one_line, shown

if TYPE_CHECKING:
    from mediawright_runtime.declarations import Lifecycle, Scalar, State

_ENDS = frozenset({"succeeded", "failed", "cancelled", "expired"})


@dataclass(frozen=True, slots=True)
class TaskStatus:
    """How a task stands."""

    state: State
    """`unknown` where the vendor uses a word that it does not document; such a task is not finished."""
    raw: Scalar | None = None
    """The vendor's own word or number."""
    progress: float | None = None
    """Percent, where the vendor says."""

    @property
    def ended(self) -> bool:
        """Whether the task will not change any more."""
        return self.state in _ENDS

    def __str__(self) -> str:
        """Say it for people: `running 45%`."""
        word = f" ({shown(self.raw)})" if self.state == "unknown" else ""
        return f"{self.state}{word}" + (f" {self.progress:g}%" if self.progress is not None else "")


def read_status(answer: object, lifecycle: Lifecycle, place: str | None = None) -> TaskStatus:
    """Read the status of a task from an answer; what is not documented is `unknown`, never an error.

    Args:
        answer: What the vendor says.
        lifecycle: What its words mean.
        place: Where the word stands, if not where the lifecycle's query has it.
    """
    raw = _scalar(paths.first(answer, place or lifecycle.status))
    return TaskStatus(
        state=_state(raw, lifecycle),
        raw=raw,
        progress=_percent(paths.first(answer, lifecycle.progress)) if lifecycle.progress else None,
    )


def read_reason(answer: object, place: str | None) -> str:
    """Read why a task failed; an empty text where the answer does not say."""
    reason = paths.first(answer, place) if place else None
    return "" if reason is None else str(_scalar(reason))


def _state(raw: Scalar | None, lifecycle: Lifecycle) -> State:
    """Find the state of a word or number; what is missing or of another type has none."""
    if raw is None or raw == "" or isinstance(raw, bool):
        return "unknown"
    word = str(int(raw)) if isinstance(raw, float) and raw.is_integer() else str(raw)
    return lifecycle.states.get(word, lifecycle.otherwise or "unknown")


def _scalar(value: object) -> Scalar | None:
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    return one_line(json.dumps(value, ensure_ascii=False))


def _percent(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    try:
        percent = float(value.strip().removesuffix("%") if isinstance(value, str) else value)
    except (ValueError, OverflowError):
        return None
    return percent if math.isfinite(percent) else None
