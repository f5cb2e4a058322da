"""Two sides become a comparison."""

from mediawright_generator.diff import Severity, compare
from mediawright_generator.review.comparison import SEVERITIES, Comparison, judged, notes_of
from mediawright_generator.review.sides import Sides
from mediawright_generator.review.version import propose


def judge(sides: Sides) -> Comparison:
    """Compare the sides, and find who agreed to what."""
    wrong = tuple(each for each in sides.head.problems if each.severity == "error")
    both = sides.comparable()
    changes = judged(compare(both.base.vendors, both.head.vendors), sides.head)
    counts: dict[Severity, int] = {
        severity: sum(each.change.severity == severity for each in changes) for severity in SEVERITIES
    }
    version = propose(sides.base.version or sides.head.version, counts)
    return Comparison(sides.base.name, sides.head.name, changes, version, wrong, notes_of(sides), sides.arguments)
