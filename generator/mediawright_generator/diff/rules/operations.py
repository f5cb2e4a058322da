"""Changes of whole operations."""

from typing import Final

from mediawright_generator.diff.rule import ChangeRule

OPERATIONS: Final = (
    ChangeRule(
        "operation-added",
        "An operation more takes nothing away.",
        "safe",
        (),
        "operation {subject} is new",
        "",
        inverse="operation-removed",
    ),
    ChangeRule(
        "operation-removed",
        "Its method no longer exists.",
        "breaking",
        ("wire", "source"),
        "operation {subject} is gone",
        "Call another operation instead of {subject}.",
        inverse="operation-added",
    ),
)
