"""Parameters and rules, from entry to record."""

import pytest

from mediawright_generator.spec.operation import Rule
from mediawright_generator.spec.parameter import Items, Means, Media, Parameter


def test_parameter_with_every_sort_of_fact(record, entry):
    images = {
        "name": "images",
        "type": "array<string>",
        "required": True,
        "describe": "The URLs of the input images. Supported formats include PNG, and JPG. "
        "File size must be between 0.0 MB and 20.0 MB. Maximum 9 file(s).",
    }
    assert record(entry(images)).api_body == (
        Parameter(
            name="images",
            type="array",
            items=Items(type="string"),
            required=True,
            describe="The URLs of the input images.",
            max_items=9,
            media=Media(kind="image", formats=("png", "jpg"), max_megabytes=20),
        ),
    )


@pytest.mark.parametrize(
    ("documented", "keywords"),
    [
        ({"type": "integer", "keywords": [1, 2]}, (1, 2)),
        ({"type": "integer", "keywords": ["1", "2"]}, (1, 2)),
        ({"type": "number", "keywords": [0.5, 1]}, (0.5, 1)),
        ({"type": "boolean", "keywords": [True, False]}, (True, False)),
        ({"type": "string", "keywords": [1, "16:9", True]}, ("1", "16:9", "true")),
        ({"type": "array<integer>", "keywords": [1, 2]}, (1, 2)),
    ],
)
def test_listed_values_are_read_by_type(record, entry, documented, keywords):
    (parameter,) = record(entry({"name": "mode", **documented})).api_body
    assert parameter.keywords == keywords
    assert [type(value) for value in parameter.keywords] == [type(value) for value in keywords]


def test_listed_values_of_another_type_are_named(imported, entry):
    outcome = imported(entry({"name": "count", "type": "integer", "keywords": ["few"]}))
    assert outcome.records[0].api_body[0].keywords == ()
    assert [(line.field, line.text) for line in outcome.unplaced] == [("api_body.count", "['few']")]


def test_condition_becomes_a_rule(record, entry):
    resolution = {
        "name": "resolution",
        "type": "string",
        "describe": "Options: 768P, 1080P (when duration is 6). Default is 768P.",
        "keywords": ["768P", "1080P"],
    }
    duration = {"name": "duration", "type": "integer", "keywords": [6, 10]}
    operation = record(entry(resolution, duration))
    assert operation.api_body[0].keywords == ("768P", "1080P")
    assert operation.rules == (
        Rule(
            when={"resolution": ("1080P",)},
            then={"duration": (6,)},
            describe="resolution 1080P needs duration 6.",
        ),
    )


@pytest.mark.parametrize("duration", [{"name": "length", "keywords": ["6s"]}, {"name": "duration", "keywords": ["8s"]}])
def test_condition_on_something_undocumented_is_named(imported, entry, duration):
    resolution = {"name": "resolution", "type": "string", "describe": "Options: 1080P (when duration is 6s)."}
    outcome = imported(entry(resolution, {"type": "string", **duration}))
    assert outcome.records[0].rules == ()
    assert outcome.records[0].api_body[0].describe == "1080P (when duration is 6s)."
    assert [line.text for line in outcome.unplaced] == ["1080P (when duration is 6s)"]


@pytest.mark.parametrize(
    ("documented", "means"),
    [
        ({"name": "prompt"}, Means(quantity="prompt")),
        ({"name": "duration", "keywords": ["5s"]}, Means(quantity="duration", unit="seconds")),
        ({"name": "duration", "keywords": ["short"]}, None),
        ({"name": "size", "keywords": ["16:9"]}, Means(quantity="aspect_ratio")),
        ({"name": "size", "keywords": ["1K"]}, None),
        ({"name": "ratio"}, None),
        ({"name": "counts", "keywords": ["1"]}, Means(quantity="count", unit="items")),
        ({"name": "mood"}, None),
    ],
)
def test_meaning_of_well_known_names(record, entry, documented, means):
    (parameter,) = record(entry({"type": "string", **documented})).api_body
    assert parameter.means == means


def test_unplaced_prose_has_its_place(imported, entry):
    odd = {"name": "prompt", "type": "string", "describe": "The words. Costs 3 per letter."}
    outcome = imported(entry(odd))
    assert outcome.records[0].api_body[0].describe == "The words. Costs 3 per letter."
    (line,) = outcome.unplaced
    assert str(line) == (
        "paintbox.json:7:15: unplaced: 'api_body.prompt' of 'Easel 2.0' says 'Costs 3 per letter.', "
        "which no pattern reads; put it into the record by hand"
    )
