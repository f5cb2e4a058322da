"""Rules on where facts were read: somebody can look, and disputes have sides."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from mediawright_generator.check.rule import Finding, each_file
from mediawright_generator.load import LoadedVendor, Located
from mediawright_generator.load.nodes import Path
from mediawright_generator.problems import closest, listed
from mediawright_generator.spec import Operation, Vendor

_LINES: Final = re.compile(r"([1-9]\d*)(?:-([1-9]\d*))?")
_TEXTS: Final = frozenset({".txt", ".md", ".rst", ".html", ".py", ".js"})
"""Documents whose lines people count."""
_FACTS: Final = tuple(each.alias or name for model in (Operation, Vendor) for name, each in model.model_fields.items())


def missing_source(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find files that do not say where their facts were read."""
    for located in each_file(loaded):
        if not located.model.sources and located.complete("sources") and located.complete():
            what = f"nothing says where the facts of {located.model.name!r} were read"
            yield Finding(located.place("sources"), what, "add sources, with document, lines and read_on")


def source_without_lines(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find documents with lines of which none is named."""
    for located in each_file(loaded):
        for path, document, lines in cited(located):
            is_text = PurePosixPath(document).suffix in _TEXTS and "://" not in document
            if lines is None and is_text and located.complete(*path):
                what = f"nothing says which lines of {document!r} were read"
                yield Finding(located.place(*path), what, "add lines, as `lines: 12-40`")


def impossible_lines(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find lines that no document has: backwards, from 0, or no numbers."""
    for located in each_file(loaded):
        for path, _, lines in cited(located):
            if lines is not None and span(lines) is None:
                what = f"lines {lines!r} are no lines of a document"
                yield Finding(located.place(*path, "lines"), what, "write them as 12-40, or one number in quotes")


def repeated_source(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find sources that one file names twice."""
    for located in each_file(loaded):
        seen: list[tuple[str, str | None]] = []
        for index, source in enumerate(located.model.sources):
            if (source.document, source.lines) in seen:
                what = f"{source.document!r} with these lines stands here again"
                yield Finding(located.place("sources", index), what, "keep one of them")
            seen.append((source.document, source.lines))


def dispute_without_alternative(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find disputes in which all readings say the same: nothing is disputed, or the other side is missing."""
    for located in each_file(loaded):
        for index, dispute in enumerate(located.model.disputes):
            values = {" ".join(each.value.split()).lower() for each in dispute.readings}
            if len(values) == 1 and located.complete("disputes", index):
                what = f"the dispute on {dispute.fact!r} has one reading only"
                remedy = "add what another document says, or remove the dispute"
                yield Finding(located.place("disputes", index, "readings"), what, remedy)


def misspelt_fact(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find disputes and reviews about a key that no spec has, where one is much like it; words are no key."""
    for located in each_file(loaded):
        disputed = [(("disputes", index), each.fact) for index, each in enumerate(located.model.disputes)]
        inferred = [(("review", index), each.fact) for index, each in enumerate(located.model.review)]
        for path, fact in (*disputed, *inferred):
            about = fact.partition(".")[0]
            meant = closest(about, _FACTS) if about.isidentifier() and about not in _FACTS else None
            if meant:
                what = f"{fact!r} is about no key of a spec"
                yield Finding(located.place(*path, "fact"), what, f"did you mean {meant!r}?")


def unreviewed_fact(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find facts that were inferred, or left unknown, and at which nobody has looked yet."""
    for located in each_file(loaded):
        for index, each in enumerate(located.model.review):
            what = f"{each.fact!r} is not reviewed: {each.note.rstrip('.;')}"
            yield Finding(located.place("review", index), what, "look at it, correct it, and remove the entry")


def cited(located: Located[Vendor] | Located[Operation]) -> Iterator[tuple[Path, str, str | None]]:
    """Give every document that a file names, with the way to it and the lines."""
    for index, source in enumerate(located.model.sources):
        yield ("sources", index), source.document, source.lines
    for number, dispute in enumerate(located.model.disputes):
        for index, reading in enumerate(dispute.readings):
            yield ("disputes", number, "readings", index), reading.document, reading.lines


def span(lines: str) -> tuple[int, int] | None:
    """Read `first-last`, or one number; nothing if it is neither, or backwards."""
    found = _LINES.fullmatch(lines)
    if found is None:
        return None
    first, last = int(found[1]), int(found[2] or found[1])
    return (first, last) if first <= last else None


def unlike(name: str, known: tuple[str, ...]) -> str:
    """Say what to do about a document that is not among the known ones."""
    meant = closest(name, known)
    return f"did you mean {meant!r}?" if meant else f"name one of {listed(known)}"
