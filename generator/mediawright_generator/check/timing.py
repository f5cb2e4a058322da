"""Rules on times: waiting that makes sense, and dates that exist."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from mediawright_generator.check.rule import Finding, Record, each_file
from mediawright_generator.load import LoadedVendor, Located
from mediawright_generator.load.nodes import Path
from mediawright_generator.spec import Operation, Vendor
from mediawright_generator.spec.vendor import Polling

LONGEST_INTERVAL: Final = 3600
"""Seconds between two queries beyond which milliseconds were meant: no vendor advises an hour."""
LONGEST_KEPT: Final = 3650
"""Days beyond which another unit was meant."""
LONGEST_EXPECTED: Final = 86_400
"""Seconds beyond which milliseconds were meant: no file is made for a day."""
STALE_AFTER: Final = 365
"""Days after which a document must be read again: vendors change their models several times a year."""
_WRITTEN_ON: Final = date(2026, 11, 21)
"""A day that is surely past: a clock before it is wrong, and no date is judged by it."""


def impossible_polling(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find waiting without a pause, in another unit, or from a longer to a shorter time."""
    for name, lifecycle in loaded.vendor.model.tasks.items():
        path = ("tasks", name, "polling")
        for key, what in _polling_mistakes(lifecycle.polling):
            yield Finding(loaded.vendor.place(*path, key), what, "write seconds, as the vendor documents them")
        rate, interval = loaded.vendor.model.limits and loaded.vendor.model.limits.rate, lifecycle.polling.interval
        if rate and interval and 0 < interval * rate.requests < rate.seconds:
            what = f"a query every {interval} seconds is more than {rate.requests} in {rate.seconds} seconds"
            yield Finding(loaded.vendor.place(*path, "interval"), what, "correct the interval, or limits")
        if lifecycle.kept and lifecycle.kept.days > LONGEST_KEPT:
            what = f"results would be kept for {lifecycle.kept.days} days"
            yield Finding(loaded.vendor.place("tasks", name, "kept", "days"), what, "write days")


def impossible_expectation(record: Record) -> Iterator[Finding]:
    """Find operations that are expected to take from a longer to a shorter time, or none."""
    expected = record.operation.expected_seconds
    if what := _span_mistake("expected_seconds", expected):
        yield Finding(record.located.place("expected_seconds"), what, "write seconds, the fewer first")


def impossible_date(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find dates that no calendar has."""
    for located in each_file(loaded):
        for path, text in _dates(located):
            if _parsed(text) is None:
                yield Finding(located.place(*path), f"no calendar has the date {text!r}", "write it as YYYY-MM-DD")


def reversed_dates(record: Record) -> Iterator[Finding]:
    """Find records that were changed before they were created."""
    created, updated = record.operation.created_at, record.operation.updated_at
    if created and updated and _parsed(created) and _parsed(updated) and updated < created:
        what = f"updated_at {updated!r} is before created_at {created!r}"
        yield Finding(record.located.place("updated_at"), what, "correct one of them")


def future_date(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find dates that have not come."""
    for located in each_file(loaded):
        for path, text in _dates(located):
            day = _parsed(text)
            if day and day > _today():
                yield Finding(located.place(*path), f"the date {text!r} has not come", "write the day it was")


def stale_source(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find documents that were read too long ago to be relied on."""
    for located in each_file(loaded):
        for index, source in enumerate(located.model.sources):
            day = _parsed(source.read_on)
            if day and _today() - day > timedelta(STALE_AFTER):
                what = f"the document was read on {source.read_on}, more than {STALE_AFTER} days ago"
                yield Finding(located.place("sources", index, "read_on"), what, "read it again, and write the day")


def _polling_mistakes(polling: Polling) -> Iterator[tuple[str, str]]:
    if polling.interval is not None and not 0 < polling.interval <= LONGEST_INTERVAL:
        yield "interval", f"the interval of {polling.interval} seconds is no time to wait between two queries"
    elif polling.interval and polling.expected and polling.interval > polling.expected[1] > 0:
        yield "interval", f"the interval of {polling.interval} seconds is longer than a task takes"
    if polling.initial_delay is not None and polling.initial_delay < 0:
        yield "initial_delay", f"the first query would come {-polling.initial_delay} seconds before the create"
    if what := _span_mistake("expected", polling.expected):
        yield "expected", what


def _span_mistake(key: str, span: Sequence[float] | None) -> str:
    if span is None:
        return ""
    if span[0] > span[1]:
        return f"{key} goes from {span[0]} to {span[1]} seconds, backwards"
    if span[1] > LONGEST_EXPECTED:
        return f"{key} names {span[1]} seconds, which is more than a day"
    return f"{key} names {min(span)} seconds" if span[0] < 0 or span[1] <= 0 else ""


def _dates(located: Located[Vendor] | Located[Operation]) -> Iterator[tuple[Path, str]]:
    for index, source in enumerate(located.model.sources):
        yield ("sources", index, "read_on"), source.read_on
    if isinstance(located.model, Operation):
        for key in ("created_at", "updated_at"):
            if text := getattr(located.model, key):
                yield (key,), text


def _parsed(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _today() -> date:
    return max(date.today(), _WRITTEN_ON)  # noqa: DTZ011 (a person reads on a day of where they are)
