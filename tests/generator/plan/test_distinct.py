"""Values for many parameters at once."""

import pytest

from mediawright_generator.plan.distinct import distinct


@pytest.mark.parametrize(
    ("facts", "values"),
    [
        ({"type": "string"}, ["a paper boat sails", "a paper boat sails 2"]),
        ({"type": "string", "max_length": 10}, ["a paper bo", "a paper 2"]),
        (
            {"type": "string", "media": {"kind": "image"}},
            ["https://example.com/in.png", "https://example.com/in-2.png"],
        ),
        ({"type": "integer", "minimum": 4}, [4, 6]),
        ({"type": "array", "items": {"type": "string"}}, [["a paper boat sails"], ["a paper boat sails 2"]]),
        ({"type": "integer", "minimum": 4, "maximum": 4}, [4, 4]),
        ({"type": "boolean"}, [True, True]),
    ],
)
def test_two_parameters_have_two_values_where_that_may_be(facts, values):
    """Promise: a client that sends one argument in the place of another is noticed."""
    assert list(distinct([{"name": "one", **facts}, {"name": "other", **facts}])) == [
        ("one", values[0]),
        ("other", values[1]),
    ]
