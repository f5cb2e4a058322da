"""When a vendor wants to be asked again: `Retry-After` in seconds or as a date, and `retry-after-ms`."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Read after how many seconds the vendor wants to be asked again; None where it does not say."""
    milliseconds = _seconds(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    value = headers.get("retry-after")
    seconds = _seconds(value)
    return seconds if seconds is not None or value is None else _until(value, headers.get("date"))


def _seconds(value: str | None) -> float | None:
    try:
        seconds = float(value or "nan")
    except ValueError:
        return None
    return seconds if math.isfinite(seconds) and seconds >= 0 else None


def _until(date: str, now: str | None) -> float | None:
    """Measure by the vendor's own clock, where its `Date` header tells it; ours may differ."""
    try:
        since = parsedate_to_datetime(now) if now else datetime.now(UTC)
        return max(0.0, (parsedate_to_datetime(date) - since).total_seconds())
    except (TypeError, ValueError):
        return None
