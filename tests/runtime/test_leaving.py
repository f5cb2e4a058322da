"""A wait that is left before the task ends: what is said, and what the vendor is asked."""

import asyncio

import httpx
import pytest
from acme_world import World
from fictional import AsyncLumen, Lumen

from mediawright_runtime.errors import UnsupportedError, VendorError, WaitTimeoutError
from mediawright_runtime.recorder import Answer

TOKEN = '{"v":1,"vendor":"lumen","operation":"video.create","id":"v1"}'
WAITING = Answer({"code": 0, "status": "waiting"})
STOPPED = Answer({"code": 0})
LUMEN = (Lumen, AsyncLumen)


@pytest.fixture
def lumen(world_of):
    return world_of(LUMEN)


def _wait(lumen, **options):
    return lumen.run(lambda client: client.resume(TOKEN).wait(**options))


def _deletes(lumen):
    return [each.url for each in lumen.requests if each.method == "DELETE"]


def test_a_task_is_cancelled_on_demand(lumen):
    lumen.answers(STOPPED)
    lumen.run(lambda client: client.resume(TOKEN).cancel())
    assert _deletes(lumen) == ["https://lumen.example/videos/v1"]


def test_a_refused_cancellation_is_raised(lumen):
    lumen.answers(Answer({"code": 7, "msg": "too late"}))
    with pytest.raises(VendorError, match="too late"):
        lumen.run(lambda client: client.resume(TOKEN).cancel())


def test_nothing_is_cancelled_unless_asked_for(lumen):
    """Promise: a paid task goes on when a program leaves."""
    lumen.answers(forever=WAITING)
    with pytest.raises(WaitTimeoutError):
        _wait(lumen, timeout=20)
    assert _deletes(lumen) == []


def test_a_wait_whose_time_is_up_cancels_once(lumen):
    lumen.answers(forever=WAITING)
    with pytest.raises(WaitTimeoutError) as caught:
        _wait(lumen, timeout=20, on_abandon="cancel")
    assert len(_deletes(lumen)) == 1
    assert lumen.requests[-1].method == "DELETE"
    assert lumen.timeouts[-1] == 5
    assert caught.value.__notes__ == ["the vendor was asked to cancel it"]


def test_ctrl_c_cancels_once(lumen):
    lumen.answers(WAITING, KeyboardInterrupt(), STOPPED)
    with pytest.raises(KeyboardInterrupt) as caught:
        _wait(lumen, on_abandon="cancel")
    assert len(_deletes(lumen)) == 1
    assert "still running and billed" in caught.value.__notes__[0]
    assert caught.value.__notes__[1] == "the vendor was asked to cancel it"


def test_a_cancelled_coroutine_cancels_its_task():
    """Promise: the one request goes out, though the coroutine is being cancelled."""
    lumen = World("async", LUMEN)
    lumen.answers(forever=WAITING)

    async def cancelled():
        client = lumen.client()
        client.caller.driver._sleep = lambda seconds: asyncio.sleep(3600)
        waiting = asyncio.create_task(client.resume(TOKEN).wait(on_abandon="cancel"))
        await asyncio.sleep(0.01)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting

    asyncio.run(cancelled())
    assert len(_deletes(lumen)) == 1


@pytest.mark.parametrize(
    ("answer", "said"), [(httpx.ConnectError("gone"), "gone"), (Answer({"code": 7, "msg": "too late"}), "too late")]
)
def test_a_cancellation_that_fails_is_told_and_not_tried_again(lumen, answer, said):
    """Promise: whoever leaves leaves with the reason of the leaving."""
    lumen.answers(WAITING, KeyboardInterrupt(), forever=answer)
    with pytest.raises(KeyboardInterrupt) as caught:
        _wait(lumen, on_abandon="cancel")
    assert len(_deletes(lumen)) == 1
    assert said in caught.value.__notes__[1]


def test_where_a_vendor_cannot_cancel_nobody_waits_in_vain(world):
    with pytest.raises(UnsupportedError, match="documents no way to cancel") as caught:
        world.wait(on_abandon="cancel")
    assert world.requests == []
    assert caught.value.token is not None
