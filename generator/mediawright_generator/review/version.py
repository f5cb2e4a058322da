"""The next version of the package, by semantic versioning."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from mediawright_generator.diff import Severity

Bump = Literal["major", "minor", "patch", "none"]
"""Which part of the version goes up."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A version, the one that should follow it, and why."""

    current: str
    """The version before the changes; empty where nobody knows it."""
    proposed: str
    bump: Bump
    why: str


def propose(current: str, totals: Mapping[Severity, int]) -> Proposal:
    """Propose the version that follows `current` after so many changes of each severity."""
    numbers = re.match(r"(\d+)\.(\d+)\.(\d+)", current)
    early = numbers is not None and numbers[1] == "0"
    bump, why = _early_bump(totals) if early else _bump(totals)
    return Proposal(current, _raised(tuple(map(int, numbers.groups())), bump) if numbers else "", bump, why)


def _bump(totals: Mapping[Severity, int]) -> tuple[Bump, str]:
    if totals["breaking"]:
        return "major", "a breaking change raises the major version"
    if any(totals.values()):
        return "minor", "nothing breaks, and something changed or came"
    return "none", "the contract did not change"


def _early_bump(totals: Mapping[Severity, int]) -> tuple[Bump, str]:
    if totals["breaking"]:
        return "minor", "before 1.0 a breaking change raises the minor version"
    if any(totals.values()):
        return "patch", "before 1.0 what does not break raises the patch version"
    return "none", "the contract did not change"


def _raised(version: tuple[int, ...], bump: Bump) -> str:
    major, minor, patch = version
    raised = {"major": (major + 1, 0, 0), "minor": (major, minor + 1, 0), "patch": (major, minor, patch + 1)}
    return ".".join(map(str, raised.get(bump, version)))
