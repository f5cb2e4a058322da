"""A comparison as Markdown, for the people who look at a pull request."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from mediawright_generator.diff import Severity
from mediawright_generator.review.comparison import SEVERITIES, Comparison, Judged
from mediawright_generator.review.words import (
    EFFECTS,
    again_text,
    approval_text,
    command_text,
    open_text,
    totals_text,
    value_text,
    version_text,
    visible,
)

MARKER: Final = "<!-- mediawright-diff -->"
"""The first line, by which a workflow finds the comment that it wrote before."""

_SPECIAL = re.compile(r"[\\`*\[\]<>|~$]|(?<!\w)_|_(?!\w)|&(?=[#\w])|#(?=\d)|^[-+#]")
_CALLING = re.compile(r"(?<!\w)@|(?<=\\#)(?=\d)")
_TITLES: Final[dict[Severity, str]] = {"breaking": "Breaking", "dangerous": "Dangerous", "safe": "Safe"}
_MEANINGS: Final[dict[Severity, str]] = {
    "breaking": "programs that worked will not",
    "dangerous": "programs go on working, with another price, result or timing, or with less certainty",
    "safe": "nothing to do",
}
_WHAT_THIS_IS: Final = (
    "Python clients of these vendors are generated from `specs/`; this is what programs that use them will notice."
)
_OUTSIDE_CHANGES: Final = 4_000
"""Characters that are kept for everything but the changes."""
_OF_VENDOR: Final = 400
"""Characters that the headings of one vendor may take."""
_PROBLEMS_SHOWN: Final = 30


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where Markdown is shown: how much fits there, and how that is counted."""

    most: int
    size: Callable[[str], int]
    marked: bool
    """Whether it begins with the marker."""


COMMENT: Final = Sheet(65_000, len, marked=True)
"""GitHub takes 65,536 characters for a comment."""
SUMMARY: Final = Sheet(1_000_000, lambda text: len(text.encode()), marked=False)
"""GitHub takes 1 MiB for the summary of a step."""


def as_markdown(comparison: Comparison, sheet: Sheet = COMMENT) -> str:
    """Write the changes by vendor, the worst first, and as many as fit; totals count them all."""
    lines = [MARKER] if sheet.marked else []
    lines += _problems(comparison)
    lines += _report(comparison, sheet)
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Write a text so that Markdown shows it as it stands, calls nobody and links nothing."""
    return _CALLING.sub(lambda found: f"{found[0]}<!-- -->", _SPECIAL.sub(r"\\\g<0>", visible(text)))


def code(text: str) -> str:
    """Write a text as code, whatever quotes it has."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    padding = " " if longest or text != text.strip() else ""
    return f"{fence}{padding}{text}{padding}{fence}" if text else "nothing"


def _problems(comparison: Comparison) -> Iterator[str]:
    if not comparison.problems:
        return
    yield "### The specs have mistakes"
    yield ""
    for problem in comparison.problems[:_PROBLEMS_SHOWN]:
        yield f"- {code(str(problem.place))} {escaped(f'{problem.rule}: {problem.what}; {problem.remedy}')}"
    if len(comparison.problems) > _PROBLEMS_SHOWN:
        yield f"- {len(comparison.problems) - _PROBLEMS_SHOWN} more: run `mediawright-gen check`"
    yield ""


def _report(comparison: Comparison, sheet: Sheet) -> Iterator[str]:
    if not comparison.changes:
        yield "The clients offer what they offered before: the specs have no change of the contract."
        yield from _notes(comparison)
        return
    yield f"### Changes of the generated clients: {totals_text(comparison)}"
    yield ""
    yield from _lead(comparison)
    yield from _notes(comparison)
    shown = _fitting(comparison, sheet)
    for vendor, changes in _by_vendor(comparison.changes):
        fitting = [each for each in changes if id(each) in shown]
        if fitting:
            yield from _vendor(vendor, fitting, comparison)
    yield from _left_out(comparison, [each for each in comparison.changes if id(each) not in shown])


def _lead(comparison: Comparison) -> Iterator[str]:
    yield f"{_WHAT_THIS_IS} From {code(comparison.base)} to {code(comparison.head)}."
    if comparison.open:
        what = "`vendor-changed` (the service does it now) or `spec-corrected` (it always did; the spec was wrong)"
        yield f"**{open_text(comparison).capitalize()}**: {what}, and where that was read."
    if version := version_text(comparison):
        yield f"Next version of the package: {escaped(version)}."


def _notes(comparison: Comparison) -> Iterator[str]:
    for note in comparison.notes:
        yield ""
        yield f"> {escaped(note)}"


def _by_vendor(changes: Sequence[Judged]) -> Iterator[tuple[str, list[Judged]]]:
    """Give the vendors, those with the worst changes first."""
    groups = [(vendor, list(each)) for vendor, each in groupby(changes, lambda each: each.change.vendor)]
    yield from sorted(groups, key=lambda group: min(SEVERITIES.index(each.change.severity) for each in group[1]))


def _vendor(vendor: str, changes: Sequence[Judged], comparison: Comparison) -> Iterator[str]:
    yield ""
    yield f"#### {escaped(vendor)}"
    for severity in SEVERITIES:
        alike = [each for each in changes if each.change.severity == severity]
        if alike:
            yield from _alike(severity, alike, comparison)


def _alike(severity: Severity, changes: Sequence[Judged], comparison: Comparison) -> Iterator[str]:
    items = (_item(each, comparison) for each in changes)
    yield ""
    if severity != "safe":
        yield f"**{_TITLES[severity]}**: {_MEANINGS[severity]}"
        yield ""
        yield from items
        return
    yield f"<details><summary>{_TITLES[severity]}: {len(changes)}, {_MEANINGS[severity]}</summary>"
    yield ""
    yield from items
    yield ""
    yield "</details>"


def _item(each: Judged, comparison: Comparison) -> str:
    change = each.change
    subject = f"{code(change.python)}: " if change.python else ""
    lines = [f"- {subject}{escaped(change.what)}", *(f"  - {line}" for line in _details(each, comparison))]
    return "\n".join(lines)


def _details(each: Judged, comparison: Comparison) -> Iterator[str]:
    change = each.change
    yield f"{code(value_text(change.before))} → {code(value_text(change.after))}"
    yield from (f"**{effect}**: {EFFECTS[effect]}" for effect in change.effects)
    if change.todo:
        yield f"To do: {escaped(change.todo)}"
    yield f"{code(f'{change.place.file}:{change.place.line}')}, rule {code(change.rule)}"
    if each.approval:
        yield f"Acknowledged: {escaped(approval_text(each.approval))}"
    if each.open:
        yield f"**Needs a reason**: {code(command_text(comparison, each))}"


def _fitting(comparison: Comparison, sheet: Sheet) -> frozenset[int]:
    """Choose the changes that there is room for, the worst of all vendors first."""
    around = (*comparison.notes, *_problems(comparison))
    room = sheet.most - _OUTSIDE_CHANGES - 2 * sum(map(sheet.size, around))
    chosen: set[int] = set()
    vendors: set[str] = set()
    for each in (each for severity in SEVERITIES for each in comparison.of(severity)):
        room -= sheet.size(_item(each, comparison)) + 1 + (0 if each.change.vendor in vendors else _OF_VENDOR)
        vendors.add(each.change.vendor)
        if room < 0:
            break
        chosen.add(id(each))
    return frozenset(chosen)


def _left_out(comparison: Comparison, changes: Iterable[Judged]) -> Iterator[str]:
    severities = [each.change.severity for each in changes]
    counts = [f"{severities.count(each)} {each}" for each in SEVERITIES if each in severities]
    if counts:
        yield ""
        yield f"**{', '.join(counts)} more**: see the summary of the job, or run {code(again_text(comparison))}."
