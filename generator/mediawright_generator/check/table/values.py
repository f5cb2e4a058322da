"""The rules on values that a parameter names, and on its bounds."""

from typing import Final

from mediawright_generator.check import bounds, values
from mediawright_generator.check.rule import Rule, each_parameter, each_record

VALUES: Final = (
    Rule(
        "default-of-another-type",
        "A default of another type than its parameter cannot be what the vendor assumes.",
        each_parameter(values.misfitting("default", "type")),
        fix="Write the default as the parameter's type, or correct the type.",
    ),
    Rule(
        "default-outside-enum",
        "A default that is not one of the documented values is refused by the vendor, or a value is missing.",
        each_parameter(values.misfitting("default", "enum")),
        fix="List the value in `keywords`, or change the default.",
    ),
    Rule(
        "default-outside-range",
        "A default outside the bounds of its own parameter is refused by the vendor, or a bound is wrong.",
        each_parameter(values.misfitting("default", "range")),
        fix="Change the default or the bound.",
    ),
    Rule(
        "const-of-another-type",
        "A constant of another type than its parameter is sent with every call, and refused each time.",
        each_parameter(values.misfitting("const", "type")),
        fix="Write the constant as the parameter's type, or correct the type.",
    ),
    Rule(
        "const-outside-enum",
        "A constant that is not one of the documented values is sent with every call, and refused each time.",
        each_parameter(values.misfitting("const", "enum")),
        fix="List the value in `keywords`, or change the constant.",
    ),
    Rule(
        "const-outside-range",
        "A constant outside the bounds of its own parameter is sent with every call, and refused each time.",
        each_parameter(values.misfitting("const", "range")),
        fix="Change the constant or the bound.",
    ),
    Rule(
        "keyword-of-another-type",
        "A documented value of another type than its parameter could be sent by nobody.",
        each_parameter(values.misfitting_keyword("type")),
        fix="Write the value as the parameter's type, or correct the type.",
    ),
    Rule(
        "keyword-outside-range",
        "A documented value outside the bounds of its own parameter would be offered and refused.",
        each_parameter(values.misfitting_keyword("range")),
        fix="Change the value or the bound.",
    ),
    Rule(
        "type-unlike-values",
        "A type that none of the documented values has would refuse all that the vendor accepts.",
        each_parameter(values.type_unlike_values),
        fix="Correct the type, or write the values as it has them.",
    ),
    Rule(
        "repeated-keyword",
        "A value that is listed twice mostly stands where another one was meant.",
        each_parameter(values.repeated_keyword),
        fix="Remove one of them, or write the value that was meant.",
    ),
    Rule(
        "send-default-without-default",
        "Nothing can be sent for a caller who gives nothing when the record names no default.",
        each_parameter(values.send_default_without_default),
        fix="Give the parameter a `default`, or remove `send_default`.",
    ),
    Rule(
        "required-with-default",
        "A default never counts where the value must be given, so that one of the two is wrong.",
        each_parameter(values.required_with_default),
        severity="warning",
        fix="Remove `default` or `required`, or send the default with `send_default: true`.",
    ),
    Rule(
        "default-beside-const",
        "A parameter that is always sent with one value never has its default.",
        each_parameter(values.default_beside_const),
        severity="warning",
        fix="Keep `const`, or `default` with `send_default: true` where callers may choose.",
    ),
    Rule(
        "open-without-keywords",
        "A list of examples that is not there says nothing about what the vendor accepts.",
        each_parameter(values.open_without_keywords),
        fix="List the documented values in `keywords`, or remove `open`.",
    ),
    Rule(
        "unknown-label",
        "A label of a value that the parameter does not have is the name of nothing.",
        each_parameter(values.unknown_label),
        fix="List the value in `keywords`, or remove the label.",
    ),
)

BOUNDS: Final = (
    Rule(
        "minimum-above-maximum",
        "No value lies between bounds that contradict each other, so that every call would be refused.",
        each_record(bounds.minimum_above_maximum),
        fix="Correct one of the two bounds.",
    ),
    Rule(
        "bound-on-another-type",
        "A bound that says nothing about the type of its parameter would be silently without effect.",
        each_record(bounds.bound_on_another_type),
        fix="Take the bound that belongs to the type, as `max_length` for strings, or correct the type.",
    ),
    Rule(
        "items-without-array",
        "Only an array has items, so that either the type or `items` is wrong.",
        each_parameter(bounds.items_without_array),
        fix="Make the type `array`, or remove `items`.",
    ),
    Rule(
        "array-without-items",
        "A client could neither type nor check an array of which nobody says what it holds.",
        each_parameter(bounds.array_without_items),
        fix="Add `items`, as `items: {type: string}`.",
    ),
)
