"""Which operations can do what is asked: from contracts alone, rules applied, and what is unknown is no match."""

import json
import subprocess
import sys

import pytest

import mediawright
from mediawright_runtime.catalogue import read, select
from mediawright_runtime.declarations import Constraint
from mediawright_runtime.errors import InvalidRequestError

SECONDS = {"quantity": "duration", "unit": "seconds"}


def parameter(name, **facts):
    return {"name": name, "wire_name": name, "python_name": name, "in": "body", "type": "string", "required": False} | (
        facts
    )


def operation(*parameters, rules=(), python="image_to_video.big", **facts):
    category, _, name = python.partition(".")
    made = {"name": name.title(), "category": category, "python": python, "output_kind": "video", "description": ""}
    return made | {"api_body": list(parameters), "rules": list(rules)} | facts


@pytest.fixture(name="entries")
def written(tmp_path):
    """Writes the contract of a vendor that does not exist, and reads its entries."""

    def write(*operations, vendor="acme"):
        (tmp_path / vendor).mkdir()
        contract = {"format": 1, "vendor": vendor, "operations": operations}
        (tmp_path / vendor / "contract.json").write_text(json.dumps(contract), encoding="utf-8")
        return read(tmp_path)

    return write


@pytest.fixture(name="answers")
def asking(entries):
    """Whether an operation of these parameters and rules answers a question."""

    def ask(*parameters, rules=(), **facts):
        return bool(select(entries(operation(*parameters, rules=rules)), facts))

    return ask


LONG = parameter("duration", keywords=["6s", "10s"], default="6s", means=SECONDS)
SHARP = parameter("resolution", keywords=["768P", "1080P"], default="768P", means={"quantity": "resolution"})
ONLY_SHORT = {"when": {"resolution": ["1080P"]}, "then": {"duration": ["6s"]}, "describe": "Six seconds only."}


def test_an_entry_says_what_its_record_says(entries):
    duration = LONG | {"labels": {"6s": "short"}, "describe": "Length."}
    picture = parameter("image", required=True, media={"kind": "image", "formats": ["png"], "max_megabytes": 20})
    source = {"document": "a.txt", "lines": "1-9", "read_on": "2026-11-20", "verified_live": False}
    reading = {"value": "6 s", "document": "a.txt", "lines": "3"}
    dispute = {"fact": "api_body.duration", "readings": [reading], "taken": "6s", "reason": "The sample."}
    (entry,) = entries(
        operation(
            picture,
            duration,
            SHARP,
            rules=[ONLY_SHORT],
            model_code="i2v-big",
            task={"name": "generation"},
            expected_seconds=[60, 180],
            sources=[source],
            disputes=[dispute],
        )
    )

    assert (entry.vendor, entry.python, entry.capability) == ("acme", "image_to_video.big", "image_to_video")
    assert (entry.model_code, entry.starts_task, entry.expected_seconds) == ("i2v-big", True, (60, 180))
    assert [each.name for each in entry.parameters] == ["image", "duration", "resolution"]
    assert (entry.parameters[0].media.formats, entry.parameters[0].media.max_megabytes) == (("png",), 20)
    assert entry.parameters[1].keywords == ("6s", "10s")
    assert entry.parameters[1].labels == (("6s", "short"),)
    assert entry.parameters[1].means.unit == "seconds"
    assert entry.rules[0].when == (("resolution", Constraint(values=("1080P",))),)
    assert (entry.sources[0].lines, entry.sources[0].verified_live) == ("1-9", False)
    assert entry.disputes[0].readings[0].document == "a.txt"


def test_an_entry_is_frozen_all_through(entries):
    (entry,) = entries(operation(LONG, SHARP, rules=[ONLY_SHORT]))

    assert hash(entry) == hash(entry)
    with pytest.raises(AttributeError):
        entry.name = "another"


@pytest.mark.parametrize("asked", ["10s", 10, 10.0, "10", "10 s", "10 seconds"])
@pytest.mark.parametrize(
    "documented",
    [
        {"keywords": ["5s", "10s"]},
        {"keywords": ["5", "10"]},
        {"type": "integer", "keywords": [5, 10]},
        {"type": "integer", "minimum": 5, "maximum": 180},
        {"type": "number", "exclusive_minimum": 0, "maximum": 10},
        {"type": "integer", "const": 10},
        {"type": "integer", "minimum": 10},
        {"default": "10"},
        {"keywords": ["10"], "open": True},
    ],
    ids=str,
)
def test_ten_seconds_compare_however_they_are_written(answers, asked, documented):
    """Parameters say what they mean, so that "5s", 5 and "5" compare."""
    assert answers(parameter("length", means=SECONDS, **documented), duration=asked)


@pytest.mark.parametrize(
    "documented",
    [
        {"keywords": ["5s", "100s"]},
        {"type": "integer", "const": 5},
        {"type": "integer", "minimum": 11, "maximum": 180},
        {"type": "integer", "minimum": 5, "exclusive_maximum": 10},
        {"type": "integer", "minimum": 5},
        {"type": "integer"},
        {"default": "5s"},
        {},
    ],
    ids=str,
)
def test_what_is_not_documented_is_no_match(answers, documented):
    assert not answers(parameter("length", means=SECONDS, **documented), duration=10)


def test_a_parameter_that_does_not_say_what_it_means_is_no_match(answers):
    assert not answers(parameter("duration", keywords=["10s"]), duration=10)


def test_figures_without_a_unit_are_no_seconds(answers):
    assert not answers(parameter("length", means={"quantity": "duration"}, keywords=["10"]), duration=10)


def test_an_operation_without_the_parameter_is_no_match(answers):
    assert not answers(SHARP, duration=6)


def test_half_seconds_need_a_parameter_that_takes_them(answers):
    limits = {"minimum": 1, "maximum": 9, "means": SECONDS}
    assert not answers(parameter("length", type="integer", **limits), duration=2.5)


def test_half_seconds_are_in_a_range_of_numbers(answers):
    assert answers(parameter("length", type="number", minimum=1, maximum=9, means=SECONDS), duration="2.5s")


@pytest.mark.parametrize(
    ("keyword", "asked"),
    [("1080P", "1080p"), ("1080p", 1080), ("1080", "1080P"), ("4K", "4k"), ("1024*1024", "1024x1024")],
)
def test_resolutions_compare_by_their_usual_names(answers, keyword, asked):
    assert answers(SHARP | {"keywords": [keyword], "default": None}, resolution=asked)


@pytest.mark.parametrize(("keyword", "asked"), [("1080P", "720p"), ("1080P", "1920x1080"), ("2K", "4K"), ("4K", "4")])
def test_other_resolutions_are_no_match(answers, keyword, asked):
    assert not answers(SHARP | {"keywords": [keyword], "default": None}, resolution=asked)


@pytest.mark.parametrize(("asked", "found"), [("1024x768", True), ("4096x768", False), ("1080p", False)])
def test_a_size_may_be_width_and_height(answers, asked, found):
    sides = [
        parameter(side, type="integer", minimum=512, maximum=2048, means={"quantity": side, "unit": "pixels"})
        for side in ("width", "height")
    ]
    assert answers(*sides, resolution=asked) is found


def test_a_size_and_another_width_are_no_match(answers):
    width = parameter("width", type="integer", minimum=1, maximum=2048, means={"quantity": "width"})
    height = parameter("height", type="integer", minimum=1, maximum=2048, means={"quantity": "height"})

    assert not answers(width, height, resolution="1024x768", width=512)


SOUND = {"quantity": "audio"}


@pytest.mark.parametrize(
    "documented",
    [{"keywords": ["True", "False"]}, {"keywords": ["true"]}, {"type": "boolean"}, {"keywords": ["on", "off"]}],
    ids=str,
)
def test_sound_is_true_however_it_is_written(answers, documented):
    assert answers(parameter("generate_audio", means=SOUND, **documented), audio=True)


@pytest.mark.parametrize("documented", [{"keywords": ["False"]}, {"type": "boolean", "const": False}, {}], ids=str)
def test_sound_that_cannot_be_had_is_no_match(answers, documented):
    assert not answers(parameter("generate_audio", means=SOUND, **documented), audio=True)


@pytest.mark.parametrize(("asked", "found"), [("16:9", True), (" 16 : 9 ", True), ("9:16", False)])
def test_shapes_compare(answers, asked, found):
    shape = parameter("ratio", keywords=["16:9", "original"], means={"quantity": "aspect_ratio"})
    assert answers(shape, aspect_ratio=asked) is found


@pytest.mark.parametrize(("asked", "found"), [("english", True), ("EN", True), ("German", False)])
def test_a_value_answers_to_its_documented_name(answers, asked, found):
    language = parameter("lang", keywords=["en", "cn"], labels={"en": "English"}, means={"quantity": "language"})
    assert answers(language, language=asked) is found


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"duration": 10, "resolution": "1080p"}, False),
        ({"duration": 6, "resolution": "1080p"}, True),
        ({"duration": 10, "resolution": "768p"}, True),
        ({"duration": 10}, True),
        ({"resolution": 1080}, True),
    ],
    ids=str,
)
def test_facts_must_be_possible_together(answers, facts, found):
    """Hailuo 2.3 makes ten seconds, and it makes 1080p, but never both."""
    assert answers(LONG, SHARP, rules=[ONLY_SHORT], **facts) is found


def test_what_is_omitted_counts_as_its_default(answers):
    """A default that a rule refuses is no obstacle where another value can be given."""
    longer = LONG | {"default": "10s"}
    assert answers(longer, SHARP, rules=[ONLY_SHORT], resolution="1080p")


def test_a_default_that_cannot_be_changed_counts(answers):
    fixed = parameter("duration", type="integer", const=10, means=SECONDS)
    rule = ONLY_SHORT | {"then": {"duration": [6]}}
    assert not answers(fixed, SHARP, rules=[rule], resolution="1080p")


def test_a_rule_may_ask_for_parameters_that_nobody_asked_about(answers):
    rule = {"when": {"resolution": ["1080P"]}, "then": {"key": {"present": True}}}
    assert answers(SHARP, parameter("key"), rules=[rule], resolution="1080p")


def test_a_rule_may_ask_for_omission(answers):
    rule = {"when": {"resolution": ["1080P"]}, "then": {"duration": {"present": False}}}
    assert answers(LONG, SHARP, rules=[rule], resolution="1080p", duration=6)


def test_a_rule_may_leave_nothing_of_a_value(answers):
    rule = {"when": {"resolution": ["1080P"]}, "then": {"duration": {"present": False}}}
    assert not answers(LONG, SHARP, rules=[rule], resolution="1080p", duration=10)


def test_rules_that_contradict_each_other_leave_nothing(answers):
    short = {"when": {"resolution": ["1080P"]}, "then": {"speed": {"maximum": 3}}}
    fast = {"when": {"duration": ["10s"]}, "then": {"speed": {"minimum": 5}}}
    speed = parameter("speed", type="integer", required=True, minimum=1, maximum=9)

    assert not answers(LONG, SHARP, speed, rules=[short, fast], duration=10, resolution="1080p", audio=None)


def test_a_value_between_two_rules_is_found(answers):
    above = {"when": {"resolution": ["1080P"]}, "then": {"speed": {"exclusive_minimum": 4}}}
    below = {"when": {"resolution": ["1080P"]}, "then": {"speed": {"exclusive_maximum": 6}}}
    speed = parameter("speed", type="integer", required=True, minimum=1, maximum=9)

    assert answers(SHARP, speed, rules=[above, below], resolution="1080p")


def test_an_optional_parameter_may_be_left_out_to_suit_a_rule(answers):
    rule = {"when": {"resolution": ["1080P"]}, "then": {"seed": {"present": False}}}
    assert answers(SHARP, parameter("seed", type="integer"), rules=[rule], resolution="1080p")


def test_a_required_parameter_may_not(answers):
    rule = {"when": {"resolution": ["1080P"]}, "then": {"seed": {"present": False}}}
    assert not answers(SHARP, parameter("seed", type="integer", required=True), rules=[rule], resolution="1080p")


def test_an_array_is_given_as_many_items_as_it_needs(answers):
    rule = {"when": {"resolution": ["1080P"]}, "then": {"images": {"present": True}}}
    images = parameter("images", type="array", items={"type": "string"}, min_items=3)

    assert answers(SHARP, images, rules=[rule], resolution="1080p")


def test_lengths_and_counts_can_be_chosen_to_suit_a_rule(answers):
    rule = {"when": {"resolution": ["1080P"]}, "then": {"prompt": {"max_length": 5}, "images": {"max_items": 2}}}
    images = parameter("images", type="array", items={"type": "string"}, required=True, max_items=9)
    prompt = parameter("prompt", required=True, max_length=800)

    assert answers(SHARP, prompt, images, rules=[rule], resolution="1080p")


def test_an_array_that_needs_more_than_a_rule_allows_leaves_nothing(answers):
    rule = {"when": {"resolution": ["1080P"]}, "then": {"images": {"max_items": 2}}}
    images = parameter("images", type="array", items={"type": "string"}, required=True, min_items=3, max_items=9)

    assert not answers(SHARP, images, rules=[rule], resolution="1080p")


def test_many_values_in_many_rules_are_searched_quickly(answers):
    names = [f"p{number}" for number in range(9)]
    many = [parameter(name, type="integer", keywords=list(range(1, 47)), required=True) for name in names]
    rules = [{"when": {name: [1, 2]}, "then": {"resolution": ["768P"]}} for name in names]
    rules.append({"when": {"resolution": ["1080P"]}, "then": {names[-1]: [1]}})

    assert not answers(SHARP, *many, rules=rules, resolution="1080p")


CHOICE = [
    operation(LONG),
    operation(LONG, python="image_to_video.other", name="Other", alternative_of="Big"),
    operation(python="account.credits"),
]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["image_to_video.big", "account.credits"]),
        ({"alternatives": True}, ["image_to_video.big", "image_to_video.other", "account.credits"]),
        ({"vendor": "acme", "capability": "account"}, ["account.credits"]),
    ],
    ids=str,
)
def test_entries_are_chosen_by_what_they_are(entries, asked, found):
    assert [each.python for each in select(entries(*CHOICE), {}, **asked)] == found


@pytest.mark.parametrize(
    ("asked", "field", "said"),
    [
        ({"vendor": "acne"}, "vendor", "'acne' is not known (did you mean 'acme'?); give one of acme"),
        ({"capability": "image2video"}, "capability", "(did you mean 'image_to_video'?)"),
        ({"facts": {"durations": 5}}, "fact", "is not known (did you mean 'duration'?)"),
        ({"facts": {"durations": None}}, "fact", "is not known"),
        ({"facts": {"duration": "long"}}, "duration", "'long' is not allowed; give seconds, as 10, '10' or '10s'"),
        ({"facts": {"duration": True}}, "duration", "give seconds"),
        ({"facts": {"duration": float("nan")}}, "duration", "give seconds"),
        ({"facts": {"audio": "maybe"}}, "audio", "give True or False"),
        ({"facts": {"resolution": ""}}, "resolution", "give a name as '1080p'"),
    ],
    ids=str,
)
def test_a_question_that_makes_no_sense_says_what_does(entries, asked, field, said):
    with pytest.raises(InvalidRequestError) as refused:
        select(entries(*CHOICE), **{"facts": {}, **asked})

    assert refused.value.field == field
    assert said in str(refused.value)


def test_the_catalogue_of_this_installation_lists_every_vendor():
    vendors = {path.parent.name for path in (mediawright_folder()).glob("*/contract.json")}

    assert {each.vendor for each in mediawright.catalogue()} == vendors
    assert vendors


def test_what_nobody_offers_is_an_empty_answer():
    assert mediawright.catalogue(duration=100_000) == ()


PROGRAM = """
import sys
import mediawright
before = set(sys.modules)
found = mediawright.catalogue(capability="image_to_video", duration=10, resolution="1080p", audio=True)
loaded = {name.partition(".")[0] for name in sys.modules} & {"httpx", "pydantic"}
vendors = [name for name in sys.modules if name.startswith("mediawright.")]
print(len(found) > 0, sorted(loaded), vendors, any(name.startswith("mediawright_runtime") for name in before))
"""


def test_the_answer_needs_no_vendors_module():
    """The catalogue loads no client, no models and no transport, and nothing at all until it is asked."""
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)

    assert done.stdout.split("\n")[0] == "True [] [] False"


def mediawright_folder():
    from importlib.resources import files

    return files("mediawright")
