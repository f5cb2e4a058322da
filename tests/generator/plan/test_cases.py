"""Contract cases of one operation."""

import pytest

from mediawright_generator.plan.cases import cases_of, contract_view, subject_of

OPERATION = {
    "python": "boats.make",
    "method": "POST",
    "endpoint": "/boats",
    "servers": [],
    "api_header": [],
    "api_response": [],
    "api_body": [],
    "api_code_demo": [],
    "rules": [],
    "credentials": [],
    "credential_sets": [],
    "tokens": [],
    "authenticated": False,
    "body": {},
    "envelope": {},
}


def parameter(name, **facts):
    named = {"name": name, "wire_name": name, "python_name": name, "in": "body"}
    return {**named, "type": "string", "required": True, **facts}


def made(*parameters):
    operation = {**OPERATION, "api_body": list(parameters)}
    subject = subject_of("acme", operation, {"boats.make": operation})
    cases = cases_of(subject, {"boats.make": operation})
    return cases, contract_view("Acme", "mediawright.acme", subject, cases, "acme.yaml")


@pytest.mark.parametrize(("count", "tests", "together"), [(16, 16, 0), (17, 0, 1)])
def test_the_values_of_a_long_list_are_one_test(count, tests, together):
    """Promise: what a list multiplies does not bury the rest; each value is tried all the same."""
    values = [f"style-{number}" for number in range(count)]
    cases, view = made(parameter("style", keywords=values))

    assert [each.request["body"]["style"] for each in cases.accepted] == values
    assert (len(view.accepted), len(view.together)) == (tests, together)
    assert all(value in view.together[0].arguments for value in values[1:] if together)


@pytest.mark.parametrize(("facts", "kind"), [({"answer_type": "audio/mpeg"}, "ambiguous"), ({}, "vendor")])
def test_after_a_breakdown_nobody_knows_of_a_create_that_answers_with_a_file(facts, kind):
    operation = {**OPERATION, "category": "boats", **facts, "api_code_demo": [{"http_status": 500, "kind": "vendor"}]}
    subject = subject_of("acme", operation, {"boats.make": operation})

    assert [each.expect["kind"] for each in cases_of(subject, {"boats.make": operation}).codes] == [kind]


def test_what_nothing_can_be_given_is_not_called():
    nothing = {"type": "object", "additionalProperties": False, "required": ["a"]}
    cases, view = made(parameter("boat", type="object", schema=nothing))

    assert cases.sent == cases.refused == cases.missing == cases.codes == ()
    assert view.base == "{}"


def test_what_may_be_left_out_and_has_no_sample_is_left_out():
    nothing = {"type": "object", "additionalProperties": False, "required": ["a"]}
    cases, _ = made(parameter("boat", type="object", schema=nothing, required=False), parameter("text"))

    every = next(each for each in cases.wire if each.name == "every parameter")
    assert list(every.given) == ["text"]


@pytest.mark.parametrize(
    ("success", "documented", "codes"),
    [
        ([0], [], [1, -1, 200, "ok"]),
        ([0], ["1", -1], [200, "ok"]),
        ([1000], [], [1001, 999, 0, 1, -1, 200, "ok"]),
        (["OK"], [], ["ok", "OKs", 0, 1, -1, 200]),
        ([True], [], []),
    ],
)
def test_codes_beside_success_are_errors(success, documented, codes):
    """Promise: what the documents call an error otherwise is left to its own case."""
    envelope = {"envelope": {"code": "code", "success": success}}
    errors = [{"code": code, "kind": "auth"} for code in documented]
    operation = {**OPERATION, **envelope, "category": "boats", "api_code_demo": errors}
    subject = subject_of("acme", operation, {"boats.make": operation})

    beside = cases_of(subject, {"boats.make": operation}).beside
    assert [each.answer for each in beside] == [{"code": code} for code in codes]
    assert [each.expect for each in beside] == [{"code": code, "kind": "vendor"} for code in codes]


def test_the_first_place_of_a_fact_counts():
    envelope = {"code": "a|b", "success": [0], "message": "m"}
    operation = {**OPERATION, "envelope": envelope, "category": "boats"}
    subject = subject_of("acme", operation, {"boats.make": operation})

    case = cases_of(subject, {"boats.make": operation}).codes[-1]
    assert (case.name, case.answer["b"], case.expect["code"]) == ("code in a and elsewhere", 0, case.answer["a"])
    assert case.answer["a"] != 0


def test_values_near_what_is_taken_are_one_test_by_field():
    _, view = made(parameter("seconds", keywords=["5s"]), parameter("count", type="integer"))

    assert [(each.id, each.arguments) for each in view.near] == [
        ("'seconds'", "[7, '5S', '4s', '6s', '5', 5]"),
        ("'count'", "['1', 1.5, 0.5]"),
    ]


def test_long_texts_are_given_at_once_unless_a_rule_forbids_it():
    texts = [parameter("one", required=False), parameter("other", required=False)]
    rule = {"when": {"one": {"present": True}}, "then": {"other": {"present": False}}}
    operation = {**OPERATION, "api_body": texts}

    def long(rules):
        subject = subject_of("acme", {**operation, "rules": rules}, {"boats.make": operation})
        cases = cases_of(subject, {"boats.make": operation}).accepted
        return {each.name: list(each.given) for each in cases if each.name.startswith("long")}

    assert long([]) == {"long: one, other": ["one", "other"]}
    assert long([rule]) == {"long: one": ["one"], "long: other": ["other"]}
