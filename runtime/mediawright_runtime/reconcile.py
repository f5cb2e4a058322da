"""Finds the task of a create whose answer was lost, among those that the vendor lists.

One task may fit, several, or none. A listed task fits if it was created since the call, by the vendor's clock. Where
the vendor writes times without their zone, UTC and the zone here are believed; a time that fits in another zone makes a
task a candidate only, never the one.
"""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from mediawright_runtime import paths
from mediawright_runtime.delivery import hear
from mediawright_runtime.errors import VendorError
from mediawright_runtime.flow import answered
from mediawright_runtime.handle import read_ids
from mediawright_runtime.moments import moment, names_a_zone
from mediawright_runtime.shapes import is_list

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from mediawright_runtime.call import Call, Trace
    from mediawright_runtime.declarations import Search
    from mediawright_runtime.steps import Steps

Ids: TypeAlias = "dict[str, str | int]"
Fit: TypeAlias = Literal["fits", "may fit", "does not fit"]

ACCEPTED_WITHIN = 300.0
"""Seconds after which a create that is not listed was not accepted, and a listed task is another one."""
_SLACK = 2.0
"""Seconds by which a time may lie outside: vendors write whole ones."""
_CLOCK_SLACK = 60.0
"""The same where the vendor does not tell its own clock."""
_ZONES = range(-12 * 60, 14 * 60 + 1, 15)
"""Minutes by which zones differ from UTC."""


class Window(NamedTuple):
    """When the create may have been accepted, in seconds since 1970 by the vendor's clock."""

    start: float
    end: float

    def holds(self, at: float) -> bool:
        """Whether a moment lies in it."""
        return self.start <= at <= self.end


class Found(NamedTuple):
    """The ids of tasks: `surely` fitting ones, and those that `maybe` fit."""

    surely: tuple[Ids, ...]
    maybe: tuple[Ids, ...]


def find(
    call: Call[Any], search: Search, trace: Trace, known: Collection[tuple[object, ...]], wall: Callable[[], float]
) -> Steps[Found]:
    """Ask for the list of tasks, and tell which of them can be the one; those in `known` cannot."""
    heard = yield from hear(call)
    answer = answered(call, heard)
    window = _window(trace, heard.response.headers, wall())
    fits: dict[Fit, list[Ids]] = {"fits": [], "may fit": [], "does not fit": []}
    for task in _listed(call, search, answer):
        ids = read_ids(task, search.ids)
        if not ids:
            raise _unreadable(call, "a listed task has no id")
        if tuple(ids.values()) not in known:
            fits[_fit(task, search.created, window)].append(ids)
    return Found(tuple(fits["fits"]), tuple(fits["may fit"]))


def _listed(call: Call[Any], search: Search, answer: object) -> list[object]:
    """Take the whole list; a list that is not understood, or has not all, says of no task that it is missing."""
    tasks = paths.first(answer, search.tasks.removesuffix("[]"))
    if not is_list(tasks):
        raise _unreadable(call, "the answer has no list of tasks")
    total = paths.first(answer, search.total) if search.total else None
    if isinstance(total, int) and total > len(tasks):
        raise _unreadable(call, f"the list has {len(tasks)} of {total} tasks")
    return list(tasks)


def _unreadable(call: Call[Any], reason: str) -> VendorError:
    return VendorError(None, reason, "vendor", HTTPStatus.OK, operation=call.operation.path)


def _window(trace: Trace, headers: Mapping[str, str], now: float) -> Window:
    """Move the time of the call to the vendor's clock, which its `Date` header tells."""
    try:
        told = parsedate_to_datetime(headers.get("date") or "").timestamp()
    except ValueError:
        return Window(trace.since - _CLOCK_SLACK, min(now, trace.since + ACCEPTED_WITHIN) + _CLOCK_SLACK)
    since = trace.since + (told - now)
    return Window(since - _SLACK, min(told, since + ACCEPTED_WITHIN) + _SLACK)


def _fit(task: object, created: str | None, window: Window) -> Fit:
    written = paths.first(task, created) if created else None
    at = moment(written)
    if at is None:
        return "may fit"
    if names_a_zone(written):
        return "fits" if window.holds(at.timestamp()) else "does not fit"
    here = at.replace(tzinfo=None).astimezone()
    if window.holds(at.timestamp()) or window.holds(here.timestamp()):
        return "fits"
    return "may fit" if any(window.holds(at.timestamp() - minutes * 60) for minutes in _ZONES) else "does not fit"
