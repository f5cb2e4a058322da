"""The rules on how tasks pass, on when they are asked for, and on the places where answers are read."""

from typing import Final

from mediawright_generator.check import credentials, places, states, tasks, timing
from mediawright_generator.check.rule import Rule, each_record

LIFECYCLES: Final = (
    Rule(
        "unfetchable-token",
        "A token whose operation cannot be called without it, or not at all, is never there.",
        credentials.unfetchable_token,
        fix="Name a record with these parameters that says `authenticated: false`.",
    ),
    Rule(
        "create-without-task",
        "A create that does not name its task is paid for, and its caller gets no handle to wait with.",
        each_record(tasks.create_without_task),
        fix="Name the lifecycle of vendor.yaml in `task`, or say in `outputs` where the answer itself has the files.",
    ),
    Rule(
        "alternative-of-alternative",
        "Alternatives are forms of one primary operation, so that a chain of them has no primary.",
        each_record(tasks.alternative_of_alternative),
        fix="Name the primary operation in `alternative_of`.",
    ),
    Rule(
        "unmapped-status",
        "A documented status that no state stands for would be waited on until the caller's time is up.",
        states.unmapped_status,
        fix="Say under `states` which state the vendor's word is.",
    ),
    Rule(
        "undocumented-state",
        "A word for a state that the documented answer does not list is a typing error, or the list is not complete.",
        states.undocumented_state,
        severity="warning",
        fix="Remove it, or add it to the `keywords` of the status in the query's record.",
    ),
    Rule(
        "state-after-end",
        "No task goes on after its end, so that the state is never reached, or one of the two means something else.",
        states.state_after_end,
        fix="List the states in the order a task passes them, or correct what the word means.",
    ),
    Rule(
        "otherwise-succeeded",
        "A word that nobody knows must not pass for success: there may be nothing to fetch, and nothing to pay for.",
        states.otherwise_succeeded,
        fix="List the vendor's words for success under `states`, and let others fail or be unknown.",
    ),
    Rule(
        "cancel-without-cancelled",
        "A task that can be cancelled and has no state for it would be waited on after it was.",
        states.cancel_without_cancelled,
        severity="warning",
        fix="Add the vendor's word to `states`, as `stopped: cancelled`.",
    ),
    Rule(
        "impossible-polling",
        "Waiting without a pause floods the vendor, and waiting in milliseconds never ends.",
        timing.impossible_polling,
        fix="Write seconds above 0, the fewer first, and days for how long results are kept.",
    ),
    Rule(
        "impossible-expectation",
        "A task that would take no time, or from more to fewer seconds, is waited for at the wrong time.",
        each_record(timing.impossible_expectation),
        fix="Write two numbers of seconds, the fewer first.",
    ),
    Rule(
        "misspelled-place",
        "A client that reads beside the documented field finds neither status nor result of a task that is paid for.",
        places.misspelled_place,
        fix="Spell the place in vendor.yaml, and the field in `api_response`, as the vendor does.",
    ),
    Rule(
        "undocumented-place",
        "Where no documented answer has anything, a client may find neither status nor result of a paid task.",
        places.undocumented_place,
        severity="warning",
        fix="Correct the place, or add the field to `api_response` of the operation that is read.",
    ),
    Rule(
        "undocumented-task-id",
        "A create whose documented answer lacks the task's id may lose a task that is paid for.",
        each_record(places.undocumented_task_id),
        severity="warning",
        fix="Add the field to `api_response`, or correct it.",
    ),
    Rule(
        "unknown-status-in-callback",
        "A documented callback with a status that is no state shows that a state is missing, or is wrong itself.",
        states.unknown_status_in_callback,
        fix="Correct the example, or add the vendor's word to `states`.",
    ),
    Rule(
        "undocumented-callback-place",
        "A client that looks for what the documented callback does not have cannot tell which task has ended.",
        places.undocumented_callback_place,
        fix="Correct the place, or the example.",
    ),
)
