import io
import logging
import pathlib
from typing import Literal

import pytest
from acme_client.operations.tasks import list as list_
from acme_client.operations.text_to_video import big_model
from fictional import LYRA, ORION, operation
from pydantic import Field

from mediawright_runtime.declarations import Parameter
from mediawright_runtime.errors import InvalidRequestError
from mediawright_runtime.models import ResponseModel
from mediawright_runtime.operations import load as find
from mediawright_runtime.validation import Checker

CHECKER = Checker(big_model.OPERATION)
GOOD = {"prompt": "a boat"}


def _refusal(**params):
    with pytest.raises(InvalidRequestError) as caught:
        CHECKER.check({**GOOD, **params}, "strict")
    return caught.value


def test_none_is_dropped_and_tuples_become_lists():
    checked = CHECKER.check({**GOOD, "tags": ("a", "b"), "duration": None}, "strict")
    assert checked == {"prompt": "a boat", "tags": ["a", "b"], "quality": "low"}


def test_the_callers_parameters_stay_as_they_are():
    params = {**GOOD, "tags": ("a",), "duration": None}
    CHECKER.check(params, "strict")
    assert params == {**GOOD, "tags": ("a",), "duration": None}


def test_a_default_is_sent_only_where_the_record_says_so():
    assert CHECKER.check(GOOD, "strict") == {"prompt": "a boat", "quality": "low"}
    assert CHECKER.check({**GOOD, "quality": "high"}, "strict")["quality"] == "high"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("prompt", ""),
        ("prompt", "x" * 21),
        ("prompt", 5),
        ("prompt", b"a boat"),
        ("duration", "7s"),
        ("duration", 6),
        ("steps", 0),
        ("steps", 6),
        ("steps", "3"),
        ("steps", True),
        ("steps", 2.0),
        ("tags", "a"),
        ("tags", ["a", "b", "c"]),
        ("tags", {"a"}),
    ],
)
def test_refuses_a_value_with_what_is_allowed_and_where_it_is_documented(field, value):
    error = _refusal(**{field: value})
    allowed = {each.name: each.allowed for each in big_model.OPERATION.parameters}
    assert (error.field, error.allowed, error.source) == (field, allowed[field], "acme.txt:10-20")
    assert error.operation == "text_to_video.big_model"
    assert error.charged == "no"


def test_carries_the_value():
    assert _refusal(duration="7s").value == "7s"


def test_names_the_item_of_a_list():
    error = _refusal(tags=["a", "toolong"])
    assert (error.field, error.value) == ("tags", "toolong")
    assert "[1] 'toolong'" in str(error)


def test_refuses_what_a_rule_refuses():
    error = _refusal(resolution="1080P", duration="10s")
    assert (error.field, error.value, error.allowed) == ("duration", "10s", "one of '6s'")
    assert "when resolution is '1080P': Full HD exists for six seconds only" in str(error)


def test_refuses_what_a_rule_misses():
    error = _refusal(negative_prompt="rain")
    assert (error.field, error.value) == ("steps", None)
    assert error.allowed


@pytest.mark.parametrize("validate", ["strict", "warn", "off"])
def test_an_unknown_keyword_is_refused_in_every_mode_with_the_closest(validate):
    with pytest.raises(InvalidRequestError) as caught:
        CHECKER.check({"promt": "secret"}, validate)
    error = caught.value
    assert error.field == "promt"
    assert "is not a parameter (did you mean prompt?); required: prompt" in str(error)
    assert "secret" not in f"{error}{error.value}"


@pytest.mark.parametrize("validate", ["strict", "warn", "off"])
@pytest.mark.parametrize("params", [{}, {"prompt": None}])
def test_a_missing_keyword_is_refused_in_every_mode(validate, params):
    with pytest.raises(InvalidRequestError) as caught:
        CHECKER.check(params, validate)
    assert caught.value.field == "prompt"
    assert "is missing; required: prompt; give a string of 1 to 20 characters" in str(caught.value)


def test_warn_sends_what_is_not_allowed_and_logs_no_value(caplog):
    with caplog.at_level(logging.WARNING, "mediawright"):
        assert CHECKER.check({**GOOD, "duration": "20s"}, "warn")["duration"] == "20s"
    assert caplog.messages == [
        "text_to_video.big_model: duration is sent though it is not allowed; documented: one of '6s', '10s'"
    ]


KINDS_OF_PROBLEM = pytest.mark.parametrize(
    ("params", "fields"),
    [
        ({"duration": "20s"}, ["duration"]),  # unknown value
        ({"steps": 6}, ["steps"]),  # out of range
        ({"steps": "3"}, ["steps"]),  # wrong type
        ({"prompt": "x" * 21}, ["prompt"]),  # too long
        ({"prompt": ""}, ["prompt"]),  # too short
        ({"tags": ["a", "b", "c"]}, ["tags"]),  # too many
        ({"tags": ["toolong", "longtoo"]}, ["tags"]),  # items, told of once
        ({"resolution": "1080P", "duration": "10s"}, ["duration"]),  # a rule
        ({"negative_prompt": "rain"}, ["steps"]),  # a rule that wants more
        ({"duration": "20s", "steps": 6}, ["duration", "steps"]),  # several
    ],
)


@KINDS_OF_PROBLEM
def test_warn_sends_whatever_is_not_allowed_and_names_each(params, fields, caplog):
    """Promise: a value newer than the spec can be sent, and one look at the log says what was."""
    with caplog.at_level(logging.WARNING, "mediawright"):
        sent = CHECKER.check({**GOOD, **params}, "warn")
    assert sent == {**GOOD, "quality": "low", **params}
    assert sorted(each.partition(": ")[2].partition(" is sent")[0] for each in caplog.messages) == fields


@KINDS_OF_PROBLEM
def test_off_sends_whatever_is_not_allowed_in_silence(params, fields, caplog):
    with caplog.at_level(logging.WARNING, "mediawright"):
        sent = CHECKER.check({**GOOD, **params}, "off")
    assert sent == {**GOOD, "quality": "low", **params}
    assert caplog.messages == []


def test_off_checks_no_value():
    assert CHECKER.check({"prompt": 5, "duration": "20s"}, "off") == {"prompt": 5, "duration": "20s", "quality": "low"}


def test_nothing_is_required_where_nothing_is():
    assert Checker(list_.OPERATION).check({}, "strict") == {}


CAMERA = Checker(find(LYRA, "text_to_video.generate"))


def _camera(value, validate="strict"):
    return CAMERA.check({"prompt": "x", "camera": value}, validate)["camera"]


@pytest.mark.parametrize("value", [2, "Zoom In", " zoom in "])
@pytest.mark.parametrize("validate", ["strict", "warn", "off"])
def test_an_integer_may_be_given_by_its_documented_name(value, validate):
    assert _camera(value, validate) == 2


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("orbit", "camera: 'orbit' stands for 3 and 4; give one of 3, 4"),
        (
            "zoom inn",
            "camera: 'zoom inn' names no value (did you mean 'Zoom In'?); give an integer from 1 to 9, or by name",
        ),
        ("2", "camera: '2' names no value; give"),
        ("", "camera: '' names no value; give"),
        (10, "camera: 10 is not allowed; give an integer from 1 to 9"),
        (True, "camera: True is not allowed"),
        (2.0, "camera: 2.0 is not allowed"),
    ],
)
def test_a_name_that_is_not_one_value_is_refused_with_what_helps(value, words):
    with pytest.raises(InvalidRequestError) as caught:
        _camera(value)
    assert words in str(caught.value)
    assert (caught.value.field, caught.value.value) == ("camera", value)


SORTED = Checker(
    operation(
        "account.sorted",
        "POST",
        "/sorted",
        Parameter("sort", "sort", allowed="one of 1, 2"),
        Parameter("sorts", "sorts", allowed="any of 1, 2"),
        fields={"sort": Literal[1, 2], "sorts": list[Literal[1, 2]]},
    )
)


@pytest.mark.parametrize(("wrong", "value"), [("sort", True), ("sort", 1.0), ("sorts", [2, True])])
def test_what_only_equals_an_integer_is_refused(wrong, value):
    """Promise: `true` or `1.0` never goes out where the vendor documents 1, though Python counts them as equal."""
    good = {"sort": 1, "sorts": [2]}
    assert SORTED.check(good, "strict") == good
    with pytest.raises(InvalidRequestError) as caught:
        SORTED.check({**good, wrong: value}, "strict")
    assert (caught.value.field, caught.value.value) == (wrong, value)


def test_a_name_of_several_values_says_which():
    with pytest.raises(InvalidRequestError) as caught:
        _camera("Orbit")
    assert caught.value.allowed == "one of 3, 4"


def test_an_unknown_name_is_sent_where_nothing_is_checked(caplog):
    assert _camera("orbit", "off") == "orbit"
    assert _camera("orbit", "warn") == "orbit"
    assert len(caplog.records) == 1


UPLOAD = Checker(find(ORION, "files.upload"))


@pytest.mark.parametrize("content", [b"ab", bytearray(b"ab"), memoryview(b"ab"), memoryview(b"xab")[1:]])
def test_raw_bytes_may_be_of_any_kind(content):
    sent = UPLOAD.check({"content": content, "file_name": "a"}, "strict")["content"]
    assert (type(sent), sent) == (bytes, b"ab")


@pytest.mark.parametrize("content", ["ab", 5, [1], io.StringIO("ab"), pathlib.Path("a"), {"a": 1}])
def test_what_is_no_bytes_is_refused_by_name(content):
    with pytest.raises(InvalidRequestError) as caught:
        UPLOAD.check({"content": content, "file_name": "a"}, "strict")
    assert (caught.value.field, caught.value.allowed) == ("content", "bytes")


class Nested(ResponseModel):
    key_: int | None = Field(None, alias="_key")


class Uploaded(ResponseModel):
    identifier: str | None = None
    size: int | None = None
    inner: Nested | None = None
    none: str | None = None
    never_answered: str | None = None


GENERATE = Checker(find(ORION, "video.generate"))
UPLOADED = {"identifier": "i", "size": "odd", "none": None, "inner": {"_key": 1}, "new": {"a": [1]}}


@pytest.mark.parametrize("image", [Uploaded.model_validate(UPLOADED), UPLOADED])
def test_an_answer_is_passed_on_with_the_fields_it_came_with(image):
    """An answer's own names go over the wire; what it did not have does not."""
    assert GENERATE.check({"prompt": "x", "image": image}, "strict")["image"] == UPLOADED


def test_answers_may_stand_inside_of_lists_and_objects():
    nested = Nested.model_validate({"_key": 1})
    checked = GENERATE.check({"prompt": "x", "image": {"a": (nested,), "b": nested}}, "strict")
    assert checked["image"] == {"a": [{"_key": 1}], "b": {"_key": 1}}


def test_an_answer_is_no_text():
    with pytest.raises(InvalidRequestError) as caught:
        GENERATE.check({"prompt": Uploaded(identifier="i")}, "strict")
    assert caught.value.field == "prompt"
