"""What becomes of a create that is refused: sent again as documented, never oftener, and the others wait."""

import asyncio
import threading
import time

import pytest
from acme_world import created, standing
from counting_server import counting
from fictional import AsyncDorado, AsyncLumen, Dorado, Lumen

from mediawright_runtime.errors import VendorError
from mediawright_runtime.recorder import Answer

FULL = {"code": 51, "msg": "full"}
STARTED = Answer({"code": 0, "id": "v1"})
DONE = Answer({"code": 0, "status": "done", "url": "https://8.8.8.8/a.mp4"})


@pytest.fixture
def lumen(world_of):
    return world_of((Lumen, AsyncLumen))


def run(world, operation, count=1, **options):
    inputs = [{"prompt": f"p{index}"} for index in range(count)]

    async def outcomes(client):
        return [each async for each in client.map(operation, inputs, **options)]

    if world.kind == "async":
        return world.run(outcomes)
    return world.run(lambda client: list(client.map(operation, inputs, **options)))


def creates(world):
    return sum(b"prompt" in (request.content or b"") for request in world.requests)


def test_what_is_refused_before_any_work_goes_back_when_the_call_has_given_up(lumen):
    lumen.answers(*[Answer(FULL)] * 5, STARTED, DONE)
    (outcome,) = run(lumen, "video.create")
    assert outcome.ok
    assert creates(lumen) == 6


def test_what_is_refused_before_any_work_does_not_go_back_for_ever(lumen):
    lumen.answers(forever=Answer(FULL))
    (outcome,) = run(lumen, "video.create")
    assert isinstance(outcome.error, VendorError)
    assert creates(lumen) == 5 * 6


def test_a_vendor_that_says_how_long_is_asked_again_then(lumen):
    lumen.answers(Answer(FULL, 200, {"retry-after": "70"}), STARTED, DONE)
    (outcome,) = run(lumen, "video.create")
    assert outcome.ok
    assert creates(lumen) == 2
    assert 70 <= lumen.elapsed < 80


def test_resends_that_a_vendor_documents_are_not_multiplied(world_of):
    """Promise: where the documentation says "send it once more", a batch sends it once more, as a single call does."""
    dorado = world_of((Dorado, AsyncDorado))
    dorado.answers(forever=Answer({"code": 3001}))
    (outcome,) = run(dorado, "text_to_diagram.flowchart")
    assert isinstance(outcome.error, VendorError)
    assert creates(dorado) == 2


@pytest.mark.parametrize("refusal", [Answer({}, 429), Answer({"code": 3001}, 200)])
def test_a_refusal_for_the_rate_that_says_no_more_ends_its_job_and_slows_the_others(world, refusal):
    """Promise: a batch sends no create oftener than a single call would."""
    world.answers(refusal, created(), standing("completed", "https://8.8.8.8/a.mp4"))
    first, second = run(world, "text_to_video.big_model", 2, concurrency=1)
    assert isinstance(first.error, VendorError)
    assert second.ok
    assert creates(world) == 2
    assert 1 <= world.elapsed < 2


def test_a_refusal_holds_the_others_as_long_as_the_vendor_says(world):
    busy = Answer({}, 429, {"retry-after": "70"})
    world.answers(busy, created(), standing("completed", "https://8.8.8.8/a.mp4"))
    run(world, "text_to_video.big_model", 2, concurrency=1)
    assert 70 <= world.elapsed < 80


@pytest.mark.parametrize("made", [Lumen, AsyncLumen])
def test_a_server_that_takes_few_at_once_gets_few_at_once(made):
    """Promise: a batch finds the vendor's own limit by its refusals, and nothing is lost."""
    lock, under_way = threading.Lock(), []

    def refuse(prompt):
        with lock:
            busy = sum(time.monotonic() - born < 0.05 for born in under_way) >= 2
            if not busy:
                under_way.append(time.monotonic())
        return (FULL, 429) if busy else ({"code": 0, "id": prompt}, 200)

    with counting(refuse=refuse) as counts:
        batch = made(base_url=counts.url).map("video.create", [{"prompt": f"p{n}"} for n in range(6)], timeout=0.1)
        outcomes = asyncio.run(_all(batch)) if made is AsyncLumen else list(batch)
    assert [f'"id":"p{outcome.index}"' in outcome.token for outcome in outcomes] == [True] * 6


async def _all(batch):
    return [outcome async for outcome in batch]
