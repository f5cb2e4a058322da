"""Rules that read the source documents, where they are at hand: cited lines exist, and no sentence is copied."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from mediawright_generator.check.hosts import servers
from mediawright_generator.check.provenance import cited, span, unlike
from mediawright_generator.check.rule import Finding, each_file
from mediawright_generator.load import LoadedVendor, Located
from mediawright_generator.load.nodes import Path as Way
from mediawright_generator.problems import closest, listed
from mediawright_generator.spec import Operation, Vendor

LONGEST_RUN: Final = 12
"""Words in a row from which on they are a sentence of somebody's."""
SHORTEST_SENTENCE: Final = 8
"""Words of a whole sentence from which on nobody else finds the same."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_SENTENCE: Final = re.compile(r"(?<=[.!?;])\s+")

Grams = dict[tuple[str, ...], list[tuple[Located[Any], Way]]]


@dataclass(frozen=True, slots=True)
class Documents:
    """The folder of source documents; without one nothing is known of them."""

    folder: Path | None = None
    read: dict[str, str] = field(default_factory=dict[str, str], compare=False)
    """What was read of them already."""

    def names(self) -> tuple[str, ...]:
        """List the documents, those beside the folder too, where people keep what they found later."""
        if self.folder is None:
            return ()
        beside = (*self.folder.glob("*"), *self.folder.parent.glob("*.md"))
        return tuple(sorted(path.name for path in beside if path.is_file()))

    def text(self, name: str) -> str:
        """Read a document, once."""
        if name not in self.read:
            folder = self.folder or Path()
            path = folder / name if (folder / name).is_file() else folder.parent / name
            self.read[name] = path.read_text(encoding="utf-8", errors="replace")
        return self.read[name]


def unknown_document(loaded: LoadedVendor, documents: Documents) -> Iterator[Finding]:
    """Find documents that are not there, where others of the vendor are, or one has nearly the name."""
    known = documents.names()
    named = [(located, *each) for located in each_file(loaded) for each in cited(located)] if known else []
    is_at_home = any(document in known for _, _, document, _ in named)
    for located, path, document, _ in named:
        is_ours = is_at_home or closest(document, known, cutoff=0.8)
        if document not in known and "://" not in document and is_ours:
            what = f"there is no document {document!r}"
            yield Finding(located.place(*path, "document"), what, unlike(document, known))


def lines_outside_document(loaded: LoadedVendor, documents: Documents) -> Iterator[Finding]:
    """Find lines behind the end of their document."""
    known = documents.names()
    counts: dict[str, int] = {}
    for located in each_file(loaded) if known else ():
        for path, document, lines in cited(located):
            last = (span(lines) or (0, 0))[1] if lines and document in known else 0
            if last and document not in counts:
                counts[document] = len(documents.text(document).splitlines())
            if last and last > counts[document]:
                what = f"lines {lines!r} are outside {document!r}, which has {counts[document]}"
                yield Finding(located.place(*path, "lines"), what, "correct the lines")


def undocumented_server(loaded: LoadedVendor, documents: Documents) -> Iterator[Finding]:
    """Find servers whose host stands nowhere in the lines that the vendor's files cite."""
    known = documents.names()
    quoted = {(document, lines) for located in each_file(loaded) for _, document, lines in cited(located)}
    is_known = bool(known) and all(document in known for document, _ in quoted)
    is_whole = all(located.complete("servers") for located in each_file(loaded))
    read = "\n".join(_quoted(documents, *each) for each in quoted) if is_known and is_whole else ""
    for server in servers(loaded) if read else ():
        host = urlsplit(server.url).netloc.lower()
        if host and host not in read:
            what = f"host {host!r} stands in no cited line of {listed(sorted({document for document, _ in quoted}))}"
            remedy = "write the address that they document, or cite the lines that have it"
            yield Finding(server.place, what, remedy)


def _quoted(documents: Documents, document: str, lines: str | None) -> str:
    text = documents.text(document).lower()
    found = span(lines) if lines else None
    return "\n".join(text.splitlines()[found[0] - 1 : found[1]]) if found else text


def copied_description(loaded: LoadedVendor, documents: Documents) -> Iterator[Finding]:
    """Find descriptions in the words of a source document: its facts are free to all, its sentences are not."""
    known = documents.names()
    cites = {document for located in each_file(loaded) for _, document, _ in cited(located) if document in known}
    grams = _grams(loaded) if cites else {}
    told: set[tuple[str, Way]] = set()
    for document in sorted(cites):
        for gram in _found(grams, _split(documents.text(document))):
            for located, path in grams[gram]:
                if (located.file, path) not in told:
                    what = f"the words {' '.join(gram[:SHORTEST_SENTENCE])!r} stand so in {document!r}"
                    yield Finding(located.place(*path), what, "say it in your own words")
                told.add((located.file, path))


def _grams(loaded: LoadedVendor) -> Grams:
    """Give the runs of words that would be copies, and where they stand."""
    grams: Grams = {}
    for located in each_file(loaded):
        for path, text in _descriptions(located):
            for gram in _runs(text):
                grams.setdefault(gram, []).append((located, path))
    return grams


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = _split(text)
    for start in range(len(words) - LONGEST_RUN + 1):
        yield words[start : start + LONGEST_RUN]
    for sentence in _SENTENCE.split(text):
        parts = _split(sentence)
        if SHORTEST_SENTENCE <= len(parts) < LONGEST_RUN:
            yield parts


def _found(grams: Grams, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Find runs in a document, by their first two words."""
    by_start: dict[tuple[str, str], set[tuple[str, ...]]] = {}
    for gram in grams:
        by_start.setdefault((gram[0], gram[1]), set()).add(gram)
    for index, start in enumerate(pairwise(words)):
        for gram in by_start.get(start, ()):
            if words[index : index + len(gram)] == gram:
                yield gram


def _descriptions(located: Located[Vendor] | Located[Operation]) -> Iterator[tuple[Way, str]]:
    model = located.model
    yield ("description",), model.description
    for key in ("api_response", "api_code_demo"):
        yield from (((key, index, "describe"), each.describe) for index, each in enumerate(getattr(model, key)))
    if isinstance(model, Operation):
        yield from ((("notes", index), note) for index, note in enumerate(model.notes))
        yield from ((("api_body", index, "describe"), each.describe) for index, each in enumerate(model.api_body))


def _split(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.lower()))
