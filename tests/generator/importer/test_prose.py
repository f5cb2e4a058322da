import pytest

from mediawright_generator.importer.facts import Condition, Subject
from mediawright_generator.importer.prose import PATTERNS, media_sort, read_hint, read_prose, sentences

TEXT = Subject("prompt", "string")
PICTURE = Subject("image", "string", media="image")
CLIP = Subject("video", "string", media="video")
PICTURES = Subject("images", "array", "string", media="image")
COUNT = Subject("count", "integer")
SCALE = Subject("scale", "number")
FLAG = Subject("loop", "boolean")

SENTENCES = [
    ("options", TEXT, "Options: Multi, Single.", {"keywords": ("Multi", "Single")}),
    ("options", COUNT, "Allowed values are 1, 2, or 4.", {"keywords": (1, 2, 4)}),
    ("options", SCALE, "Options: 0.5, 1.", {"keywords": (0.5, 1)}),
    ("min-length", TEXT, "Minimum string length: 3.", {"min_length": 3}),
    ("max-length", TEXT, "Maximum string length: 1200.", {"max_length": 1200}),
    ("max-length", TEXT, "Max length is 1,200 characters", {"max_length": 1200}),
    ("min-characters", TEXT, "At least 2 characters.", {"min_length": 2}),
    ("max-characters", TEXT, "Up to 80 characters.", {"max_length": 80}),
    ("length-range", TEXT, "Must be between 1 and 800 characters.", {"min_length": 1, "max_length": 800}),
    ("length-between", TEXT, "Length must be between 1 and 800.", {"min_length": 1, "max_length": 800}),
    ("min-items", PICTURES, "Minimum 2 file(s).", {"min_items": 2}),
    ("max-items", PICTURES, "Maximum 9 file(s).", {"max_items": 9}),
    ("item-range", PICTURES, "Between 1 and 4 images.", {"min_items": 1, "max_items": 4}),
    ("formats", PICTURE, "Supported formats include PNG, JPEG, and JPG.", {"media.formats": ("png", "jpeg", "jpg")}),
    ("formats", CLIP, "Supported formats include MP4 and MOV.", {"media.formats": ("mp4", "mov")}),
    ("megabytes", PICTURE, "File size must be between 0.0 MB and 20.0 MB.", {"media.max_megabytes": 20}),
    (
        "megabytes",
        PICTURE,
        "File size must be between 0.5 MB and 20 MB.",
        {"media.min_megabytes": 0.5, "media.max_megabytes": 20},
    ),
    ("max-megabytes", PICTURE, "Maximum file size: 20 MB.", {"media.max_megabytes": 20}),
    (
        "sizes",
        PICTURES,
        "Image resolution must be between 300x300 and 1280x1280.",
        {"media.min_size": "300x300", "media.max_size": "1280x1280"},
    ),
    (
        "sizes",
        CLIP,
        "Video resolution must be between 720 x 720 and 2160 x 2160.",
        {"media.min_size": "720x720", "media.max_size": "2160x2160"},
    ),
    (
        "ratios",
        PICTURE,
        "Aspect ratio must be between 0.4:1 and 2.5:1.",
        {"media.min_ratio": "0.4:1", "media.max_ratio": "2.5:1"},
    ),
    ("fps", CLIP, "Frame rate must be between 24 and 60 FPS.", {"media.min_fps": 24, "media.max_fps": 60}),
    ("seconds", CLIP, "Duration must be between 3 and 30 seconds.", {"media.min_seconds": 3, "media.max_seconds": 30}),
    ("seconds", COUNT, "Duration must be between 3 and 30 seconds.", {"minimum": 3, "maximum": 30}),
    ("range", COUNT, "Must be between 1 and 10.", {"minimum": 1, "maximum": 10}),
    ("range", COUNT, "Range: 1-10.", {"minimum": 1, "maximum": 10}),
    ("range", SCALE, "Range: -0.5 to 1.", {"minimum": -0.5, "maximum": 1}),
    ("minimum", COUNT, "Minimum value: 1.", {"minimum": 1}),
    ("maximum", SCALE, "Maximum is 2.5.", {"maximum": 2.5}),
    ("default", TEXT, "Default is 16:9.", {"default": "16:9"}),
    ("default", TEXT, "Default value: `off`.", {"default": "off"}),
    ("default", COUNT, "Defaults to 4.", {"default": 4}),
    ("default", FLAG, "Default is True.", {"default": True}),
]


@pytest.mark.parametrize(("name", "subject", "sentence", "facts"), SENTENCES)
def test_sentence_becomes_facts(name, subject, sentence, facts):
    reading = read_prose(sentence, subject, {})
    assert dict(reading.facts) == facts
    assert (reading.describe, reading.leftovers) == ("", ())


def test_every_pattern_has_a_sentence_that_only_it_reads():
    first = {
        (name, sentence): next(each.name for each in PATTERNS if each.regex.fullmatch(sentence.rstrip(".")))
        for name, _, sentence, _ in SENTENCES
    }
    assert all(name == found for (name, _), found in first.items())
    assert {pattern.name for pattern in PATTERNS} == {name for name, *_ in SENTENCES}


def test_condition_in_options():
    reading = read_prose("Options: 768P, 1080P (when duration is 6s or 8s).", TEXT, {})
    assert reading.facts["keywords"] == ("768P", "1080P")
    assert reading.facts["conditions"] == (Condition("1080P", "duration", ("6s", "8s")),)


def test_leading_sentence_stays_and_is_not_left_over():
    reading = read_prose("The words to paint. Maximum string length: 9.", TEXT, {})
    assert (reading.describe, reading.leftovers) == ("The words to paint.", ())


@pytest.mark.parametrize(
    "text",
    [
        "At most nine words and 3 lines.",
        "Only read when loop is on.",
        "Maximum string length: 1200 for English, 600 otherwise.",
        "Options: 1K (small), 2K (large).",
        "Options: red, black and white.",
        "Default is the length of the input.",
        "Image resolution must be between 1x1 and 9x9.",
        "Range: 1-10.",
        "Maximum 9 file(s).",
    ],
)
def test_what_cannot_be_placed_stays_and_is_left_over(text):
    """Prose is never dropped: it stays in the description and is named."""
    reading = read_prose(f"The words. {text}", TEXT, {})
    assert dict(reading.facts) == {}
    assert reading.describe == f"The words. {text}"
    assert [left.text for left in reading.leftovers] == [text]


@pytest.mark.parametrize(
    ("subject", "text", "kept", "reason"),
    [
        (TEXT, "Default is a. Default is b.", {"default": "a"}, "contradicts default 'a'"),
        (TEXT, "Maximum length: 5. Minimum length: 9.", {"min_length": 9}, "puts min_length 9 above max_length 5"),
        (COUNT, "Range: 1-10. Default is 11.", {"minimum": 1, "maximum": 10}, "puts default 11 outside the range"),
        (COUNT, "Range: 1.5-10.", {}, "is not a whole number"),
        (
            PICTURE,
            "Aspect ratio must be between 2:1 and 1:2.",
            {},
            "puts media.min_ratio '2:1' above media.max_ratio '1:2'",
        ),
        (PICTURE, "Video resolution must be between 1x1 and 9x9.", {}, "is about a file of sort 'video'"),
        (
            TEXT,
            "Options: a, b. Default is c.",
            {"keywords": ("a", "b")},
            "puts default 'c' outside keywords ('a', 'b')",
        ),
    ],
)
def test_contradiction_is_left_over_and_overwrites_nothing(subject, text, kept, reason):
    reading = read_prose(text, subject, {})
    assert dict(reading.facts) == kept
    assert [left.reason for left in reading.leftovers] == [reason]
    assert reading.leftovers[0].text in reading.describe


def test_options_that_disagree_with_the_list_are_left_over():
    subject = Subject("mode", "string", keywords=("a", "b"))
    reading = read_prose("Options: a, b, c.", subject, {"keywords": ("a", "b")})
    assert dict(reading.facts) == {"keywords": ("a", "b")}
    assert reading.leftovers[0].reason == "contradicts keywords ('a', 'b')"


def test_options_are_split_as_the_list_says():
    words = ("red", "black and white")
    reading = read_prose(
        "Options: red, black and white.", Subject("tone", "string", keywords=words), {"keywords": words}
    )
    assert reading.leftovers == ()


def test_hint_gives_lengths():
    reading = read_hint("<Your prompt text, 1-800 characters>", TEXT, {"max_length": 800})
    assert dict(reading.facts) == {"min_length": 1, "max_length": 800}
    assert reading.leftovers == ()


def test_hint_that_contradicts_is_left_over():
    reading = read_hint("<Your prompt text, 1-900 characters>", TEXT, {"max_length": 800})
    assert dict(reading.facts) == {"max_length": 800}
    assert [left.text for left in reading.leftovers] == ["1-900 characters"]


def test_plain_placeholder_says_nothing():
    assert read_hint("<string>", TEXT, {}).leftovers == ()


def test_full_stop_within_a_figure_ends_no_sentence():
    assert sentences("Between 0.5 and v2.1 of it. More.\nEnd") == ("Between 0.5 and v2.1 of it.", "More.", "End")


@pytest.mark.parametrize(
    ("name", "text", "sort"),
    [
        ("image", "The URL of the input image.", "image"),
        ("clips", "The URLs of the source videos. Maximum 3 file(s).", "video"),
        ("voice", "Link to an audio file.", "audio"),
        ("photo", "Supported formats include PNG.", "image"),
        ("file", "Video resolution must be between 1x1 and 9x9.", "video"),
        ("callback", "The URL of the video callback.", None),
        ("prompt", "What the image shows.", None),
    ],
)
def test_media_sort(name, text, sort):
    assert media_sort(name, text) == sort
