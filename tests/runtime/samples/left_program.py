"""A program that leaves a batch in some way: address, journal, way, what is left open until the end."""

import asyncio
import signal
import sys
import time
from pathlib import Path

from acme_client import Acme, AsyncAcme

OPTIONS = {"concurrency": 4, "poll_interval": 0.02}
INPUTS = [{"prompt": f"p{index}"} for index in range(40)]


def batch(made, url, journal):
    return made(api_key="key-1234567890", base_url=url).map(
        "text_to_video.big_model", INPUTS, journal=journal, **OPTIONS
    )


def ended(url, journal):
    """End with an iterator that is still open."""
    kept.append(iter(batch(Acme, url, journal)))
    next(kept[0])


def interrupted_twice(url, journal):
    """Press Ctrl-C, and again while the answers of creates are waited for; then use a file of one's own."""
    signal.signal(signal.SIGALRM, signal.default_int_handler)
    try:
        for _ in batch(Acme, url, journal):
            signal.setitimer(signal.ITIMER_REAL, 0.2, 0.1)
    except KeyboardInterrupt as left:
        signal.setitimer(signal.ITIMER_REAL, 0)
        sys.stdout.write("".join(left.__notes__))
    with Path(f"{journal}.mine").open("w") as mine:
        time.sleep(1)
        mine.write("mine")


def broken(url, journal):
    asyncio.run(_left(url, journal))


def raised(url, journal):
    asyncio.run(_left(url, journal, KeyError("mine")))


def cancelled_twice(url, journal):
    asyncio.run(_cancelled(url, journal))


async def _left(url, journal, error=None):
    async for _ in batch(AsyncAcme, url, journal):
        if error is not None:
            raise error
        break


async def _cancelled(url, journal):
    task = asyncio.create_task(_left(url, journal))
    for _ in range(2):
        await asyncio.sleep(0.2)
        task.cancel()
    await task


if __name__ == "__main__":
    kept = []
    _, address, path, way = sys.argv
    globals()[way](address, path)
