import asyncio
import logging
import subprocess
import sys
import threading
import time
from contextlib import aclosing
from pathlib import Path

import pytest
from acme_client import Acme, AsyncAcme
from acme_world import created, standing
from counting_server import counting
from fictional import AsyncDorado, Dorado

from mediawright_runtime.errors import (
    AmbiguousSubmitError,
    ConfigurationError,
    InvalidRequestError,
    TaskFailedError,
    WaitTimeoutError,
)
from mediawright_runtime.recorder import Answer

SAMPLES = Path(__file__).parent / "samples"
BIG = "text_to_video.big_model"


def prompts(count):
    return [{"prompt": f"p{index}"} for index in range(count)]


class Clients:
    """Either kind of client against a real server, with one way to run a batch."""

    def __init__(self, kind):
        self.kind = kind

    def outcomes(self, url, act, take=None):
        """Give what a batch gives; with `take` it is left after so many."""
        if self.kind == "sync":
            with Acme(api_key="key-1234567890", base_url=url) as client:
                found = []
                for outcome in act(client):
                    found.append(outcome)
                    if len(found) == take:
                        break
                return found
        return asyncio.run(self._outcomes(url, act, take))

    async def _outcomes(self, url, act, take):
        async with AsyncAcme(api_key="key-1234567890", base_url=url) as client:
            found = []
            batch = act(client)
            async with aclosing(batch if hasattr(batch, "aclose") else aiter(batch)) as outcomes:
                async for outcome in outcomes:
                    found.append(outcome)
                    if len(found) == take:
                        break
            return found


@pytest.fixture(params=["sync", "async"])
def clients(request):
    return Clients(request.param)


def run(world, inputs=None, take=tuple, **options):
    """Run a batch in a world in which nobody waits."""
    batch = world.client().map(BIG, prompts(2) if inputs is None else inputs, **{"concurrency": 1, **options})
    if world.kind == "sync":
        return list(take(batch))

    async def gathered():
        return [outcome async for outcome in batch]

    return asyncio.run(gathered())


def creates(world):
    return sum(request.method == "POST" and "/generation/big" in request.url for request in world.requests)


def test_every_input_has_one_outcome_in_its_order(clients):
    """Promise: one create per input, never more jobs at once than asked for, outcomes in the order of the inputs."""
    with counting(life=0.03) as counts:
        outcomes = clients.outcomes(
            counts.url,
            lambda client: client.map(client.text_to_video.big_model, prompts(40), concurrency=5, poll_interval=0.01),
        )
    assert [outcome.index for outcome in outcomes] == list(range(40))
    assert [outcome.params for outcome in outcomes] == prompts(40)
    assert all(f"/p{each.index}.mp4" in each.result().outputs[0].url for each in outcomes)
    assert sorted(counts.prompts.values()) == sorted(f"p{index}" for index in range(40))
    assert counts.most_under_way == 5


def test_outcomes_come_as_they_end(world):
    world.answers(created(), standing("completed", "https://8.8.8.8/a.mp4"), *[created(), standing("failed")])
    first, second = run(world, poll_interval=1)
    assert (first.ok, second.ok) == (True, False)
    assert first.result().outputs[0].url == "https://8.8.8.8/a.mp4"
    with pytest.raises(TaskFailedError):
        second.result()
    assert second.token is not None


def test_what_is_wrong_costs_nothing_and_stops_nothing(world):
    """Promise: an input that the vendor would refuse is a failed outcome without a request; the others go on."""
    world.answers(created(), standing("completed", "https://8.8.8.8/a.mp4"))
    outcomes = run(world, [{"prompt": ""}, {"prompt": "fine"}, {"zzz": 1}, "no dict"])
    assert [outcome.ok for outcome in outcomes] == [False, True, False, False]
    assert all(isinstance(outcomes[index].error, InvalidRequestError) for index in (0, 2, 3))
    assert len(world.requests) == 2


def test_inputs_are_read_as_they_are_needed(clients):
    read = []

    def endless():
        for index in range(10**9):
            read.append(index)
            yield {"prompt": f"p{index}"}

    with counting() as counts:
        found = clients.outcomes(
            counts.url, lambda client: client.map(BIG, endless(), concurrency=2, poll_interval=0.01), 3
        )
    assert len(found) == 3
    assert len(read) < 200


def test_creates_keep_the_rate(world):
    world.answers(*[created(), standing("completed", "https://8.8.8.8/a.mp4")] * 5)
    assert all(outcome.ok for outcome in run(world, prompts(5), rate=0.5))
    assert world.elapsed == pytest.approx(8)


def test_a_create_of_which_nobody_knows_is_never_sent_again(world, tmp_path):
    """Promise: an ambiguous create stays one, in this run and the next, until a person decides."""
    import httpx

    journal = tmp_path / "jobs.jsonl"
    world.answers(httpx.ReadTimeout("slow"))
    for _ in range(2):
        (outcome,) = run(world, prompts(1), journal=journal)
        assert isinstance(outcome.error, AmbiguousSubmitError)
        assert creates(world) == 1
    assert "settle(" in str(outcome.error)


def test_a_second_run_of_a_finished_journal_creates_nothing(world, tmp_path):
    journal = tmp_path / "jobs.jsonl"
    done = standing("completed", "https://8.8.8.8/a.mp4")
    world.answers(created("t1"), done, created("t2"), done, forever=done)
    assert all(outcome.ok for outcome in run(world, journal=journal))
    assert all(outcome.ok for outcome in run(world, journal=journal))
    assert creates(world) == 2
    assert "p0" not in journal.read_text(), "the journal has digests, no inputs"


def test_a_wait_that_timed_out_is_taken_up_again(world, tmp_path):
    journal = tmp_path / "jobs.jsonl"
    world.answers(created(), forever=standing("processing"))
    (outcome,) = run(world, prompts(1), journal=journal, timeout=20)
    assert isinstance(outcome.error, WaitTimeoutError)
    world.answers(forever=standing("completed", "https://8.8.8.8/a.mp4"))
    (outcome,) = run(world, prompts(1), journal=journal)
    assert outcome.ok
    assert creates(world) == 1


@pytest.mark.parametrize("inputs", [[{"prompt": "other"}, {"prompt": "p1"}], [{"prompt": "p0"}]])
def test_other_inputs_are_refused_before_anything_is_sent(world, tmp_path, inputs):
    journal = tmp_path / "jobs.jsonl"
    done = standing("completed", "https://8.8.8.8/a.mp4")
    world.answers(created("t1"), done, created("t2"), done)
    run(world, journal=journal)
    for given in (inputs, iter(inputs)):
        with pytest.raises(ConfigurationError, match=r"jobs\.jsonl: .*; give "):
            run(world, given, journal=journal)
    assert len(world.requests) == 4


def test_an_answer_that_is_the_work_is_kept(world_of, tmp_path):
    """Promise: where no task leads back to the work, the journal has it."""
    dorado = world_of((Dorado, AsyncDorado))
    dorado.answers(Answer({"code": 0, "data": {"png_url": "https://a.dorado.example/x.png"}}))
    for _ in range(2):
        batch = dorado.client().map("text_to_diagram.flowchart", prompts(1), journal=tmp_path / "jobs.jsonl")
        (outcome,) = _exhausted(dorado, batch)
        assert outcome.result().outputs[0].url == "https://a.dorado.example/x.png"
    assert len(dorado.requests) == 1


async def _all(batch):
    return [outcome async for outcome in batch]


def test_a_batch_that_is_left_creates_no_more_and_says_what_runs(clients, tmp_path, caplog):
    """Promise: leaving early stops creating, loses no task, and says how many go on and are billed."""
    journal = tmp_path / "jobs.jsonl"

    def act(client):
        return client.map(BIG, prompts(50), concurrency=4, poll_interval=0.01, journal=journal).as_completed()

    with counting(life=0.05, delay=0.01) as counts, caplog.at_level(logging.WARNING, "mediawright"):
        clients.outcomes(counts.url, act, take=3)
        count = len(counts.prompts)
        time.sleep(0.05)
        assert len(counts.prompts) == count < 50
        assert "still running and billed; the same call goes on from" in caplog.text
        outcomes = clients.outcomes(counts.url, act)
    assert all(outcome.ok for outcome in outcomes)
    assert len(counts.prompts) == 50


def test_a_cancelled_batch_keeps_the_answer_of_a_create_under_way(tmp_path):
    """Promise: cancellation does not tear a create apart from its answer."""

    async def cancelled(url):
        async with AsyncAcme(api_key="key-1234567890", base_url=url) as client:
            batch = client.map(BIG, prompts(20), concurrency=4, journal=tmp_path / "jobs.jsonl")
            async with asyncio.timeout(0.1):
                async for _ in batch:
                    pass

    with counting(life=9, delay=0.3) as counts:
        with pytest.raises(TimeoutError) as left:
            asyncio.run(cancelled(counts.url))
        assert "4 tasks are still running and billed" in "".join(left.value.__cause__.__notes__)
        assert len(counts.prompts) == 4
    assert (tmp_path / "jobs.jsonl").read_text().count("submitted") == 4


def test_a_failing_listener_stops_the_batch(clients, tmp_path):
    """What breaks the caller's own code is raised, and nothing more is created."""

    def break_(token):
        raise KeyError(token)

    with counting() as counts, pytest.raises(KeyError):
        clients.outcomes(counts.url, lambda client: client.with_options(on_submitted=break_).map(BIG, prompts(50)))
    assert len(counts.prompts) <= 4


def test_progress_is_told(world):
    world.answers(*[created(), standing("completed", "https://8.8.8.8/a.mp4")] * 2)
    told = []
    run(world, progress=told.append)
    assert [(each.queued, each.running, each.done) for each in told] == [(1, 1, 0), (1, 0, 1), (0, 1, 1), (0, 0, 2)]


def test_many_tasks_are_waited_for_at_once(clients):
    with counting(life=0.1) as counts:
        tokens = [f'{{"v":1,"vendor":"acme","operation":"{BIG}","id":"t{n}"}}' for n in range(100)]
        for index in range(100):
            counts.create(f"p{index}")
        outcomes = clients.outcomes(counts.url, lambda client: client.as_completed(tokens, poll_interval=0.05))
    assert {(each.index, each.token, each.ok) for each in outcomes} == {(n, tokens[n], True) for n in range(100)}


def test_no_thread_is_started_for_a_task():
    with counting(life=0.3) as counts, Acme(api_key="key-1234567890", base_url=counts.url) as client:
        for index in range(200):
            counts.create(f"p{index}")
        tokens = [f'{{"v":1,"vendor":"acme","operation":"{BIG}","id":"t{n}"}}' for n in range(200)]
        outcomes = client.as_completed(tokens, poll_interval=0.1)
        next(outcomes)
        assert sum(each.name.startswith("mediawright") for each in threading.enumerate()) <= 33
        assert len(list(outcomes)) == 199


def test_a_batch_runs_once(world):
    world.answers(forever=Answer({"code": 490505}))
    batch = world.client().map(BIG, prompts(1))
    _exhausted(world, batch)
    with pytest.raises(ConfigurationError, match="runs once"):
        _exhausted(world, batch)


def _exhausted(world, batch):
    return list(batch) if world.kind == "sync" else asyncio.run(_all(batch))


@pytest.mark.parametrize("options", [{"concurrency": 0}, {"rate": 0}, {"rate": (0, 1)}])
def test_numbers_that_let_nothing_out_are_refused_at_once(world, options):
    with pytest.raises(ConfigurationError, match="is not usable; give"):
        world.client().map(BIG, [], **options)


def test_only_what_makes_something_is_mapped(world):
    client = world.client()
    for operation in (client.account.credits, "account.credits", "zzz", print):
        with pytest.raises(InvalidRequestError):
            client.map(operation, [])


def test_a_client_imports_nothing_of_batches():
    """Promise: who makes one call does not load what makes many."""
    program = (
        "import sys; from acme_client import Acme; Acme(api_key='key-1234567890');"
        "print(*(name for name in sys.modules if name.startswith('mediawright_runtime.')))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=SAMPLES, capture_output=True, text=True, check=True)
    loaded = {name.rpartition(".")[2] for name in done.stdout.split()}
    assert not loaded & {"batch", "jobs", "journal", "limiter", "scheduler", "admission", "outcome", "progress"}
