"""What `check` came to: every problem, and over how much; as text it can be kept."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from mediawright_generator.problems import Place, Problem, Severity


@dataclass(frozen=True, slots=True)
class Verdict:
    """The problems of all vendors, in order of their places."""

    vendors: tuple[str, ...]
    operations: int
    problems: tuple[Problem, ...]

    def count(self, severity: Severity) -> int:
        """Say how many problems are as bad."""
        return sum(problem.severity == severity for problem in self.problems)

    def of_vendor(self, name: str) -> "Verdict":
        """Give the problems of one vendor's files alone."""
        inside = (each for each in self.problems if f"{each.place.file}/".startswith(f"specs/{name}/"))
        return replace(self, problems=tuple(inside))

    def without(self, known: "Verdict") -> "Verdict":
        """Leave out the problems that another verdict has, wherever they stand in their file by now."""
        fingerprints = set(known.fingerprints())
        told = zip(self.problems, self.fingerprints(), strict=True)
        return replace(self, problems=tuple(each for each, fingerprint in told if fingerprint not in fingerprints))

    def below(self, folder: str) -> "Verdict":
        """Name files by their way from the folder that holds this one, as `folder` leads here; empty is this one."""
        prefix = f"{folder}/" if folder else ""
        moved = (replace(each, place=replace(each.place, file=prefix + each.place.file)) for each in self.problems)
        return replace(self, problems=tuple(moved))

    def fingerprints(self) -> Iterator[str]:
        """Identify each problem by its file, rule and words, and by how many alike come before it; lines may move."""
        seen: Counter[tuple[str, str, str]] = Counter()
        for problem in self.problems:
            identity = (problem.place.file, problem.rule, problem.what)
            yield sha256(repr((*identity, seen[identity])).encode()).hexdigest()[:12]
            seen[identity] += 1


def text_of(verdict: Verdict) -> str:
    """Write a verdict down."""
    problems = [
        (each.place.file, each.place.line, each.place.column, each.rule, each.what, each.remedy, each.severity)
        for each in verdict.problems
    ]
    return json.dumps([verdict.vendors, verdict.operations, problems], ensure_ascii=False)


def verdict_of(text: str) -> Verdict:
    """Read a verdict that was written down."""
    vendors, operations, problems = json.loads(text)
    return Verdict(tuple(vendors), operations, tuple(Problem(Place(*each[:3]), *each[3:]) for each in problems))
