"""A verdict as lines for people."""

from mediawright_generator.verdict import Verdict


def written(verdict: Verdict) -> str:
    """Write every problem on a line, and the totals on the last."""
    return "".join(f"{each}\n" for each in (*verdict.problems, totals(verdict)))


def totals(verdict: Verdict) -> str:
    """Say in one line what came out over how much."""
    errors, warnings = verdict.count("error"), verdict.count("warning")
    found = f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')}" if verdict.problems else "nothing found"
    return f"vendors {len(verdict.vendors)}, operations {verdict.operations}: {found}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
