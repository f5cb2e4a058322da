"""One look at a task: its status, its result."""

import logging

import httpx
import pytest
from acme_world import DONE, TOKEN, URL, standing

from mediawright_runtime.errors import (
    ConnectionFailedError,
    InvalidRequestError,
    NotFinishedError,
    TaskFailedError,
    VendorError,
)
from mediawright_runtime.recorder import Answer


def _status(world):
    return world.run(lambda client: client.resume(TOKEN).status())


def _result(world):
    return world.run(lambda client: client.resume(TOKEN).result())


def test_a_status_is_one_request(world):
    world.answers(standing("processing", progress=40))
    status = _status(world)
    assert (status.state, status.raw, status.progress) == ("running", "processing", 40)
    assert len(world.requests) == 1


@pytest.mark.parametrize("fault", [httpx.ConnectError("x"), httpx.ReadTimeout("x")])
def test_a_status_is_one_request_even_in_trouble(world, fault):
    world.answers(fault)
    with pytest.raises(ConnectionFailedError) as caught:
        _status(world)
    assert len(world.requests) == 1
    assert (caught.value.token, caught.value.task_id, caught.value.charged) == (TOKEN, "t1", "no")
    assert caught.value.__cause__ is fault


@pytest.mark.parametrize("answer", [Answer({"code": 374004}), Answer(b"<html>", 502), Answer(b"<html>")], ids=str)
def test_a_refused_query_carries_the_task(world, answer):
    world.answers(answer)
    with pytest.raises(VendorError) as caught:
        _status(world)
    assert (caught.value.token, caught.value.task_id) == (TOKEN, "t1")
    assert caught.value.charged == "no"


def test_a_result_has_the_outputs_and_the_whole_answer(world):
    world.answers(DONE)
    result = _result(world)
    assert [(each.kind, each.url, each.expires_at) for each in result.outputs] == [("video", URL, None)]
    assert result.data["trace_id"] == "r2"
    assert result.task_id == "t1"


@pytest.mark.parametrize(
    ("found", "urls"),
    [
        ([{"preview": "https://a"}, {"preview": "https://b"}], ["https://a", "https://b"]),
        ({"preview": "https://a"}, ["https://a"]),
        ([{"preview": "https://a"}, {"preview": "https://a"}], ["https://a"]),
        ([{"preview": ""}, {"preview": None}, {"preview": 5}, {}, None], []),
        ("soon", []),
        (None, []),
    ],
)
def test_outputs_are_what_addresses_there_are(world, found, urls):
    """Promise: a finished task raises nothing, however little its answer says."""
    world.answers(Answer({"code": 0, "data": {"status": "completed", "result": found}}))
    assert [each.url for each in _result(world).outputs] == urls


@pytest.mark.parametrize("word", ["waiting", "processing", "paused"])
def test_a_task_that_goes_on_has_no_result(world, word):
    world.answers(standing(word))
    with pytest.raises(NotFinishedError) as caught:
        _result(world)
    assert caught.value.status.raw == word
    assert (caught.value.token, caught.value.task_id) == (TOKEN, "t1")


def test_a_failed_task_says_why(world):
    world.answers(standing("failed", reason="too\nbright"))
    with pytest.raises(TaskFailedError, match="the task ended as failed: too bright"):
        _result(world)


def test_an_undocumented_word_is_warned_of_once_per_client(world, caplog):
    world.answers(forever=standing("paused"))
    client = world.client()
    with caplog.at_level(logging.WARNING, "mediawright"):
        for _ in range(3):
            world.run(lambda client: client.resume(TOKEN).status(), client)
    assert len(caplog.records) == 1


def test_the_id_of_a_query_is_quoted(world):
    world.answers(DONE)
    world.run(lambda client: client.resume(TOKEN.replace("t1", "a/b")).result())
    assert world.requests[0].url.endswith("/generation/result/a%2Fb")


def test_an_id_that_would_lead_elsewhere_is_refused(world):
    with pytest.raises(InvalidRequestError):
        world.run(lambda client: client.resume(TOKEN.replace("t1", "..")).result())
    assert world.requests == []
