"""A batch in a process of its own, to be killed: address, journal, number of inputs, concurrency, kind of client."""

import asyncio
import sys

from acme_client import Acme, AsyncAcme

from mediawright_runtime.errors import AmbiguousSubmitError


def told(outcome):
    word = "ok" if outcome.ok else "ambiguous" if isinstance(outcome.error, AmbiguousSubmitError) else "failed"
    say(f"{word} {outcome.index} {outcome.value.outputs[0].url if outcome.ok else outcome.error}")


def say(line):
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


async def asynchronous(url, inputs, **options):
    async with AsyncAcme(api_key="key-1234567890", base_url=url) as client:
        async for outcome in client.map(client.text_to_video.big_model, inputs, **options).as_completed():
            told(outcome)


def synchronous(url, inputs, **options):
    with Acme(api_key="key-1234567890", base_url=url) as client:
        for outcome in client.map(client.text_to_video.big_model, inputs, **options).as_completed():
            told(outcome)


if __name__ == "__main__":
    _, address, journal, count, concurrency, kind = sys.argv
    prompts = [{"prompt": f"p{index}"} for index in range(int(count))]
    say("begin")
    settings = {"concurrency": int(concurrency), "journal": journal, "poll_interval": 0.02}
    if kind == "sync":
        synchronous(address, prompts, **settings)
    else:
        asyncio.run(asynchronous(address, prompts, **settings))
