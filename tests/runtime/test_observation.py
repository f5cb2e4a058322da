"""What a listener of raw answers is told, and what becomes of a task when it fails."""

import asyncio

import pytest
from acme_world import DONE, TOKEN, after, created, standing

from mediawright_runtime.errors import MediawrightError, VendorError
from mediawright_runtime.observation import RawResponse
from mediawright_runtime.recorder import Answer


def _create(world, **options):
    client = world.client().with_options(**options)
    return world.run(lambda client: client.text_to_video.big_model(prompt="x"), client)


def test_every_answer_of_the_copy_is_told_as_it_came(world):
    """Promise: what the vendor said is there to the byte, for creates, queries and uploads."""
    created_answer = Answer(created().body, headers={"X-Trace": "t"})
    world.answers(after(2, created_answer), standing("processing"), DONE, Answer({"code": 0, "key": "k"}))
    heard = []
    client = world.client().with_options(on_response=heard.append)
    task = world.run(lambda client: client.text_to_video.big_model(prompt="x"), client)
    world.settle(lambda: task.wait(poll_interval=1))
    world.run(lambda client: client.files.upload(content=b"x", file_name="a"), client)
    assert [(each.operation, each.status_code) for each in heard] == [
        ("text_to_video.big_model", 200),
        ("tasks.result", 200),
        ("tasks.result", 200),
        ("files.upload", 200),
    ]
    first = heard[0]
    assert first == RawResponse(
        "text_to_video.big_model",
        "POST",
        "https://api.acme.example/v1/generation/big",
        200,
        {"x-trace": "t"},
        created_answer.content,
        2.0,
    )


def test_other_copies_tell_nobody(world):
    world.answers(created(), created())
    heard = []
    client = world.client()
    copy = client.with_options(on_response=heard.append)
    world.run(lambda client: client.text_to_video.big_model(prompt="x"), client)
    assert heard == []
    world.run(lambda client: client.text_to_video.big_model(prompt="x"), copy.with_options(validate="off"))
    assert len(heard) == 1


def test_the_token_is_out_before_the_answer_is_told(world):
    world.answers(created())
    order = []
    _create(world, on_submitted=order.append, on_response=lambda raw: order.append(raw.status_code))
    assert order == [TOKEN, 200]


def test_a_listener_that_fails_loses_no_task(world):
    """Promise: a paid task is told of, and its token stands on the error."""
    world.answers(created())
    told = []

    def fail(_raw):
        raise LookupError("listener")

    with pytest.raises(LookupError) as caught:
        _create(world, on_submitted=told.append, on_response=fail)
    assert told == [TOKEN]
    assert caught.value.__notes__ == [f"the task was created and is billed; its token: {TOKEN}"]
    assert len(world.requests) == 1


def test_a_listener_that_fails_in_a_wait_leaves_with_the_token(world):
    world.answers(standing("processing"), DONE)

    def fail(_raw):
        raise LookupError("listener")

    client = world.client().with_options(on_response=fail)
    with pytest.raises(LookupError) as caught:
        world.run(lambda client: client.resume(TOKEN).wait(poll_interval=1), client)
    assert caught.value.__notes__[0].endswith(f"its token: {TOKEN}")
    assert len(world.requests) == 1


def test_an_error_of_the_vendor_goes_before_one_of_the_listener(world):
    world.answers(Answer({"code": 490, "msg": "no"}))

    def fail(_raw):
        raise LookupError("secret")

    with pytest.raises(VendorError) as caught:
        _create(world, on_response=fail)
    assert caught.value.__notes__ == ["on_response failed too: LookupError"]


def test_an_answer_that_is_an_error_is_told(world):
    world.answers(Answer(b"<html>", 502))
    heard = []
    with pytest.raises(MediawrightError):
        _create(world, on_response=heard.append)
    assert [(each.status_code, each.content) for each in heard] == [(502, b"<html>")]


def test_a_request_without_an_answer_is_not_told(world):
    world.answers(ConnectionResetError("reset"))
    heard = []
    with pytest.raises(MediawrightError):
        _create(world, on_response=heard.append)
    assert heard == []


def test_an_asynchronous_listener_is_awaited(world):
    world.answers(created())
    heard = []

    async def listen(raw):
        await asyncio.sleep(0)
        heard.append(raw.status_code)

    if world.kind == "async":
        _create(world, on_response=listen)
        assert heard == [200]


def test_it_prints_no_secret():
    """Promise: queries, headers and bodies are there to be read, not to be printed."""
    raw = RawResponse("a.b", "GET", "https://h.example/p?Signature=s3cret", 200, {"set-cookie": "s3cret"}, b"s3cret", 1)
    assert repr(raw) == str(raw) == "RawResponse(a.b: GET https://h.example/p?..., HTTP 200, 6 bytes)"
