"""What a command costs: CPU seconds of it and its children, and its peak memory."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run cost."""

    cpu: float
    """User and system seconds."""
    peak: float
    """Largest resident set in megabytes."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One command among those that are compared."""

    name: str
    command: Sequence[str]
    prepare: Callable[[], object] = lambda: None
    """Runs before each round, unmeasured."""
    environment: Mapping[str, str] | None = None
    cwd: Path | None = None


def cost_of(candidate: Candidate) -> Cost:
    """Run a command once, and stop where it fails: a failed run costs nothing worth knowing."""
    candidate.prepare()
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", **(candidate.environment or {})}
    with subprocess.Popen(
        candidate.command, cwd=candidate.cwd, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        said = process.stderr.read().decode() if process.stderr else ""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{candidate.name} failed: {said}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def interleaved(candidates: Sequence[Candidate], rounds: int = ROUNDS) -> dict[str, list[Cost]]:
    """Run all candidates once unmeasured, then in turn, so that what else the machine does falls on all alike."""
    for candidate in candidates:
        cost_of(candidate)
    costs: dict[str, list[Cost]] = {candidate.name: [] for candidate in candidates}
    for _ in range(rounds):
        for candidate in candidates:
            costs[candidate.name].append(cost_of(candidate))
    return costs


def table(costs: Mapping[str, Sequence[Cost]], against: str) -> str:
    """Lay out CPU and memory of each candidate, and the ratio of its CPU to that of another, round by round."""
    lines = [f"{'':34}{'CPU s':>8}{'(spread)':>16}{'ratio':>8}{'(spread)':>14}{'peak MB':>9}"]
    floor = [cost.cpu for cost in costs[against]]
    for name, own in costs.items():
        cpu = [cost.cpu for cost in own]
        ratios = [one / other for one, other in zip(cpu, floor, strict=True)]
        peak = median(cost.peak for cost in own)
        lines.append(
            f"{name:34}{median(cpu):8.3f}{_spread(cpu, 3):>16}{median(ratios):8.2f}{_spread(ratios, 2):>14}{peak:9.1f}"
        )
    return "\n".join(lines)


def _spread(figures: Sequence[float], digits: int) -> str:
    return f"{min(figures):.{digits}f}-{max(figures):.{digits}f}"
