"""Sample values: the last that is accepted, and the first that is refused."""

import pytest

from mediawright_generator.plan.samples import accepted, accepts, holds, long_text, outside, refused, sample

PARAMETERS = [
    {"type": "string"},
    {"type": "string", "min_length": 3, "max_length": 5},
    {"type": "string", "max_length": 40},
    {"type": "string", "min_length": 40},
    {"type": "string", "keywords": ["a", "b"]},
    {"type": "string", "media": {"kind": "video"}},
    {"type": "integer", "minimum": 2, "maximum": 4},
    {"type": "integer", "exclusive_minimum": 2, "exclusive_maximum": 4},
    {"type": "integer", "maximum": -3},
    {"type": "integer", "keywords": [9, 10]},
    {"type": "number", "exclusive_minimum": 0.5, "maximum": 1.5},
    {"type": "boolean"},
    {"type": "array", "items": {"type": "integer", "minimum": 3}, "min_items": 2, "max_items": 3},
    {"type": "array", "keywords": ["a", "b"]},
    {"type": "object"},
]


@pytest.mark.parametrize("parameter", PARAMETERS, ids=str)
def test_a_sample_and_every_boundary_is_accepted(parameter):
    assert accepts(parameter, sample(parameter))
    assert all(accepts(parameter, value) for _, value in accepted(parameter))


@pytest.mark.parametrize("parameter", PARAMETERS, ids=str)
def test_what_is_one_step_beyond_is_not_accepted(parameter):
    beyond = [value for what, value in refused(parameter) if "type" not in what and "item that" not in what]

    assert not any(accepts(parameter, value) for value in beyond)


@pytest.mark.parametrize(
    ("parameter", "inside", "beyond"),
    [
        ({"type": "string", "min_length": 3, "max_length": 5}, ["xxx", "xxxxx"], ["xx", "xxxxxx"]),
        ({"type": "integer", "minimum": 2, "maximum": 4}, [2, 4], [1, 5]),
        ({"type": "integer", "exclusive_minimum": 2, "exclusive_maximum": 4}, [3, 3], [2, 4]),
        ({"type": "string", "min_length": 0}, [""], []),
        ({"type": "string", "keywords": ["a", "b"]}, ["a", "b"], ["no such value"]),
        ({"type": "integer", "keywords": [9, 10]}, [9, 10], [11]),
    ],
    ids=str,
)
def test_boundaries(parameter, inside, beyond):
    assert [value for _, value in accepted(parameter)] == inside
    assert [value for what, value in refused(parameter) if "type" not in what] == beyond


def test_every_item_is_probed_too():
    parameter = {"type": "array", "items": {"type": "integer", "minimum": 3}}

    assert ("an item that is one step beyond minimum", [2]) in list(refused(parameter))


@pytest.mark.parametrize(
    ("parameter", "values"),
    [
        ({"type": "array", "items": {"type": "integer", "keywords": [1, 2]}, "min_items": 2}, [[1, 1], [2, 2], [1, 1]]),
        ({"type": "array", "items": {"type": "integer", "minimum": 3}}, [[3]]),
        ({"type": "array", "items": {"type": "boolean"}}, [[True], [False]]),
    ],
    ids=str,
)
def test_every_documented_item_is_accepted_in_a_list_that_is_long_enough(parameter, values):
    assert [value for _, value in accepted(parameter)] == values


@pytest.mark.parametrize("bound", [1e15, 1e-9, 123456789.5])
def test_one_step_beyond_is_another_number(bound):
    """A fixed step would be lost in a large number."""
    assert next(outside({"type": "number"}, "maximum", bound)) > bound


def test_a_step_fits_between_close_bounds():
    parameter = {"type": "number", "exclusive_minimum": 0, "exclusive_maximum": 0.0005}

    assert accepts(parameter, sample(parameter))


def test_true_is_not_one():
    assert not holds([1], value=True)
    assert not holds([True], 1)


def test_a_raw_body_is_bytes():
    parameter = {"type": "string", "in": "raw"}

    assert isinstance(sample(parameter), bytes)
    assert [value for _, value in accepted(parameter)] == []


@pytest.mark.parametrize(
    ("parameter", "lengths"),
    [
        ({"type": "string"}, [10_000]),
        ({"type": "string", "max_tokens": 77}, [10_000]),
        ({"type": "string", "in": "query"}, [10_000]),
        ({"type": "array", "items": {"type": "string"}}, [1]),
        ({"type": "string", "max_length": 99}, []),
        ({"type": "string", "keywords": ["a"]}, []),
        ({"type": "string", "media": {"kind": "image"}}, []),
        ({"type": "string", "pattern": "x"}, []),
        ({"type": "string", "in": "path"}, []),
        ({"type": "integer"}, []),
    ],
)
def test_free_text_is_long_where_no_bound_is_documented(parameter, lengths):
    assert [len(each) for each in long_text(parameter)] == lengths
