"""Types and limits in words."""

import pytest

from mediawright_generator.plan.annotations import allowed, annotation, media, unshadowed


@pytest.mark.parametrize(
    ("parameter", "expected"),
    [
        ({"type": "string"}, "str"),
        ({"type": "string", "keywords": ["16:9", "it's"]}, "Literal['16:9', \"it's\"]"),
        ({"type": "string", "keywords": ["a"], "open": True}, "Literal['a'] | str"),
        ({"type": "integer", "keywords": [9, 10]}, "Literal[9, 10]"),
        ({"type": "number", "keywords": [0.5]}, "float"),
        ({"type": "array"}, "list[str]"),
        ({"type": "array", "items": {"type": "integer"}}, "list[int]"),
        ({"type": "array", "keywords": ["a"]}, "list[Literal['a']]"),
        ({"type": "object"}, "dict[str, object] | ResponseModel"),
        ({"type": "array", "single": True}, "list[str] | str"),
        ({"type": "integer", "labels": {"9": "static", "10": "dynamic"}}, "int | Literal['static', 'dynamic']"),
        ({"type": "integer", "labels": {"1": "wide", "2": "wide", "3": "near"}}, "int | Literal['near']"),
        ({"type": "string", "in": "raw"}, "bytes | PathLike[str] | BinaryIO"),
    ],
)
def test_annotation(parameter, expected):
    assert annotation(parameter) == expected


@pytest.mark.parametrize(
    ("parameter", "expected"),
    [
        ({"type": "string", "keywords": ["5s", "8s"]}, "one of '5s', '8s'"),
        ({"type": "string", "keywords": ["5s"]}, "'5s'"),
        ({"type": "string", "max_length": 800}, "a string of at most 800 characters"),
        ({"type": "string", "min_length": 1, "max_length": 1}, "a string of 1 to 1 character"),
        ({"type": "integer", "minimum": 0, "maximum": 4294967295}, "an integer at least 0 and at most 4294967295"),
        ({"type": "number", "exclusive_minimum": 0.5}, "a number more than 0.5"),
        ({"type": "array", "max_items": 9}, "a list of at most 9 items, each a string"),
        ({"maximum": 5}, "a value at most 5"),
    ],
)
def test_what_is_allowed(parameter, expected):
    assert allowed(parameter) == expected


def test_media():
    facts = {"kind": "image", "formats": ["png"], "max_megabytes": 20, "min_size": "3x3", "max_size": "9x9"}

    assert media(facts) == "an image (png), at most 20 MB, 3x3 to 9x9 pixels"


def test_a_method_named_like_a_type_does_not_stand_for_it():
    assert unshadowed("list[str] | Literal['list']", {"list"}) == "builtins.list[str] | Literal['list']"
    assert unshadowed("list[str]", {"status"}) == "list[str]"
