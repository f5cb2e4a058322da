"""Imports a `c_api_doc_detail.json`: every entry becomes a record, or a line that says why not."""

import reprlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from mediawright_generator.importer.document import RawEntry, read_entries
from mediawright_generator.importer.identity import Identity, identity, pairs
from mediawright_generator.importer.record import find_faults, read_record
from mediawright_generator.importer.remarks import Remark, Unplaced
from mediawright_generator.importer.shape import Entry
from mediawright_generator.problems import Place, Problem
from mediawright_generator.spec import Operation, Vendor
from mediawright_generator.spec.naming import slug
from mediawright_generator.spec.operation import Source


@dataclass(frozen=True, slots=True)
class Imported:
    """The records of a document, what has no place in them, and what is wrong with the document."""

    records: tuple[Operation, ...] = ()
    """None at all where there are problems."""
    unplaced: tuple[Unplaced, ...] = ()
    problems: tuple[Problem, ...] = ()
    vendor: Mapping[str, Any] | None = None
    """What the document says of what all operations share, where it says anything."""


def import_file(file: Path, vendor: Vendor, read_on: str, known: tuple[Identity, ...] = ()) -> Imported:
    """Read all entries of a file, which records and problems cite by its name.

    Raises:
        OSError: the file cannot be read.
    """
    content = file.read_bytes()
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        place = Place(file.name, content.count(b"\n", 0, error.start) + 1)
        what = f"the document is not UTF-8: {error.reason}"
        return Imported(problems=(Problem(place, "unreadable-document", what, "repair the document"),))
    return import_c_api_doc(text, vendor, file.name, read_on, known)


def import_c_api_doc(
    text: str, vendor: Vendor, document: str, read_on: str, known: tuple[Identity, ...] = ()
) -> Imported:
    """Read all entries of a document.

    Args:
        text: the array itself, or a larger document that has it after a line `FILE:...c_api_doc_detail.json`.
        vendor: what the records inherit and need not repeat.
        document: the name under which records and problems cite the document.
        read_on: the day of reading, as year-month-day.
        known: the operations that the vendor has in the specs already, whatever the document calls them now.
    """
    raws, problems = read_entries(text, document)
    vendor = _with_names_of(raws, vendor, known)
    outcomes = [_import_entry(raw, vendor, read_on) for raw in raws]
    problems = (*problems, *_repeated(raws), *(problem for each in outcomes for problem in each.problems))
    unplaced = tuple(sorted(line for each in outcomes for line in each.unplaced))
    if problems:
        return Imported((), unplaced, tuple(sorted(set(problems))))
    return Imported(tuple(record for each in outcomes for record in each.records), unplaced)


def _with_names_of(raws: tuple[RawEntry, ...], vendor: Vendor, known: tuple[Identity, ...]) -> Vendor:
    """Let tasks be asked for under the names that the document has for their queries."""
    found = pairs(known, [identity(raw.values) for raw in raws])
    names = {name: raws[entry].values.get("name") for index, entry in found.items() for name in known[index].names}
    tasks = {
        key: task.model_copy(update={"query": task.query.model_copy(update={"operation": now})})
        for key, task in vendor.tasks.items()
        if isinstance(now := names.get(slug(task.query.operation)), str)
    }
    return vendor.model_copy(update={"tasks": {**vendor.tasks, **tasks}})


def _import_entry(raw: RawEntry, vendor: Vendor, read_on: str) -> Imported:
    try:
        entry = Entry.model_validate(raw.values)
        faults = find_faults(entry, vendor)
        if faults:
            return Imported(problems=tuple(Problem(raw.place(f.key), f.rule, f.what, f.remedy) for f in faults))
        source = Source(document=raw.start.file, lines=raw.lines, read_on=read_on, verified_live=False)
        read = read_record(entry, vendor, source)
    except ValidationError as error:
        return Imported(problems=tuple(_problems(error, raw)))
    return Imported((read.operation,), tuple(_unplaced(remark, entry.name, raw) for remark in read.remarks))


def _unplaced(remark: Remark, record: str, raw: RawEntry) -> Unplaced:
    return Unplaced(raw.place(remark.key), record, remark.field, remark.text, remark.reason)


def _problems(error: ValidationError, raw: RawEntry) -> Iterator[Problem]:
    """Say in one line each what the shape of an entry is not."""
    for detail in error.errors(include_url=False):
        steps = [str(step) for step in detail["loc"]]
        message = detail["msg"].removeprefix("Value error, ")
        what = f"{'.'.join(steps)} of {raw.values.get('name')!r} is {reprlib.repr(detail['input'])}: {message}"
        yield Problem(raw.place(steps[0] if steps else ""), "wrong-shape", what, "correct the entry")


def _repeated(raws: tuple[RawEntry, ...]) -> Iterator[Problem]:
    """Refuse a second entry of one name, or of a name that is spelt the same as a file."""
    names = [raw.values.get("name") for raw in raws]
    first = {slug(name): name for name in reversed(names) if isinstance(name, str)}
    seen: Counter[str] = Counter()
    for raw, name in zip(raws, names, strict=True):
        if isinstance(name, str):
            seen[slug(name)] += 1
            if seen[slug(name)] > 1:
                what = f"{name!r} is the second entry for {first[slug(name)]!r}"
                yield Problem(raw.place("name"), "repeated-name", what, "rename or remove one of them")
