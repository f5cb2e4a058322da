"""What an import has to say: one line each, with the place of the fact in its file."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mediawright_generator.importer.draft import Draft
from mediawright_generator.importer.labels import Labels, named
from mediawright_generator.importer.leaves import ABSENT, Words, at, is_tree, said, same
from mediawright_generator.importer.merge import Kind, Note
from mediawright_generator.importer.settle import Refusal
from mediawright_generator.load import Located
from mediawright_generator.problems import Place, Problem
from mediawright_generator.spec import Operation


@dataclass(frozen=True, slots=True, order=True)
class News:
    """One thing that an import found out."""

    place: Place
    kind: Kind
    text: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.place}: {self.kind}: {self.text}"


def news_of(draft: Draft, located: Located[Operation] | None) -> Iterator[News]:
    """Tell what happens to a record, at the places that its file has."""
    if draft.is_new:
        yield from _of_new(draft)
    for note in draft.notes:
        yield News(_place(draft, note.labels, located), note.kind, f"{named(note.labels)}: {_told(note, draft)}")
    for change in draft.dropped if not draft.refused else ():
        text = f"{said(at(draft.theirs.tree, change.labels))} is refused by the document's own facts; left out"
        yield News(_place(draft, change.labels, located), "example-left-out", f"{named(change.labels)}: {text}")
    if draft.changes and not draft.is_new and (kept := _kept(draft)):
        yield News(Place(draft.file), "kept", f"what people wrote: {kept}")


def problem_of(refusal: Refusal, draft: Draft, located: Located[Operation] | None) -> Problem:
    """Tell what was left out of a record, and which rule it would have broken."""
    problem = refusal.problem
    if draft.is_new:
        source = draft.read.sources[0]
        place = Place(source.document, int((source.lines or "1").partition("-")[0]))
        return Problem(place, problem.rule, f"as a record, {draft.read.name!r} has a problem: {problem.what}", _AS_NEW)
    concerned = f"what the document says of {named(refusal.group)}" if refusal.group else "what the document says now"
    remedy = f"that is left out; {problem.remedy}, and import again"
    place = _place(draft, refusal.group, located)
    where = "" if problem.place.file == draft.file else f"{problem.place}: "
    return Problem(place, problem.rule, f"with {concerned}, {where}{problem.what}", remedy)


_AS_NEW = "no file is written; correct the document, or write the record by hand"


def _of_new(draft: Draft) -> Iterator[News]:
    if draft.refused:
        return
    again = "; no file had it any more, and it is written again" if draft.base else ""
    text = f"record {draft.read.name!r}, {draft.read.method} {draft.read.endpoint}{again}"
    yield News(Place(draft.file), "vendor-added", text)


def _place(draft: Draft, labels: Labels, located: Located[Operation] | None) -> Place:
    if located is None:
        return Place(draft.file)
    return located.place(*draft.facts_of(located.model).path(labels))


def _told(note: Note, draft: Draft) -> str:
    if note.kind != "disputed-fact":
        return note.text
    fact = named(note.labels)
    for index, dispute in enumerate(draft.record.disputes):
        if f"{fact}.".startswith(f"{dispute.fact}.") or dispute.fact.startswith(f"{fact}."):
            return f"{note.text}; kept, disputes[{index}] says why"
    return f"{note.text}; kept, say why under disputes"


def _kept(draft: Draft) -> str:
    """Name what people wrote into a record; texts are only counted."""
    before = draft.base.tree if draft.base else draft.theirs.tree
    written = list(_written(draft.ours.tree, before, ()))
    texts = sum(is_text for _, is_text in written)
    names = [named(labels) for labels, is_text in written if not is_text]
    names += [key for key in ("notes", "disputes") if getattr(draft.record, key)]
    names += ["sources"] if len(draft.record.sources) > 1 else []
    return ", ".join([*names, *([f"{texts} descriptions" if texts > 1 else "1 description"] if texts else [])])


def _written(ours: Any, before: Any, labels: Labels) -> Iterator[tuple[Labels, bool]]:
    if is_tree(ours) and is_tree(before):
        for key, each in ours.items():
            yield from _written(each, before.get(key, ABSENT), (*labels, key))
    elif not same(ours, before) and ours != {}:
        yield labels, isinstance(ours, Words)
