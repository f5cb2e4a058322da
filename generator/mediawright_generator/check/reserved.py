"""Rules on names that were removed: each is said once, is really gone, and stays gone."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial

from mediawright_generator.check.fit import all_keywords, is_one_of
from mediawright_generator.check.rule import Finding, ParameterAt, Record, each_file
from mediawright_generator.load import LoadedVendor, Located
from mediawright_generator.problems import Place, closest, shown
from mediawright_generator.spec import Operation
from mediawright_generator.spec.reserved import ReservedOperation, ReservedParameter

Reserved = ReservedOperation | ReservedParameter

_PATH = re.compile(r"[a-z][a-z0-9_]*\.[a-z_][a-z0-9_]*")
_KEYWORD = re.compile(r"([A-Za-z_]\w*)(=.*)?")
_ELSEWHERE = timedelta(days=1)
"""Where days begin first, it is tomorrow already."""


def reserved_name_in_use(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find operations, parameters and values under the name of one that was removed."""
    for entry in loaded.vendor.model.reserved:
        for located in loaded.operations:
            yield from _operation_in_use(entry, located)
    for located in loaded.operations:
        record = Record(loaded, located)
        for reserved in located.model.reserved:
            for at in record.parameters():
                yield from _parameter_in_use(reserved, at)


def repeated_reserved_name(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find names whose removal is said by an earlier entry of the file already."""
    seen: set[tuple[str, str]] = set()
    for entry, at in _entries(loaded):
        if (at().file, entry.subject) in seen:
            yield Finding(at(), f"{entry.subject} is reserved already", "keep the entry of the first removal")
        seen.add((at().file, entry.subject))


def unusable_reserved_date(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find removals on a day that is still to come, or that no calendar has."""
    latest = datetime.now(tz=UTC).date() + _ELSEWHERE
    for entry, at in _entries(loaded):
        day = _day(entry.since)
        if day is None or day > latest:
            what = "is no day" if day is None else "is still to come"
            yield Finding(at("since"), f"since {entry.since!r} {what}", "write the day of the removal")


def reserved_value_without_parameter(record: Record) -> Iterator[Finding]:
    """Find removed values of parameters that the operation does not have, and that were not removed themselves."""
    entries = record.operation.reserved
    known = {each.name for each in record.operation.api_body} | {
        each.parameter for each in entries if each.value is None
    }
    for index, entry in enumerate(entries):
        if entry.value is not None and entry.parameter not in known and record.located.complete("api_body"):
            what = f"value {shown(entry.value)} is one of {entry.parameter!r}, which is no parameter of the operation"
            yield Finding(
                record.located.place("reserved", index, "parameter"), what, "name the parameter as it is named"
            )


def unknown_replacement(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find replacements in the form of a name that no operation, or no parameter of the operation, has."""
    offered = {each.model.python_path for each in loaded.operations}
    for index, entry in enumerate(loaded.vendor.model.reserved if not loaded.unread else ()):
        if entry.instead and _PATH.fullmatch(entry.instead) and entry.instead not in offered:
            what = f"there is no operation {entry.instead!r} to use instead"
            yield Finding(loaded.vendor.place("reserved", index, "instead"), what, _unlike(entry.instead, offered))
    for located in loaded.operations:
        keywords = {each.python_keyword for each in located.model.api_body} | {
            each.name for each in located.model.api_body
        }
        for index, each in enumerate(located.model.reserved if located.complete("api_body") else ()):
            name = _KEYWORD.fullmatch(each.instead or "")
            if each.value is None and name and name[1] not in keywords:
                what = f"there is no parameter {name[1]!r} to use instead"
                yield Finding(located.place("reserved", index, "instead"), what, _unlike(name[1], keywords))


def _unlike(name: str, known: set[str]) -> str:
    meant = closest(name, sorted(known))
    return f"did you mean {meant!r}?" if meant else "name one that there is"


def _operation_in_use(entry: ReservedOperation, located: Located[Operation]) -> Iterator[Finding]:
    operation = located.model
    used = (
        ("python_name" if operation.python_name else "name", operation.python_path == entry.operation),
        ("name", operation.name in entry.names),
        ("model_code", operation.model_code in entry.names),
    )
    key = next((key for key, is_used in used if is_used), None)
    if key and located.complete("name") and located.complete("category"):
        yield _in_use(located.place(key), f"operation {operation.name!r}", entry)


def _parameter_in_use(entry: ReservedParameter, at: ParameterAt) -> Iterator[Finding]:
    parameter = at.parameter
    if entry.value is None and parameter.const is None and parameter.python_keyword == entry.python_keyword:
        place = at.place("python_name" if parameter.python_name else "name")
        yield _in_use(place, f"parameter {parameter.name!r}", entry)
    if (
        entry.value is not None
        and entry.parameter == parameter.name
        and is_one_of(entry.value, all_keywords(parameter))
    ):
        yield _in_use(_keyword_place(at, entry.value), f"value {shown(entry.value)} of {parameter.name!r}", entry)


def _keyword_place(at: ParameterAt, value: object) -> Place:
    path = ("keywords",) if at.parameter.keywords else ("items", "keywords")
    index = next(index for index, each in enumerate(all_keywords(at.parameter)) if is_one_of(each, (value,)))
    return at.place(*path, index)


def _in_use(place: Place, named: str, entry: Reserved) -> Finding:
    what = f"{named} is reserved since {entry.since}"
    return Finding(place, what, "take another name, or remove the entry under reserved where the same one is back")


def _entries(loaded: LoadedVendor) -> Iterator[tuple[Reserved, Callable[..., Place]]]:
    """Give the entries that are all that their files say of them, and how places in them are found."""
    for located in each_file(loaded):
        entries: tuple[Reserved, ...] = located.model.reserved
        for index, entry in enumerate(entries):
            if located.complete("reserved", index):
                yield entry, partial(located.place, "reserved", index)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
