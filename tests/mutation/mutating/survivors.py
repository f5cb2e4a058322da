"""Explanations of mutants that no test can notice, or should: written down by hand, and held to be true."""

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

import yaml

from mutating.mutant import Mutant, Verdict

FILE = Path(__file__).parents[1] / "survivors.yaml"


class Explanation(NamedTuple):
    """Why some mutants survive; `*` stands for any text, and what is not said for anything."""

    why: str
    file: str = "*"
    within: str = "*"
    kind: str = "*"
    before: str = "*"
    after: str = "*"

    def covers(self, mutant: Mutant) -> bool:
        """Tell whether it is about this mutant; brackets are no pattern, as code is full of them."""
        said = (mutant.place.file, mutant.place.within, mutant.kind, mutant.before, mutant.after)
        return all(fnmatchcase(text, pattern.replace("[", "[[]")) for text, pattern in zip(said, self[1:], strict=True))

    def __str__(self):
        return f"{self.file} ({self.within}): {self.before} -> {self.after}: {self.why}"


def explanations(file: Path = FILE) -> tuple[Explanation, ...]:
    """Read all that are written down."""
    return tuple(Explanation(**each) for each in yaml.safe_load(file.read_text(encoding="utf-8")) or ())


def explained(mutant: Mutant, known: Iterable[Explanation]) -> Explanation | None:
    """Find the explanation of a mutant."""
    return next((each for each in known if each.covers(mutant)), None)


def idle(known: Iterable[Explanation], mutants: Sequence[Mutant]) -> list[Explanation]:
    """List explanations of mutants that are not there: the code has moved on."""
    return [each for each in known if not any(each.covers(mutant) for mutant in mutants)]


def refuted(known: Iterable[Explanation], verdicts: Sequence[Verdict], mutants: Sequence[Mutant]) -> list[Explanation]:
    """List explanations of mutants all of which were noticed after all; a sample that has only some cannot tell."""
    found = []
    for each in known:
        about = [verdict for verdict in verdicts if each.covers(verdict.mutant)]
        is_whole = len(about) == sum(map(each.covers, mutants))
        if about and is_whole and all(verdict.killed for verdict in about):
            found.append(each)
    return found
