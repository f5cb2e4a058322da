"""Brings documents into the specs of a vendor, new or known, and says what became of them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from mediawright_generator.importer.base import OPENAPI
from mediawright_generator.importer.c_api_doc import Imported
from mediawright_generator.importer.known import Known, read_known
from mediawright_generator.importer.openapi.document import UnreadableError, read_document
from mediawright_generator.importer.openapi.proposal import Proposal, propose
from mediawright_generator.importer.openapi.reference import Library, Node
from mediawright_generator.importer.openapi.report import Report
from mediawright_generator.importer.openapi.shared import facts_of, merged
from mediawright_generator.importer.openapi.specification import specification
from mediawright_generator.importer.text import vendor_text
from mediawright_generator.importer.update import Update, update
from mediawright_generator.load import LoadedVendor
from mediawright_generator.load.file import VENDOR, parse
from mediawright_generator.paths import Paths
from mediawright_generator.problems import Place, Problem
from mediawright_runtime.shapes import is_object

_WITH_OPERATIONS: Final = ("paths", "webhooks")
_OTHER_FORMATS: Final = (
    ("swagger", "Swagger {}, not OpenAPI 3", "convert it to OpenAPI 3 first"),
    ("item", "a collection of Postman, not OpenAPI 3", "export or convert it to OpenAPI 3 first"),
    ("asyncapi", "AsyncAPI {}, not OpenAPI 3", "give the document of the HTTP calls"),
)
"""Keys by which documents of other formats are known, what they are, and what to do."""


@dataclass(frozen=True, slots=True)
class Read:
    """What documents say: a proposal of specs, and what has no place in them."""

    proposal: Proposal
    report: Report


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import writes, says, and refuses."""

    texts: Mapping[str, str]
    news: tuple[str, ...]
    problems: tuple[Problem, ...]
    written: int = 0
    unchanged: int = 0


def read_files(files: Sequence[Path], vendor: str, read_on: str, server: str | None) -> Read | tuple[Problem, ...]:
    """Read documents; problems where there is nothing to be read.

    Args:
        files: one document, or several of one vendor; what they refer to beside them is read too.
        vendor: the vendor's name in the specs.
        read_on: the day of reading, as year-month-day.
        server: the address of relative servers, and of documents that name none.

    Raises:
        OSError: A file cannot be read.
    """
    library = Library()
    try:
        roots = [library.add(read_document(file.read_bytes(), _name(file, library)), file) for file in files]
    except UnreadableError as error:
        return (error.problem,)
    described = [root for root in roots if any(is_object(root.get(key).value) for key in _WITH_OPERATIONS)]
    if problems := tuple(_refused(roots, described)):
        return problems
    read = specification(described, vendor, read_on, server)
    proposal = propose(read)
    report = Report(read.operations, tuple(sorted({*read.losses, *proposal.losses})))
    if not proposal.records:
        return (_nothing(roots[0], report),)
    return Read(proposal, report)


def _nothing(root: Node, report: Report) -> Problem:
    why = f": {report.lost[0]}" if report.lost else ""
    what = f"no document has an operation that specs can say{why}"
    return Problem(Place(root.document), "unreadable-document", what, "give a document with paths")


def _name(file: Path, library: Library) -> str:
    return file.name if file.name not in library.documents else f"{file.parent.name}/{file.name}"


def _refused(roots: Sequence[Node], described: Sequence[Node]) -> Iterator[Problem]:
    """Refuse documents of another format."""
    for root in roots:
        found = next((each for each in _OTHER_FORMATS if root.get(each[0]).value is not None), None)
        if found and (root not in described or found[0] == "swagger"):
            key, what, remedy = found
            told = f"the document is {what.format(root.get(key).value)}"
            yield Problem(root.get(key).place, "unreadable-document", told, remedy)
            return
    if not described:
        yield Problem(
            Place(roots[0].document), "unreadable-document", "no document has paths", "give an OpenAPI document"
        )


def bring(read: Read, paths: Paths, vendor: str, *, dry_run: bool = False) -> Outcome:
    """Write what was read into an empty folder, or put it over what is there."""
    folder = paths.specs / vendor
    file = f"{folder.relative_to(paths.root).as_posix()}/vendor.yaml"
    facts = facts_of(read.proposal.vendor.model_dump(mode="json", by_alias=True, exclude_unset=True))
    imported = Imported(read.proposal.records, vendor=facts)
    if not (folder / "vendor.yaml").exists():
        text = vendor_text(read.proposal.vendor)
        located, problems = parse(text.encode(), file, VENDOR)
        if located is None:
            return Outcome({}, (), problems)
        known = Known(file.rpartition("/")[0], LoadedVendor(located, ()), (), (), None, OPENAPI)
        return _outcome(update(known, imported, dry_run=dry_run), {file: text}, ())
    known_or_none, problems = read_known(paths.specs, paths.root, vendor, OPENAPI)
    if known_or_none is None:
        return Outcome({}, (), problems)
    return _over(known_or_none, imported, (folder / "vendor.yaml").read_bytes().decode(), dry_run=dry_run)


def _over(known: Known, imported: Imported, text: str, *, dry_run: bool) -> Outcome:
    file, facts = known.loaded.vendor.file, imported.vendor or {}
    before: Mapping[str, Any] = json.loads(known.base).get("vendor", {}) if known.base else {}
    used = "".join(each.text for each in known.records)
    now = merged(text, known.loaded.vendor.model, before, facts, used)
    located, problems = parse(now.text.encode(), file, VENDOR)
    if located is None or problems:
        return Outcome({}, (), problems)
    known = replace(known, loaded=replace(known.loaded, vendor=located))
    texts = {file: now.text} if now.text != text else {}
    return _outcome(
        update(known, imported, dry_run=dry_run),
        texts,
        tuple(f"{file}:1:1: {kind}: {what}" for kind, what in now.notes),
    )


def _outcome(updated: Update, texts: Mapping[str, str], notes: tuple[str, ...]) -> Outcome:
    news = (*notes, *map(str, updated.news))
    return Outcome({**texts, **updated.texts}, news, updated.problems, updated.written, updated.unchanged)
