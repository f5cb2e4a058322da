"""The wait for a task's end, on a virtual clock."""

import asyncio
import logging
import re
from dataclasses import replace

import httpx
import pytest
from acme_client.vendor import VENDOR
from acme_world import DONE, TOKEN, URL, World, after, created, standing

from mediawright_runtime.errors import (
    ConfigurationError,
    ConnectionFailedError,
    TaskFailedError,
    VendorError,
    WaitTimeoutError,
)
from mediawright_runtime.recorder import Answer

RUNNING = standing("processing")
TROUBLE = [
    httpx.ConnectError("x"),
    httpx.ReadTimeout("x"),
    httpx.RemoteProtocolError("x"),
    Answer(b"<html>Bad gateway</html>", 502),
    Answer(b"<html>maintenance</html>", 200),
    Answer({}, 429),
    Answer({}, 500),
    Answer({}, 503),
    Answer({}, 408),
    Answer([]),
    Answer({"code": 3001}),
    Answer({"code": 99999}),
]
HOPELESS = [
    Answer({"code": 374004}),
    Answer({}, 400),
    Answer({}, 401),
    Answer({}, 403),
]


def test_waits_until_the_task_succeeds(world):
    world.answers(standing("waiting"), RUNNING, DONE)
    result = world.wait()
    assert [output.url for output in result.outputs] == [URL]
    assert len(world.requests) == 3
    assert {request.url for request in world.requests} == {"https://api.acme.example/v1/generation/result/t1"}
    assert {request.content for request in world.requests} == {b"{}"}


@pytest.mark.parametrize(("word", "state"), VENDOR.tasks["generation"].states.items())
def test_every_end_ends_the_wait_at_once(world, word, state):
    """Promise: an end of any kind is seen within one query."""
    world.answers(standing(word, URL, reason="because"), forever=standing("no such word"))
    if state in {"queued", "running"}:
        with pytest.raises(WaitTimeoutError):
            world.wait(timeout=20)
        return
    if state == "succeeded":
        world.wait()
    else:
        with pytest.raises(TaskFailedError, match="because") as caught:
            world.wait()
        assert (caught.value.state, caught.value.reason, caught.value.raw) == (state, "because", word)
        assert (caught.value.task_id, caught.value.token, caught.value.trace_id) == ("t1", TOKEN, "r2")
    assert len(world.requests) == 1
    assert world.sleeps == []


def test_asks_at_the_vendors_interval_a_little_varied(world):
    world.answers(*[RUNNING] * 50, DONE)
    world.wait()
    assert all(4.5 <= pause <= 5.5 for pause in world.sleeps)
    assert len(set(world.sleeps)) > 1


def test_asks_at_the_callers_interval_exactly(world):
    world.answers(*[RUNNING] * 5, DONE)
    world.wait(poll_interval=2)
    assert world.sleeps == [2] * 5


def test_the_first_query_waits_for_what_the_vendor_advises(world):
    world.answers(created("t1"), Answer({"code": 0, "data": {"status": 2, "url": URL}}))
    client = world.client()
    task = world.run(lambda client: client.text_to_video.slow_model(prompt="x"), client)
    world.clock += 10
    world.settle(task.wait)
    assert world.sleeps == [20]


def test_a_caller_with_an_interval_is_not_kept_waiting_for_the_first_query(world):
    world.answers(created("t1"), Answer({"code": 0, "data": {"status": 2, "url": URL}}))
    task = world.run(lambda client: client.text_to_video.slow_model(prompt="x"))
    world.settle(lambda: task.wait(poll_interval=2))
    assert world.sleeps == []


def test_a_task_from_a_token_is_asked_for_at_once(world):
    world.answers(Answer({"code": 0, "data": {"status": 2, "url": URL}}))
    world.run(lambda client: client.resume(TOKEN.replace("big", "slow")).wait())
    assert world.sleeps == []


def test_the_deadline_bounds_the_advice_too(world):
    world.answers(created("t1"), forever=Answer({"code": 0, "data": {"status": 0}}))
    task = world.run(lambda client: client.text_to_video.slow_model(prompt="x"))
    with pytest.raises(WaitTimeoutError):
        world.settle(lambda: task.wait(timeout=10))
    assert world.elapsed <= 11


@pytest.mark.parametrize("timeout", [0.5, 1, 7, 20, 600])
def test_a_wait_ends_at_its_deadline_after_a_last_look(world, timeout):
    """Promise: `wait(timeout=20)` is back by 21 s, and its last query is at most 1 s older than the deadline."""
    world.answers(forever=after(0.1, RUNNING))
    with pytest.raises(WaitTimeoutError) as caught:
        world.wait(timeout=timeout)
    assert timeout - 1 <= world.elapsed <= timeout + 0.01  # which the shortest exchange is given
    assert caught.value.elapsed == pytest.approx(world.elapsed)
    assert (caught.value.polls, caught.value.operation) == (len(world.requests), "text_to_video.big_model")


def test_a_task_that_ends_just_before_the_deadline_is_seen(world):
    def done_at(second):
        return lambda world, timeout: DONE if world.elapsed >= second else RUNNING

    world.answers(forever=done_at(18.5))
    world.wait(timeout=20, poll_interval=8)
    assert world.elapsed == 19


def test_a_slow_answer_is_not_waited_for_beyond_the_deadline(world):
    world.answers(forever=after(50, RUNNING))
    with pytest.raises(WaitTimeoutError) as caught:
        world.wait(timeout=20)
    assert world.elapsed <= 20
    assert world.timeouts == [20]
    assert caught.value.status is None


def test_the_last_exchange_is_clipped_to_the_deadline_too(world):
    world.answers(RUNNING, forever=after(50, RUNNING))
    with pytest.raises(WaitTimeoutError):
        world.wait(timeout=20, poll_interval=8)
    assert world.timeouts == [20, 12]
    assert world.elapsed <= 20


def test_a_single_look_has_a_second_whatever_the_deadline(world):
    world.answers(after(0.5, RUNNING))
    with pytest.raises(WaitTimeoutError):
        world.wait(timeout=0)
    assert world.timeouts == [1]


def test_without_a_timeout_it_waits_for_ever(world):
    world.answers(*[RUNNING] * 5000, DONE)
    world.wait(timeout=None)
    assert world.elapsed > 6 * 3600


def test_a_timeout_knows_everything_and_invites_no_second_create(world):
    """Promise: a timeout carries token and last status, and says that the task goes on."""
    world.answers(forever=standing("processing", progress=40))
    with pytest.raises(WaitTimeoutError, match="still running and billed") as caught:
        world.wait(timeout=7)
    assert (caught.value.token, caught.value.task_id) == (TOKEN, "t1")
    assert (caught.value.status.state, caught.value.status.progress) == ("running", 40)


@pytest.mark.parametrize("max_polls", [1, 3])
def test_the_caller_may_bound_the_queries(world, max_polls):
    world.answers(forever=RUNNING)
    with pytest.raises(WaitTimeoutError):
        world.wait(max_polls=max_polls)
    assert len(world.requests) == max_polls
    assert len(world.sleeps) == max_polls - 1


@pytest.mark.parametrize("trouble", TROUBLE, ids=str)
def test_trouble_on_the_way_is_borne(world, trouble):
    world.answers(RUNNING, trouble, RUNNING, trouble, trouble, DONE)
    assert world.wait().outputs


def test_an_outage_of_a_minute_is_survived(world):
    """Promise: a minute without the vendor does not lose a task that is being waited for."""

    def down(world, timeout):
        return httpx.ConnectError("x") if 100 < world.elapsed < 160 else RUNNING if world.elapsed < 300 else DONE

    world.answers(forever=down)
    assert world.wait(timeout=600).outputs


@pytest.mark.parametrize("trouble", TROUBLE, ids=str)
def test_trouble_without_end_is_raised_with_the_token(world, trouble):
    world.answers(RUNNING, forever=trouble)
    with pytest.raises((ConnectionFailedError, VendorError)) as caught:
        world.wait(timeout=600)
    assert 115 < world.elapsed < 135
    assert (caught.value.token, caught.value.task_id) == (TOKEN, "t1")


def test_any_good_answer_renews_the_patience(world):
    world.answers(forever=lambda world, _: RUNNING if world.elapsed // 100 % 2 else httpx.ConnectError("x"))
    with pytest.raises(WaitTimeoutError):
        world.wait(timeout=2000)


def test_trouble_never_outlives_the_deadline(world):
    world.answers(forever=httpx.ConnectError("x"))
    with pytest.raises(WaitTimeoutError):
        world.wait(timeout=20)
    assert world.elapsed <= 20


@pytest.mark.parametrize("answer", HOPELESS, ids=str)
def test_what_asking_again_cannot_help_is_raised_at_once(world, answer):
    world.answers(RUNNING, answer, DONE)
    with pytest.raises(VendorError) as caught:
        world.wait()
    assert len(world.requests) == 2
    assert (caught.value.token, caught.value.task_id) == (TOKEN, "t1")


def test_a_new_task_may_not_be_found_at_first(world):
    world.answers(Answer({}, 404), Answer({}, 404), RUNNING, DONE)
    assert world.wait().outputs


def test_a_task_that_stays_unknown_is_given_up(world):
    world.answers(forever=Answer({}, 404))
    with pytest.raises(VendorError):
        world.wait()
    assert 15 <= world.elapsed < 25


def test_a_task_that_was_there_is_gone(world):
    world.answers(RUNNING, Answer({}, 404), DONE)
    with pytest.raises(VendorError):
        world.wait()
    assert len(world.requests) == 2


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("headers", "pause"),
    [
        ({"retry-after": "30"}, 30),
        ({"retry-after": "1"}, 2),
        ({"retry-after-ms": "2500"}, 2.5),
        ({"retry-after": "Sun, 06 Nov 1994 08:50:07 GMT", "date": "Sun, 06 Nov 1994 08:49:37 GMT"}, 30),
    ],
)
def test_a_vendor_that_wants_to_be_left_alone_is(world, status, headers, pause):
    world.answers(Answer({}, status, headers), DONE)
    world.wait(poll_interval=2)
    assert world.sleeps == [pause]


def test_the_deadline_bounds_what_the_vendor_wants(world):
    world.answers(Answer({}, 429, {"retry-after": "600"}), forever=RUNNING)
    with pytest.raises(WaitTimeoutError):
        world.wait(timeout=20)
    assert world.elapsed == 19


def test_an_unknown_word_is_warned_of_once_and_waited_through(world, caplog):
    """Promise: a status that the vendor does not document neither raises nor ends the wait."""
    world.answers(standing("paused"), standing("paused"), standing("paused"), DONE)
    seen = []
    with caplog.at_level(logging.WARNING, "mediawright"):
        world.wait(on_progress=seen.append)
    assert [(status.state, status.raw) for status in seen[:1]] == [("unknown", "paused")]
    assert len(caplog.records) == 1
    assert "'paused'" in caplog.text


def test_progress_is_told_after_each_good_answer(world):
    told = []
    world.answers(standing("waiting"), Answer({}, 500), standing("processing", progress="50%"), DONE)
    world.wait(on_progress=told.append)
    assert [(status.state, status.progress) for status in told] == [
        ("queued", None),
        ("running", 50),
        ("succeeded", None),
    ]


def test_an_asynchronous_wait_awaits_its_listener():
    told = []

    async def tell(status):
        await asyncio.sleep(0)
        told.append(status.state)

    world = World("async")
    world.answers(RUNNING, DONE)
    world.wait(on_progress=tell)
    assert told == ["running", "succeeded"]


def test_leaving_says_that_the_task_goes_on(world, caplog):
    """Promise: Ctrl-C during a wait leaves the token."""
    world.answers(RUNNING, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt) as caught:
        world.wait()
    (note,) = caught.value.__notes__
    assert re.fullmatch(
        r"the task is still running and billed after \d+\.\d s \(last seen running\); its token: .*", note
    )
    assert note.endswith(TOKEN)
    assert caplog.messages == [f"waiting was interrupted: {note}"]


def test_a_cancelled_coroutine_says_that_the_task_goes_on():
    """Promise: asyncio's cancellation during a wait leaves the token."""
    world = World("async")
    world.answers(RUNNING, asyncio.CancelledError())
    with pytest.raises(asyncio.CancelledError) as caught:
        world.wait()
    assert TOKEN in "".join(caught.value.__notes__)


def test_both_kinds_of_client_do_the_same():
    """Promise: one flow; the traces of a synchronous and an asynchronous wait are identical."""
    traces = []
    for kind in ("sync", "async"):
        world = World(kind)
        world.answers(standing("waiting"), Answer({}, 503, {"retry-after": "9"}), *[after(0.2, RUNNING)] * 9, DONE)
        world.wait(poll_interval=3)
        traces.append((world.requests, world.sleeps, world.timeouts))
    assert traces[0] == traces[1]


def test_long_pauses_do_not_use_up_the_patience(world):
    """Promise: two failures, however far apart, do not end a wait."""
    world.answers(Answer({}, 503, {"retry-after": "130"}), Answer({}, 503, {"retry-after": "130"}), DONE)
    assert world.wait(timeout=3600).outputs
    assert world.sleeps == [130, 130]


@pytest.mark.parametrize(("apart", "looks"), [(39.9, 5), (40, 4), (130, 4)])
def test_patience_ends_after_two_minutes_and_four_queries(world, apart, looks):
    world.answers(forever=Answer({}, 503, {"retry-after": str(apart)}))
    with pytest.raises(VendorError):
        world.wait(timeout=3600)
    assert len(world.requests) == looks


def test_a_portal_in_between_is_borne(world):
    world.answers(Answer(b"<html>", 302, {"location": "https://portal.example"}), DONE)
    assert world.wait().outputs


def test_a_vendor_that_wants_for_ever_is_asked_after_an_hour(world):
    world.answers(Answer({}, 503, {"retry-after": "1e300"}), DONE)
    assert world.wait(timeout=None).outputs
    assert world.sleeps == [3600]


def test_a_good_answer_may_say_when_to_ask_again(world):
    world.answers(replace(RUNNING, headers={"retry-after": "40"}), DONE)
    world.wait()
    assert world.sleeps == [40]


@pytest.mark.parametrize("options", [{"poll_interval": -1}, {"poll_interval": float("nan")}, {"on_abandon": "Cancel"}])
def test_what_cannot_work_is_refused_before_anything_is_asked(world, options):
    with pytest.raises(ConfigurationError):
        world.wait(**options)
    assert world.requests == []
