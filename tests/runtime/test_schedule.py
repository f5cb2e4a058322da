"""When to ask: the vendor's advice, the usual duration, and what both cost."""

import math
import random
from statistics import fmean

import pytest
from fictional import AsyncLumen, Lumen

from mediawright_runtime.recorder import Answer
from mediawright_runtime.schedule import Schedule

WAITING = Answer({"code": 0, "status": "waiting"})
DONE = Answer({"code": 0, "status": "done", "url": "https://8.8.8.8/1.mp4"})


def test_a_new_task_is_looked_at_early_and_then_left_alone(world_of):
    lumen = world_of((Lumen, AsyncLumen))
    lumen.answers(Answer({"code": 0, "id": "v1"}), WAITING, WAITING, WAITING, WAITING, DONE)
    lumen.run(_create_and_wait if lumen.kind == "sync" else _acreate_and_wait)
    early, lead, *rest = lumen.sleeps
    assert 4.5 <= early <= 5.5
    assert math.isclose(early + lead, 0.44 * 180)
    assert all(4.5 <= each <= 5.5 for each in rest)


def _create_and_wait(client):
    return client.video.create(prompt="x").wait()


async def _acreate_and_wait(client):
    return await (await client.video.create(prompt="x")).wait()


def test_a_task_of_unknown_age_is_asked_for_at_the_interval():
    schedule = Schedule(5, None, (60, 300))
    assert all(4.5 <= schedule.pause(None, looks) <= 5.5 for looks in range(9))


def test_a_task_of_which_nothing_is_known_is_asked_for_every_five_seconds():
    schedule = Schedule(None, None, None)
    pauses = [schedule.pause(age, looks) for age in (None, 0.0, 500.0) for looks in range(200)]
    assert 4.5 <= min(pauses) < 4.6
    assert 5.4 < max(pauses) <= 5.5


def test_without_advice_a_pause_grows_with_the_age():
    schedule = Schedule(None, None, (180, 180))
    for age, usual in ((80, 3.2), (125, 5.0), (1000, 5.0)):
        assert schedule.pause(age, 9) == pytest.approx(usual, rel=0.1)


@pytest.mark.parametrize("schedule", [Schedule(5, None, (60, 300)), Schedule(None, None, (180, 180))])
def test_waiting_costs_few_queries_and_little_time(schedule):
    """Promise: at a median of 180 s at most 30 queries and 3 s too long, over 4,000 tasks of varied length."""
    lengths = random.Random(20)  # noqa: S311 (a simulation)
    seen = [_waited_for(lengths.lognormvariate(math.log(180), 0.4), schedule) for _ in range(4000)]
    assert fmean(queries for queries, _ in seen) <= 30
    assert fmean(late for _, late in seen) <= 3


def _waited_for(length, schedule, round_trip=0.1):
    """Simulate one wait: how many queries it takes, and how long after the end it ends."""
    age = max(0.0, schedule.first_pause(0.0)) + round_trip
    looks = 1
    while age < length:
        age += schedule.pause(age, looks) + round_trip
        looks += 1
    return looks, age - length
