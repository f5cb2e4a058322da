"""Rules on what a vendor's changelog says of its changes."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

from mediawright_generator.check.rule import Finding
from mediawright_generator.diff.table import CHANGE_RULES
from mediawright_generator.load import LoadedVendor, Located
from mediawright_generator.problems import Place, closest, shown
from mediawright_generator.spec import Changelog
from mediawright_generator.spec.changelog import Approval

AHEAD = timedelta(hours=14)
"""How far the calendar of any place on earth is ahead of UTC."""

Find = Callable[[Approval, Callable[[str], Place]], Iterator[Finding]]


def each_approval(find: Find) -> Callable[[LoadedVendor], Iterator[Finding]]:
    """Run over every entry of the changelog."""
    return lambda loaded: (finding for entry, place in _entries(loaded) for finding in find(entry, place))


def unknown_change_rule(entry: Approval, place: Callable[[str], Place]) -> Iterator[Finding]:
    """Find entries about a kind of change that there is not."""
    if entry.rule not in CHANGE_RULES:
        meant = closest(entry.rule, CHANGE_RULES)
        remedy = f"did you mean {meant!r}?" if meant else "take the one that `mediawright-gen diff` prints"
        yield Finding(place("rule"), f"{shown(entry.rule)} is no rule of `mediawright-gen diff`", remedy)


def impossible_approval_date(entry: Approval, place: Callable[[str], Place]) -> Iterator[Finding]:
    """Find days that no calendar has, or that have not come."""
    day = _day(entry.read_on)
    if day is None:
        yield Finding(place("read_on"), f"no calendar has {entry.read_on}", "write the day on which it was read")
    elif day > (datetime.now(tz=UTC) + AHEAD).date():
        yield Finding(place("read_on"), f"{entry.read_on} has not come yet", "write the day on which it was read")


def repeated_approval(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find changes that a changelog has twice."""
    seen: dict[str, Place] = {}
    for entry, place in _entries(loaded):
        if entry.change in seen:
            what = f"change {entry.change!r} stands here again, first in line {seen[entry.change].line}"
            yield Finding(place("change"), what, "keep one of them")
        seen.setdefault(entry.change, place("change"))


def _entries(loaded: LoadedVendor) -> Iterator[tuple[Approval, Callable[[str], Place]]]:
    located = loaded.changelog
    if located is not None:
        yield from ((entry, _places(located, index)) for index, entry in enumerate(located.model.changes))


def _places(located: Located[Changelog], index: int) -> Callable[[str], Place]:
    return lambda key: located.place("changes", index, key)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
