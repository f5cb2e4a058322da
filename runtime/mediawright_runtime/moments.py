"""Points in time, as vendors write them."""

from __future__ import annotations

from datetime import UTC, datetime

_MILLISECONDS = 1e11
"""Above it a number cannot be seconds since 1970: that would be the year 5138."""


def moment(value: object) -> datetime | None:
    """Read a point in time: seconds or milliseconds since 1970, or ISO 8601, in UTC where it names no zone."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    number = _number(value)
    if number is None:
        written = _written(str(value))
        return written.replace(tzinfo=UTC) if written is not None and written.tzinfo is None else written
    try:
        return datetime.fromtimestamp(number / 1000 if number > _MILLISECONDS else number, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def names_a_zone(value: object) -> bool:
    """Whether a point in time is the same for every reader: a number is, and a text that names its zone."""
    if not isinstance(value, str) or _number(value) is not None:
        return True
    written = _written(value)
    return written is not None and written.tzinfo is not None


def _number(value: float | str) -> float | None:
    try:
        return float(value)
    except ValueError:
        return None


def _written(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text.strip())
    except ValueError:
        return None
