"""Changes of places in answers: where one is looked for, and the files that outputs have."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mediawright_generator.diff.found import Fact, Found, Spot, changed
from mediawright_generator.diff.matching import ALIKE, alike, match
from mediawright_generator.spec.answer import OutputPlace


def place(fact: Fact, rule: str) -> Iterator[Found]:
    """Compare where one thing is looked for; places with `|` between them are looked at in turn."""
    if not fact.differs:
        return
    if fact.before is None or fact.after is None:
        yield fact.found("answer-path-added" if fact.before is None else "answer-path-removed")
        return
    yield fact.found(_step(fact.before, fact.after) or rule)


def _step(before: str, after: str) -> str:
    old, new = before.split("|"), after.split("|")
    if new[: len(old)] == old:
        return "answer-path-extended"
    return "answer-path-cut" if old[: len(new)] == new else ""


class Output(NamedTuple):
    """One place of files, and of which kind they are."""

    at: int
    path: str
    kind: str


def outputs(
    pointer: tuple[str, ...], base: Sequence[OutputPlace], head: Sequence[OutputPlace], spot: Spot, kind: str = ""
) -> Iterator[Found]:
    """Compare where files are found; `kind` is what they are where a place says nothing else."""
    before, after = (
        [Output(at, each.path, each.kind or kind) for at, each in enumerate(all_)] for all_ in (base, head)
    )
    found = match(before, after, [lambda each: each.path], _likeness)
    for old, new in found.pairs:
        yield from _pair(pointer, old, new, spot.below(new.at))
    for gone in found.gone:
        yield Fact((*pointer, gone.path), gone.path, None, spot).found("output-path-removed")
    for new in found.new:
        fact = Fact((*pointer, new.path), None, new.path, spot.below(new.at, "path"))
        yield fact.found("output-path-added")
    yield from _order(pointer, found.pairs, spot)


def _likeness(one: Output, other: Output) -> float:
    rate = alike(one.path, other.path)
    return rate + (one.kind == other.kind) if one.kind == other.kind or rate >= ALIKE else 0


def _pair(pointer: tuple[str, ...], old: Output, new: Output, spot: Spot) -> Iterator[Found]:
    at = (*pointer, new.path)
    yield from place(Fact(at, old.path, new.path, spot.below("path")), "output-path-changed")
    yield from changed(Fact((*at, "kind"), old.kind, new.kind, spot.below("kind")), "output-kind-changed")


def _order(pointer: tuple[str, ...], pairs: Sequence[tuple[Output, Output]], spot: Spot) -> Iterator[Found]:
    before = [new.path for _, new in sorted(pairs, key=lambda pair: pair[0].at)]
    after = [new.path for _, new in sorted(pairs, key=lambda pair: pair[1].at)]
    yield from changed(Fact(pointer, before, after, spot), "output-order-changed")
