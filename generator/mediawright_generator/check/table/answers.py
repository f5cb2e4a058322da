"""The rules on tasks and on answers."""

from typing import Final

from mediawright_generator.check import answers, tasks
from mediawright_generator.check.rule import Rule, each_record

TASKS: Final = (
    Rule(
        "unknown-task",
        "A create whose task the vendor does not describe is paid for, and nobody could wait for its result.",
        tasks.unknown_task,
        fix="Describe the lifecycle under `tasks` in vendor.yaml, or name one that is there.",
    ),
    Rule(
        "missing-task-query",
        "A task that no operation can be asked for is paid for, and nobody could wait for its result.",
        tasks.missing_task_query,
        fix="Add the record of the query, and name the parameter of it that takes the task's id.",
    ),
    Rule(
        "unknown-task-operation",
        "A task that is cancelled or searched for through an operation or parameter that is not there cannot be.",
        tasks.unknown_task_operation,
        fix="Add the record, or name an operation and parameters that there are.",
    ),
    Rule(
        "unknown-callback-parameter",
        "A callback whose parameter no create of its task has can be asked for by nobody.",
        tasks.unknown_callback_parameter,
        fix="Name a parameter that a create of the task has.",
    ),
    Rule(
        "search-without-id",
        "A task that is found in a list without each of its ids could not be asked for.",
        tasks.search_without_id,
        fix="Say under `search.id` where a listed task has each id, under the names that stand at the task's `id`.",
    ),
    Rule(
        "demanding-task-query",
        "A task is asked for with its ids alone, so that a query which demands more could not be sent.",
        tasks.demanding_task_query,
        fix="Give the parameter a `const` or a default that is sent, or make it optional.",
    ),
    Rule(
        "query-that-starts-task",
        "Who asks how a task stands would be told that another one has been started, and wait for it.",
        each_record(tasks.query_that_starts_task),
        fix="Remove `task` from the operation that tells, cancels or lists tasks.",
    ),
    Rule(
        "states-without-success",
        "A task of which no state means success would be waited for until the caller's time is up.",
        tasks.states_without("succeeded"),
        fix="Add the vendor's word for it to `states`, as `done: succeeded`.",
    ),
    Rule(
        "states-without-failure",
        "A task of which no state means failure would, once failed, be waited for until the caller's time is up.",
        tasks.states_without("failed"),
        fix="Add the vendor's word for it to `states`, as `error: failed`.",
    ),
    Rule(
        "unknown-alternative",
        "An alternative of an operation that is not there is another form of nothing.",
        each_record(tasks.unknown_alternative),
        fix="Name the operation, by its `name`, of which this record is another published form.",
    ),
)

ANSWERS: Final = (
    Rule(
        "malformed-answer-field",
        "The name of a field is the way to it, and nothing can be read at the end of a broken one.",
        answers.malformed_answer_field,
        fix="Write names with dots between them, and `[]` after the name of a list, as `data.files[].url`.",
    ),
    Rule(
        "repeated-answer-field",
        "Of two descriptions of one field only one can be right.",
        answers.repeated_answer_field,
        fix="Remove one of them.",
    ),
    Rule(
        "repeated-code",
        "Of two explanations of one code only one can decide what is raised and whether a call is sent again.",
        answers.repeated_code,
        fix="Remove one of them.",
    ),
    Rule(
        "error-kind-of-success",
        "No error is raised for a code that means success, so that its kind would be without effect.",
        answers.error_kind_of_success,
        fix="Remove the kind, or the code from `envelope.success`.",
    ),
    Rule(
        "answer-without-task",
        "A client that looks for the task's id where the documented answer has none loses a task that is paid for.",
        each_record(answers.answer_without_task),
        fix="Correct the answer, or the place of the id under `tasks` in vendor.yaml.",
    ),
    Rule(
        "unknown-status-in-answer",
        "A documented status that no state stands for would be waited on until the caller's time is up.",
        each_record(answers.unknown_status_in_answer),
        fix="Add the status to `states` in vendor.yaml, or correct the answer.",
    ),
)
