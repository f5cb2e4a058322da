"""What a run found, as text: the share that was noticed, by group and by file, and every survivor."""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import comb
from typing import NamedTuple

from mutating.mutant import Verdict
from mutating.survivors import Explanation, explained

BARS = {"specs": 0.95, "clients": 0.95, "runtime": 0.85}
"""The share of each group's mutants that tests must notice."""
CONTROL_BAR = 0.10
"""The share that a suite which asks the code what is right stays under."""
SURE = 0.001


class Outcome(NamedTuple):
    """All verdicts of one group, and of how many mutants they were drawn."""

    group: str
    drawn: tuple[Verdict, ...]
    mutants: int

    @property
    def verdicts(self):
        return [each for each in self.drawn if not each.stillborn]

    @property
    def killed(self):
        return sum(each.killed for each in self.verdicts)

    @property
    def share(self):
        return self.killed / len(self.verdicts) if self.verdicts else 1.0

    @property
    def survivors(self):
        return [each.mutant for each in self.verdicts if not each.killed]

    def falls_short(self) -> bool:
        """Tell whether the bar is missed: of a sample, whether so few are hardly chance at a share of the bar."""
        if len(self.drawn) == self.mutants:
            return self.share < BARS[self.group]
        return likelihood(self.killed, len(self.verdicts), BARS[self.group]) < SURE


def likelihood(killed: int, judged: int, share: float) -> float:
    """Reckon how likely at most so many are noticed where each is with this probability."""
    return sum(comb(judged, each) * share**each * (1 - share) ** (judged - each) for each in range(killed + 1))


def lines(outcome: Outcome, known: Sequence[Explanation], *, control: bool = False) -> Iterator[str]:
    """Say what a group came to."""
    judged = len(outcome.verdicts)
    drawn = len(outcome.drawn)
    drawn = f"all {drawn} drawn" if drawn == outcome.mutants else f"a sample of {drawn} of {outcome.mutants}"
    bar = f"under {CONTROL_BAR:.0%} wanted" if control else f"{BARS[outcome.group]:.0%} wanted"
    group = f"{outcome.group}, control" if control else outcome.group
    yield f"{group}: {outcome.killed} of {judged} noticed, {outcome.share:.1%} ({bar}); {drawn}"
    yield f"  {len(outcome.drawn) - judged} more cannot be loaded at all, and count neither way"
    yield from _by_file(outcome)
    if control:
        yield from (f"  NOTICED {each.mutant} by {each.noticed_by}" for each in outcome.verdicts if each.killed)
    else:
        yield from _judges(outcome)
        yield from _survivors(outcome, known)


def _by_file(outcome):
    noticed, all_ = Counter(), Counter()
    for each in outcome.verdicts:
        name = part_of(each.mutant.place.file)
        all_[name] += 1
        noticed[name] += each.killed
    for name in sorted(all_):
        yield f"  {name}: {noticed[name]} of {all_[name]}"


def part_of(file: str) -> str:
    """Name the part of its group that a file belongs to: a vendor's folder, or a module."""
    room, *rest = file.split("/")
    if room == "specs":
        return rest[0]
    if room == "generated":
        return " ".join((rest[1], rest[2].removesuffix(".py")))
    return rest[-1].removesuffix(".py")


def _judges(outcome):
    by = Counter(_judge(each.noticed_by) for each in outcome.verdicts if each.killed)
    yield "  noticed by " + ", ".join(f"{name}: {count}" for name, count in by.most_common(12))


def _judge(noticed_by):
    """Name a judge: a table or rule, or a file of tests; the emitted ones all count as one."""
    file = noticed_by.partition(":")[0]
    return "emitted contract tests" if file.startswith("generated/contract/") else file.rpartition("/")[2]


def _survivors(outcome, known):
    for mutant in outcome.survivors:
        reason = explained(mutant, known)
        yield f"  SURVIVED {mutant}" + (f" | {reason.why}" if reason else "")
