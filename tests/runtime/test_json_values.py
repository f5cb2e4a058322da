"""What JSON values are."""

import pytest

from mediawright_runtime.json_values import amount, count, is_multiple, is_typed, length, same, size


@pytest.mark.parametrize(
    ("value", "types"),
    [
        ("a", ["string"]),
        (1, ["integer", "number"]),
        (1.5, ["number"]),
        (True, ["boolean"]),
        (None, ["null"]),
        ([1], ["array"]),
        ({"a": 1}, ["object"]),
        (float("nan"), []),
        (float("inf"), []),
        (b"a", []),
    ],
)
def test_types(value, types):
    kinds = ("string", "integer", "number", "boolean", "null", "array", "object", "file")
    assert [each for each in kinds if is_typed(value, each)] == types


def test_one_of_several_types_suffices():
    assert is_typed(None, ["string", "null"])
    assert not is_typed(1, ["string", "null"])


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (1, 1.0, True),
        (True, 1, False),
        (False, 0, False),
        ([1, True], [1.0, True], True),
        ([1], [1, 2], False),
        ({"a": [1]}, {"a": [True]}, False),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, True),
        ({"a": None}, {}, False),
        ("1", 1, False),
    ],
)
def test_values_are_the_same_as_json_has_them(one, other, alike):
    assert same(one, other) is alike
    assert same(other, one) is alike


@pytest.mark.parametrize(
    ("value", "step", "is_one"),
    [(0.3, 0.1, True), (0.35, 0.1, False), (1e300, 1e-300, False), (0, 5, True), (-4, 2, True), (3, 2, False)],
)
def test_multiples_are_as_near_as_floats_can_say(value, step, is_one):
    assert is_multiple(value, step) is is_one


def test_only_what_has_a_measure_is_measured():
    assert (amount(2), amount(True), amount("2")) == (2, None, None)
    assert (length("纸船"), length(["a"])) == (2, None)
    assert (count([1, 2]), count("ab")) == (2, None)
    assert (size({"a": 1}), size([1])) == (1, None)
