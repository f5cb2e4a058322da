import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from counting_server import counting

from mediawright_runtime.journal import Journal, settle

PROGRAM = Path(__file__).parent / "samples" / "batch_program.py"
COUNT, CONCURRENCY = 200, 8
TOKEN = '{{"v":1,"vendor":"acme","operation":"text_to_video.big_model","id":"{}"}}'


def started(counts, journal, kind):
    process = subprocess.Popen(
        [sys.executable, PROGRAM, counts.url, journal, str(COUNT), str(CONCURRENCY), kind],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(PROGRAM.parent)},
    )
    assert process.stdout.readline() == "begin\n"
    return process


def killed(counts, journal, kind, moment):
    """Let a batch run for a while, and end its process as nothing can be caught."""
    with started(counts, journal, kind) as process:
        try:
            process.wait(moment)
        except subprocess.TimeoutExpired:
            process.kill()
        process.stdout.read()


def ended(counts, journal, kind):
    with started(counts, journal, kind) as process:
        said = [line.split(maxsplit=2) for line in process.stdout.read().splitlines()]
        assert process.wait(60) == 0
    return {int(index): (word, url) for word, index, url in said}


def ambiguous(journal):
    opened = Journal(journal, "acme", "text_to_video.big_model")
    opened.close()
    return {index for index, entry in opened.entries.items() if entry.is_ambiguous}


def decide(counts, journal):
    """Decide what is ambiguous, as a person does who looks at the vendor's list of tasks."""
    tasks = {prompt: id_ for id_, prompt in counts.prompts.items()}
    for index in ambiguous(journal):
        task = tasks.get(f"p{index}")
        settle(journal, index, TOKEN.format(task) if task else None)


@pytest.mark.parametrize(("kind", "seed"), [("sync", 1), ("sync", 2), ("async", 3)])
def test_a_killed_batch_creates_nothing_twice_and_forgets_nothing(kind, seed, tmp_path):
    """Promise: after `kill -9` at any moments the vendor has counted one create per input, and every result is there.

    Only a create whose answer had not been recorded at the kill is left to decide, and none is ever sent again.
    """
    chance, journal = random.Random(seed), tmp_path / "jobs.jsonl"  # noqa: S311 (a test that can be repeated)
    with counting(life=0.05, delay=0.005) as counts:
        doubtful = set()
        for _ in range(3):
            killed(counts, journal, kind, chance.uniform(0.1, 0.9))
            doubtful |= ambiguous(journal) if journal.exists() else set()
            assert len(doubtful) <= 3 * CONCURRENCY
        first = ended(counts, journal, kind)
        assert {index for index, (word, _) in first.items() if word == "ambiguous"} == doubtful
        decide(counts, journal)
        outcomes = ended(counts, journal, kind)

    assert Counter(counts.prompts.values()) == Counter(f"p{index}" for index in range(COUNT))
    assert outcomes == {index: ("ok", outcomes[index][1]) for index in range(COUNT)}
    assert all(f"/p{index}.mp4" in url for index, (_, url) in outcomes.items())
    assert counts.most_under_way <= CONCURRENCY


def test_a_process_killed_between_create_and_first_query_loses_nothing(tmp_path):
    """Promise: a token is on the disk before anything else happens to the task."""
    journal = tmp_path / "jobs.jsonl"
    with counting(life=30) as counts:
        process = started(counts, journal, "sync")
        while len(counts.answered) < CONCURRENCY or journal.read_text().count("submitted") < CONCURRENCY:
            assert process.poll() is None
        process.kill()
        process.communicate()
        counts.life = 0.0
        outcomes = ended(counts, journal, "sync")

    assert len(counts.prompts) == COUNT
    assert {word for word, _ in outcomes.values()} == {"ok"}
