"""A comparison as GitHub's workflow commands, which become annotations on the lines of a pull request."""

from collections.abc import Iterator

from mediawright_generator.problems import Problem, Severity
from mediawright_generator.report.annotations import annotations, command
from mediawright_generator.review.comparison import Comparison, Judged
from mediawright_generator.review.words import again_text, totals_text


def written(comparison: Comparison) -> str:
    """Annotate what still needs a reason: what breaks as an error, what is dangerous as a warning; and the totals."""
    problems = (*comparison.problems, *(_problem(each) for each in comparison.open))
    return "".join(f"{line}\n" for line in (*annotations(problems, again_text(comparison)), *_notices(comparison)))


def _problem(each: Judged) -> Problem:
    change = each.change
    what = f"{change.python or change.vendor}: {change.what}"
    remedy = f"{change.todo.rstrip('.') or 'nothing to do'} (no reason given yet: change {change.fingerprint})"
    severity: Severity = "error" if change.severity == "breaking" else "warning"
    return Problem(change.place, change.rule, what, remedy, severity)


def _notices(comparison: Comparison) -> Iterator[str]:
    """Give the totals, where there is anything to count."""
    if comparison.changes:
        yield command("notice", totals_text(comparison), title="mediawright-gen diff")
