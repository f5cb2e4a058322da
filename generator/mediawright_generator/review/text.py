"""A verdict as lines for a terminal."""

from collections.abc import Iterator

from mediawright_generator.review.verdict import Judged, Verdict
from mediawright_generator.review.words import (
    EFFECTS,
    approval_text,
    command_text,
    open_text,
    totals_text,
    value_text,
    version_text,
)


def as_text(verdict: Verdict) -> str:
    """Write each change at its place, and the totals."""
    return "".join(f"{line}\n" for line in _lines(verdict))


def _lines(verdict: Verdict) -> Iterator[str]:
    yield from (f"note: {note}" for note in verdict.notes)
    yield from map(str, verdict.problems)
    if verdict.problems:
        yield f"nothing was compared: the specs of {verdict.head} have {len(verdict.problems)} problems"
        return
    for each in verdict.changes:
        yield from _change(verdict, each)
    yield from _summary(verdict)


def _change(verdict: Verdict, each: Judged) -> Iterator[str]:
    change = each.change
    todo = f"; {change.todo}" if change.todo else ""
    subject = change.python or change.vendor
    yield f"{change.place}: {change.severity}: {change.rule}: {subject}: {change.what}{todo}"
    yield f"    {value_text(change.before) or '(nothing)'} -> {value_text(change.after) or '(nothing)'}"
    yield from (f"    {effect}: {EFFECTS[effect]}" for effect in change.effects)
    if each.approval:
        yield f"    acknowledged: {approval_text(each.approval)}"
    if each.open:
        yield f"    needs a reason: {command_text(verdict, each)}"


def _summary(verdict: Verdict) -> Iterator[str]:
    open_ones = f"; {open_text(verdict)}" if verdict.open else ""
    yield f"{verdict.base} -> {verdict.head}: {totals_text(verdict)}{open_ones}"
    if verdict.open:
        yield "REASON: vendor-changed (the service does it now), or spec-corrected (it always did; the spec was wrong)"
    if version := version_text(verdict):
        yield f"next version: {version}"
