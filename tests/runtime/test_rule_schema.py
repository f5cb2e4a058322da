"""Rules are judged by jsonschema, against tables and against a plain reading of what a rule means."""

import itertools
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from mediawright_runtime.rule_schema import rule_schema

OMITTED = object()


def parameter(name: str, **facts: Any) -> dict[str, Any]:
    return {"name": name, "wire_name": name, "python_name": name, "in": "body", "type": "string", "required": False} | (
        facts
    )


def accepts(rule: dict[str, Any], parameters: list[dict[str, Any]], value: dict[str, Any]) -> bool:
    schema = rule_schema(rule, parameters)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema).is_valid(value)


FULL_HD = {"when": {"resolution": ["1080P"]}, "then": {"duration": ["6s"]}}


@pytest.mark.parametrize(
    ("resolution", "duration", "value", "expected"),
    [
        # no defaults: what is omitted satisfies no `when`, and no `then` refuses it
        ({}, {}, {}, True),
        ({}, {}, {"duration": "10s"}, True),
        ({}, {}, {"resolution": "768P", "duration": "10s"}, True),
        ({}, {}, {"resolution": "1080P"}, True),
        ({}, {}, {"resolution": "1080P", "duration": "6s"}, True),
        ({}, {}, {"resolution": "1080P", "duration": "10s"}, False),
        # the default of `when` satisfies the rule: omitting it triggers the rule
        ({"default": "1080P"}, {}, {"duration": "10s"}, False),
        ({"default": "1080P"}, {}, {"duration": "6s"}, True),
        ({"default": "1080P"}, {}, {"resolution": "768P", "duration": "10s"}, True),
        # the default of `when` does not: omitting it leaves the rule asleep
        ({"default": "768P"}, {}, {"duration": "10s"}, True),
        # the default of `then` breaks the rule: it must be given
        ({}, {"default": "10s"}, {"resolution": "1080P"}, False),
        ({}, {"default": "10s"}, {"resolution": "1080P", "duration": "6s"}, True),
        ({}, {"default": "10s"}, {}, True),
        # the default of `then` keeps the rule: it may be omitted
        ({}, {"default": "6s"}, {"resolution": "1080P"}, True),
        # both
        ({"default": "1080P"}, {"default": "10s"}, {}, False),
        ({"default": "1080P"}, {"default": "6s"}, {}, True),
        # a constant is always sent, so it counts as given
        ({"const": "1080P"}, {}, {"resolution": "1080P", "duration": "10s"}, False),
    ],
)
def test_an_omitted_parameter_counts_as_its_default(resolution, duration, value, expected):
    parameters = [parameter("resolution", **resolution), parameter("duration", **duration)]
    assert accepts(FULL_HD, parameters, value) is expected


@pytest.mark.parametrize(
    ("rule", "value", "expected"),
    [
        ({"when": {"a": {"present": True}}, "then": {"b": {"present": False}}}, {"a": "x"}, True),
        ({"when": {"a": {"present": True}}, "then": {"b": {"present": False}}}, {"b": "x"}, True),
        ({"when": {"a": {"present": True}}, "then": {"b": {"present": False}}}, {"a": "x", "b": "x"}, False),
        ({"when": {"a": {"present": False}}, "then": {"b": {"present": True}}}, {}, False),
        ({"when": {"a": {"present": False}}, "then": {"b": {"present": True}}}, {"b": "x"}, True),
        ({"when": {"a": {"present": False}}, "then": {"b": {"present": True}}}, {"a": "x"}, True),
        ({"when": {"a": ["x"]}, "then": {"b": {"max_length": 2}}}, {"a": "x", "b": "123"}, False),
        ({"when": {"a": ["x"]}, "then": {"b": {"max_length": 2}}}, {"a": "x", "b": "12"}, True),
        ({"when": {"a": ["x"]}, "then": {"n": {"minimum": 2, "maximum": 3}}}, {"a": "x", "n": 1}, False),
        ({"when": {"a": ["x"]}, "then": {"n": {"minimum": 2, "maximum": 3}}}, {"a": "x", "n": 4}, False),
        ({"when": {"a": ["x"]}, "then": {"n": {"minimum": 2, "maximum": 3}}}, {"a": "x", "n": 2}, True),
        ({"when": {"a": ["x"]}, "then": {"n": {"exclusive_minimum": 2}}}, {"a": "x", "n": 2}, False),
        ({"when": {"n": {"minimum": 5}}, "then": {"a": ["x"]}}, {"n": 5, "a": "y"}, False),
        ({"when": {"n": {"minimum": 5}}, "then": {"a": ["x"]}}, {"n": 4, "a": "y"}, True),
        ({"when": {"n": {"minimum": 5}}, "then": {"a": ["x"]}}, {"a": "y"}, True),
        ({"when": {"a": ["x"]}, "then": {"tags": {"max_items": 1}}}, {"a": "x", "tags": ["1", "2"]}, False),
        ({"when": {"a": ["x"]}, "then": {"tags": ["1", "2"]}}, {"a": "x", "tags": ["1", "2"]}, True),
        ({"when": {"a": ["x"]}, "then": {"tags": ["1", "2"]}}, {"a": "x", "tags": ["1", "3"]}, False),
        ({"when": {"a": ["x"]}, "then": {"tags": {"max_length": 1}}}, {"a": "x", "tags": ["ab"]}, False),
        ({"when": {"a": ["x"], "b": ["y"]}, "then": {"n": [1]}}, {"a": "x", "n": 2}, True),
        ({"when": {"a": ["x"], "b": ["y"]}, "then": {"n": [1]}}, {"a": "x", "b": "y", "n": 2}, False),
    ],
)
def test_conditions(rule, value, expected):
    parameters = [
        parameter("a"),
        parameter("b"),
        parameter("n", type="integer"),
        parameter("tags", type="array", items={"type": "string"}),
    ]
    assert accepts(rule, parameters, value) is expected


DEFAULTS_OF_THEN = [
    ({"maximum": 5}, "integer", 6, False),
    ({"maximum": 5}, "integer", 5, True),
    ({"minimum": 5}, "integer", 4, False),
    ({"exclusive_maximum": 5}, "number", 5, False),
    ({"exclusive_minimum": 5}, "number", 5.5, True),
    ({"max_length": 2}, "string", "abc", False),
    ({"min_length": 3}, "string", "abc", True),
    ({"max_items": 1}, "array", ["a", "b"], False),
    ({"min_items": 2}, "array", ["a", "b"], True),
    ({"max_length": 1}, "array", ["a", "b"], True),
    (["a"], "array", ["a", "b"], False),
    ([1], "boolean", True, False),
    ([1], "number", 1.0, True),
    ({"minimum": 5}, "string", "a bound on numbers says nothing about text", True),
]


@pytest.mark.parametrize(("condition", "type_", "default", "may_be_omitted"), DEFAULTS_OF_THEN)
def test_a_default_is_judged_as_a_given_value_is(condition, type_, default, may_be_omitted):
    """Leaving a parameter out is refused exactly where giving its default is refused."""
    rule = {"when": {"a": ["x"]}, "then": {"b": condition}}
    parameters = [parameter("a"), parameter("b", type=type_, default=default)]
    assert accepts(rule, parameters, {"a": "x"}) is may_be_omitted
    assert accepts(rule, parameters, {"a": "x", "b": default}) is may_be_omitted


def test_rules_speak_wire_names():
    parameters = [parameter("resolution", wire_name="size"), parameter("duration", wire_name="len")]
    assert not accepts(FULL_HD, parameters, {"size": "1080P", "len": "10s"})
    assert accepts(FULL_HD, parameters, {"resolution": "1080P", "duration": "10s"})


def test_a_rule_carries_its_description():
    assert rule_schema(FULL_HD | {"describe": "Six seconds only."}, [])["description"] == "Six seconds only."
    assert set(rule_schema(FULL_HD, [])) == {"if", "then"}


def test_every_combination_reads_as_the_rule_says():
    """Two parameters with and without defaults, all value pairs: the schema says what the sentence says."""
    choices = ("x", "y", OMITTED)
    for default_a, default_b, a, b in itertools.product(choices, repeat=4):
        parameters = [_with_default("a", default_a), _with_default("b", default_b)]
        given = {name: value for name, value in (("a", a), ("b", b)) if value is not OMITTED}
        counted_a = default_a if a is OMITTED else a
        counted_b = default_b if b is OMITTED else b
        expected = counted_a != "x" or counted_b in {"x", OMITTED}
        rule = {"when": {"a": ["x"]}, "then": {"b": ["x"]}}
        assert accepts(rule, parameters, given) is expected, (default_a, default_b, a, b)


def _with_default(name: str, default: Any) -> dict[str, Any]:
    return parameter(name) if default is OMITTED else parameter(name, default=default)
