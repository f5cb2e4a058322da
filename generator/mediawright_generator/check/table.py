"""All rules that specs are held against, in the order of the files they stand in."""

from typing import Final

from mediawright_generator.check import answers, bounds, endpoints, examples, headers, names, rules, tasks, values
from mediawright_generator.check.rule import Rule, each_parameter, each_record

NAMES: Final = (
    Rule("duplicate-name", "A name, model code, Python path or address finds one operation.", names.duplicate_name),
    Rule("duplicate-parameter", "Rules find parameters by their name.", each_record(names.duplicate_parameter)),
    Rule("duplicate-wire-name", "A request holds one value under a key.", each_record(names.duplicate_wire_name)),
    Rule("same-python-name", "A method takes a keyword once.", each_record(names.same_python_name)),
    Rule("invalid-python-name", "Emitted code must be Python.", each_record(names.invalid_python_name)),
    Rule("reserved-parameter-name", "No method can take it.", each_parameter(names.reserved_parameter_name)),
    Rule("reserved-method-name", "No client can offer it.", each_record(names.reserved_method_name)),
    Rule("duplicate-credential", "A client takes a keyword once.", names.duplicate_credential),
    Rule("reserved-credential-name", "No client can take it.", names.reserved_credential_name),
    Rule("reserved-vendor-name", "No program could import it.", names.reserved_vendor_name),
)

VALUES: Final = (
    Rule("default-of-another-type", "Nobody can send it.", each_parameter(values.misfitting("default", "type"))),
    Rule("default-outside-enum", "The vendor refuses it.", each_parameter(values.misfitting("default", "enum"))),
    Rule("default-outside-range", "The vendor refuses it.", each_parameter(values.misfitting("default", "range"))),
    Rule("const-of-another-type", "The vendor refuses it.", each_parameter(values.misfitting("const", "type"))),
    Rule("const-outside-enum", "The vendor refuses it.", each_parameter(values.misfitting("const", "enum"))),
    Rule("const-outside-range", "The vendor refuses it.", each_parameter(values.misfitting("const", "range"))),
    Rule("keyword-of-another-type", "Nobody can send it.", each_parameter(values.misfitting_keyword("type"))),
    Rule("keyword-outside-range", "The vendor refuses it.", each_parameter(values.misfitting_keyword("range"))),
    Rule("repeated-keyword", "Another value was meant.", each_parameter(values.repeated_keyword)),
    Rule("send-default-without-default", "Nothing is sent.", each_parameter(values.send_default_without_default)),
    Rule("unknown-label", "It is the name of no value.", each_parameter(values.unknown_label)),
)

BOUNDS: Final = (
    Rule("minimum-above-maximum", "No value is between them.", each_record(bounds.minimum_above_maximum)),
    Rule("bound-on-another-type", "It bounds nothing.", each_record(bounds.bound_on_another_type)),
    Rule("items-without-array", "Only an array has items.", each_parameter(bounds.items_without_array)),
    Rule("array-without-items", "Its type would be unknown.", each_parameter(bounds.array_without_items)),
)

RULES_ACROSS_PARAMETERS: Final = (
    Rule("unknown-parameter-in-rule", "The rule never holds.", each_record(rules.unknown_parameter_in_rule)),
    Rule("unknown-value-in-rule", "No request has it.", each_record(rules.misfitting_value("enum"))),
    Rule("value-of-another-type-in-rule", "No request has it.", each_record(rules.misfitting_value("type"))),
    Rule("value-outside-range-in-rule", "No request has it.", each_record(rules.misfitting_value("range"))),
    Rule("constant-in-rule", "It never changes.", each_record(rules.constant_in_rule)),
    Rule("empty-condition", "It demands nothing, or the impossible.", each_record(rules.empty_condition)),
    Rule("rule-without-effect", "It refuses nothing.", each_record(rules.rule_without_effect)),
)

ENDPOINTS: Final = (
    Rule("placeholder-without-parameter", "Nothing fills it.", each_record(endpoints.placeholder_without_parameter)),
    Rule(
        "path-parameter-without-placeholder",
        "It has no place in the address.",
        each_record(endpoints.path_parameter_without_placeholder),
    ),
    Rule("malformed-endpoint", "The request would go elsewhere.", each_record(endpoints.malformed_endpoint)),
    Rule("optional-path-parameter", "An address has no gaps.", each_record(endpoints.optional_path_parameter)),
    Rule("body-parameter-in-get", "GET has no body.", each_record(endpoints.body_parameter_in_get)),
    Rule("raw-beside-body", "A request has one body.", each_record(endpoints.raw_beside_body)),
)

HEADERS: Final = (
    Rule("malformed-header", "No request could be sent.", headers.malformed_header),
    Rule("repeated-header", "Only one of the two is sent.", headers.repeated_header),
    Rule("unknown-credential", "The header could not be sent.", headers.unknown_credential),
)

TASKS: Final = (
    Rule("unknown-task", "Nobody could wait for it.", each_record(tasks.unknown_task)),
    Rule("missing-task-query", "Nobody could wait for the task.", tasks.missing_task_query),
    Rule("unknown-task-operation", "Nobody could call it.", tasks.unknown_task_operation),
    Rule("unknown-callback-parameter", "Nobody could ask for the callback.", tasks.unknown_callback_parameter),
    Rule("search-without-id", "Nobody could ask for what is found.", tasks.search_without_id),
    Rule("demanding-task-query", "Nobody could ask.", tasks.demanding_task_query),
    Rule("states-without-success", "No task would ever succeed.", tasks.states_without("succeeded")),
    Rule("states-without-failure", "No task would ever fail.", tasks.states_without("failed")),
    Rule("unknown-alternative", "It is another form of nothing.", each_record(tasks.unknown_alternative)),
)

ANSWERS: Final = (
    Rule("malformed-answer-field", "Nothing is read there.", answers.malformed_answer_field),
    Rule("repeated-answer-field", "Only one of the two is right.", answers.repeated_answer_field),
    Rule("repeated-code", "Only one of the two is right.", answers.repeated_code),
    Rule("error-kind-of-success", "No error is raised for it.", answers.error_kind_of_success),
    Rule("answer-without-task", "A billed task would be lost.", each_record(answers.answer_without_task)),
    Rule("unknown-status-in-answer", "The task would never end.", each_record(answers.unknown_status_in_answer)),
)

EXAMPLES: Final = (
    Rule("example-breaks-record", "One of the two is wrong.", each_record(examples.example_breaks_record)),
)

RULES: Final[tuple[Rule, ...]] = (
    *NAMES,
    *VALUES,
    *BOUNDS,
    *RULES_ACROSS_PARAMETERS,
    *ENDPOINTS,
    *HEADERS,
    *TASKS,
    *ANSWERS,
    *EXAMPLES,
)
