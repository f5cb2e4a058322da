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


def test_whole_numbers_between_those_of_a_list_are_near():
    """Promise: a duration of another operation that slips into a list is noticed."""
    assert {"6s", "7s", "8s", "9s"} <= set(near({**STRING, "keywords": ["10s", "5s"]}))
    assert {6, 7, 8, 9} <= {each for each in near({**WHOLE, "keywords": [5, 10]}) if type(each) is int}
    assert "8s" not in set(near({**STRING, "keywords": ["5s", "10min"]}))


def test_of_long_lists_only_some_are_tried():
    values = [f"style-{number}" for number in range(200)]

    assert len(list(near({**STRING, "keywords": values}))) < 60
    assert len(list(near({**WHOLE, "keywords": [1, 1_000_000]}))) < 30
