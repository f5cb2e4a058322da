"""What callers see of each fault, over real HTTP."""

import json
import socket
import time
from contextlib import contextmanager
from email.utils import parsedate_to_datetime

import httpx
import pytest

from mediawright_mock.faults import Fault, Planned
from mediawright_mock.server import MockServer

BIG = "/generation/big"


def call(server, fault, **options):
    headers = {"X-API-KEY": "k1", "X-Mock-Fault": fault}
    return httpx.post(server.url + BIG, json={"data": {"prompt": "a boat"}}, headers=headers, **options)


def test_a_late_answer_is_late_and_whole(server):
    started = time.monotonic()
    answer = call(server, "late;seconds=0.2")
    assert time.monotonic() - started >= 0.2
    assert answer.json()["data"]["task_id"]
    assert sum(server.creates.values()) == 1


@pytest.mark.parametrize("fault", ["hang", "late;seconds=9", "slow_headers;seconds=9"])
@pytest.mark.parametrize("accepted", ["yes", "no"])
def test_a_caller_without_patience_times_out(server, fault, accepted):
    with pytest.raises(httpx.ReadTimeout):
        call(server, f"{fault};accepted={accepted}", timeout=0.1)
    assert sum(server.creates.values()) == (accepted == "yes")
    assert sum(server.counts.values()) == 1


@pytest.mark.parametrize("accepted", ["yes", "no"])
def test_a_reset_is_a_reset(server, accepted):
    """The connection ends with RST and without a byte, not in order."""
    body = b'{"data": {"prompt": "a boat"}}'
    with socket.create_connection(("127.0.0.1", httpx.URL(server.url).port)) as caller:
        head = (
            f"POST {BIG} HTTP/1.1\r\nHost: x\r\nX-API-KEY: k1\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\nX-Mock-Fault: reset;accepted={accepted}\r\n\r\n"
        )
        caller.sendall(head.encode() + body)
        with pytest.raises(ConnectionResetError):
            caller.recv(1)
    assert sum(server.creates.values()) == (accepted == "yes")


def test_a_cut_answer_ends_in_the_middle(server):
    with pytest.raises(httpx.RemoteProtocolError, match="closed connection without sending complete"):
        call(server, "cut")
    assert sum(server.creates.values()) == 1


def test_slow_headers_arrive_in_the_end(server):
    answer = call(server, "slow_headers;seconds=0.05")
    assert answer.status_code == 200
    assert answer.json()["data"]["task_id"]


def test_too_many_requests_are_refused_in_three_forms(server):
    plain = call(server, "rate_limited")
    seconds = call(server, "rate_limited;retry_after=7")
    milliseconds = call(server, "rate_limited;retry_after=1.5;form=ms")
    date = call(server, "rate_limited;retry_after=90;form=date")
    assert {each.status_code for each in (plain, seconds, milliseconds, date)} == {429}
    assert "retry-after" not in plain.headers
    assert seconds.headers["retry-after"] == "7"
    assert milliseconds.headers["retry-after-ms"] == "1500"
    told, now = (parsedate_to_datetime(date.headers[name]) for name in ("retry-after", "date"))
    assert (told - now).total_seconds() == 90
    assert not server.creates


@pytest.mark.parametrize(("fault", "status"), [("error_500", 500), ("unavailable", 503)])
def test_a_server_in_trouble_speaks_in_the_vendors_envelope(server, fault, status):
    answer = call(server, fault)
    assert answer.status_code == status
    assert answer.json()["msg"]
    assert not server.creates


@pytest.mark.parametrize(("fault", "status"), [("bad_gateway_html", 502), ("html_page", 200)])
def test_a_page_is_html(server, fault, status):
    answer = call(server, fault)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "text/html")
    assert answer.text.startswith("<html>")


def test_truncated_json_is_whole_for_http_alone(server):
    answer = call(server, "truncated_json")
    assert answer.status_code == 200
    with pytest.raises(json.JSONDecodeError):
        answer.json()


def test_a_wrong_content_type_changes_nothing_else(server):
    answer = call(server, "wrong_content_type")
    assert answer.headers["content-type"] == "text/html"
    assert answer.json()["data"]["task_id"]


def test_an_error_inside_a_success_has_the_documented_code(server):
    assert call(server, "error_code").json()["code"] == 374
    assert call(server, "error_code;code=490").json()["code"] == 490


def test_a_code_that_nobody_documents_is_played_as_it_is(server):
    answer = call(server, "error_code;code=12345")
    assert (answer.status_code, answer.json()["code"]) == (200, 12345)


def test_what_is_no_fault_is_answered_in_words(server):
    answer = call(server, "explode")
    assert answer.status_code == 400
    assert "'explode' is no fault" in answer.json()["message"]


@contextmanager
def planned(read_contract, *faults):
    with MockServer(read_contract(), faults=faults) as server:
        yield (
            lambda path: (
                httpx.post(
                    server.url + path, json={"data": {"prompt": "a boat"}}, headers={"X-API-KEY": "k1"}
                ).status_code
            )
        )


def test_a_plan_hits_the_calls_that_it_names(read_contract):
    fault = Planned(Fault("error_500"), "text_to_music.*", first=2)
    singer = "/generation/singer"
    with planned(read_contract, fault) as post:
        assert [post(path) for path in (BIG, singer, BIG, singer, singer)] == [200, 200, 200, 500, 200]


def test_the_first_plan_that_hits_is_played_and_all_count(read_contract):
    every = Planned(Fault("unavailable"), times=None)
    second = Planned(Fault("error_500"), first=2)
    with planned(read_contract, second, every) as post:
        assert [post(BIG) for _ in range(3)] == [503, 500, 503]


def test_a_mock_tells_over_http_what_it_was_asked(server):
    """A test in another process sees what was asked and what would be billed."""
    call(server, "error_500")
    call(server, "wrong_content_type")
    told = httpx.get(f"{server.url}/_mock/requests").json()
    (operation,) = told["counts"]
    assert told["counts"] == {operation: 2}
    assert told["creates"] == {operation: 1}
    assert told["requests"][0] == {"operation": operation, "method": "POST", "path": BIG, "fault": "error_500"}
