import datetime as dt
import io
import logging
import pathlib
from dataclasses import replace
from typing import Any, Literal

import pytest
from acme_client.operations.tasks import list as list_
from acme_client.operations.text_to_video import big_model
from acme_world import through_pickle
from fictional import LYRA, ORION, operation
from pydantic import BaseModel, Field

from mediawright_runtime.declarations import Parameter
from mediawright_runtime.errors import InvalidRequestError
from mediawright_runtime.models import RequestModel, ResponseModel
from mediawright_runtime.operations import load as find
from mediawright_runtime.reserved import Reserved
from mediawright_runtime.root import RequestRoot
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


class Picture(BaseModel):
    """A model of the caller's own."""

    taken: dt.date
    title_: str | None = Field(None, alias="title")
    note: str | None = None


def test_a_model_of_the_callers_goes_out_as_json_under_its_aliases_without_what_is_none():
    picture = Picture(taken=dt.date(2026, 1, 2), title="a")
    checked = GENERATE.check({"prompt": "x", "image": {"of": [picture]}}, "strict")
    assert checked["image"] == {"of": [{"taken": "2026-01-02", "title": "a"}]}


@pytest.mark.parametrize(
    "odd", [Picture.model_construct(taken=5), Uploaded.model_construct({"size"}, size="odd")], ids=["own", "answer"]
)
def test_a_model_that_holds_what_it_does_not_declare_goes_out_in_silence(odd, recwarn):
    """What is odd is said once, by the check or by the vendor."""
    assert len(GENERATE.check({"prompt": "x", "image": odd}, "strict")["image"]) == 1
    assert not recwarn.list


ROLE = {"enum": ["user", "assistant"]}
TALK = operation(
    "chat.talk",
    "POST",
    "/talk",
    Parameter("prompt", "prompt", allowed="a string"),
    Parameter(
        "messages",
        "messages",
        allowed="a list of messages",
        schema={"type": "array", "items": {"type": "object", "properties": {"role": {"$ref": "#/schemas/Role"}}}},
    ),
    Parameter("seed", "seed", allowed="an integer or null", schema={"type": ["integer", "null"]}),
    Parameter("tree", "tree", allowed="a tree", schema={"$ref": "#/schemas/Tree"}),
    Parameter("size", "size", allowed="an integer of at least 1", schema={"type": "integer", "minimum": 1}),
    fields={"messages": Any, "seed": Any, "tree": Any | None, "size": Any | None},
    schemas={"Role": ROLE, "Tree": {"type": "array", "items": {"$ref": "#/schemas/Tree"}}},
    source="talk.txt:7",
)
TALKER = Checker(TALK)
SAID = {"prompt": "x", "messages": [{"role": "user"}], "seed": 1}


def _deep(levels):
    value = []
    for _ in range(levels):
        value = [value]
    return value


def test_what_fits_its_schema_is_sent_as_it_is():
    given = {**SAID, "tree": [[], [[]]], "size": 1}
    assert TALKER.check(given, "strict") == given


@pytest.mark.parametrize(
    ("params", "field", "value", "allowed"),
    [
        (
            {"messages": [{"role": "user"}, {"role": "admin"}]},
            "messages[1].role",
            "admin",
            "one of 'user', 'assistant'",
        ),
        ({"messages": "hi"}, "messages", "hi", "a list of messages"),
        ({"seed": "1"}, "seed", "1", "an integer or null"),
        ({"size": 0}, "size", 0, "an integer of at least 1"),
        ({"tree": [[1]]}, "tree[0][0]", 1, "a list"),
    ],
)
def test_what_does_not_fit_its_schema_is_refused_where_it_is_wrong(params, field, value, allowed):
    with pytest.raises(InvalidRequestError) as caught:
        TALKER.check({**SAID, **params}, "strict")
    error = caught.value
    assert (error.field, error.value, error.allowed) == (field, value, allowed)
    assert (error.operation, error.source) == ("chat.talk", "talk.txt:7")
    assert str(error).startswith(
        f"chat.talk: {field}: {value!r} is not allowed; give {allowed} (documented in talk.txt:7)"
    )


def test_what_is_nested_too_deep_for_its_schema_is_refused_by_name():
    """Promise: never a traceback from inside for what a caller gives."""
    with pytest.raises(InvalidRequestError, match="tree: is nested too deep; give a tree") as caught:
        TALKER.check({**SAID, "tree": _deep(280)}, "strict")
    assert caught.value.field == "tree"


@pytest.mark.parametrize("validate", ["strict", "off"])
@pytest.mark.parametrize("value", [_deep(100_000), {"a": _deep(100_000)}, (_deep(100_000),)])
def test_what_is_nested_too_deep_for_python_is_refused_by_name(value, validate):
    """Promise: never a traceback from inside for what a caller gives, and the error can be stored."""
    with pytest.raises(InvalidRequestError, match="tree: is nested too deep; give a tree") as caught:
        TALKER.check({**SAID, "tree": value}, validate)
    assert through_pickle(caught.value).field == "tree"


def test_warn_names_every_parameter_that_does_not_fit_its_schema(caplog):
    wrong = {"prompt": "x", "messages": "hi", "seed": "1", "tree": _deep(280), "size": 0}
    with caplog.at_level(logging.WARNING, "mediawright"):
        assert TALKER.check(wrong, "warn") == wrong
    told = [each.partition(": ")[2].partition(" is sent")[0] for each in caplog.messages]
    assert told == ["messages", "seed", "tree", "size"]


def test_null_is_sent_where_it_must_be_said():
    """Promise: `None` leaves a parameter out, but for one that must be there and may be null."""
    assert TALKER.check({**SAID, "seed": None, "size": None}, "strict") == {**SAID, "seed": None}


@pytest.mark.parametrize("name", ["prompt", "messages"])
def test_null_is_nothing_where_the_vendor_takes_none(name):
    with pytest.raises(InvalidRequestError, match=f"{name}: is missing; required: prompt, messages, seed"):
        TALKER.check({**SAID, name: None}, "strict")


def test_an_optional_parameter_that_is_none_is_left_out_even_where_null_is_allowed():
    optional = replace(TALK.parameters[2], name="note", wire_name="note")
    checker = Checker(operation("chat.note", "POST", "/note", optional, fields={"note": int | None}))
    assert checker.check({"note": None}, "strict") == {}


class Aliased(RequestModel):
    size_: int = Field(alias="imageSize")
    kind: Literal[1, 2] | None = None


ALIASED = Checker(
    replace(
        big_model.OPERATION,
        parameters=(
            Parameter("imageSize", "imageSize", allowed="an integer"),
            Parameter("kind", "kindOf", allowed="one of 1, 2"),
            Parameter("token", "X-Token", location="header", credential="token", allowed="a token"),
        ),
        rules=(),
        request=Aliased,
    )
)


def test_a_field_of_the_request_is_found_by_its_alias_or_by_its_name():
    with pytest.raises(InvalidRequestError, match="imageSize: is missing; required: imageSize, token"):
        ALIASED.check({"token": "t"}, "strict")
    with pytest.raises(InvalidRequestError, match="kind: True is not allowed; give one of 1, 2"):
        ALIASED.check({"imageSize": 1, "token": "t", "kind": True}, "strict")


def test_a_credential_must_be_there_though_the_request_has_no_field_for_it():
    with pytest.raises(InvalidRequestError, match="token: is missing"):
        ALIASED.check({"imageSize": 1}, "off")


GONE = Checker(
    replace(
        big_model.OPERATION,
        reserved=(
            Reserved("duration", "2026-01-02", "Too short.", "'6s'", value="3s"),
            Reserved("style", "2026-02-03", "Nobody used it.", "quality", names=("look",)),
        ),
    )
)


def test_a_value_that_was_removed_is_refused_with_the_day_the_reason_and_the_remedy():
    with pytest.raises(InvalidRequestError) as caught:
        GONE.check({**GOOD, "duration": "3s"}, "strict")
    assert "duration: '3s' is not allowed: it was removed on 2026-01-02: Too short; use '6s' instead" in str(
        caught.value
    )


@pytest.mark.parametrize(("field", "value"), [("duration", "4s"), ("resolution", "3s")])
def test_a_value_that_never_was_is_refused_as_ever(field, value):
    with pytest.raises(InvalidRequestError) as caught:
        GONE.check({**GOOD, field: value}, "strict")
    assert "removed" not in str(caught.value)


@pytest.mark.parametrize("keyword", ["style", "look", "Style"])
def test_a_parameter_that_was_removed_is_refused_with_what_to_use(keyword):
    with pytest.raises(InvalidRequestError) as caught:
        GONE.check({**GOOD, keyword: "x"}, "off")
    words = "was removed on 2026-02-03: Nobody used it; use quality instead; required: prompt"
    assert f"{keyword}: {words}" in str(caught.value)
    assert caught.value.operation == "text_to_video.big_model"


def test_a_removed_value_does_not_make_its_keyword_a_removed_one():
    with pytest.raises(InvalidRequestError) as caught:
        GONE.check({**GOOD, "Duration": "6s"}, "strict")
    assert "Duration: is not a parameter (did you mean duration?)" in str(caught.value)


def test_an_unknown_keyword_of_an_operation_without_any_says_so():
    with pytest.raises(InvalidRequestError) as caught:
        Checker(operation("account.credits", "POST", "/credits")).check({"page": 1}, "strict")
    assert str(caught.value) == "account.credits: page: is not a parameter; nothing is required; give no parameters"


FORM = Checker(
    operation(
        "files.send",
        "POST",
        "/send",
        Parameter("pictures", "image", file=True, allowed="one or more files"),
        Parameter("ids", "ids", single=True, allowed="a list of ids"),
        fields={"pictures": Any, "ids": list[str] | None},
        content_type="multipart/form-data",
    )
)


def test_files_of_a_form_are_read_before_anything_is_sent():
    checked = FORM.check({"pictures": [b"ab", io.BytesIO(b"cd")], "ids": "a"}, "strict")
    assert [(each.name, each.content) for each in checked["pictures"]] == [("image", b"ab"), ("image", b"cd")]
    assert checked["ids"] == ["a"]


def test_a_file_that_cannot_be_read_is_refused_by_its_keyword():
    with pytest.raises(InvalidRequestError, match="pictures: 'ab' is text and no file; give one or more files"):
        FORM.check({"pictures": "ab"}, "off")


def test_a_rule_that_refuses_a_default_says_so():
    parameters = (
        replace(each, default="10s") if each.name == "duration" else each for each in big_model.OPERATION.parameters
    )
    with pytest.raises(InvalidRequestError, match=r"duration: '10s' \(the default\) is not allowed when resolution"):
        Checker(replace(big_model.OPERATION, parameters=tuple(parameters))).check(
            {**GOOD, "resolution": "1080P"}, "strict"
        )


def test_what_is_sent_though_it_is_not_allowed_is_told_to_the_documented_logger(caplog):
    CHECKER.check({**GOOD, "steps": 6}, "warn")
    assert [each.name for each in caplog.records] == ["mediawright"]


@pytest.mark.parametrize("validate", ["strict", "warn", "off"])
def test_a_file_that_cannot_be_read_is_refused_in_every_mode(validate):
    with pytest.raises(InvalidRequestError, match="content: 'ab' is text and no file; give bytes"):
        UPLOAD.check({"content": "ab", "file_name": "a"}, validate)


class Shaped(RequestModel):
    grid: list[list[int]] | None = None
    names: dict[str, int] | None = None
    bare: int | None = None
    kind: Literal[1, 2] | None = None


SHAPED = Checker(
    replace(
        find(ORION, "video.status"),
        parameters=(
            Parameter("grid", "grid", allowed="rows of integers"),
            Parameter("names", "names", allowed="integers by name"),
            Parameter("bare", "bare"),
            Parameter("kind", "kind", allowed="one of 1, 2"),
        ),
        request=Shaped,
    )
)


@pytest.mark.parametrize(
    ("params", "value", "words"),
    [
        ({"grid": [[1], [2, "x"]]}, "x", "grid: [1][1] 'x' is not allowed; give rows of integers"),
        ({"names": {"a": "x"}}, {"a": "x"}, "names: 'x' is not allowed; give integers by name"),
        ({"bare": "x"}, "x", "bare: 'x' is not allowed; give Input should be a valid integer"),
    ],
)
def test_a_refusal_of_a_part_says_where_in_lists_it_is(params, value, words):
    with pytest.raises(InvalidRequestError) as caught:
        SHAPED.check(params, "strict")
    assert caught.value.value == value
    assert words in str(caught.value)


def test_what_may_be_left_out_is():
    assert SHAPED.check({}, "strict") == {}


class Renamed(RequestModel, populate_by_name=True):
    first: int | None = None
    size: int | None = Field(None, alias="imageSize")


def test_a_value_is_refused_by_its_keyword_though_the_request_knows_it_by_its_wire_name():
    parameters = (Parameter("first", "n", allowed="an integer"), Parameter("size", "imageSize", allowed="an integer"))
    checker = Checker(replace(find(ORION, "video.status"), parameters=parameters, request=Renamed))
    for name in ("size", "first"):
        with pytest.raises(InvalidRequestError) as caught:
            checker.check({name: "x"}, "strict")
        assert (caught.value.field, caught.value.value, caught.value.allowed) == (name, "x", "an integer")


def test_an_unknown_keyword_is_refused_with_all_that_there_are():
    with pytest.raises(InvalidRequestError) as caught:
        UPLOAD.check({"contents": b"a"}, "strict")
    assert caught.value.allowed == "one of content, file_name"


FLAGS = Checker(
    operation(
        "flags.set",
        "POST",
        "/flags",
        Parameter("always", "always", allowed="true"),
        Parameter("counts", "counts", allowed="integers"),
        fields={"always": Literal[True], "counts": list[RequestRoot[int]]},
    )
)


@pytest.mark.parametrize(("name", "value"), [("always", 1), ("always", 1.0), ("counts", ["0"]), ("counts", [True])])
def test_a_flag_is_no_number_and_an_item_no_text(name, value):
    """Promise: what only looks like a documented value to Python is not sent."""
    with pytest.raises(InvalidRequestError, match=name):
        FLAGS.check({"always": True, "counts": [0], name: value}, "strict")


def test_a_flag_and_items_go_out_as_they_are():
    assert FLAGS.check({"always": True, "counts": [0, 1]}, "strict") == {"always": True, "counts": [0, 1]}
