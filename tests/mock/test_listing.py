"""Lists show the tasks as they stand, so that a create whose answer was lost is found."""

import json

import pytest

from mediawright.doubao import AsyncDoubao, Doubao
from mediawright.errors import AmbiguousSubmitError
from mediawright_mock.contract import vendor_contract
from mediawright_mock.faults import Fault
from mediawright_mock.messages import Request
from mediawright_mock.mock import Mock
from mediawright_mock.plan import Planned
from mediawright_mock.server import MockServer

LOST = Planned(Fault("reset", accepted=True), "video.generate", first=2)


def test_a_lost_create_is_found_by_the_list():
    """What was paid for is not lost with its answer."""
    with MockServer(vendor_contract("doubao"), faults=[LOST]) as server, Doubao(base_url=server.url) as client:
        known = client.video.generate(prompt="a boat")
        with pytest.raises(AmbiguousSubmitError) as caught:
            client.video.generate(prompt="another boat")
        found = client.reconcile(caught.value)
        assert found.id != known.id
        result = found.wait(timeout=20, poll_interval=0.01)
        assert server.creates == {"video.generate": 2}
    assert [each.kind for each in result.outputs] == ["video"]


async def _found(url):
    async with AsyncDoubao(base_url=url) as client:
        await client.video.generate(prompt="a boat")
        with pytest.raises(AmbiguousSubmitError) as caught:
            await client.video.generate(prompt="another boat")
        return await client.reconcile(caught.value)


def test_the_asynchronous_client_finds_it_too():
    import asyncio

    with MockServer(vendor_contract("doubao"), faults=[LOST]) as server:
        assert asyncio.run(_found(server.url)).id


def test_a_lost_create_of_a_conversation_is_looked_for_there():
    with MockServer(vendor_contract("doubao"), faults=[LOST]) as server, Doubao(base_url=server.url) as client:
        client.video.generate(prompt="a boat", conversation_id="12")
        with pytest.raises(AmbiguousSubmitError) as caught:
            client.video.generate(prompt="another boat", conversation_id="34")
        found = client.reconcile(caught.value)
        assert found.status().state == "queued"
    assert server.requests[-1].query[0] == ("conversation_id", "34")


def test_where_nothing_was_accepted_there_is_nothing_to_find():
    refused = Planned(Fault("reset", accepted=False), "video.generate")
    with MockServer(vendor_contract("doubao"), faults=[refused]) as server, Doubao(base_url=server.url) as client:
        with pytest.raises(AmbiguousSubmitError) as caught:
            client.video.generate(prompt="a boat")
        assert client.reconcile(caught.value) is None


def call(mock, method, path, query=(), body=None):
    headers = {"content-type": "application/json"}
    content = b"" if body is None else json.dumps(body).encode()
    return json.loads(mock.answer(Request(method, path, tuple(query), headers, content)).body)


def test_a_listed_task_agrees_with_its_query():
    """A list never tells of a task what its query does not."""
    clock = [1_700_000_000.0]
    mock = Mock(vendor_contract("doubao"), speed=1, now=lambda: clock[0])
    ids = call(mock, "POST", "/api/video-gen/generate", body={"prompt": "a boat"})
    asked = [(name, ids[name]) for name in ("conversation_id", "message_id")]
    shared = ("conversation_id", "message_id", "status", "created_at", "updated_at", "video_urls")
    seen = []
    for _ in range(4):
        (listed,) = call(mock, "GET", "/api/video-gen/list")["tasks"]
        queried = call(mock, "GET", "/api/video-gen/status", asked)["task"]
        assert {name: listed[name] for name in shared} == {name: queried.get(name, []) for name in shared}
        seen.append((listed["status"], len(listed["video_urls"])))
        clock[0] += 300
    assert seen[0] == ("pending", 0)
    assert seen[-1] == ("completed", 1)
