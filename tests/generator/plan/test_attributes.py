"""Names of an answer's fields in Python."""

import pytest

from mediawright_generator.plan.attributes import attribute, read_as


@pytest.mark.parametrize(
    ("name", "python"),
    [
        ("url", "url"),
        ("videoUrl", "videoUrl"),
        ("_id", "field_id"),
        ("from", "from_"),
        ("a-b", None),
        ("1st", None),
        ("schema", None),
        ("model_fields", None),
    ],
)
def test_a_field_has_the_name_of_the_rule_or_none_that_is_promised(name, python):
    assert attribute(name) == python


def test_what_stands_in_a_field_is_read_by_its_attributes():
    names = ["code", "data", "data._id", "data.urls[]", "items", "items[].from", "a-b.c", "missing"]
    body = {"code": 1, "data": {"_id": "x", "urls": ["u"]}, "items": [{"from": "y"}], "a-b": {"c": 1}}

    read = dict(read_as(body, [{"name": each} for each in names]))
    assert read == {"code": 1, "data.field_id": "x", "data.urls": ["u"], "items[0].from_": "y"}
