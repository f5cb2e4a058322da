"""A task lives as the vendor documents it: by queries, or by a clock."""

import json

import pytest

from mediawright_mock import tasks
from mediawright_mock.scenario import Behaviour, Scenario


def expected(operation, *seconds):
    return operation | {"expected_seconds": list(seconds)}


def test_by_the_clock_a_task_walks_all_words_in_their_order(acme, play):
    """Nothing is skipped that a client may meet: both words of waiting, then running, then done."""
    vendor = play(expected(acme.create, 100, 100), acme.result, speed=1)
    task = vendor.create()
    seen = []
    for _ in range(101):
        seen.append(vendor.status(task))
        vendor.at += 1
    assert list(dict.fromkeys(seen)) == ["waiting", "pending", "processing", "completed"]
    assert [seen.count(word) for word in ("waiting", "pending", "processing")] == [10, 10, 80]


@pytest.mark.parametrize(("speed", "seconds"), [(1, 100), (50, 2), (0.5, 200)])
def test_speed_divides_the_documented_time(acme, play, speed, seconds):
    vendor = play(expected(acme.create, 100, 100), acme.result, speed=speed)
    task = vendor.create()
    vendor.at += seconds - 0.1
    assert vendor.status(task) == "processing"
    vendor.at += 0.2
    assert vendor.status(task) == "completed"


def test_a_task_that_nobody_asks_for_ends_all_the_same(acme, play):
    vendor = play(expected(acme.create, 100, 100), acme.result, speed=1)
    task = vendor.create()
    vendor.at += 1000
    (told,) = json.loads(vendor.get("/_mock/tasks").body)["tasks"]
    assert (told["ids"], told["state"], told["ended"]) == ({"task_id": task}, "succeeded", 1_700_000_100.0)


def test_durations_are_drawn_from_what_is_documented_and_differ(acme, play):
    vendor = play(expected(acme.create, 60, 300), acme.result, speed=1, seed=3)
    for _ in range(50):
        vendor.create()
    vendor.at += 1000
    told = json.loads(vendor.get("/_mock/tasks").body)["tasks"]
    seconds = [each["ended"] - each["created"] for each in told]
    assert min(seconds) >= 60
    assert max(seconds) <= 300
    assert len(set(seconds)) == 50


def test_the_same_seed_and_requests_give_the_same_answers(acme, play):
    """A test that failed can be run again as it was."""

    def answers(seed):
        vendor = play(expected(acme.create, 60, 300), acme.result, speed=1, seed=seed)
        first = vendor.call("POST", "/generation/big", {"data": {"prompt": "a boat"}}).body
        task = json.loads(first)["data"]["task_id"]
        vendor.at += 150
        rest = [vendor.call("POST", f"/generation/result/{task}", {}).body for _ in range(2)]
        refused = vendor.call("POST", "/generation/big", {"data": {}}).body
        vendor.at += 200
        return [first, *rest, refused, vendor.get(vendor.output(task)).body]

    assert answers(7) == answers(7)
    assert answers(7) != answers(8)


def test_progress_goes_with_the_clock(acme, play):
    lifecycle = acme.lifecycle | {"progress": "data.progress"}
    vendor = play(expected(acme.create, 100, 100) | {"task": lifecycle}, acme.result, speed=1)
    task = vendor.create()
    seen = []
    for _ in range(5):
        seen.append(vendor.query(task)["progress"])
        vendor.at += 30
    assert seen == [0, 30, 60, 90, 100]


def test_times_of_a_task_fit_each_other(acme, play):
    """created stays, updated moves while the task is open, and stops at its end."""
    shown = {"status": "processing", "created_at": "2025-11-17T23:00:00", "updated_at": "2025-11-17T23:00:00"}
    demo = {"api_request_demo": [{"response": [{"body": {"code": 0, "data": shown}}]}]}
    vendor = play(expected(acme.create, 100, 100), acme.result | demo, speed=1)
    task = vendor.create()
    seen = []
    for _ in range(4):
        told = vendor.query(task)
        seen.append((told["created_at"][11:], told["updated_at"][11:]))
        vendor.at += 60
    assert seen == [
        ("22:13:20", "22:13:20"),
        ("22:13:20", "22:14:20"),
        ("22:13:20", "22:15:00"),
        ("22:13:20", "22:15:00"),
    ]


def test_a_vendor_for_whom_every_other_word_means_failed_gets_one(acme, play):
    states = {"0": "running", "1": "running", "2": "succeeded"}
    lifecycle = acme.lifecycle | {"states": states, "otherwise": "failed"}
    scenario = Scenario((Behaviour(ends="failed"),), polls=1)
    vendor = play(acme.create | {"task": lifecycle}, acme.result, scenario=scenario)
    assert vendor.status(vendor.create()) == "3"


def test_one_of_two_ids_may_be_named_by_the_create(acme, play):
    """A conversation that is gone on with keeps its id."""
    takes = acme.lifecycle["query"]["takes"][0]
    ids = {name: f"data.{name}" for name in ("conversation", "task_id")}
    both = [takes | {"name": name, "wire_name": name, "id": path} for name, path in ids.items()]
    lifecycle = acme.lifecycle | {"id": ids, "query": acme.lifecycle["query"] | {"takes": both}}
    asked = [*acme.create["api_body"], acme.parameter("conversation")]
    vendor = play(acme.create | {"task": lifecycle, "api_body": asked}, acme.result)
    answer = vendor.call("POST", "/generation/big", {"data": {"prompt": "x", "conversation": "c-1"}})
    assert json.loads(answer.body)["data"]["conversation"] == "c-1"


def test_the_oldest_tasks_are_forgotten_where_there_are_too_many(acme, play, monkeypatch):
    """Promise: a mock that serves for days does not fill the memory."""
    monkeypatch.setattr(tasks, "MOST", 10)
    vendor = play(acme.create, acme.result)
    created = [vendor.create() for _ in range(25)]
    assert len(json.loads(vendor.get("/_mock/tasks").body)["tasks"]) <= 10
    assert vendor.status(created[-1]) == "waiting"
