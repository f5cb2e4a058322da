import pytest


def bounded(kind, low, high):
    return f"{{name: a, type: {kind}, {low}, {high}}}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{name: a, type: integer, minimum: 2, maximum: 1}", "minimum 2 is above maximum 1"),
        ("{name: a, type: number, exclusive_minimum: 1, maximum: 1}", "exclusive_minimum 1 is not below maximum 1"),
        ("{name: a, type: number, minimum: 1, exclusive_maximum: 1}", "minimum 1 is not below exclusive_maximum 1"),
        (
            "{name: a, type: number, exclusive_minimum: 1, exclusive_maximum: 1}",
            "exclusive_minimum 1 is not below exclusive_maximum 1",
        ),
        ("{name: a, type: string, min_length: 2, max_length: 1}", "min_length 2 is above max_length 1"),
        ("{name: a, type: array, items: string, min_items: 2, max_items: 1}", "min_items 2 is above max_items 1"),
        ("{name: a, type: array, items: {type: integer, minimum: 2, maximum: 1}}", "minimum 2 is above maximum 1"),
        *(
            (f"{{name: a, type: string, media: {{kind: video, min_{what}: {low}, max_{what}: {high}}}}}", words)
            for what, low, high, words in (
                ("megabytes", 2, 1, "min_megabytes 2 is above max_megabytes 1"),
                ("fps", 30, 24.5, "min_fps 30 is above max_fps 24.5"),
                ("seconds", 6, 5, "min_seconds 6 is above max_seconds 5"),
                ("size", "300x300", "300x299", "min_size '300x300' is above max_size '300x299'"),
                ("ratio", "'3:1'", "'5:2'", "min_ratio '3:1' is above max_ratio '5:2'"),
                ("ratio", "'1:0'", "'1:1'", "min_ratio '1:0' is above max_ratio '1:1'"),
            )
        ),
    ],
)
def test_bounds_that_leave_nothing(told_of_body, text, words):
    assert [line.split(": ", 2)[1:] for line in told_of_body(text)] == [["minimum-above-maximum", words]]


@pytest.mark.parametrize(
    "text",
    [
        "{name: a, type: integer, minimum: 1, maximum: 1}",
        "{name: a, type: number, exclusive_minimum: 0, maximum: 1}",
        "{name: a, type: string, min_length: 0, max_length: 0}",
        "{name: a, type: string, media: {kind: image, min_size: 300x300, max_size: 300x300}}",
        "{name: a, type: string, media: {kind: image, min_ratio: '0.4:1', max_ratio: '2:5'}}",
    ],
)
def test_bounds_that_leave_one_value(told_of_body, text):
    assert told_of_body(text) == []


def test_a_default_between_contradicting_bounds_is_not_a_second_mistake(told_of_body):
    found = told_of_body("{name: a, type: integer, minimum: 9, maximum: 1, default: 5}")
    assert [line.split(": ")[1] for line in found] == ["minimum-above-maximum"]


@pytest.mark.parametrize(
    ("kind", "bound"),
    [
        ("string", "minimum: 1"),
        ("string", "max_items: 1"),
        ("integer", "max_length: 1"),
        ("integer", "max_tokens: 9"),
        ("number", "media: {kind: image}"),
        ("boolean", "exclusive_maximum: 1"),
        ("object", "min_length: 1"),
        ("array, items: integer", "minimum: 1"),
        ("array, items: {type: string, minimum: 1}", "max_items: 1"),
    ],
)
def test_bounds_that_say_nothing(told_of_body, kind, bound):
    found = told_of_body(f"{{name: a, type: {kind}, {bound}}}")
    assert [line.split(": ")[1] for line in found] == ["bound-on-another-type"]


def test_bounds_in_rules_are_checked_too(told):
    found = told(
        "api_body: [{name: a, type: string}, {name: b, type: array, items: integer}]\n"
        "rules:\n"
        "  - {when: {a: {minimum: 1}}, then: {b: {maximum: 1, max_items: 2}}}\n"
        "  - {when: {a: x}, then: {b: {minimum: 2, maximum: 1}}}\n"
    )
    assert [line.split(": ")[:2] for line in found] == [
        ["0.yaml:7:17", "bound-on-another-type"],
        ["0.yaml:8:40", "minimum-above-maximum"],
    ]


def test_whole_numbers_have_whole_bounds(told_of_body):
    assert told_of_body("{name: a, type: integer, minimum: 0.5, maximum: 9.0}") == [
        "0.yaml:6:39: bound-on-another-type: minimum 0.5 of whole numbers is none"
    ]
