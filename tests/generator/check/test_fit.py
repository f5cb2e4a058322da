import pytest

from mediawright_generator.check.fit import enum, is_one_of, keyword_misfit, misfit
from mediawright_generator.spec import Parameter


def parameter(**facts):
    return Parameter.model_validate({"name": "p", **facts})


def told(value, **facts):
    found = misfit(value, parameter(**facts))
    return found and (found.aspect, found.what)


@pytest.mark.parametrize(
    ("kind", "good", "bad", "words"),
    [
        ("string", "a", 1, "is not text"),
        ("integer", 1, 1.0, "is not a whole number"),
        ("integer", 0, False, "is not a whole number"),
        ("number", 1, "1", "is not a number"),
        ("number", 0.5, True, "is not a number"),
        ("boolean", True, "True", "is not true or false"),
        ("boolean", False, 0, "is not true or false"),
        ("object", {}, (), "is not a mapping"),
        ("string", "", None, "is not text"),
    ],
)
def test_a_value_is_of_the_type(kind, good, bad, words):
    assert told(good, type=kind) is None
    assert told(bad, type=kind) == ("type", words)


def test_a_quoted_number_is_told_to_lose_its_quotes():
    assert misfit("5", parameter(type="integer")).remedy == "remove the quotes"
    assert misfit("five", parameter(type="integer")).remedy == "write a whole number"
    assert misfit("5", parameter(type="array", items={"type": "integer"})).remedy == "write it as a list"


@pytest.mark.parametrize(
    ("facts", "good", "bad", "words"),
    [
        ({"type": "integer", "minimum": 1}, 1, 0, "is below the minimum 1"),
        ({"type": "integer", "maximum": 9}, 9, 10, "is above the maximum 9"),
        ({"type": "number", "exclusive_minimum": 0}, 0.1, 0, "is not above the exclusive minimum 0"),
        ({"type": "number", "exclusive_maximum": 1}, 0.9, 1, "is not below the exclusive maximum 1"),
        ({"type": "string", "min_length": 2}, "纸船", "船", "is shorter than 2 characters"),
        ({"type": "string", "max_length": 1}, "船", "纸船", "is longer than 1 characters"),
        ({"type": "array", "items": "string", "min_items": 1}, ("a",), (), "has fewer than 1 items"),
        ({"type": "array", "items": "string", "max_items": 1}, ("a",), ("a", "b"), "has more than 1 items"),
    ],
)
def test_bounds_hold_at_the_bound_and_refuse_one_step_beyond(facts, good, bad, words):
    assert told(good, **facts) is None
    assert told(bad, **facts) == ("range", words)


def test_keywords_are_all_values_unless_they_are_open():
    assert told("8s", type="string", keywords=("5s", "10s")) == ("enum", "is not one of '5s', '10s'")
    assert told("8s", type="string", keywords=("5s", "10s"), open=True) is None
    assert told("5s", type="string", keywords=("5s", "10s")) is None


@pytest.mark.parametrize("place", [{"keywords": ("a", "b")}, {"items": {"type": "string", "keywords": ("a", "b")}}])
def test_keywords_of_an_array_are_those_of_its_items(place):
    facts = {"type": "array", "items": {"type": "string"}, **place}
    assert told(("a", "b"), **facts) is None
    assert told(("a", "c"), **facts) == ("enum", "has the item 'c', which is not one of 'a', 'b'")
    assert misfit(("a", "c"), parameter(**facts)).path == (1,)


def test_items_of_an_array_keep_their_own_bounds():
    facts = {"type": "array", "items": {"type": "string", "max_length": 2}}
    assert told(("ab", "abc"), **facts) == ("range", "has the item 'abc', which is longer than 2 characters")


def test_bounds_that_contradict_each_other_and_keywords_of_another_type_judge_nothing():
    assert told(5, type="integer", minimum=9, maximum=1) is None
    assert told(7, type="integer", keywords=("5", "6")) is None
    assert enum(parameter(type="integer", keywords=("5", "6"))) is None


def test_a_keyword_is_held_against_type_and_bounds():
    assert keyword_misfit("a", parameter(type="integer")).aspect == "type"
    assert keyword_misfit(9, parameter(type="integer", maximum=8)).aspect == "range"
    assert keyword_misfit(8, parameter(type="integer", maximum=8)) is None


def test_values_compare_as_in_json():
    assert is_one_of(1.0, (1,))
    assert not is_one_of(True, (1,))
    assert not is_one_of(0, (False,))
