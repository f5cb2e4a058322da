"""The rules on what rules across parameters reach, on patterns, and on quantities."""

from typing import Final

from mediawright_generator.check import patterns, reach, units
from mediawright_generator.check.rule import Rule, each_parameter, each_record

REACH: Final = (
    Rule(
        "rule-never-fires",
        "A rule that no request calls for refuses nothing, though its author believes that it does.",
        each_record(reach.rule_never_fires),
        fix="Correct the condition, or remove the rule.",
    ),
    Rule(
        "rule-always-fires",
        "A rule that every request calls for is a bound, which belongs to the parameter, where callers see it.",
        each_record(reach.rule_always_fires),
        severity="warning",
        fix="Write it as `keywords`, a bound or `required` of the parameter, or correct the condition.",
    ),
    Rule(
        "rule-without-way-out",
        "A rule that demands what no value has refuses every request that calls for it.",
        each_record(reach.rule_without_way_out),
        fix="Correct the demand, or what the parameter accepts.",
    ),
    Rule(
        "repeated-rule",
        "Of two rules that are the same, one was meant to say something else.",
        each_record(reach.repeated_rule),
        fix="Remove one of the two, or correct it.",
    ),
    Rule(
        "contradicting-rule",
        "Two rules that leave nothing to send refuse what the vendor accepts.",
        each_record(reach.contradicting_rule),
        fix="Make the two agree, or let one hold where the other does not.",
    ),
)

PATTERNS: Final = (
    Rule(
        "malformed-pattern",
        "A pattern that cannot be read checks nothing, and stops the client.",
        each_parameter(patterns.malformed_pattern),
        fix="Correct the expression, or leave it out.",
    ),
    Rule(
        "slow-pattern",
        "A pattern that repeats what is repeated in it takes for ever over some texts, which anybody may send.",
        each_parameter(patterns.slow_pattern),
        severity="warning",
        fix="Write it with one repetition, as `[ab]+` for `([ab]+)+`.",
    ),
    Rule(
        "unanchored-pattern",
        "A pattern that is tied to no end holds for any text with a fitting part, which is seldom meant.",
        each_parameter(patterns.unanchored_pattern),
        severity="warning",
        fix="Begin it with `^` and end it with `$`; allow it by name where a part is meant.",
    ),
)

QUANTITIES: Final = (
    Rule(
        "number-without-unit",
        "A caller who takes seconds for milliseconds pays for another result.",
        each_parameter(units.number_without_unit),
        severity="warning",
        fix="Write `means: {quantity: duration, unit: seconds}`, or name the unit in `describe`.",
    ),
    Rule(
        "unit-of-another-quantity",
        "A quantity in a unit that does not measure it compares with nothing.",
        each_parameter(units.unit_of_another_quantity),
        fix="Write seconds for durations, pixels for sizes, items for counts, and none for the rest.",
    ),
    Rule(
        "limit-in-another-unit",
        "A limit in bytes under a key in megabytes lets every file pass.",
        each_parameter(units.limit_in_another_unit),
        fix="Write the limit in the unit that its key names.",
    ),
    Rule(
        "malformed-format",
        "Formats are compared with the end of file names, so that a dot or a capital refuses every file.",
        each_parameter(units.malformed_format),
        fix="Write extensions without a dot, in lower case, once each.",
    ),
)
