"""Answers as plain data."""

from mediawright_generator.plan.answers import leaves, read, read_all


def test_brackets_step_into_items_or_into_the_object_there():
    assert read_all({"a": [{"b": 1}, {"b": 2}]}, "a[].b") == [1, 2]
    assert read_all({"a": {"b": 1}}, "a[].b") == [1]
    assert read({"a": [{"b": None}, {"b": 2}]}, "a[].b") == 2
    assert read({"a": 1}, "a.b") is None


def test_leaves_are_those_to_which_a_path_leads():
    answer = {"a.b": 1, "c": [{"d": 1}, {"d": 2}], "e": [1], "f": {"g": 3}}

    assert leaves(answer) == {"c[].d": [1, 2], "e": [1], "f.g": 3}
