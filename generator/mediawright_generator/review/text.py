"""A comparison as lines for a terminal."""

from collections.abc import Iterator

from mediawright_generator.review.comparison import Comparison, Judged
from mediawright_generator.review.words import (
    EFFECTS,
    approval_text,
    command_text,
    open_text,
    totals_text,
    value_text,
    version_text,
)


def as_text(comparison: Comparison) -> str:
    """Write each change at its place, and the totals."""
    return "".join(f"{line}\n" for line in _lines(comparison))


def _lines(comparison: Comparison) -> Iterator[str]:
    yield from (f"note: {note}" for note in comparison.notes)
    if comparison.problems:
        count = len(comparison.problems)
        yield f"note: the specs of {comparison.head} have {count} problem{'s' if count > 1 else ''}"
    for each in comparison.changes:
        yield from _change(comparison, each)
    yield from _summary(comparison)


def _change(comparison: Comparison, each: Judged) -> Iterator[str]:
    change = each.change
    todo = f"; {change.todo}" if change.todo else ""
    subject = change.python or change.vendor
    yield f"{change.place}: {change.severity}: {change.rule}: {subject}: {change.what}{todo}"
    yield f"    {value_text(change.before) or '(nothing)'} -> {value_text(change.after) or '(nothing)'}"
    yield from (f"    {effect}: {EFFECTS[effect]}" for effect in change.effects)
    if each.approval:
        yield f"    acknowledged: {approval_text(each.approval)}"
    if each.open:
        yield f"    needs a reason: {command_text(comparison, each)}"


def _summary(comparison: Comparison) -> Iterator[str]:
    open_ones = f"; {open_text(comparison)}" if comparison.open else ""
    yield f"{comparison.base} -> {comparison.head}: {totals_text(comparison)}{open_ones}"
    if comparison.open:
        yield "REASON: vendor-changed (the service does it now), or spec-corrected (it always did; the spec was wrong)"
    if version := version_text(comparison):
        yield f"next version: {version}"
