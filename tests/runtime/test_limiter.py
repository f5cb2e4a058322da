import asyncio
import threading
import time
from dataclasses import replace

import httpx
import pytest
from acme_world import DONE, TOKEN, created, standing
from counting_server import counting

from mediawright_runtime.declarations import Limits
from mediawright_runtime.errors import ConfigurationError, ConnectionFailedError, WaitTimeoutError
from mediawright_runtime.limiter import Window, made_of


def limited(world, taken=0, **limits):
    """Make a client within limits that live by the world's clock, and of whose room others have taken some."""
    client = world.client()
    room = threading.Semaphore if world.kind == "sync" else asyncio.Semaphore
    limiter = made_of(Limits(**limits), lambda places: room(places - taken), now=lambda: world.clock)
    client.caller.session = replace(client.caller.session, limiter=limiter)
    return client


def test_a_window_lets_no_more_begin_in_any_span():
    window = Window(3, 10)
    clock, begun = 0.0, []
    for step in (0, 1, 0, 0, 5, 0, 20, 0, 0, 0):
        clock += step
        begun.append(clock + window.book(clock))
    assert begun == sorted(begun)
    assert all(later - earlier >= 10 for earlier, later in zip(begun, begun[3:], strict=False))


@pytest.mark.parametrize(
    ("moments", "pauses"),
    [
        ((0, 0, 0, 0, 0, 0, 0), (0, 0, 0, 10, 10, 10, 20)),
        ((0, 4, 8, 9, 9, 9), (0, 0, 0, 1, 5, 9)),
        ((0, 0, 0, 100, 100, 100, 100), (0, 0, 0, 0, 0, 0, 10)),
    ],
)
def test_a_window_makes_nobody_wait_for_longer_than_it_must(moments, pauses):
    """Promise: the rate is used to the full, and what was not used before is not owed."""
    window = Window(3, 10)
    assert tuple(window.book(moment) for moment in moments) == pauses


def test_requests_of_all_copies_keep_one_rate(world):
    """Promise: limits hold for a client and its copies together."""
    world.answers(forever=created())
    client = limited(world, rate=(2, 10))
    for each in (client, client.with_options(timeout=5), client.with_options(validate="off")):
        world.run(lambda client: client.text_to_video.big_model(prompt="a boat"), each)
    assert world.elapsed == 10


def test_a_wait_within_a_rate_does_not_outlive_its_deadline(world):
    world.answers(DONE, forever=DONE)
    client = limited(world, rate=(1, 1000))
    world.run(lambda client: client.resume(TOKEN).status(), client)
    with pytest.raises(WaitTimeoutError):
        world.run(lambda client: client.resume(TOKEN).wait(20), client)
    assert world.elapsed == 20
    assert len(world.requests) == 1


def test_an_exchange_that_waited_for_its_turn_does_not_outlive_the_deadline(world):
    """Promise: a wait ends when its caller said, though its last question began late."""

    def slow(world, timeout):
        world.clock += timeout
        return httpx.ReadTimeout("slow")

    world.answers(DONE, forever=slow)
    client = limited(world, rate=(1, 15))
    world.run(lambda client: client.resume(TOKEN).status(), client)
    with pytest.raises(WaitTimeoutError):
        world.run(lambda client: client.resume(TOKEN).wait(20), client)
    assert len(world.requests) == 2
    assert world.elapsed <= 21


def test_where_there_is_room_nobody_waits(world):
    world.answers(forever=DONE)
    client = limited(world, concurrent_requests=1)
    for _ in range(2):
        world.run(lambda client: client.resume(TOKEN).status(), client)
    assert (len(world.requests), world.sleeps) == (2, [])


def test_what_gets_no_room_in_time_is_not_sent(world):
    """Promise: a limit holds at the deadline too; nothing goes out beside those that have the room."""
    client = limited(world, taken=1, concurrent_requests=1)
    with pytest.raises(WaitTimeoutError):
        world.run(lambda client: client.resume(TOKEN).wait(0.1), client)
    assert world.requests == []


@pytest.mark.parametrize(
    ("failure", "raised"),
    [(httpx.ReadTimeout("slow"), ConnectionFailedError), (KeyboardInterrupt(), KeyboardInterrupt)],
)
def test_a_request_that_fails_or_is_interrupted_gives_its_place_back(world, failure, raised):
    world.answers(failure, DONE)
    client = limited(world, concurrent_requests=1)
    with pytest.raises(raised):
        world.run(lambda client: client.resume(TOKEN).status(), client)
    world.run(lambda client: client.resume(TOKEN).wait(0.1), client)
    assert len(world.requests) == 2


def test_ctrl_c_within_limits_tells_the_token(world):
    """Promise: limits take nothing from what a wait that is left says of its task."""
    world.answers(standing("processing"), KeyboardInterrupt())
    client = limited(world, concurrent_requests=1)
    with pytest.raises(KeyboardInterrupt) as caught:
        world.run(lambda client: client.resume(TOKEN).wait(), client)
    assert TOKEN in "".join(caught.value.__notes__)


def test_threads_share_the_room_of_their_client():
    """Promise: as many requests at once as the limit says, whoever sends them."""
    from acme_client import Acme

    with counting(delay=0.02) as counts:
        client = Acme(api_key="key-1234567890", base_url=counts.url).with_options(limits=Limits(concurrent_requests=2))
        create = client.text_to_video.big_model
        threads = [threading.Thread(target=create, kwargs={"prompt": f"p{n}"}, daemon=True) for n in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(2)
        client.close()
    assert (len(counts.prompts), counts.most_requests) == (8, 2)


def test_coroutines_share_the_room_of_their_client():
    from acme_client import AsyncAcme

    async def all_at_once(url):
        async with AsyncAcme(api_key="key-1234567890", base_url=url) as plain:
            client = plain.with_options(limits=Limits(concurrent_requests=2))
            await asyncio.gather(*(client.text_to_video.big_model(prompt=f"p{number}") for number in range(8)))

    with counting(delay=0.02) as counts:
        asyncio.run(asyncio.wait_for(all_at_once(counts.url), 16))
    assert (len(counts.prompts), counts.most_requests) == (8, 2)


def test_a_batch_within_limits_goes_on():
    """A flow that waits for its turn does not hold up the flow that has it."""
    from acme_client import Acme

    with counting(life=0.02, delay=0.01) as counts:
        limits = Limits(concurrent_requests=1, rate=(100, 0.1))
        with Acme(api_key="key-1234567890", base_url=counts.url) as plain:
            client = plain.with_options(limits=limits)
            inputs = [{"prompt": f"p{number}"} for number in range(12)]
            started = time.monotonic()
            outcomes = list(
                client.map("text_to_video.big_model", inputs, concurrency=6, poll_interval=0.01, timeout=20)
            )
    assert all(outcome.ok for outcome in outcomes)
    assert counts.most_requests == 1
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("limits", [{"concurrent_requests": 0}, {"rate": (0, 1)}, {"rate": (1, 0)}])
def test_limits_that_let_nothing_pass_are_refused(world, limits):
    with pytest.raises(ConfigurationError, match="is not usable; give"):
        world.client().with_options(limits=Limits(**limits))


def test_a_client_without_limits_has_no_limiter(world):
    assert world.client().caller.session.limiter is None
