from dataclasses import replace

import pytest
from acme_client.operations.account import credits as credits_
from acme_client.operations.files import upload
from acme_client.operations.tasks import list as list_
from acme_client.operations.tasks import result
from acme_client.operations.text_to_video import big_model

from mediawright_runtime.declarations import Parameter
from mediawright_runtime.errors import InvalidRequestError
from mediawright_runtime.request import Composer, is_header_value

BASE = "https://api.acme.example/v1"
KEY = {"X-API-KEY": "k"}


def _composed(operation, given, headers=KEY, extra=None):
    return Composer(operation, BASE, headers).compose(given, extra or {})


def test_body_parameters_are_wrapped_with_constants_under_their_wire_names():
    sent = _composed(big_model.OPERATION, {"prompt": "a boat", "conversation_id": "7"})
    assert sent.method == "POST"
    assert sent.url == f"{BASE}/generation/big"
    assert sent.content == b'{"data":{"mode":"v2","prompt":"a boat","conversationId":"7"}}'


def test_without_parameters_the_body_is_an_empty_object():
    assert _composed(credits_.OPERATION, {}).content == b"{}"


def test_without_a_wrapping_key_the_parameters_are_the_body():
    operation = replace(big_model.OPERATION, wrap=None, constants=())
    assert _composed(operation, {"prompt": "a"}).content == b'{"prompt":"a"}'


def test_text_goes_out_as_utf_8():
    assert "纸船 🚤".encode() in _composed(big_model.OPERATION, {"prompt": "纸船 🚤"}).content


def test_a_body_says_what_it_is():
    assert _composed(credits_.OPERATION, {}).headers == {**KEY, "Content-Type": "application/json"}


def test_the_vendors_own_content_type_stands_as_declared():
    declared = {"content-type": "application/json; charset=utf-8"}
    assert _composed(credits_.OPERATION, {}, declared).headers == declared


def test_a_get_has_neither_body_nor_content_type():
    sent = _composed(list_.OPERATION, {})
    assert (sent.method, sent.content, sent.headers) == ("GET", None, KEY)


def test_static_headers_go_out_even_where_there_is_no_body():
    declared = {"Content-Type": "application/json"}
    assert _composed(list_.OPERATION, {}, declared).headers == declared


def test_query_parameters_are_quoted_repeated_and_spelled_as_json():
    sent = _composed(list_.OPERATION, {"page": 2, "kinds": ["a b", "c&d"], "deep": True})
    assert sent.url == f"{BASE}/tasks?v=2&page=2&kind=a%20b&kind=c%26d&deep=true"


def test_a_header_parameter_is_a_header():
    assert _composed(list_.OPERATION, {"client_tag": "x"}).headers == {**KEY, "X-Client-Tag": "x"}


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "ä", " a", "a ", ""])
def test_a_header_parameter_cannot_break_out(value):
    with pytest.raises(InvalidRequestError) as caught:
        _composed(list_.OPERATION, {"client_tag": value})
    assert caught.value.field == "client_tag"


def test_a_path_parameter_is_quoted_whole():
    assert (
        _composed(result.OPERATION, {"task_id": "a/b?c#d e%ä"}).url
        == f"{BASE}/generation/result/a%2Fb%3Fc%23d%20e%25%C3%A4"
    )


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_a_path_parameter_cannot_lead_elsewhere(value):
    with pytest.raises(InvalidRequestError) as caught:
        _composed(result.OPERATION, {"task_id": value})
    assert caught.value.field == "task_id"


def test_a_number_may_stand_in_a_path():
    assert _composed(result.OPERATION, {"task_id": 7}).url.endswith("/result/7")


def test_raw_bytes_are_the_body():
    sent = _composed(upload.OPERATION, {"content": b"\x00\xff", "file_name": "a b"}, {"content-type": "image/png"})
    assert sent.content == b"\x00\xff"
    assert sent.url == f"{BASE}/files/upload?file_name=a%20b"
    assert sent.headers == {"content-type": "image/png"}


def test_raw_bytes_must_be_bytes():
    with pytest.raises(InvalidRequestError) as caught:
        _composed(upload.OPERATION, {"content": "text", "file_name": "a"})
    assert caught.value.field == "content"


def test_extra_parameters_go_under_the_wrapping_key_and_win():
    sent = _composed(big_model.OPERATION, {"prompt": "a"}, extra={"mode": "v3", "new": [1]})
    assert sent.content == b'{"data":{"mode":"v3","prompt":"a","new":[1]}}'


def test_extra_parameters_of_a_get_go_into_the_query():
    assert _composed(list_.OPERATION, {}, extra={"new": 1}).url.endswith("?v=2&new=1")


def test_composing_changes_nothing_for_the_next_request():
    composer = Composer(big_model.OPERATION, BASE, KEY)
    composer.compose({"prompt": "a"}, {"mode": "v3", "new": 1})
    assert composer.compose({"prompt": "b"}, {}).content == b'{"data":{"mode":"v2","prompt":"b"}}'


@pytest.mark.parametrize("value", [float("nan"), object(), "\ud800", {1, 2}, b"bytes"])
def test_what_json_cannot_hold_is_refused_by_name(value):
    with pytest.raises(InvalidRequestError) as caught:
        _composed(big_model.OPERATION, {"prompt": "a", "conversation_id": value})
    assert caught.value.field == "conversation_id"


@pytest.mark.parametrize("value", [float("nan"), object(), "\ud800", ["a", "\ud800"]])
@pytest.mark.parametrize(("operation", "name"), [(result.OPERATION, "task_id"), (list_.OPERATION, "kinds")])
def test_what_an_address_cannot_hold_is_refused_by_name(operation, name, value):
    with pytest.raises(InvalidRequestError) as caught:
        _composed(operation, {name: value})
    assert caught.value.field == name


def test_a_wire_name_may_stand_in_the_path_of_an_operation_with_a_body():
    operation = replace(
        big_model.OPERATION,
        endpoint="/models/{modelId}/run",
        parameters=(Parameter("model_id", "modelId", location="path"), *big_model.OPERATION.parameters),
    )
    sent = _composed(operation, {"model_id": "a b", "prompt": "x"})
    assert sent.url == f"{BASE}/models/a%20b/run"
    assert sent.content == b'{"data":{"mode":"v2","prompt":"x"}}'


@pytest.mark.parametrize(
    ("value", "fits"),
    [("key", True), ("a b", True), ("a\tb", True), ("", False), ("a\n", False), (" a", False), ("é", False)],
)
def test_header_values(value, fits):
    assert is_header_value(value) is fits


def test_raw_bytes_say_what_they_are_where_the_vendor_does_not():
    sent = _composed(upload.OPERATION, {"content": b"x", "file_name": "a"})
    assert sent.headers == {**KEY, "Content-Type": "application/octet-stream"}


def test_a_list_in_a_header_or_path_has_commas():
    operation = replace(
        list_.OPERATION,
        endpoint="/tasks/{ids}",
        parameters=(
            Parameter("ids", "ids", location="path"),
            Parameter("tags", "X-Tags", location="header"),
            Parameter("pages", "page", location="query"),
        ),
        constants=(),
    )
    sent = _composed(operation, {"ids": ["a/b", 2], "tags": ["x", True], "pages": [1, 2]})
    assert sent.url == f"{BASE}/tasks/a%2Fb%2C2?page=1&page=2"
    assert sent.headers["X-Tags"] == "x,true"


def test_any_method_with_parameters_of_a_body_has_a_body():
    operation = replace(list_.OPERATION, method="DELETE", parameters=(Parameter("ids", "ids"),))
    sent = _composed(operation, {})
    assert (sent.content, sent.headers["Content-Type"]) == (b"{}", "application/json")
    assert _composed(operation, {"ids": ["a"]}).content == b'{"ids":["a"]}'


@pytest.mark.parametrize("place", ["raw", "json"])
def test_a_whole_body_that_is_left_out_is_none(place):
    operation = replace(upload.OPERATION, parameters=(Parameter("content", "content", place),))
    sent = _composed(operation, {})
    assert (sent.content, sent.headers) == (None, KEY)
