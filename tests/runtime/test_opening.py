"""The head of an answer, against a real server that never comes to the end of one, and one that comes too late."""

import asyncio
import contextlib
import threading
import time

import httpx
import pytest
from slow_server import HEAD, dribbling

from mediawright_runtime.opening import aopened, opened
from mediawright_runtime.steps import Fetch
from mediawright_runtime.timeout import Timeout


def _step(url, total=0.3, *, bare=True):
    return Fetch(url, {}, Timeout(total=total), None, bare)


async def _aopen(step):
    async with httpx.AsyncClient() as http, aopened(http, step) as answer:
        return answer.status_code


def _open(step):
    with httpx.Client() as http, opened(http, step) as answer:
        return answer.status_code


WAYS = pytest.mark.parametrize("way", [_open, lambda step: asyncio.run(_aopen(step))], ids=["sync", "async"])


@WAYS
@pytest.mark.parametrize("bare", [True, False])
def test_a_head_that_dribbles_ends_at_the_total(way, bare):
    """Promise: however slowly a server begins to answer, the fetch ends in time."""
    started = time.monotonic()
    with dribbling() as (url, _), pytest.raises(TimeoutError, match=r"no whole answer within 0\.3 s"):
        way(_step(url, bare=bare))
    assert time.monotonic() - started < 2


@WAYS
def test_a_head_in_time_is_opened_however_long_the_body_takes(way):
    with dribbling(HEAD) as (url, _):
        assert way(_step(url)) == 200


def test_an_answer_that_comes_too_late_is_closed():
    """Promise: no connection stays open of which nobody knows any more."""
    come, closed = threading.Event(), threading.Event()

    class Late:
        @contextlib.contextmanager
        def stream(self, *_, **__):
            come.wait(5)
            try:
                yield httpx.Response(200)
            finally:
                closed.set()

    with pytest.raises(TimeoutError), opened(Late(), _step("https://h", 0.01)):
        pass
    come.set()
    assert closed.wait(5)
