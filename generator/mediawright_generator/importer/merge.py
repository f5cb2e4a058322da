"""What a vendor said, what a record says, and what the vendor says now, put together fact by fact."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from mediawright_generator.importer.labels import BODY, Labels, group, is_item, is_parameter_key, is_section
from mediawright_generator.importer.leaves import ABSENT, Listed, Words, at, is_tree, said, same
from mediawright_generator.importer.tree import FactTree

Kind = Literal[
    "vendor-added", "vendor-changed", "vendor-removed", "wording-changed", "disputed-fact", "example-left-out", "kept"
]

_OF_PEOPLE: Final = frozenset({"describe", "title", "labels", "kind", "action", "notes"})
"""What people write about a thing, which goes where the thing goes; all else that they change keeps it."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a record's text: a fact gets a value, or goes."""

    labels: Labels
    value: Any = ABSENT
    behind: Labels = ()
    """Of a new item: the labels that stand before it in the document, the last first."""

    @property
    def group(self) -> Labels:
        """What it belongs to: an item of the record, or a key of it."""
        return group(self.labels)


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to say about a fact."""

    labels: Labels
    kind: Kind
    text: str
    follows: Labels = ()
    """The group of the change that it tells of; none where nothing changes."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What changes in a record, and what is to be said about it."""

    changes: tuple[Change, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class _Fact:
    """One place in three trees."""

    labels: Labels
    base: Any
    ours: Any
    theirs: Any

    def below(self) -> "Iterator[_Fact]":
        """Give what is below it, in the order of the document."""
        trees = [each if is_tree(each) else {} for each in (self.base, self.ours, self.theirs)]
        for key in dict.fromkeys((*trees[2], *trees[0])):
            yield _Fact((*self.labels, key), *(tree.get(key, ABSENT) for tree in trees))


def merge(base: Mapping[str, Any], ours: FactTree, theirs: FactTree) -> Merged:
    """Take over what only the vendor changed, keep what people changed, and name both."""
    found = tuple(_merge(_Fact((), dict(base), dict(ours.tree), dict(theirs.tree))))
    changes = tuple(_completed(each, theirs) for each in found if isinstance(each, Change))
    notes = tuple(each for each in found if isinstance(each, Note))
    return _without_orphans(Merged(changes, notes), ours)


def _merge(fact: _Fact) -> Iterator[Change | Note]:
    if _has_parts(fact):
        for part in fact.below():
            yield from _merge(part)
    elif same(fact.theirs, fact.base):
        yield from _held(fact)
    elif same(fact.theirs, fact.ours):
        yield _vendor_note(fact, "; the spec says so already")
    elif is_tree(fact.base) and fact.theirs is ABSENT:
        yield from _taken_away(fact)
    elif same(fact.ours, fact.base):
        yield from _taken_over(fact)
    else:
        yield from _contested(fact)


def _has_parts(fact: _Fact) -> bool:
    """Tell whether a fact is looked at part by part: nobody has added, removed or replaced it as a whole."""
    if not fact.labels or is_section(fact.labels):
        return True
    is_mapping = is_tree(fact.ours) and is_tree(fact.theirs)
    return is_mapping and (fact.base is ABSENT or is_tree(fact.base))


def _held(fact: _Fact) -> Iterator[Note]:
    """The vendor says what it said: where the record says something else, a person has corrected it."""
    if not same(fact.ours, fact.theirs) and not _is_word(fact.theirs):
        yield Note(fact.labels, "disputed-fact", _both_say(fact))


def _taken_over(fact: _Fact) -> Iterator[Change | Note]:
    """Only the vendor changed it."""
    yield Change(fact.labels, fact.theirs)
    yield replace(_vendor_note(fact), follows=group(fact.labels))


def _taken_away(fact: _Fact) -> Iterator[Change | Note]:
    """The vendor no longer documents a parameter or the like: it goes, unless people decided something about it."""
    ours, base = fact.ours, fact.base
    if not is_tree(ours) or not same(decided(ours), decided(base)):
        yield _vendor_note(fact, "; kept, for people changed it; remove it by hand if it is gone for good")
        return
    words = {key: each for key, each in ours.items() if key in _OF_PEOPLE and not same(each, base.get(key))}
    more = f"; with it goes what people wrote: {said(words)}" if words else ""
    yield Change(fact.labels)
    yield replace(_vendor_note(fact, more), follows=group(fact.labels))


def _contested(fact: _Fact) -> Iterator[Change | Note]:
    """Both changed it: people's value stays, but for values that the vendor alone added to a list or took from it."""
    base, ours, theirs = fact.base, fact.ours, fact.theirs
    if _is_word(theirs) or (theirs is ABSENT and _is_word(base)):
        text = f"the document's words are now {said(theirs)}; see whether ours still hold"
        yield Note(fact.labels, "wording-changed", text)
        return
    if isinstance(base, Listed) and isinstance(ours, Listed) and isinstance(theirs, Listed):
        both = _listed(base, ours, theirs)
        if ours.without(base) != ours.values and both.values and not same(both, ours):
            yield Change(fact.labels, both)
            yield replace(_vendor_note(fact, f"; with what people changed: {said(both)}"), follows=group(fact.labels))
            fact = replace(fact, ours=both)
    if not same(fact.ours, theirs):
        yield Note(fact.labels, "disputed-fact", f"{_both_say(fact)} and said {said(_meant(base, fact.labels))} before")


def _listed(base: Any, ours: Listed, theirs: Listed) -> Listed:
    """Add to our values what the vendor added, each behind the one it follows there, and leave out what it took."""
    was = base if isinstance(base, Listed) else Listed(())
    gone = Listed(was.without(theirs))
    values = list(ours.without(gone))
    for index, value in enumerate(theirs.values):
        if not was.has(value) and not ours.has(value):
            before = [values.index(each) for each in theirs.values[:index] if each in values]
            values.insert(before[-1] + 1 if before else 0, value)
    return Listed(tuple(values))


def _vendor_note(fact: _Fact, more: str = "") -> Note:
    base, theirs = _meant(fact.base, fact.labels), _meant(fact.theirs, fact.labels)
    if base is ABSENT:
        return Note(fact.labels, "vendor-added", f"is {said(theirs)}{more}")
    if theirs is ABSENT:
        return Note(fact.labels, "vendor-removed", f"was {said(base)}{more}")
    return Note(fact.labels, "vendor-changed", f"was {said(base)}, is {said(theirs)}{more}")


def _meant(value: Any, labels: Labels) -> Any:
    """Spell out what a parameter says by saying nothing."""
    return _MEANT.get(labels[-1], ABSENT) if value is ABSENT and is_parameter_key(labels) else value


def _both_say(fact: _Fact) -> str:
    ours, theirs = _meant(fact.ours, fact.labels), _meant(fact.theirs, fact.labels)
    return f"spec says {said(ours)}, document says {said(theirs)}"


_MEANT: Final = {"required": False, "in": "body"}
_PLACEHOLDER: Final = "<>"


def _is_word(value: Any) -> bool:
    """Tell whether a value is no fact: words, or a hint in an example that stands for a value."""
    return isinstance(value, Words) or (isinstance(value, str) and value[:1] + value[-1:] == _PLACEHOLDER)


def decided(item: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out of an item what people write about it."""
    return {key: each for key, each in item.items() if key not in _OF_PEOPLE}


def _completed(change: Change, theirs: FactTree) -> Change:
    """Give a new item as it is written in a new record, and its place among the others."""
    if change.value is ABSENT or not is_item(change.labels):
        return change
    order = theirs.orders[change.labels[:-1]]
    behind = order[: order.index(change.labels[-1])][::-1]
    return Change(change.labels, theirs.items[change.labels], behind)


def _without_orphans(merged: Merged, ours: FactTree) -> Merged:
    """Let the label of a value go with the value."""
    gone = tuple(
        Change((*change.labels[:-1], "labels", label))
        for change in merged.changes
        if is_parameter_key(change.labels) and change.labels[-1] == "keywords"
        for label in ours.tree[BODY][change.labels[1]].get("labels", {})
        if not isinstance(change.value, Listed) or label not in map(str, change.value.values)
    )
    notes = (_orphan_note(each, at(ours.tree, each.labels)) for each in gone)
    return Merged((*merged.changes, *gone), (*merged.notes, *notes))


def _orphan_note(change: Change, label: object) -> Note:
    text = f"was {said(label)}, the label of a value that is gone"
    return Note(change.labels, "vendor-removed", text, change.group)
