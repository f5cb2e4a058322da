"""Changes of callbacks."""

from typing import Final

from mediawright_generator.diff.rule import ChangeRule

CALLBACKS: Final = (
    ChangeRule(
        "callback-added", "Callbacks can be read.", "safe", (), "callbacks can be read", "", inverse="callback-removed"
    ),
    ChangeRule(
        "callback-removed",
        "Callbacks can no longer be read.",
        "breaking",
        ("wire",),
        "callbacks can no longer be read",
        "Poll instead.",
        inverse="callback-added",
    ),
    ChangeRule(
        "callback-task-changed",
        "Callbacks are read as those of other tasks.",
        "breaking",
        ("wire",),
        "callbacks tell about {after}, no longer about {before}",
        "Upgrade the receiver: the version before takes them for those of other tasks.",
        inverse="callback-task-changed",
    ),
    ChangeRule(
        "callback-path-changed",
        "Callbacks are misread.",
        "breaking",
        ("wire",),
        "of a callback, {fact} is at {after}, no longer at {before}",
        "Upgrade the receiver: the version before misreads callbacks.",
        inverse="callback-path-changed",
    ),
    ChangeRule(
        "callback-seal-changed",
        "Callbacks are signed or encrypted in another way.",
        "breaking",
        ("wire",),
        "of a callback, {fact} is {after}, no longer {before}",
        "Upgrade the receiver: the version before refuses callbacks.",
        inverse="callback-seal-changed",
    ),
    ChangeRule(
        "callback-parameter-changed",
        "The address of callbacks goes elsewhere.",
        "breaking",
        ("wire",),
        "the address of callbacks goes in {after}, no longer in {before}",
        "Give the address in {after}.",
        inverse="callback-parameter-changed",
    ),
    ChangeRule(
        "callback-returns-changed",
        "Other values come back with a callback.",
        "dangerous",
        ("wire",),
        "with a callback, {after} comes back, no longer {before}",
        "Change the receiver where it reads them.",
        inverse="callback-returns-changed",
    ),
    ChangeRule(
        "callback-repetition-changed",
        "Callbacks are sent again in other cases.",
        "dangerous",
        ("cost",),
        "a callback is sent again unless HTTP {after} is answered, no longer {before}",
        "Let the receiver answer HTTP {after}.",
        inverse="callback-repetition-changed",
    ),
)
