"""The rules on changelogs."""

from typing import Final

from mediawright_generator.check import changelog
from mediawright_generator.check.rule import Rule

CHANGELOG: Final = (
    Rule(
        "unknown-change-rule",
        "An approval counts for the kind of change that it names, and this one is for nothing.",
        changelog.each_approval(changelog.unknown_change_rule),
        fix="Copy `rule` from what `mediawright-gen diff` prints, or let `--acknowledge` write the entry.",
    ),
    Rule(
        "impossible-approval-date",
        "A source that nobody can have read yet is no source.",
        changelog.each_approval(changelog.impossible_approval_date),
        fix="Write the day on which the document was read as `read_on`.",
    ),
    Rule(
        "repeated-approval",
        "Two entries for one change may give two reasons, and only one is believed.",
        changelog.repeated_approval,
        fix="Keep the entry that says why the change came.",
    ),
)
