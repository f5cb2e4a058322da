"""The rules on requests: rules across parameters, addresses, headers and examples."""

from typing import Final

from mediawright_generator.check import endpoints, examples, headers, rules, wrappers
from mediawright_generator.check.rule import Rule, each_record

RULES_ACROSS_PARAMETERS: Final = (
    Rule(
        "unknown-parameter-in-rule",
        "A rule on a parameter that the operation does not have never holds, and refuses nothing.",
        each_record(rules.unknown_parameter_in_rule),
        fix="Name a parameter of this operation, by its `name`.",
    ),
    Rule(
        "unknown-value-in-rule",
        "A rule on a value that its parameter does not accept speaks of requests that cannot be made.",
        each_record(rules.misfitting_value("enum")),
        fix="List the value in the parameter's `keywords`, or change the rule.",
    ),
    Rule(
        "value-of-another-type-in-rule",
        "A rule on a value of another type than its parameter speaks of requests that cannot be made.",
        each_record(rules.misfitting_value("type")),
        fix="Write the value as the parameter's type.",
    ),
    Rule(
        "value-outside-range-in-rule",
        "A rule on a value outside the bounds of its parameter speaks of requests that cannot be made.",
        each_record(rules.misfitting_value("range")),
        fix="Change the rule, or the parameter's bound.",
    ),
    Rule(
        "constant-in-rule",
        "A parameter that is always sent with one value decides nothing and can keep no rule.",
        each_record(rules.constant_in_rule),
        fix="Leave the parameter out of the rule, or remove its `const`.",
    ),
    Rule(
        "empty-condition",
        "A condition without a value or a bound demands nothing, or what no request can give.",
        each_record(rules.empty_condition),
        fix="Fill in the condition, or remove it.",
    ),
    Rule(
        "rule-without-effect",
        "A rule that allows every value there is refuses nothing, so that a value too many stands in it.",
        each_record(rules.rule_without_effect),
        fix="Leave out the values that the vendor refuses, or remove the rule.",
    ),
)

ENDPOINTS: Final = (
    Rule(
        "placeholder-without-parameter",
        "A placeholder that no parameter fills would be sent as it stands, to an address that does not exist.",
        each_record(endpoints.placeholder_without_parameter),
        fix="Add a parameter with `in: path` of that name, or correct the endpoint.",
    ),
    Rule(
        "path-parameter-without-placeholder",
        "A path parameter that the endpoint does not name has no place in the address, and is never sent.",
        each_record(endpoints.path_parameter_without_placeholder),
        fix="Add `{name}` to the endpoint, or put the parameter elsewhere with `in`.",
    ),
    Rule(
        "malformed-endpoint",
        "An endpoint with a query, a fragment, spaces or stray braces leads a request elsewhere.",
        each_record(endpoints.malformed_endpoint),
        fix="Write the plain path below the server's address, and parameters with `in: query` apart.",
    ),
    Rule(
        "optional-path-parameter",
        "An address has no gaps, so that a call without the parameter could not be sent.",
        each_record(endpoints.optional_path_parameter),
        fix="Make the parameter `required: true`, or give it a default that is sent.",
    ),
    Rule(
        "body-parameter-in-get",
        "A GET request has no body, so that the parameter would not arrive.",
        each_record(endpoints.body_parameter_in_get),
        fix="Put the parameter elsewhere, as `in: query`, or correct the method.",
    ),
    Rule(
        "raw-beside-body",
        "A request has one body, which a raw parameter fills alone.",
        each_record(endpoints.raw_beside_body),
        fix="Put the other parameters elsewhere, as `in: query`, or none with `in: raw`.",
    ),
    Rule(
        "unsendable-content-type",
        "A body that is labelled as what it is not is refused, and a label without a body says nothing.",
        each_record(endpoints.unsendable_content_type),
        fix="Write `multipart/form-data` or `application/x-www-form-urlencoded`, or leave it out for JSON.",
    ),
)

HEADERS: Final = (
    Rule(
        "malformed-header",
        "HTTP forbids such a header name or value, so that no request could be sent.",
        headers.malformed_header,
        fix="Write a name of letters, digits and hyphens, and a value of printable ASCII on one line.",
    ),
    Rule(
        "repeated-header",
        "Names of headers are the same in capitals, and only one of the two would be sent.",
        headers.repeated_header,
        fix="Keep one of them.",
    ),
)

EXAMPLES: Final = (
    Rule(
        "body-unlike-examples",
        "A key around parameters that no documented request has would let the vendor refuse every call.",
        wrappers.body_unlike_examples,
        fix="Write in `body` of vendor.yaml the key that documented requests have, or leave it out.",
    ),
    Rule(
        "example-breaks-record",
        "A documented request that its own record refuses shows that one of the two is wrong.",
        each_record(examples.example_breaks_record),
        fix="Find out from the source which one is right, and correct the example or the record.",
    ),
)
