"""A thousand tasks waited for at once in one process, over loopback.

Arguments: `raw` (an asyncio loop of httpx for each task, 16 exchanges at once), `async` or `sync` (ours), or `idle`
(the same imports and a client, no task); and how many tasks. Each is asked for five times, a second apart. Prints CPU
seconds and peak megabytes of this process; the server is another one.
"""

import asyncio
import subprocess
import sys
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

import httpx

from mediawright.mediaio import AsyncMediaIO, MediaIO

TASKS, INTERVAL, TIMEOUT = int((sys.argv[2:] or ["1000"])[0]), 1.0, 120.0
ROOM = 16
"""Exchanges at once by hand: as many as ours; without a bound httpx's pool did not get through a thousand."""
SERVER = Path(__file__).with_name("many_waits_server.py")
TOKENS = [
    f'{{"v":1,"vendor":"mediaio","operation":"image_to_video.kling_3_0","id":"t{number}"}}' for number in range(TASKS)
]


async def raw(url: str) -> int:
    """Wait as one writes it by hand: a loop of its own for each task."""
    exchanges = asyncio.Semaphore(ROOM)

    async def wait(http: httpx.AsyncClient, id_: str) -> str:
        while True:
            async with exchanges:
                response = await http.post(f"{url}/generation/result/{id_}", headers={"X-API-KEY": "k"}, json={})
            answer = response.json()
            if answer["data"]["status"] == "completed":
                return str(answer["data"]["result"][0]["preview"])
            await asyncio.sleep(INTERVAL)

    async with httpx.AsyncClient(timeout=TIMEOUT) as http:
        return len(await asyncio.gather(*(wait(http, f"t{number}") for number in range(TASKS))))


async def ours(url: str) -> int:
    """Wait with the asynchronous client."""
    async with AsyncMediaIO(api_key="k", base_url=url) as client:
        outcomes = client.as_completed(TOKENS, timeout=TIMEOUT, poll_interval=INTERVAL)
        return len([outcome async for outcome in outcomes if outcome.ok])


def ours_in_sync(url: str) -> int:
    """Wait with the synchronous client."""
    with MediaIO(api_key="k", base_url=url) as client:
        outcomes = client.as_completed(TOKENS, timeout=TIMEOUT, poll_interval=INTERVAL)
        return len([outcome for outcome in outcomes if outcome.ok])


async def idle(url: str) -> int:
    """Ask for nothing: what the imports and a client cost."""
    async with AsyncMediaIO(api_key="k", base_url=url) as client:
        return len([outcome async for outcome in client.as_completed([])]) + TASKS


def main() -> None:
    """Run what the argument names."""
    how = sys.argv[1]
    with subprocess.Popen([sys.executable, SERVER], stdout=subprocess.PIPE, text=True) as server:
        try:
            url = server.stdout.readline().strip() if server.stdout else ""
            before = getrusage(RUSAGE_SELF)
            waits = {"raw": raw, "async": ours, "idle": idle}
            ended = ours_in_sync(url) if how == "sync" else asyncio.run(waits[how](url))
            after = getrusage(RUSAGE_SELF)
        finally:
            server.terminate()
    if ended != TASKS:
        sys.exit(f"{how}: {ended} of {TASKS} tasks ended")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{cpu:.3f} {after.ru_maxrss / 1024:.1f}")


main()
