"""What becomes of creates under way, and of those to come, when a batch is left, breaks, or is listened to slowly."""

import asyncio
import contextlib
import io
import itertools
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from acme_client import Acme, AsyncAcme
from counting_server import counting

SAMPLES = Path(__file__).parent / "samples"
BIG = "text_to_video.big_model"


def prompts(count):
    return [{"prompt": f"p{index}"} for index in range(count)]


@contextlib.contextmanager
def mapped(url, inputs, on_submitted=None, **options):
    with Acme(api_key="key-1234567890", base_url=url) as client:
        yield client.with_options(on_submitted=on_submitted).map(BIG, inputs, **{"poll_interval": 0.02, **options})


@contextlib.asynccontextmanager
async def amapped(url, inputs, on_submitted=None, **options):
    async with AsyncAcme(api_key="key-1234567890", base_url=url) as client:
        yield client.with_options(on_submitted=on_submitted).map(BIG, inputs, **{"poll_interval": 0.02, **options})


def ran(kind, *given, **options):
    """Run a batch to its end with either kind of client."""

    async def arun():
        async with amapped(*given, **options) as batch:
            return [outcome async for outcome in batch]

    if kind == "async":
        return asyncio.run(arun())
    with mapped(*given, **options) as batch:
        return list(batch)


def created(counts, expected):
    """Wait for so many creates, and say how many there are a while later."""
    end = time.monotonic() + 10
    while len(counts.prompts) < expected and time.monotonic() < end:
        time.sleep(0.01)
    time.sleep(0.4)
    return len(counts.prompts)


def submitted(journal):
    return journal.read_text().count('"submitted"')


@pytest.mark.parametrize("way", ["ended", "interrupted_twice", "broken", "raised", "cancelled_twice"])
def test_no_way_to_leave_loses_a_create_under_way(way, tmp_path):
    """Promise: what was sent before the program left its batch is answered and written down before it ends."""
    if way == "interrupted_twice" and os.name == "nt":
        pytest.skip("there is no such signal")
    journal = tmp_path / "jobs.jsonl"

    def slow(prompt):
        time.sleep(0 if prompt == "p0" else 1.5)

    with counting(refuse=slow) as counts:
        done = subprocess.run(
            [sys.executable, SAMPLES / "left_program.py", counts.url, journal, way],
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
        time.sleep(0.2)
        assert 4 <= len(counts.prompts) <= 5
        assert submitted(journal) == len(counts.prompts)
        assert journal.read_text().count('"sending"') == len(counts.prompts)
    assert "destroyed" not in done.stderr
    assert "never retrieved" not in done.stderr
    if way == "interrupted_twice":
        assert "creates are under way, whose answers are still taken in; the same call goes on from" in done.stdout
        assert Path(f"{journal}.mine").read_text() == "mine"


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_an_error_of_a_listener_keeps_the_answers_of_the_others(kind, tmp_path):
    """Promise: who breaks the batch for one task is told of the others, and every token is in the journal."""
    journal, told = tmp_path / "jobs.jsonl", []

    def tell(token):
        told.append(token)
        if len(told) in {1, 3}:
            raise KeyError(token)

    def slow(prompt):
        time.sleep(0 if prompt == "p0" else 0.5)

    with counting(life=9, refuse=slow) as counts, pytest.raises(KeyError) as broken:
        ran(kind, counts.url, prompts(40), concurrency=8, journal=journal, on_submitted=tell)
    assert len(counts.prompts) == len(told) == submitted(journal) == 8
    notes = "".join(broken.value.__notes__)
    assert [token in notes for token in told] == [index in {0, 2} for index in range(8)]
    assert "6 tasks are still running and billed" in notes


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_full_disk_keeps_the_tokens_that_can_be_kept(kind, tmp_path, monkeypatch):
    """Promise: a token that cannot be written stands in a note of the error; the others are written."""
    journal, write, failed = tmp_path / "jobs.jsonl", os.write, []

    def full(file, content):
        if b'"submitted"' in content and len(failed) < 2:
            failed.append(content)
            raise OSError("No space left on device")
        return write(file, content)

    monkeypatch.setattr(os, "write", full)
    with counting(life=9, delay=0.5) as counts, pytest.raises(OSError, match="No space left") as broken:
        ran(kind, counts.url, prompts(40), concurrency=8, journal=journal)
    notes = "".join(broken.value.__notes__)
    assert len(counts.prompts) == 8
    assert submitted(journal) == 6
    assert notes.count("the task was created and is billed; its token: ") == 2


@pytest.mark.parametrize("in_order", [True, False])
def test_a_caller_who_takes_no_outcome_pays_for_no_more(in_order):
    """Promise: however many inputs there are, at most three times the concurrency are created ahead of the caller."""
    inputs = ({"prompt": f"p{index}"} for index in itertools.count())
    with counting() as counts, mapped(counts.url, inputs, concurrency=2) as batch:
        outcomes = iter(batch) if in_order else batch.as_completed()
        for taken in (1, 2):
            next(outcomes)
            assert created(counts, 6 + taken) == 6 + taken
        outcomes.close()


@pytest.mark.parametrize("in_order", [True, False])
def test_a_coroutine_that_takes_no_outcome_pays_for_no_more(in_order):
    async def slow(counts):
        inputs = ({"prompt": f"p{index}"} for index in itertools.count())
        async with amapped(counts.url, inputs, concurrency=2) as batch, batch:
            outcomes = aiter(batch) if in_order else batch.as_completed()
            await anext(outcomes)
            return await asyncio.to_thread(created, counts, 7)

    with counting() as counts:
        assert asyncio.run(slow(counts)) == 7


def test_what_a_journal_knows_holds_back_no_create(tmp_path):
    """The first input is still to be created when all the others have ended, and the caller waits for it."""
    with counting() as counts:
        journal = tmp_path / "jobs.jsonl"
        given = [{"prompt": ""}, *prompts(30)]
        ran("sync", counts.url, given, concurrency=2, journal=journal)
        given[0] = {"prompt": "now"}
        outcomes = ran("sync", counts.url, given, concurrency=2, journal=journal)
    assert [outcome.ok for outcome in outcomes] == [True] * 31


def test_a_block_that_is_left_stops_its_batch(tmp_path, caplog):
    """Promise: also where the iterator is still held, nothing more is created once the block is left."""
    journal, left = tmp_path / "jobs.jsonl", KeyError("mine")
    with counting(life=0.4) as counts, mapped(counts.url, prompts(99), journal=journal) as batch:
        with contextlib.suppress(KeyError), batch:
            outcomes = batch.as_completed()
            next(outcomes)
            time.sleep(0.1)
            raise left
        count = len(counts.prompts)
        assert submitted(journal) == count < 99
        time.sleep(0.3)
        assert len(counts.prompts) == count
        outcomes.close()
    assert "the same call goes on from" in "".join(left.__notes__)
    assert not caplog.text, "it is said once"


def test_an_asynchronous_block_that_is_left_stops_its_batch(tmp_path):
    journal = tmp_path / "jobs.jsonl"

    async def left(counts):
        async with amapped(counts.url, prompts(99), journal=journal) as batch:
            async with batch:
                async for _ in batch:
                    break
            count = len(counts.prompts)
            await asyncio.sleep(0.3)
            return count

    with counting(delay=0.05) as counts:
        count = asyncio.run(left(counts))
        assert submitted(journal) == len(counts.prompts) == count < 99


def test_a_block_around_a_batch_that_never_ran_or_is_over_is_left_at_once():
    with counting() as counts:
        with mapped(counts.url, prompts(1)) as batch, batch:
            pass
        with mapped(counts.url, prompts(1)) as batch, batch:
            assert [outcome.ok for outcome in batch] == [True]


def test_outcomes_that_nobody_took_are_named(caplog):
    """Promise: without a journal, too, the token of every task that was paid for is told."""
    with counting() as counts, mapped(counts.url, prompts(20), concurrency=2) as batch:
        outcomes = batch.as_completed()
        next(outcomes)
        created(counts, 7)
        outcomes.close()
    assert "0 tasks are still running and billed, 6 have ended and were not taken" in caplog.text
    assert caplog.text.count('"id":') == 6


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_display_that_breaks_at_the_end_keeps_nobody_waiting(kind, monkeypatch):
    """What breaks where a batch lets go of what it holds is raised, and does not stand in the way of its end."""

    class Gone(io.StringIO):
        def isatty(self):
            return True

        def write(self, text):
            if text.endswith("\n"):
                raise OSError("the terminal is gone")
            return len(text)

    with counting() as counts, monkeypatch.context() as patched:
        patched.setattr(sys, "stderr", Gone())
        with pytest.raises(OSError, match="the terminal is gone"):
            ran(kind, counts.url, prompts(2), progress=True)
