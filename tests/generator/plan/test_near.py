"""Values near those that a parameter accepts."""

import pytest

from mediawright_generator.plan.near import near

STRING, WHOLE = {"type": "string"}, {"type": "integer"}


@pytest.mark.parametrize(
    ("parameter", "values"),
    [
        (STRING, [7]),
        ({**STRING, "keywords": ["5s"]}, [7, "5S", "4s", "6s", "5", 5]),
        ({**STRING, "keywords": ["5s", "6s"]}, [7, "5S", "4s", "5", 5, "6S", "7s", "6", 6]),
        ({**STRING, "keywords": ["720"]}, [720, "719", "721"]),
        ({**STRING, "keywords": ["720"], "in": "query"}, ["719", "721"]),
        ({**STRING, "keywords": ["fast"]}, [7, "FAST", "Fast"]),
        ({**STRING, "keywords": ["fast"], "open": True}, [7]),
        (WHOLE, ["1", 1.5, 0.5]),
        ({**WHOLE, "keywords": [3, 4]}, ["3", 3.5, 2.5, 2, "4", 4.5, 5]),
        ({**WHOLE, "keywords": [3], "labels": {"3": "three", "4": "3"}}, [3.5, 2.5, 2, 4]),
        ({"type": "number", "minimum": 0.5}, ["0.5"]),
        ({"type": "boolean"}, [1, "true"]),
        ({"type": "array", "items": {"type": "string", "keywords": ["5s"]}}, [[7], ["5S"], ["4s"], ["6s"], ["5"], [5]]),
        ({**STRING, "in": "raw"}, []),
    ],
)
def test_what_is_near_is_refused(parameter, values):
    assert [repr(each) for each in near(parameter)] == [repr(each) for each in values]


def test_what_other_operations_take_by_that_name_is_near():
    """Promise: a value of another operation that slips into a list is noticed."""
    mine = {**STRING, "keywords": ["5s", "10s"]}
    other = {**STRING, "keywords": ["8s", "10s", "20s"]}

    assert {"8s", "20s"} <= set(near(mine, [mine, other, {**WHOLE, "keywords": [3]}]))
    assert "10s" not in set(near(mine, [mine, other]))


def test_of_long_lists_only_some_are_tried():
    values = [f"style-{number}" for number in range(200)]

    assert len(list(near({**STRING, "keywords": values}))) < 60
    assert len(list(near({**STRING, "keywords": ["a"]}, [{**STRING, "keywords": values}]))) < 30
