"""What a reviewer must know of all changes together: which are agreed to, which are not, and what follows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from mediawright_generator.diff import Change, Severity
from mediawright_generator.problems import Problem
from mediawright_generator.review.side import Side
from mediawright_generator.review.sides import Sides
from mediawright_generator.review.version import Proposal
from mediawright_generator.spec.changelog import Approval

SEVERITIES: Final[tuple[Severity, ...]] = ("breaking", "dangerous", "safe")
"""The worst first."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One change, and who agreed to it."""

    change: Change
    approval: Approval | None = None

    @property
    def open(self) -> bool:
        """Whether it still needs a reason."""
        return self.approval is None and self.change.severity != "safe"


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes between two sides, by vendor, the worst first."""

    base: str
    head: str
    changes: tuple[Judged, ...]
    version: Proposal
    problems: tuple[Problem, ...] = ()
    """What is wrong with the specs of the newer side; what cannot be read is not compared."""
    notes: tuple[str, ...] = ()
    arguments: tuple[str, ...] = ()
    """The words that make a command compare with the same base what can be edited."""

    @property
    def totals(self) -> Mapping[Severity, int]:
        """How many changes there are of each severity."""
        return {severity: len(self.of(severity)) for severity in SEVERITIES}

    @property
    def open(self) -> tuple[Judged, ...]:
        """The changes that still need a reason."""
        return tuple(each for each in self.changes if each.open)

    def of(self, severity: Severity) -> tuple[Judged, ...]:
        """The changes of one severity."""
        return tuple(each for each in self.changes if each.change.severity == severity)


def judged(changes: Sequence[Change], head: Side) -> tuple[Judged, ...]:
    """Find who agreed to each change: the changelog of its vendor has an entry with its fingerprint and its rule."""
    found = (Judged(change, _approval(change, head)) for change in changes)
    return tuple(sorted(found, key=_rank))


def notes_of(sides: Sides) -> tuple[str, ...]:
    """Say how the two sides were read, where that matters."""
    wrong = len(sides.base.problems)
    left_out = tuple(f"{file} was not compared: it has to be corrected first" for file in sides.unread())
    if not wrong:
        return (*sides.notes, *left_out)
    what = f"by the rules of today {sides.base.name} has {wrong} problem{'s' if wrong > 1 else ''}"
    first = sides.base.problems[0]
    doubt = "what is wrong there was left out, so a change of it may be missing or count as an addition"
    return (*sides.notes, *left_out, f"{what}, the first at {first.place}: {first.rule}; {doubt}")


def _approval(change: Change, head: Side) -> Approval | None:
    changelog = head.changelog(change.vendor)
    entries = changelog.model.changes if changelog else ()
    return next((each for each in entries if (each.change, each.rule) == (change.fingerprint, change.rule)), None)


def _rank(each: Judged) -> tuple[str, int, str, str, str, str]:
    change = each.change
    worst = SEVERITIES.index(change.severity)
    return change.vendor, worst, change.python, str(change.place.file), change.pointer, change.rule
