"""Inputs of which something is gone when a batch is run again."""

import asyncio

import pytest
from acme_world import standing

from mediawright_runtime.errors import AmbiguousSubmitError, InvalidRequestError

BIG = "text_to_video.big_model"
TOKEN = '{"v":1,"vendor":"acme","operation":"text_to_video.big_model","id":"t1"}'


@pytest.fixture
def outcome(world, tmp_path):
    """Give what a batch of one input says that names a file which is gone, where the journal knows these events."""
    from mediawright_runtime.digest import digest
    from mediawright_runtime.journal import Journal

    def given(*events):
        path, file = tmp_path / "jobs.jsonl", tmp_path / "boat.png"
        file.write_bytes(b"boat")
        params = {"prompt": "a boat", "image": file}
        journal = Journal(path, "acme", BIG)
        for event, facts in events:
            journal.write(0, event, input=digest(params), **facts)
        journal.close()
        file.unlink()
        world.answers(forever=standing("completed", "https://8.8.8.8/a.mp4"))
        batch = world.client().map(BIG, [params], journal=path)
        (outcome,) = batch if world.kind == "sync" else asyncio.run(_all(batch))
        return outcome

    return given


async def _all(batch):
    return [outcome async for outcome in batch]


def test_a_task_outlives_the_file_that_it_was_made_of(outcome, world):
    """Promise: what a journal knows is resumed, though its input can no longer be read."""
    given = outcome(("sending", {}), ("submitted", {"token": TOKEN}))
    assert (given.ok, given.token) == (True, TOKEN)
    assert len(world.requests) == 1


def test_a_doubt_outlives_the_file_too(outcome, world):
    given = outcome(("sending", {}))
    assert isinstance(given.error, AmbiguousSubmitError)
    assert world.requests == []


@pytest.mark.parametrize("events", [[], [("sending", {}), ("refused", {})]])
def test_what_is_still_to_be_created_needs_its_file(outcome, world, events):
    given = outcome(*events)
    assert isinstance(given.error, InvalidRequestError)
    assert "cannot be read" in str(given.error)
    assert world.requests == []
