"""A comparison as data for programs."""

from dataclasses import asdict
from typing import Any

from mediawright_generator.problems import Problem
from mediawright_generator.review.comparison import Comparison, Judged

FORMAT = 1
"""Goes up when a key goes or means something else."""


def as_data(comparison: Comparison) -> dict[str, Any]:
    """Write everything that is known of the changes."""
    version = comparison.version
    proposed = {"current": version.current or None, "proposed": version.proposed or None, "bump": version.bump}
    return {
        "format": FORMAT,
        "base": comparison.base,
        "head": comparison.head,
        "version": {**proposed, "why": version.why},
        "totals": {**comparison.totals, "unacknowledged": len(comparison.open)},
        "notes": list(comparison.notes),
        "problems": [_problem(each) for each in comparison.problems],
        "changes": [_change(each) for each in comparison.changes],
    }


def totals_lines(comparison: Comparison) -> str:
    """Write the totals as `name=number`, as GitHub takes the outputs of a step."""
    others = {"unacknowledged": comparison.open, "changes": comparison.changes, "problems": comparison.problems}
    totals = (*comparison.totals.items(), *((name, len(each)) for name, each in others.items()))
    return "".join(f"{name}={number}\n" for name, number in totals)


def _change(each: Judged) -> dict[str, Any]:
    change = each.change
    return {
        "vendor": change.vendor,
        "operation": change.operation,
        "python": change.python,
        "rule": change.rule,
        "severity": change.severity,
        "effects": list(change.effects),
        "pointer": change.pointer,
        "before": change.before,
        "after": change.after,
        "place": asdict(change.place),
        "what": change.what,
        "todo": change.todo,
        "fingerprint": change.fingerprint,
        "acknowledged": each.approval.model_dump(mode="json") if each.approval else None,
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {**asdict(problem), "place": asdict(problem.place)}
