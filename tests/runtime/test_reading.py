"""One look at a task: its status, its result."""

import json
import logging
from datetime import UTC, datetime

import httpx
import pytest
from acme_world import DONE, TOKEN, URL, standing
from fictional import AsyncLyra, AsyncNova, AsyncOrion, AsyncVega, Lyra, Nova, Orion, Vega

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
    with pytest.raises(TaskFailedError, match="the task ended as failed: too bright") as caught:
        _result(world)
    assert caught.value.trace_id == "r2"


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


VEGA_TOKEN = '{"v":1,"vendor":"vega","operation":"picture_book.create","id":"t1"}'


def _book(world_of, *items):
    vega = world_of((Vega, AsyncVega), api_key="key-123456")
    vega.answers(Answer({"errno": 0, "data": list(items)}))
    return vega, vega.client().resume(VEGA_TOKEN)


def test_a_list_of_ids_has_the_one_id(world_of):
    vega, task = _book(world_of, {"status": 1})
    assert vega.settle(task.status).state == "running"
    assert json.loads(vega.requests[0].content) == {"task_ids": ["t1"]}


@pytest.mark.parametrize(
    ("status", "state"), [(0, "running"), (3, "running"), (2, "succeeded"), (4, "failed"), ("odd", "failed")]
)
def test_every_other_number_is_what_the_vendor_says(world_of, status, state, caplog):
    vega, task = _book(world_of, {"status": status})
    assert vega.settle(task.status).state == state
    assert caplog.records == []


@pytest.mark.parametrize("items", [(), ({},), ({"status": None},)])
def test_no_status_is_no_other_status(world_of, items):
    """Promise: an answer that says nothing ends no paid task."""
    vega, task = _book(world_of, *items)
    assert vega.settle(task.status).state == "unknown"


@pytest.mark.parametrize(
    ("result", "url"),
    [
        ({"video_bos_url": "https://b", "video_cdn_url": "https://c"}, "https://b"),
        ({"video_bos_url": None, "video_cdn_url": "https://c"}, "https://c"),
        ({"video_cdn_url": "https://c"}, "https://c"),
    ],
)
def test_an_output_may_stand_at_one_of_several_places(world_of, result, url):
    vega, task = _book(world_of, {"status": 2, "result": result})
    assert [each.url for each in vega.settle(task.result).outputs] == [url]


def test_a_task_of_two_ids_is_asked_for_with_both(world_of):
    orion = world_of((Orion, AsyncOrion))
    task = orion.client().resume(
        '{"v":2,"vendor":"orion","operation":"video.generate","ids":{"message_id":"m/1","conversation_id":"c1"}}'
    )
    orion.answers(Answer({"success": True, "task": {"status": "completed", "video_urls": ["https://a"]}}))
    result = orion.settle(task.result)
    assert (task.id, result.task_id) == ("c1/m/1", "c1/m/1")
    assert orion.requests[0].url == "http://localhost:8000/status?conversation_id=c1&message_id=m%2F1"
    assert [each.url for each in result.outputs] == ["https://a"]


def test_files_expire_when_the_vendor_says(world_of):
    nova = world_of((Nova, AsyncNova), api_key="key-123456")
    data = {"video_status": 3, "external_video": "https://a", "create_time": 1772798400000}
    nova.answers(Answer({"code": 1000, "data": data}))
    task = nova.client().resume('{"v":1,"vendor":"nova","operation":"talking_photo.create","id":"v1"}')
    (output,) = nova.settle(task.result).outputs
    assert output.expires_at == datetime(2026, 3, 13, 12, tzinfo=UTC)


def test_a_progress_may_stand_at_one_of_several_places(world_of):
    lyra = world_of((Lyra, AsyncLyra), app_key="key-123456", app_secret="secret-123456")
    lyra.answers(Answer({"code": 0, "data": {"status": 2, "progress": "42%"}}))
    task = lyra.client().resume('{"v":1,"vendor":"lyra","operation":"text_to_video.generate","id":"t1"}')
    assert str(lyra.settle(task.status)) == "running 42%"
    sent = lyra.requests[0].headers
    assert sent["Authorization"] == "Basic a2V5LTEyMzQ1NjpzZWNyZXQtMTIzNDU2"
    assert sent["X-App-Key"] == "key-123456"


def test_no_message_shows_what_is_made_of_secrets(world_of):
    """Promise: an error never repeats a credential, also not as it stands in a header."""
    lyra = world_of((Lyra, AsyncLyra), app_key="key-123456", app_secret="secret-123456")
    lyra.answers(Answer({"code": 5, "msg": "bad Basic a2V5LTEyMzQ1NjpzZWNyZXQtMTIzNDU2"}))
    with pytest.raises(VendorError, match=r"bad Basic \*\*\*"):
        lyra.run(lambda client: client.text_to_video.generate(prompt="x"))
