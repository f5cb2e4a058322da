"""The total of an exchange, against a real server that never comes to an end."""

import asyncio
import time

import httpx
import httpx2
import pytest
from acme_client import Acme, AsyncAcme
from acme_world import TOKEN
from slow_server import HEAD, dribbling

from mediawright_runtime.bound import abounded, bounded
from mediawright_runtime.errors import AmbiguousSubmitError, ConnectionFailedError, WaitTimeoutError
from mediawright_runtime.timeout import Timeout

BY_TOTAL = Timeout(read=30, total=0.4)
SLOW = pytest.mark.parametrize("at_once", [b"", HEAD + b'{"code"'], ids=["headers", "body"])
KEY = "key-1234567890"


@pytest.fixture(params=["sync-httpx", "async-httpx", "sync-httpx2", "async-httpx2"])
def timed(request):
    """Do something with a client of a server, and give what it raised and how many seconds it took."""
    kind, name = request.param.split("-")
    library = {"httpx": httpx, "httpx2": httpx2}[name]

    def timed_sync(url, act):
        with library.Client() as http:
            act(Acme(api_key=KEY, base_url=url, timeout=BY_TOTAL, http_client=http))

    async def timed_async(url, act):
        async with library.AsyncClient() as http:
            await act(AsyncAcme(api_key=KEY, base_url=url, timeout=BY_TOTAL, http_client=http))

    def play(url, act):
        started = time.monotonic()
        with pytest.raises(Exception, match=r"\w") as caught:
            timed_sync(url, act) if kind == "sync" else asyncio.run(timed_async(url, act))
        return caught.value, time.monotonic() - started

    return play


@SLOW
def test_a_create_that_dribbles_ends_at_the_total_and_is_never_sent_again(timed, at_once):
    """Promise: however slowly the vendor answers, the caller has the word in time, and is charged once at most."""
    with dribbling(at_once) as (url, served):
        error, seconds = timed(url, lambda client: client.text_to_video.big_model(prompt="x"))
    assert isinstance(error, AmbiguousSubmitError)
    assert "TimeoutError: no whole answer within 0.4 s" in str(error)
    assert 0.4 <= seconds < 1.5
    assert len(served) == 1


@SLOW
def test_a_question_that_dribbles_ends_at_the_total(timed, at_once):
    with dribbling(at_once) as (url, _):
        error, seconds = timed(url, lambda client: client.account.credits())
    assert isinstance(error, ConnectionFailedError)
    assert seconds < 1.5


@SLOW
def test_a_wait_ends_at_its_deadline_though_an_answer_dribbles(timed, at_once):
    """Promise: no query outlives the deadline, whatever the vendor does."""
    with dribbling(at_once) as (url, _):
        act = lambda client: client.with_options(timeout=30).resume(TOKEN).wait(timeout=1)  # noqa: E731 (as above)
        error, seconds = timed(url, act)
    assert isinstance(error, WaitTimeoutError)
    assert seconds < 2


def test_what_the_transport_says_itself_goes_before_the_total():
    """Who was not reached charges nothing; the total alone would not know."""

    def refused():
        time.sleep(0.02)
        raise httpx.ConnectTimeout("slow")

    with pytest.raises(httpx.ConnectTimeout):
        bounded(refused, 0.01)


def test_a_timeout_of_the_transport_keeps_its_words():
    def own():
        raise TimeoutError("of my own")

    async def aown():
        own()

    with pytest.raises(TimeoutError, match="of my own"):
        bounded(own, 5)
    with pytest.raises(TimeoutError, match="of my own"):
        asyncio.run(abounded(aown(), 5))


def test_leaving_is_no_timeout():
    def left():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bounded(left, 5)


def test_a_cancelled_coroutine_is_cancelled_and_no_timeout():
    async def cancelled():
        task = asyncio.create_task(abounded(asyncio.sleep(30), 20))
        await asyncio.sleep(0.01)
        task.cancel()
        await task

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(cancelled())


def test_what_is_left_behind_is_not_sent_any_more(monkeypatch):
    """Promise: a create that was given up before it went out never goes out."""
    import socket
    import time

    from acme_client import Acme
    from acme_server import serving

    from mediawright_runtime.errors import AmbiguousSubmitError
    from mediawright_runtime.timeout import Timeout

    found = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **options: (time.sleep(0.4), found(*args, **options))[1])
    with serving({"/generation/big": (200, {}, b"{}")}) as server:
        with Acme(api_key="key-1234567890", base_url=server.url, timeout=Timeout(total=0.1)) as client:
            with pytest.raises(AmbiguousSubmitError):
                client.text_to_video.big_model(prompt="x")
            time.sleep(0.6)
        assert server.seen == []
