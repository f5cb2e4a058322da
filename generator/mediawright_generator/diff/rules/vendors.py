"""Changes of whole vendors."""

from typing import Final

from mediawright_generator.diff.rule import ChangeRule

VENDORS: Final = (
    ChangeRule(
        "vendor-added",
        "A vendor more takes nothing away.",
        "safe",
        (),
        "vendor {subject} is new",
        "",
        inverse="vendor-removed",
    ),
    ChangeRule(
        "vendor-removed",
        "Its module can no longer be imported.",
        "breaking",
        ("wire", "source"),
        "vendor {subject} is gone",
        "Move its calls to another vendor, or stay with the version before.",
        inverse="vendor-added",
    ),
)
