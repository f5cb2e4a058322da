"""One record as an import would leave it: what changes, what is left out of that, and the text that comes of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from mediawright_generator.importer.amend import amended, with_source
from mediawright_generator.importer.base import Said
from mediawright_generator.importer.known import KnownRecord
from mediawright_generator.importer.labels import BODY, DEMOS, Labels
from mediawright_generator.importer.leaves import ABSENT, at, is_tree, same
from mediawright_generator.importer.merge import Change, Merged, Note, decided, merge
from mediawright_generator.importer.renames import renamed_parameters
from mediawright_generator.importer.text import record_text
from mediawright_generator.importer.tree import FactTree, fact_tree
from mediawright_generator.spec import Operation
from mediawright_generator.spec.operation import Source


@dataclass(frozen=True, slots=True)
class Draft:
    """A record between what its file says and what the document says."""

    file: str
    text: str
    """What the file says; of a new record, what the document says."""
    record: Operation
    """The record of that text."""
    read: Operation
    """The record of the document."""
    base: Said | None
    names: Mapping[str, str]
    """Former names of parameters that the vendor renamed."""
    ours: FactTree
    theirs: FactTree
    stated: Mapping[str, Any]
    """What the document says, under the names that it has now."""
    merged: Merged
    is_new: bool = False
    left_out: frozenset[Labels] = frozenset()
    """Groups of changes that would break the record."""
    dropped: tuple[Change, ...] = ()
    """Parts of the document's examples that the document's facts refuse."""
    refused: bool = False
    """Whether the record stays as it is, or stays out."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """What changes, after all."""
        if self.refused:
            return ()
        kept = (each for each in self.merged.changes if each.group not in self.left_out)
        return (*(each for each in kept if not self._drops(each.labels)), *self.dropped)

    @property
    def notes(self) -> tuple[Note, ...]:
        """What is said about the record."""
        return tuple(
            replace(note, text=f"{note.text}; left out") if self._leaves_out(note.follows) else note
            for note in self.merged.notes
        )

    def _drops(self, labels: Labels) -> bool:
        return any(labels[: len(each.labels)] == each.labels for each in self.dropped)

    def _leaves_out(self, group: Labels) -> bool:
        return bool(group) and (self.refused or group in self.left_out)

    @property
    def outcome(self) -> str | None:
        """The text that the import leaves; none where it writes no file."""
        if self.refused and self.is_new:
            return None
        if not self.changes:
            return self.text
        text = amended(self.text, self.changes, self.ours)
        former = self.base.source if self.base else None
        return text if self.is_new else with_source(text, self.record.sources, former, self.read.sources[0])

    @property
    def said(self) -> Said | None:
        """What the next import compares with: what the document says, but for what is left out."""
        if self.refused:
            return self.base
        before = dict(self.base.tree) if self.base else {}
        tree = {key: dict(each) if is_tree(each) else each for key, each in self.stated.items()}
        for group in self.left_out:
            for name in (name for name, former in self.names.items() if group == (BODY, former)):
                del tree[BODY][name]
            _put(tree, group, at(before, group))
        return Said(tree, self._source)

    @property
    def _source(self) -> Source | None:
        """Tell where the record says that it was read, as far as the import says so."""
        read, former = self.read.sources[0], self.base.source if self.base else None
        if former and (former.document, former.lines) == (read.document, read.lines) and not self.changes:
            return former
        is_there = any((each.document, each.lines) == (read.document, read.lines) for each in self.record.sources)
        return read if self.base is None or is_there or self.outcome != self.text else self.base.source

    def facts_of(self, record: Operation) -> FactTree:
        """Read the facts of another state of the record, under the same labels."""
        return fact_tree(record, names=self.names, like=self.base.tree if self.base else self.theirs.tree)

    def removable_examples(self) -> Iterator[Change]:
        """Give parts of the document's examples, as the changes that leave them out; whole examples come last."""
        theirs, ours = self.theirs.tree[DEMOS], self.ours.tree[DEMOS]
        known = {label: demo for label, demo in theirs.items() if label in ours and not self._drops((DEMOS, label))}
        changed = {each.labels for each in self.merged.changes}
        for labels, value in (part for label, demo in known.items() for part in _parts(demo, (DEMOS, label))):
            is_theirs = labels in changed or same(at(self.ours.tree, labels), value)
            if is_theirs and not self._drops(labels):
                yield Change(labels)
        before = self.base.tree[DEMOS] if self.base else theirs
        for label, demo in known.items():
            if same(decided(ours[label]), decided(before.get(label, demo))):
                yield Change((DEMOS, label))


def new_draft(file: str, read: Operation, base: Said | None) -> Draft:
    """Draft a record that no file has."""
    text = record_text(read)
    facts = fact_tree(read)
    return Draft(file, text, read, read, base, {}, facts, facts, facts.tree, Merged((), ()), is_new=True)


def draft(known: KnownRecord, read: Operation, *, unread: bool) -> Draft:
    """Put together what a file says and what the document says; without a base, what the file says stays.

    Args:
        known: the record as it is.
        read: the record of the document.
        unread: whether the document has examples that could not be read; then no example counts as removed.
    """
    base, record = known.said, known.located.model
    before = base.tree if base else fact_tree(read).tree
    theirs = _with_examples(fact_tree(read, like=before), before if unread else {})
    ours, stated = fact_tree(record, like=before), theirs.tree
    names = renamed_parameters(before[BODY], stated[BODY], ours.tree[BODY])
    if names:
        theirs = _with_examples(fact_tree(read, names=names, like=before), before if unread else {})
        theirs = replace(theirs, tree={**theirs.tree, DEMOS: _renamed(theirs.tree[DEMOS], names)})
    file, text = known.located.file, known.text
    return Draft(file, text, record, read, base, names, ours, theirs, stated, merge(before, ours, theirs))


def _with_examples(tree: FactTree, before: Mapping[str, Any]) -> FactTree:
    return replace(tree, tree={**tree.tree, DEMOS: {**before.get(DEMOS, {}), **tree.tree[DEMOS]}})


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    """Let examples follow parameters to their new names, where the vendor has forgotten them."""
    if not is_tree(value):
        return value
    now = {former: name for name, former in names.items() if name not in value}
    return {now.get(key, key): _renamed(each, names) for key, each in value.items()}


def _put(tree: dict[str, Any], labels: Labels, value: Any) -> None:
    *above, last = labels
    for label in above:
        tree = tree.setdefault(label, {})
    if value is ABSENT:
        tree.pop(last, None)
    else:
        tree[last] = value


def _parts(demo: Mapping[str, Any], labels: Labels) -> Iterator[tuple[Labels, Any]]:
    """Yield the values that a request gives, and whole answers."""
    for key in ("path", "query", "header", "body"):
        yield from _values(demo.get(key, {}), (*labels, key))
    yield from (((*labels, "response", status), answer) for status, answer in demo.get("response", {}).items())


def _values(value: Any, labels: Labels) -> Iterator[tuple[Labels, Any]]:
    if is_tree(value):
        for key, each in value.items():
            yield from _values(each, (*labels, key))
    else:
        yield labels, value
