"""What callers see of each fault, over real HTTP."""

import json
from email.utils import parsedate_to_datetime

import pytest

BIG = "/generation/big"


def test_too_many_requests_are_refused_in_three_forms(server, suffer):
    plain = suffer("rate_limited")
    seconds = suffer("rate_limited;retry_after=7")
    milliseconds = suffer("rate_limited;retry_after=1.5;form=ms")
    date = suffer("rate_limited;retry_after=90;form=date")
    assert {each.status_code for each in (plain, seconds, milliseconds, date)} == {429}
    assert "retry-after" not in plain.headers
    assert seconds.headers["retry-after"] == "7"
    assert milliseconds.headers["retry-after-ms"] == "1500"
    told, now = (parsedate_to_datetime(date.headers[name]) for name in ("retry-after", "date"))
    assert (told - now).total_seconds() == 90
    assert not server.creates


@pytest.mark.parametrize(("fault", "status"), [("error_500", 500), ("unavailable", 503)])
def test_a_server_in_trouble_speaks_in_the_vendors_envelope(server, suffer, fault, status):
    answer = suffer(fault)
    assert answer.status_code == status
    assert answer.json()["msg"]
    assert not server.creates


@pytest.mark.parametrize(("fault", "status"), [("bad_gateway_html", 502), ("html_page", 200)])
def test_a_page_is_html(suffer, fault, status):
    answer = suffer(fault)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "text/html")
    assert answer.text.startswith("<html>")


def test_truncated_json_is_whole_for_http_alone(suffer):
    answer = suffer("truncated_json")
    assert answer.status_code == 200
    with pytest.raises(json.JSONDecodeError):
        answer.json()


def test_how_much_of_an_answer_is_left_is_a_choice(suffer):
    assert suffer("truncated_json;kept=0").content == b""
    assert len(suffer("truncated_json;kept=0.9").content) > len(suffer("truncated_json").content)


def test_a_wrong_content_type_changes_nothing_else(suffer):
    answer = suffer("wrong_content_type")
    assert answer.headers["content-type"] == "text/html"
    assert answer.json()["data"]["task_id"]


def test_an_error_inside_a_success_has_the_documented_code(suffer):
    assert suffer("error_code").json()["code"] == 374
    assert suffer("error_code;code=490").json()["code"] == 490


def test_a_code_that_nobody_documents_is_played_as_it_is(suffer):
    answer = suffer("error_code;code=12345")
    assert (answer.status_code, answer.json()["code"]) == (200, 12345)


def test_what_is_no_fault_is_answered_in_words(suffer):
    answer = suffer("explode")
    assert answer.status_code == 400
    assert "'explode' is no fault" in answer.json()["message"]
