"""Creates of a run that was killed: settled with the vendor before anything is created, or left to a person."""

import json
import time
from datetime import UTC, datetime, timedelta

import pytest
from fictional import AsyncLumen, Lumen

from mediawright_runtime.digest import digest
from mediawright_runtime.errors import AmbiguousSubmitError
from mediawright_runtime.recorder import Answer

INPUTS = [{"prompt": "a"}, {"prompt": "b"}]


@pytest.fixture
def lumen(world_of):
    return world_of((Lumen, AsyncLumen))


def _journal(tmp_path, *sent_ago):
    """Write the journal of a run that was killed within the creates of its first inputs, so many seconds ago."""
    header = {"journal": 1, "vendor": "lumen", "operation": "video.create"}
    sending = [
        {"job": index, "event": "sending", "input": digest(INPUTS[index]), "since": time.time() - ago}
        for index, ago in enumerate(sent_ago)
    ]
    path = tmp_path / "jobs.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in (header, *sending)))
    return path


def _answering(lumen, *listed):
    """Answer as a vendor does that lists these tasks, and accepts and finishes whatever comes."""
    made = []

    def answer(world, timeout):
        request = world.requests[-1]
        if request.method == "POST":
            made.append(request)
            return Answer({"code": 0, "id": f"new{len(made)}"})
        if request.url.endswith("/videos"):
            return Answer({"code": 0, "tasks": [{"id": id_, "created": created} for id_, created in listed]})
        return Answer({"code": 0, "status": "done", "url": f"https://8.8.8.8/{request.url.rpartition('/')[2]}.mp4"})

    lumen.answers(forever=answer)
    return made


def _run(lumen, path, inputs=INPUTS, client=None, **options):
    async def outcomes(client):
        return [outcome async for outcome in client.map("video.create", inputs, journal=path, **options)]

    if lumen.kind == "async":
        return lumen.run(outcomes, client)
    return lumen.run(lambda client: list(client.map("video.create", inputs, journal=path, **options)), client)


def _ago(seconds):
    return (datetime.now(UTC) - timedelta(seconds=seconds)).isoformat()


def test_the_task_that_the_vendor_lists_is_taken_up(lumen, tmp_path):
    """Promise: a restart forgets nothing and creates nothing twice."""
    path = _journal(tmp_path, 600)
    made = _answering(lumen, ("lost", _ago(599)), ("old", _ago(900)))
    first, second = _run(lumen, path)
    assert (first.ok, json.loads(first.token)["id"]) == (True, "lost")
    assert (second.ok, json.loads(second.token)["id"]) == (True, "new1")
    assert len(made) == 1


def test_a_create_that_the_vendor_does_not_list_stays_in_doubt(lumen, tmp_path):
    """Promise: no create goes out twice because of what a list does not say."""
    path = _journal(tmp_path, 600)
    made = _answering(lumen, ("old", _ago(900)))
    first, second = _run(lumen, path)
    assert isinstance(first.error, AmbiguousSubmitError)
    assert "mediawright.settle(" in str(first.error)
    assert second.ok
    assert len(made) == 1


def test_a_create_that_the_vendor_does_not_list_is_sent_again_if_asked(lumen, tmp_path):
    path = _journal(tmp_path, 600)
    made = _answering(lumen, ("old", _ago(900)))
    assert all(outcome.ok for outcome in _run(lumen, path, resend_lost=True))
    assert len(made) == 2


def test_a_task_that_was_taken_up_is_taken_up_once(lumen, tmp_path):
    """Promise: another lost create of the same client does not get it too."""
    path, client = _journal(tmp_path, 600), lumen.client()
    _answering(lumen, ("lost", _ago(599)))
    _run(lumen, path, INPUTS[:1], client)
    path.unlink()
    (again,) = _run(lumen, _journal(tmp_path, 601), INPUTS[:1], client)
    assert isinstance(again.error, AmbiguousSubmitError)


def test_a_vendor_that_may_still_be_at_work_is_given_time(lumen, tmp_path):
    """Promise: what is not listed yet is not taken for missing."""
    path = _journal(tmp_path, 5)
    made = _answering(lumen)
    first, second = _run(lumen, path, resend_lost=True)
    assert isinstance(first.error, AmbiguousSubmitError)
    assert second.ok
    assert len(made) == 1


@pytest.mark.parametrize("listed", [[("x", 600)], [("x", 600), ("y", 599)]])
def test_of_several_lost_creates_nobody_can_say_whose_task_it_is(lumen, tmp_path, listed):
    """Promise: no result is given for another input."""
    path = _journal(tmp_path, 601, 601)
    made = _answering(lumen, *((id_, _ago(ago)) for id_, ago in listed))
    outcomes = _run(lumen, path)
    assert all(isinstance(outcome.error, AmbiguousSubmitError) for outcome in outcomes)
    assert made == []


def test_a_list_that_cannot_be_had_leaves_the_doubt(lumen, tmp_path):
    path = _journal(tmp_path, 600)
    lumen.answers(forever=Answer({"code": 9, "msg": "broken"}))
    (first,) = _run(lumen, path, INPUTS[:1])
    assert isinstance(first.error, AmbiguousSubmitError)
    assert [request.method for request in lumen.requests] == ["GET"]


def test_nothing_is_created_before_all_doubts_are_over(lumen, tmp_path):
    """Promise: a new task is not taken for a lost one."""
    path = _journal(tmp_path, 600)
    _answering(lumen, ("lost", _ago(599)))
    _run(lumen, path)
    asked = [(request.method, request.url) for request in lumen.requests]
    assert [method for method, url in asked if url.endswith("/videos")] == ["GET", "POST"]
