"""What a mock tells of itself, and what a test may do to it, over HTTP."""

import json

import httpx
import pytest

from mediawright_mock.server import MockServer

KEY = {"X-API-KEY": "k1"}


def told(vendor, name):
    return json.loads(vendor.get(f"/_mock/{name}").body)


def test_tasks_are_listed_as_they_stand_and_looking_does_not_move_them(play):
    vendor = play()
    task = vendor.create()
    vendor.create("/generation/singer")
    for _ in range(5):
        first, second = told(vendor, "tasks")["tasks"]
    assert first == {
        "operation": "image_to_video.big_model",
        "ids": {"task_id": task},
        "state": "queued",
        "status": "waiting",
        "queries": 0,
        "created": 1_700_000_000.0,
        "ended": None,
    }
    assert second["operation"] == "text_to_music.singer"


def test_the_clock_is_put_forward_from_outside(read_contract):
    """An application's test does not wait for minutes."""
    with MockServer(read_contract(), speed=1) as server:
        body = {"data": {"prompt": "x"}}
        task = httpx.post(f"{server.url}/generation/big", json=body, headers=KEY).json()["data"]["task_id"]
        query = f"{server.url}/generation/result/{task}"
        before = httpx.post(query, json={}, headers=KEY).json()["data"]["status"]
        now = httpx.get(f"{server.url}/_mock/clock").json()["now"]
        moved = httpx.post(f"{server.url}/_mock/clock", json={"advance": 30}).json()["now"]
        assert (before, httpx.post(query, json={}, headers=KEY).json()["data"]["status"]) == ("waiting", "completed")
        assert 30 <= moved - now < 40


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"3", b"{}", b'{"advance": -1}', b'{"advance": "soon"}', b'{"advance": 1e999}']
)
def test_a_clock_that_cannot_move_so_says_what_to_send(play, body):
    vendor = play()
    answer = vendor.call("POST", "/_mock/clock", body)
    assert answer.status == 400
    assert "advance" in json.loads(answer.body)["message"]
    assert told(vendor, "clock") == {"now": 1_700_000_000.0}


def test_after_a_reset_all_is_as_in_the_beginning(play):
    """Tests of one application share a server and not each other's tasks."""
    vendor = play(seed=3, polls=1)

    def play_once():
        task = vendor.create()
        vendor.call("POST", "/_mock/clock", {"advance": 5})
        return task, vendor.output(task), told(vendor, "requests")["counts"]

    first = play_once()
    counts = vendor.mock.ledger.counts
    assert vendor.call("POST", "/_mock/reset").status == 200
    assert (told(vendor, "tasks"), told(vendor, "requests")["requests"], dict(counts)) == ({"tasks": []}, [], {})
    assert told(vendor, "clock") == {"now": 1_700_000_000.0}
    assert vendor.get(first[1]).status == 404
    assert play_once() == first


def test_an_unknown_question_lists_the_known_ones(play):
    answer = play().get("/_mock/nothing")
    assert answer.status == 404
    assert "POST /_mock/reset" in json.loads(answer.body)["known"]
