"""A mock tells what it was asked, and what it accepted."""

import httpx


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
    }


def test_a_query_is_no_create(server):
    """What is billed are creates; the rest is only counted."""
    httpx.post(f"{server.url}/user/credits", json={}, headers={"X-API-KEY": "k1"})
    assert server.counts == {"account.credits": 1}
    assert not server.creates
