"""Changes of parameters."""

from typing import Final

from mediawright_generator.diff.rule import ChangeRule

PARAMETERS: Final = (
    ChangeRule(
        "param-added-optional",
        "Calls without it go on as before.",
        "safe",
        (),
        "parameter {subject} is new and may be left out",
        "",
        inverse="param-removed",
    ),
    ChangeRule(
        "param-added-required",
        "Calls without it are refused.",
        "breaking",
        ("wire", "source"),
        "parameter {subject} is new and must be given",
        "Give {subject} in every call.",
        inverse="param-removed",
    ),
    ChangeRule(
        "param-removed",
        "Calls with it are refused.",
        "breaking",
        ("wire", "source"),
        "parameter {subject} is gone",
        "Leave {subject} out.",
        inverse="param-added-optional",
    ),
    ChangeRule(
        "default-changed",
        "Calls that leave it out give something else.",
        "dangerous",
        ("cost",),
        "{subject} is {after} where it is left out, no longer {before}",
        "Give {subject} {before} in calls that rely on it.",
        inverse="default-changed",
    ),
)
