"""What an entry says beside parameters, examples and answers."""

import pytest

from mediawright_generator.spec.operation import Header, Source


def test_plain_keys_go_over_as_they_are(record, entry):
    operation = record(
        entry(model_code="e-2", status=2, title="Easel", created_at="4/3/2026 18:16:03", updated_at="2026-03-06")
    )
    assert (operation.id, operation.name, operation.model_code, operation.status) == (7, "Easel 2.0", "e-2", 2)
    assert (operation.title, operation.created_at, operation.updated_at) == ("Easel", "2026-03-04", "2026-03-06")
    assert operation.endpoint == "/v1/easel"
    assert operation.sources == (
        Source(document="paintbox.json", lines="2-14", read_on="2026-11-20", verified_live=False),
    )


@pytest.mark.parametrize(("title", "category"), [("Image To Video", "image_to_video"), ("Posters", "text_to_image")])
def test_category_is_the_slug_of_the_title_or_lists_it(record, entry, title, category):
    assert record(entry(api_body={"category": [{"title": title, "list": []}]})).category == category


def test_headers_beside_those_of_the_vendor(imported, entry):
    rows = [
        {"name": "X-KEY", "value": "Your key"},
        {"name": "Content-Type", "value": "application/json"},
        {"name": "X-Mode", "value": "fast"},
        {"name": "X-Region", "value": "Where you are"},
    ]
    outcome = imported(entry(api_header={"list": rows}))
    assert outcome.records[0].api_header == (Header(name="X-Mode", value="fast"),)
    assert [(line.field, line.text) for line in outcome.unplaced] == [("api_header.X-Region", "Where you are")]


def test_unknown_keys_are_named_with_their_values(imported, entry):
    parameter = {"name": "prompt", "type": "string", "example": [1]}
    outcome = imported(entry(parameter, price=3, content={"a": None}))
    assert [(line.field, line.text) for line in outcome.unplaced] == [
        ("api_body.prompt.example", "[1]"),
        ("price", "3"),
        ("content", '{"a": null}'),
    ]


def test_caption_with_figures_is_named(imported, entry):
    body = {"title": "At most 3 at a time", "category": [{"title": "Text To Image", "list": []}]}
    outcome = imported(entry(api_body=body))
    assert [(line.field, line.text) for line in outcome.unplaced] == [("api_body.title", "At most 3 at a time")]


@pytest.mark.parametrize(
    ("changes", "rule", "what"),
    [
        ({"endpoint": "https://elsewhere.example/v1"}, "foreign-endpoint", "is not an address below"),
        ({"endpoint": "https://api.paintbox.example.evil/v1"}, "foreign-endpoint", "is not an address below"),
        ({"endpoint": "https://api.paintbox.example/v1?a=1"}, "foreign-endpoint", "is not an address below"),
        ({"name": "\u753b\u67b6"}, "name-without-slug", "has no letter or digit"),
        (
            {"api_body": {"category": [{"title": "\u6587\u751f\u56fe", "list": []}]}},
            "title-without-category",
            "does not name a category",
        ),
    ],
)
def test_entry_without_a_place_among_the_specs(imported, entry, changes, rule, what):
    outcome = imported(entry(**changes))
    (problem,) = outcome.problems
    assert outcome.records == ()
    assert (problem.rule, what in problem.what) == (rule, True)
