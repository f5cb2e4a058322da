"""The rules on documented answers and codes, and on envelopes."""

from typing import Final

from mediawright_generator.check import answer_examples, codes, envelopes, outcomes
from mediawright_generator.check.rule import Rule, each_record

ENVELOPES: Final = (
    Rule(
        "unanswered-envelope",
        "An envelope that reads what no answer has takes every answer for an error, or every error for none.",
        envelopes.unanswered_envelope,
        fix="Correct the place, or document the field under `api_response`.",
    ),
    Rule(
        "success-without-value",
        "A code without a value that means success tells no answer from an error, and neither does a value alone.",
        envelopes.success_without_value,
        fix="Give the envelope both `code` and `success`, or neither where the HTTP status tells.",
    ),
    Rule(
        "success-of-another-type",
        "A text is never equal to a number, so that every paid call would end in an error.",
        envelopes.success_of_another_type,
        fix="Write the value as answers have it, with or without quotes.",
    ),
    Rule(
        "unexplained-success",
        "Where another code is explained as success, the envelope takes every answer for an error.",
        envelopes.unexplained_success,
        fix="Write the code that the vendor documents for success, or explain it in `api_code_demo`.",
    ),
    Rule(
        "code-of-another-type",
        "A text is never equal to a number, so that nobody learns what the code means.",
        envelopes.code_of_another_type,
        severity="warning",
        fix="Write the code as answers have it, with or without quotes.",
    ),
    Rule(
        "contradicting-answer",
        "An answer that is an error by one thing and a success by another teaches the wrong thing about a paid call.",
        each_record(outcomes.contradicting_answer),
        severity="warning",
        fix="Correct the code, the HTTP status, or the task's id in the answer.",
    ),
    Rule(
        "success-without-output",
        "A task that has succeeded has files; where an answer shows none, clients would find none, either.",
        each_record(outcomes.success_without_output),
        severity="warning",
        fix="Write the answer as it is documented, or correct `outputs` in vendor.yaml.",
    ),
)

CODES: Final = (
    Rule(
        "code-with-two-meanings",
        "Of two meanings of one code only one can decide what is raised and whether a call is sent again.",
        each_record(codes.code_with_two_meanings),
        severity="warning",
        fix="Keep one of them; allow it by name where the vendor documents both.",
    ),
    Rule(
        "retried-success",
        "A call that has succeeded and is sent again is paid for twice.",
        codes.retried_success,
        fix="Remove `retries` or `refused`, or the code from `envelope.success`.",
    ),
    Rule(
        "retry-without-idempotency-key",
        "A create that is sent again without a key that tells the vendor so may be paid for twice.",
        codes.retry_without_idempotency_key,
        fix="Remove `retries`, or mark the code as `refused` where it is; allow it where the vendor says so.",
    ),
    Rule(
        "impossible-http-status",
        "No answer has such a status, so that what it stands for never happens.",
        codes.impossible_http_status,
        fix="Write a status from 100 to 599.",
    ),
    Rule(
        "code-without-number",
        "An explanation of neither a code nor a status explains nothing.",
        codes.code_without_number,
        fix="Add `code`, or `http_status` where the envelope has none.",
    ),
    Rule(
        "kind-unlike-http-status",
        "A kind that contradicts its HTTP status raises an error that its caller handles wrongly.",
        codes.kind_unlike_http_status,
        severity="warning",
        fix="Correct the kind or the status; allow it by name where the vendor means it so.",
    ),
)

DOCUMENTED_ANSWERS: Final = (
    Rule(
        "answer-of-another-type",
        "An answer that its own model refuses is documented wrongly, or the model would refuse what was paid for.",
        each_record(answer_examples.answer_of_another_type),
        fix="Correct the answer, or the `type` of the field under `api_response`.",
    ),
    Rule(
        "answer-outside-keywords",
        "A documented value that its field does not list is a typing error, or the list is not complete.",
        each_record(answer_examples.answer_outside_keywords),
        severity="warning",
        fix="Correct the answer, or add the value to the field's `keywords`.",
    ),
    Rule(
        "misspelled-answer-field",
        "A key that is nearly that of a documented field is a typing error in one of the two.",
        each_record(answer_examples.misspelled_answer_field),
        severity="warning",
        fix="Spell both alike, as the vendor does.",
    ),
    Rule(
        "answer-without-code",
        "An answer that lacks the code would be taken for an error, though its call has succeeded.",
        answer_examples.answer_without_code,
        fix="Correct the answer, or write `required: false` in the envelope where answers come without a code.",
    ),
    Rule(
        "undocumented-code-in-answer",
        "A code that nobody explains raises an error of which its caller learns nothing.",
        each_record(answer_examples.undocumented_code_in_answer),
        severity="warning",
        fix="Explain the code under `api_code_demo`, or correct the answer.",
    ),
)
