"""Changes of rules across parameters."""

from typing import Final

from mediawright_generator.diff.rule import ChangeRule

CONDITIONS: Final = (
    ChangeRule(
        "rule-added",
        "Calls that break it are refused.",
        "breaking",
        ("wire",),
        "a rule more holds: {after_word}",
        "Keep {subject} to the rule.",
        inverse="rule-removed",
    ),
    ChangeRule(
        "rule-removed",
        "Calls that kept it go on as before.",
        "safe",
        (),
        "a rule no longer holds: {before_word}",
        "",
        inverse="rule-added",
    ),
    ChangeRule(
        "conditional-required-added",
        "Calls without it are refused in this case.",
        "breaking",
        ("wire",),
        "{subject} must be given in a case: {after_word}",
        "Give {subject} in this case.",
        inverse="conditional-required-removed",
    ),
    ChangeRule(
        "conditional-required-removed",
        "Calls with it go on as before.",
        "safe",
        (),
        "{subject} may be left out in a case: {before_word}",
        "",
        inverse="conditional-required-added",
    ),
    ChangeRule(
        "rule-tightened",
        "Calls that kept the old rule are refused.",
        "breaking",
        ("wire",),
        "a rule refuses more: {after_word}",
        "Keep {subject} to the rule.",
        inverse="rule-loosened",
    ),
    ChangeRule(
        "rule-loosened",
        "Calls that kept the old rule go on as before.",
        "safe",
        (),
        "a rule refuses less: {after_word}",
        "",
        inverse="rule-tightened",
    ),
    ChangeRule(
        "rule-changed",
        "Some calls that kept the old rule are refused.",
        "breaking",
        ("wire",),
        "a rule refuses something else: {after_word}",
        "Keep {subject} to the rule.",
        inverse="rule-changed",
    ),
)
