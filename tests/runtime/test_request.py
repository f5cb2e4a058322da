from dataclasses import replace

import pytest
from acme_client.operations.account import credits as credits_
from acme_client.operations.files import upload
from acme_client.operations.tasks import list as list_
from acme_client.operations.tasks import result
from acme_client.operations.text_to_video import big_model
from fictional import LUMEN

from mediawright_runtime.declarations import Idempotency, Parameter
from mediawright_runtime.errors import InvalidRequestError
from mediawright_runtime.operations import load as find
from mediawright_runtime.request import Composer, Request, is_header_value

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
    assert (caught.value.field, caught.value.allowed) == ("content", "bytes")


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


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH"])
def test_each_method_of_a_body_has_one_even_without_parameters(method):
    sent = _composed(replace(credits_.OPERATION, method=method), {})
    assert (sent.method, sent.content) == (method, b"{}")


def test_an_empty_body_is_not_wrapped():
    assert _composed(replace(credits_.OPERATION, wrap="data"), {}).content == b"{}"


def test_a_request_shows_its_call_and_address_and_no_secret():
    sent = _composed(big_model.OPERATION, {"prompt": "a private thought"})
    assert repr(sent) == f"Request(text_to_video.big_model: POST {BASE}/generation/big)"
    assert repr(Request("GET", BASE, KEY, None)) == f"Request(: GET {BASE})"


@pytest.mark.parametrize("operation", [credits_.OPERATION, list_.OPERATION])
def test_a_request_knows_what_is_called(operation):
    assert _composed(operation, {}).operation == operation.path


KEYED = {place: find(LUMEN, f"video.create_by_{place}") for place in ("header", "query", "body")}


@pytest.mark.parametrize(
    ("place", "url", "headers", "content"),
    [
        ("header", "", {"Request-Key": "k 1"}, b'{"prompt":"a","new":1}'),
        ("query", "?Request-Key=k%201", {}, b'{"prompt":"a","new":1}'),
        ("body", "", {}, b'{"prompt":"a","new":1,"Request-Key":"k 1"}'),
    ],
)
def test_the_callers_key_goes_where_the_vendor_takes_it(place, url, headers, content):
    """Promise: one create is charged once."""
    sent = Composer(KEYED[place], BASE, KEY).compose({"prompt": "a"}, {"new": 1}, key="k 1")
    assert sent.url == f"{BASE}/videos{url}"
    assert sent.headers == {**KEY, "Content-Type": "application/json", **headers}
    assert sent.content == content


def test_the_callers_key_stands_beside_what_else_a_query_has():
    operation = replace(KEYED["query"], constants=(("query", "v", 2),))
    assert Composer(operation, BASE, KEY).compose({}, {}, key="k").url == f"{BASE}/videos?v=2&Request-Key=k"


def test_a_key_in_a_body_that_has_its_own_field_of_that_name_wins():
    operation = replace(KEYED["body"], idempotency=Idempotency("body", "prompt"))
    assert Composer(operation, BASE, KEY).compose({"prompt": "a"}, {}, key="k").content == b'{"prompt":"k"}'


def test_a_key_is_sent_nowhere_where_the_vendor_takes_none():
    composer = Composer(credits_.OPERATION, BASE, KEY)
    assert composer.compose({}, {"new": 1}, key="k") == composer.compose({}, {"new": 1})


@pytest.mark.parametrize(
    ("place", "name", "url", "headers"),
    [
        ("query", "v", "/generation/big?v=2", {}),
        ("header", "X-Version", "/generation/big", {"X-Version": "2"}),
        ("cookie", "version", "/generation/big", {"Cookie": "version=2"}),
        ("path", "v", "/generation/big", {}),
    ],
)
def test_constants_beside_a_body_go_where_they_belong(place, name, url, headers):
    operation = replace(big_model.OPERATION, constants=((place, name, 2),))
    sent = _composed(operation, {"prompt": "a"})
    assert sent.url == BASE + url
    assert sent.headers == {**KEY, "Content-Type": "application/json", **headers}
    assert sent.content == b'{"data":{"prompt":"a"}}'


def test_a_constant_may_stand_in_the_path_of_an_operation_with_a_body():
    operation = replace(big_model.OPERATION, endpoint="/{version}/run", constants=(("path", "version", "v 2"),))
    assert _composed(operation, {"prompt": "a"}).url == f"{BASE}/v%202/run"


@pytest.mark.parametrize(
    ("operation", "given", "query"),
    [
        (credits_.OPERATION, {}, "?api_key=a%20b&user=u"),
        (list_.OPERATION, {"page": 3}, "?v=2&page=3&api_key=a%20b&user=u"),
    ],
)
def test_credentials_of_a_query_follow_what_the_call_gives(operation, given, query):
    composer = Composer(operation, BASE, {}, {"api_key": "a b", "user": "u"})
    assert composer.compose(given, {}).url == BASE + operation.endpoint + query


def test_a_separator_joins_the_items_of_its_own_list_alone():
    parameters = (
        Parameter("ids", "id", location="query", separator="|"),
        Parameter("tags", "tag", location="query"),
    )
    operation = replace(list_.OPERATION, parameters=parameters, constants=())
    sent = _composed(operation, {"ids": ["a b", 2, True], "tags": ["x", "y"]})
    assert sent.url == f"{BASE}/tasks?id=a%20b%7C2%7Ctrue&tag=x&tag=y"
    assert _composed(operation, {"ids": "ab"}).url == f"{BASE}/tasks?id=ab"


WITH_COOKIES = replace(
    list_.OPERATION,
    parameters=(
        Parameter("session", "sid", location="cookie"),
        Parameter("tags", "tags", location="cookie"),
        Parameter("client_tag", "X-Client-Tag", location="header"),
    ),
    constants=(),
)


def test_cookies_are_quoted_and_stand_in_one_header():
    sent = _composed(WITH_COOKIES, {"session": "a;b c", "tags": ["x", 1], "client_tag": "t"})
    assert sent.headers == {**KEY, "Cookie": "sid=a%3Bb%20c; tags=x%2C1", "X-Client-Tag": "t"}


@pytest.mark.parametrize("name", ["Cookie", "cookie"])
def test_a_cookie_stands_beside_one_that_carries_a_credential(name):
    """Promise: what a call sends never takes the place of a credential."""
    headers = {**KEY, name: "key=k"}
    assert _composed(WITH_COOKIES, {"session": "s"}, headers).headers == {**KEY, name: "key=k; sid=s"}
    assert _composed(WITH_COOKIES, {}, headers).headers == headers


@pytest.mark.parametrize("value", [float("nan"), object(), "\ud800", ["a", {1}]])
@pytest.mark.parametrize("name", ["session", "client_tag"])
def test_what_a_header_cannot_hold_is_refused_by_name(name, value):
    with pytest.raises(InvalidRequestError) as caught:
        _composed(WITH_COOKIES, {"tags": "x", name: value})
    assert caught.value.field == name


FORM = replace(
    big_model.OPERATION, content_type="application/x-www-form-urlencoded", constants=(("body", "mode", "v2"),)
)


def test_a_form_has_constants_parameters_and_extra_fields_under_their_wire_names():
    sent = _composed(FORM, {"prompt": "a b", "tags": ["x", "y"], "conversation_id": "7"}, extra={"new": True})
    assert sent.content == b"mode=v2&prompt=a+b&tags=x&tags=y&conversationId=7&new=true"
    assert sent.headers == {**KEY, "Content-Type": "application/x-www-form-urlencoded"}
    assert (sent.method, sent.url) == ("POST", f"{BASE}/generation/big")


def test_a_form_of_parts_says_what_parts_them():
    sent = _composed(replace(FORM, content_type="multipart/form-data"), {"prompt": "a b"})
    kind, boundary = sent.headers["Content-Type"].split("; boundary=")
    assert kind == "multipart/form-data"
    assert sent.content.startswith(f'--{boundary}\r\nContent-Disposition: form-data; name="mode"\r\n\r\nv2'.encode())
    assert b'name="prompt"\r\n\r\na b\r\n' in sent.content
    assert sent.headers["X-API-KEY"] == "k"


@pytest.mark.parametrize("content_type", ["multipart/form-data", "application/x-www-form-urlencoded"])
@pytest.mark.parametrize("value", [float("nan"), object(), "\ud800", {"a": {1}}])
def test_what_a_form_cannot_hold_is_refused_by_name(content_type, value):
    with pytest.raises(InvalidRequestError) as caught:
        _composed(replace(FORM, content_type=content_type), {"prompt": "a", "conversation_id": value})
    assert caught.value.field == "conversation_id"


@pytest.mark.parametrize("content_type", ["application/merge-patch+json", "application/vnd.acme+json"])
def test_a_body_of_another_content_type_is_json_under_that_name(content_type):
    sent = _composed(replace(big_model.OPERATION, content_type=content_type), {"prompt": "a"})
    assert sent.headers == {**KEY, "Content-Type": content_type}
    assert sent.content == b'{"data":{"mode":"v2","prompt":"a"}}'


WHOLE = replace(
    upload.OPERATION,
    parameters=(Parameter("content", "body", "json"), Parameter("file_name", "file_name", "query")),
    wrap="data",
)


@pytest.mark.parametrize(
    ("value", "content"), [([1, "ä"], '[1,"ä"]'), ({"a": None}, '{"a":null}'), ("x", '"x"'), (None, "null"), (0, "0")]
)
def test_a_whole_body_is_one_json_value_without_a_wrapping_key(value, content):
    sent = _composed(WHOLE, {"content": value, "file_name": "a"}, extra={"new": 1})
    assert sent.content == content.encode()
    assert sent.url == f"{BASE}/files/upload?file_name=a&new=1"
    assert sent.headers == {**KEY, "Content-Type": "application/json"}


@pytest.mark.parametrize(
    ("operation", "name"),
    [
        (big_model.OPERATION, "conversation_id"),
        (FORM, "conversation_id"),
        (WHOLE, "content"),
        (list_.OPERATION, "kinds"),
        (list_.OPERATION, "client_tag"),
    ],
)
@pytest.mark.parametrize("value", [{1, 2}, [float("inf")]])
def test_what_cannot_be_written_is_refused_under_its_keyword_with_what_can(operation, name, value):
    with pytest.raises(InvalidRequestError) as caught:
        _composed(operation, {name: value})
    error = caught.value
    assert (error.field, error.allowed) == (name, "a value that JSON can hold")
    assert error.operation == operation.path
    assert "cannot be sent; give a value that JSON can hold" in str(error)


def test_an_extra_value_that_cannot_be_written_is_refused_under_its_own_name():
    with pytest.raises(InvalidRequestError) as caught:
        _composed(big_model.OPERATION, {"prompt": "a"}, extra={"new": {1}})
    assert (caught.value.field, caught.value.operation) == ("new", "text_to_video.big_model")


@pytest.mark.parametrize(
    ("operation", "name", "value", "words"),
    [
        (upload.OPERATION, "content", "text", "content: 'text' cannot be sent; give bytes"),
        (list_.OPERATION, "client_tag", "a\nb", "give printable ASCII characters, as a header holds them"),
        (result.OPERATION, "task_id", "..", "give a text that is neither empty nor made of dots alone"),
    ],
)
def test_a_refusal_says_what_may_stand_there(operation, name, value, words):
    with pytest.raises(InvalidRequestError) as caught:
        _composed(operation, {name: value})
    assert words in str(caught.value)
    assert (caught.value.value, caught.value.operation) == (value, operation.path)


def test_a_path_parameter_that_is_missing_is_refused():
    with pytest.raises(InvalidRequestError) as caught:
        _composed(result.OPERATION, {})
    assert caught.value.field == "task_id"


def test_a_declared_content_type_counts_in_any_spelling():
    declared = {"CONTENT-TYPE": "application/json"}
    assert _composed(big_model.OPERATION, {"prompt": "a"}, declared).headers == declared


def test_a_get_without_parameters_has_no_body():
    sent = _composed(replace(list_.OPERATION, parameters=(), constants=()), {})
    assert (sent.url, sent.content, sent.headers) == (f"{BASE}/tasks", None, KEY)


def test_a_constant_of_a_body_makes_one():
    operation = replace(list_.OPERATION, parameters=(), constants=(("body", "mode", "v2"),))
    assert _composed(operation, {}).content == b'{"mode":"v2"}'
