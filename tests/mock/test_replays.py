"""Keys of creates, and cancelling: no committed vendor documents them, so these stand in specs of their own."""

import json

import pytest

BODY = {"data": {"prompt": "a boat"}}


def keyed(acme, place, on_repeat="replay"):
    return acme.create | {"idempotency": {"in": place, "name": "request-key", "on_repeat": on_repeat}}


def create(vendor, place, key):
    if place == "header":
        return vendor.call("POST", "/generation/big", BODY, request_key=key)
    if place == "query":
        return vendor.call("POST", "/generation/big", BODY, query=[("request-key", key)])
    return vendor.call("POST", "/generation/big", {"data": {**BODY["data"], "request-key": key}})


@pytest.mark.parametrize("place", ["header", "query", "body"])
def test_a_repeat_with_the_same_key_is_answered_as_the_first(acme, play, place):
    """One create, one charge, however often it is sent."""
    vendor = play(keyed(acme, place), acme.result)
    first, again, other = (create(vendor, place, key) for key in ("k-1", "k-1", "k-2"))
    assert json.loads(first.body)["code"] == 0
    assert first.body == again.body != other.body
    assert sum(vendor.mock.ledger.creates.values()) == 2


def test_an_answer_that_was_lost_is_had_by_its_key(acme, play):
    vendor = play(keyed(acme, "header"), acme.result)
    lost = vendor.call("POST", "/generation/big", BODY, request_key="k", X_Mock_Fault="reset;accepted=yes")
    assert lost.delivery.manner == "reset"
    task = json.loads(create(vendor, "header", "k").body)["data"]["task_id"]
    assert vendor.status(task) == "waiting"
    assert sum(vendor.mock.ledger.creates.values()) == 1


def test_a_vendor_that_rejects_repeats_rejects_them(acme, play):
    vendor = play(keyed(acme, "header", "reject"), acme.result)
    assert [json.loads(create(vendor, "header", "k").body)["code"] for _ in range(2)] == [0, 490]


def test_where_nobody_says_what_a_repeat_does_it_is_another_create(acme, play):
    vendor = play(keyed(acme, "header", "unknown"), acme.result)
    tasks = {json.loads(create(vendor, "header", "k").body)["data"]["task_id"] for _ in range(2)}
    assert len(tasks) == 2


def test_without_a_key_every_create_is_another_one(acme, play):
    vendor = play(keyed(acme, "body"), acme.result)
    assert vendor.create() != vendor.create()


def test_a_key_where_none_is_documented_is_refused(acme, play):
    vendor = play(acme.create, acme.result)
    assert json.loads(create(vendor, "body", "k").body)["code"] == 490


@pytest.fixture(name="stoppable")
def vendor_that_cancels(acme, play):
    asked = [acme.parameter("task", wire_name="taskId", required=True)]
    stop = acme.credits | {"name": "Stop", "python": "tasks.stop", "endpoint": "/stop", "api_body": asked}
    states = acme.lifecycle["states"] | {"stopped": "cancelled"}
    cancel = {"operation": "Stop", "parameter": "task", "python": "tasks.stop"}
    return play(acme.create | {"task": acme.lifecycle | {"states": states, "cancel": cancel}}, acme.result, stop)


def stop(vendor, task):
    return json.loads(vendor.call("POST", "/stop", {"data": {"taskId": task}}).body)["code"]


def test_a_cancelled_task_is_cancelled(stoppable):
    task = stoppable.create()
    assert stoppable.status(task) == "waiting"
    assert stop(stoppable, task) == 0
    assert [stoppable.query(task)["status"] for _ in range(3)] == ["stopped"] * 3
    assert stoppable.query(task)["result"] == []


def test_a_task_that_has_ended_is_not_cancelled_any_more(stoppable):
    task = stoppable.create()
    for _ in range(3):
        stoppable.query(task)
    stop(stoppable, task)
    assert stoppable.status(task) == "completed"


def test_an_unknown_task_cannot_be_cancelled(stoppable):
    assert stop(stoppable, "nobody") == 404
