"""A mock tells what it was asked, and what it accepted."""

import httpx
import pytest


def test_a_mock_tells_over_http_what_it_was_asked(server, suffer):
    """A test in another process sees what was asked and what would be billed."""
    suffer("error_500")
    suffer("wrong_content_type")
    told = httpx.get(f"{server.url}/_mock/requests").json()
    (operation,) = told["counts"]
    assert told["counts"] == {operation: 2}
    assert told["creates"] == {operation: 1}
    assert told["requests"][0] == {
        "operation": operation,
        "method": "POST",
        "path": "/generation/big",
        "fault": "error_500",
        "query": [],
        "body": {"data": {"prompt": "a boat"}},
    }


@pytest.mark.parametrize(("sent", "told"), [(b"", None), (b"{", "{"), (b"x" * 10_001, None)])
def test_a_body_is_told_as_far_as_it_can_be(server, sent, told):
    httpx.post(f"{server.url}/user/credits?a=1&a=%20", content=sent)
    (request,) = httpx.get(f"{server.url}/_mock/requests").json()["requests"]
    assert request["body"] == told
    assert request["query"] == [["a", "1"], ["a", " "]]


def test_a_query_is_no_create(server):
    """What is billed are creates; the rest is only counted."""
    httpx.post(f"{server.url}/user/credits", json={}, headers={"X-API-KEY": "k1"})
    assert server.counts == {"account.credits": 1}
    assert not server.creates
