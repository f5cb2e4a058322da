"""The rules on what operations share, and on what stands beside its twin."""

from typing import Final

from mediawright_generator.check import capabilities, fragments, twins, unused
from mediawright_generator.check.rule import Rule, each_parameter, each_record

UNUSED: Final = (
    Rule(
        "unused-task",
        "A lifecycle that no create starts is dead, or its creates lost their `task`.",
        unused.unused_task,
        severity="warning",
        fix="Name it in the `task` of its creates, or remove it.",
    ),
    Rule(
        "unused-category",
        "A category without operations is an empty attribute of the client.",
        unused.unused_category,
        severity="warning",
        fix="Remove it, or put its operations into it.",
    ),
    Rule(
        "undescribed-category",
        "An operation in a category that its vendor does not list stands where no caller looks for it.",
        each_record(unused.undescribed_category),
        severity="warning",
        fix="Correct the spelling, or add the category to `categories` in vendor.yaml.",
    ),
    Rule(
        "misspelled-capability",
        "An operation with a capability that nobody looks for is in no catalogue.",
        each_record(capabilities.misspelled_capability),
        severity="warning",
        fix="Write what the operation makes of what, as `image_to_video`.",
    ),
    Rule(
        "unknown-schema",
        "What a reference that leads nowhere would accept is known to nobody, and the client could not be made.",
        fragments.unknown_schema,
        fix="Name one of `schemas` in vendor.yaml, as `#/schemas/Name`, or add it there.",
    ),
    Rule(
        "contradicting-schema",
        "A schema that refuses its own default, or every value, refuses what the vendor accepts.",
        fragments.contradicting_schema,
        fix="Correct the default, the bounds or the required fields.",
    ),
    Rule(
        "unused-schema",
        "A shared schema to which nothing refers is dead, or its reference is lost.",
        unused.unused_schema,
        severity="warning",
        fix="Refer to it from a parameter's `schema`, or remove it.",
    ),
)

TWINS: Final = (
    Rule(
        "confusable-parameter",
        "Two parameters that differ in case or separators alone are one parameter and a typing error.",
        each_record(twins.confusable_parameter),
        severity="warning",
        fix="Remove the one that the vendor does not have.",
    ),
    Rule(
        "keyword-in-two-cases",
        "Two values that differ in case alone are one value and a typing error.",
        each_parameter(twins.keyword_in_two_cases),
        severity="warning",
        fix="Keep the one that the vendor accepts.",
    ),
    Rule(
        "blank-keyword",
        "A value that is empty, or has blanks at its ends, is seldom what a vendor accepts.",
        each_parameter(twins.blank_keyword),
        severity="warning",
        fix="Write it without blanks, or remove it.",
    ),
    Rule(
        "colliding-files",
        "Two operations whose emitted files or classes have one name would overwrite each other.",
        twins.colliding_files,
        fix="Give one of the two another `python_name` or category.",
    ),
)
