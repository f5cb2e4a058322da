import logging

import pytest
from acme_client.operations.tasks import list as list_
from acme_client.operations.text_to_video import big_model

from mediawright_runtime.errors import InvalidRequestError
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


def test_off_checks_no_value():
    assert CHECKER.check({"prompt": 5, "duration": "20s"}, "off") == {"prompt": 5, "duration": "20s", "quality": "low"}


def test_nothing_is_required_where_nothing_is():
    assert Checker(list_.OPERATION).check({}, "strict") == {}
