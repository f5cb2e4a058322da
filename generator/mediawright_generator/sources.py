"""What a reviewer asks of specs: which facts are disputed, where every fact was read, which forms are alternatives."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, astuple, dataclass
from typing import Any

from mediawright_generator.load import LoadedVendor, Located
from mediawright_generator.spec import Operation, Vendor
from mediawright_runtime.columns import aligned

_SHARED = "(all)"
"""What stands for a record where a fact is of the vendor as a whole."""


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One published version of a disputed fact, and where it stands: `document:lines`."""

    place: str
    value: str


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """One fact on which publications disagree."""

    vendor: str
    record: str
    fact: str
    readings: tuple[ReadingRow, ...]
    taken: str
    why: str
    spec: str
    """Where the spec says so, as `file:line`."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One place where facts were read."""

    vendor: str
    record: str
    place: str
    read_on: str
    verified_live: bool


@dataclass(frozen=True, slots=True)
class AlternativeRow:
    """Another published form of an operation."""

    vendor: str
    record: str
    python: str
    alternative_of: str


@dataclass(frozen=True, slots=True)
class Review:
    """What is laid before a reviewer; None where it was not asked for."""

    disputes: tuple[DisputeRow, ...]
    sources: tuple[SourceRow, ...] | None = None
    alternatives: tuple[AlternativeRow, ...] | None = None


def review(vendors: Sequence[LoadedVendor], *, everything: bool) -> Review:
    """Gather the disputes of vendors, and with `everything` their sources and alternatives."""
    described = [(each.vendor.model.name, *one) for each in vendors for one in _described(each)]
    disputes = tuple(row for each in described for row in _disputes(*each))
    if not everything:
        return Review(disputes)
    sources = tuple(row for each in described for row in _sources(*each))
    return Review(disputes, sources, tuple(row for each in vendors for row in _alternatives(each)))


def as_data(found: Review) -> dict[str, Any]:
    """Write a review as plain data."""
    return {key: rows for key, rows in asdict(found).items() if rows is not None}


def as_text(found: Review) -> str:
    """Write a review as tables for people."""
    tables = [_table(("VENDOR", "RECORD", "FACT", "WHERE", "WHAT"), _dispute_cells(found.disputes))]
    if found.sources is not None:
        tables.append(_table(("VENDOR", "RECORD", "SOURCE", "READ ON", "VERIFIED LIVE"), _source_cells(found.sources)))
    if found.alternatives is not None:
        tables.append(_table(("VENDOR", "ALTERNATIVE", "METHOD", "OF"), map(astuple, found.alternatives)))
    return "\n".join(tables)


def _described(loaded: LoadedVendor) -> Iterator[tuple[str, Located[Vendor] | Located[Operation]]]:
    yield _SHARED, loaded.vendor
    yield from ((each.model.name, each) for each in loaded.operations)


def _disputes(vendor: str, record: str, located: Located[Vendor] | Located[Operation]) -> Iterator[DisputeRow]:
    for number, dispute in enumerate(located.model.disputes):
        at = located.place("disputes", number)
        yield DisputeRow(
            vendor=vendor,
            record=record,
            fact=dispute.fact,
            readings=tuple(ReadingRow(_place(each.document, each.lines), each.value) for each in dispute.readings),
            taken=dispute.taken,
            why=dispute.reason,
            spec=f"{at.file}:{at.line}",
        )


def _sources(vendor: str, record: str, located: Located[Vendor] | Located[Operation]) -> Iterator[SourceRow]:
    for each in located.model.sources:
        yield SourceRow(vendor, record, _place(each.document, each.lines), each.read_on, each.verified_live)


def _alternatives(loaded: LoadedVendor) -> Iterator[AlternativeRow]:
    for each in (located.model for located in loaded.operations):
        if each.alternative_of:
            yield AlternativeRow(loaded.vendor.model.name, each.name, each.python_path, each.alternative_of)


def _place(document: str, lines: str | None) -> str:
    return f"{document}:{lines}" if lines else document


def _dispute_cells(rows: Sequence[DisputeRow]) -> Iterator[tuple[str, ...]]:
    """Lay a dispute out over several lines, of which the first names it."""
    for row in rows:
        said = [*((each.place, each.value) for each in row.readings), ("taken", row.taken), ("why", row.why)]
        first, *others = [*said, ("spec", row.spec)]
        yield (row.vendor, row.record, row.fact, *first)
        yield from (("", "", "", *each) for each in others)


def _source_cells(rows: Sequence[SourceRow]) -> Iterator[tuple[str, ...]]:
    for row in rows:
        yield (row.vendor, row.record, row.place, row.read_on, "yes" if row.verified_live else "no")


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return "".join(f"{line}\n" for line in aligned([head, *rows]))
