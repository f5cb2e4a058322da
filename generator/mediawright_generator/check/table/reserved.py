"""The rules on names that were removed."""

from typing import Final

from mediawright_generator.check import reserved
from mediawright_generator.check.rule import Rule, each_record

RESERVED: Final = (
    Rule(
        "reserved-name-in-use",
        "A program that used what was removed would get something else under its name, without an error.",
        reserved.reserved_name_in_use,
        fix="Take another name, or remove the entry under `reserved` where the same one is back.",
    ),
    Rule(
        "repeated-reserved-name",
        "A name is removed once, and callers are told one day and one reason.",
        reserved.repeated_reserved_name,
        fix="Keep the entry of the first removal.",
    ),
    Rule(
        "unusable-reserved-date",
        "Callers are told since when a name is gone, which a day that is still to come, or none, does not say.",
        reserved.unusable_reserved_date,
        fix="Write the day of the removal as YYYY-MM-DD.",
    ),
    Rule(
        "reserved-value-without-parameter",
        "A value that belongs to no parameter is never given, so that nobody is told what became of it.",
        each_record(reserved.reserved_value_without_parameter),
        fix="Name the parameter as `api_body` names it, or reserve the parameter itself.",
    ),
    Rule(
        "unknown-replacement",
        "Who meets a name that is gone would be sent on to another that is not there.",
        reserved.unknown_replacement,
        fix="Name an operation as `category.method`, or a parameter, that there is; or leave `instead` out.",
    ),
)
