"""What drivers do for flows beside sending, which the tests of flows show."""

import asyncio
import threading

import pytest

from mediawright_runtime.driver import AsyncDriver, Driver
from mediawright_runtime.steps import work


def test_slow_work_gives_what_it_gives():
    assert Driver(None).run(work(lambda: 5)) == 5
    assert asyncio.run(AsyncDriver(None).run(work(lambda: 5))) == 5


def test_slow_work_is_done_beside_the_event_loop():
    assert Driver(None).run(work(threading.current_thread)) is threading.current_thread()
    assert asyncio.run(AsyncDriver(None).run(work(threading.current_thread))) is not threading.current_thread()


def test_what_slow_work_raises_is_raised_in_the_flow():
    def flow():
        with pytest.raises(ZeroDivisionError):
            yield from work(lambda: 1 / 0)
        return "went on"

    assert Driver(None).run(flow()) == "went on"
    assert asyncio.run(AsyncDriver(None).run(flow())) == "went on"


def test_cancellation_does_not_leave_work_half_done():
    """Promise: a file that is being given its name has it when the cancelled caller goes on."""
    begun, may_end, done = threading.Event(), threading.Event(), []

    def act():
        begun.set()
        may_end.wait(5)
        done.append(True)

    async def trip():
        running = asyncio.create_task(AsyncDriver(None).run(work(act)))
        await asyncio.to_thread(begun.wait)
        running.cancel()
        asyncio.get_running_loop().call_later(0.05, may_end.set)
        with pytest.raises(asyncio.CancelledError):
            await running
        assert done == [True]

    asyncio.run(trip())


def test_a_client_of_our_own_belongs_to_one_event_loop():
    """Promise: an answer is never lost between two loops; nothing is sent from the second."""
    from acme_client import AsyncAcme
    from acme_server import serving

    from mediawright_runtime.errors import ConfigurationError

    with serving({"/user/credits": (200, {"connection": "close"}, b'{"code": 0, "data": {"credits": 5}}')}) as server:
        client = AsyncAcme(api_key="key-1234567890", base_url=server.url)
        credits_of = client.account.credits
        asyncio.run(_called(credits_of))
        with pytest.raises(ConfigurationError, match="another event loop"):
            asyncio.run(_called(credits_of))
        assert len(server.seen) == 1


async def _called(act):
    return await act()
