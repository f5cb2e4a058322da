"""Faults of tasks: asked for with the create, planned, or with one query."""

import json

import pytest

from mediawright_mock.course import Course
from mediawright_mock.faults import Fault, FaultError, read_fault
from mediawright_mock.plan import Planned
from mediawright_mock.scenario import Behaviour, Scenario


@pytest.mark.parametrize("state", ["failed", "cancelled", "expired"])
def test_a_task_may_end_without_success(acme, play, state):
    states = acme.lifecycle["states"] | {"gone": "cancelled", "timeout": "expired"}
    word = {"failed": "failed", "cancelled": "gone", "expired": "timeout"}[state]
    vendor = play(acme.create | {"task": acme.lifecycle | {"states": states}}, acme.result)
    task = vendor.create(X_Mock_Fault=f"task_ends;state={state};reason=too dark")
    seen = [vendor.query(task) for _ in range(4)]
    assert [each["status"] for each in seen] == ["waiting", "processing", word, word]
    assert [each.get("reason") for each in seen] == [None, None, "too dark", "too dark"]
    assert [each["result"] for each in seen] == [[], [], [], []]


def test_a_failed_task_gives_the_reason_that_the_vendor_documents(acme, play):
    """An application sees what it would see: the documented sample, or else the vendor's own failure."""
    codes = [*acme.create["api_code_demo"], {"code": 1015, "kind": "vendor", "describe": "It could not be made."}]
    fields = [*acme.result["api_response"], {"name": "data.error_code", "type": "integer"}]
    query = acme.result | {"api_code_demo": codes, "api_response": fields}
    vendor = play(acme.create, query, polls=1)
    told = vendor.query(vendor.create(X_Mock_Fault="task_ends"))
    assert (told["reason"], told["error_code"]) == ("It could not be made.", 1015)
    sample = {"code": 0, "data": {"status": "failed", "reason": "policy", "result": []}}
    shown = query | {"api_request_demo": [{"response": [{"body": sample}]}]}
    vendor = play(acme.create, shown, polls=1)
    assert vendor.query(vendor.create(X_Mock_Fault="task_ends"))["reason"] == "policy"


def test_a_documented_code_of_a_failure_may_be_chosen(acme, play):
    codes = [{"code": number, "kind": "vendor", "describe": f"Reason {number}."} for number in (1, 2)]
    vendor = play(acme.create, acme.result | {"api_code_demo": codes}, polls=1)
    assert vendor.query(vendor.create(X_Mock_Fault="task_ends;code=2"))["reason"] == "Reason 2."


def test_a_task_may_never_end(play):
    vendor = play(speed=1000)
    task = vendor.create(X_Mock_Fault="task_never_ends")
    vendor.at += 1e6
    assert vendor.status(task) == "processing"
    by_queries = play()
    task = by_queries.create(X_Mock_Fault="task_never_ends")
    assert {by_queries.status(task) for _ in range(50)} == {"waiting", "processing"}


def test_a_status_may_be_one_that_nobody_documents(play):
    vendor = play(polls=1)
    task = vendor.create(X_Mock_Fault="unknown_status;word=napping")
    told = vendor.query(task)
    assert (told["status"], told["result"]) == ("napping", [])
    assert vendor.status(task) == "napping"


def test_an_unknown_status_may_be_that_of_one_query(play):
    vendor = play(polls=1)
    task = vendor.create()
    assert vendor.query(task, X_Mock_Fault="unknown_status;word=napping")["status"] == "napping"
    assert vendor.status(task) == "completed"


@pytest.mark.parametrize(
    ("fault", "gone"), [("missing_field", "status"), ("missing_field;field=data.result", "result")]
)
def test_a_field_may_be_missing(play, fault, gone):
    vendor = play(polls=1)
    whole = vendor.query(vendor.create())
    told = vendor.query(vendor.create(X_Mock_Fault=fault))
    assert set(whole) - set(told) == {gone}


def test_an_output_may_expire_by_header(play):
    vendor = play(polls=1)
    task = vendor.create(X_Mock_Fault="output_expires;seconds=30")
    first = vendor.output(task)
    vendor.at += 31
    assert vendor.get(first).status == 403
    assert vendor.get(vendor.output(task)).status == 200


@pytest.mark.parametrize(
    ("fault", "statuses"), [("output_expires", [403, 200]), ("output_expires;times=2", [403, 403, 200])]
)
def test_an_address_has_expired_before_it_is_used_and_a_later_one_is_good(play, fault, statuses):
    vendor = play(polls=1)
    task = vendor.create(X_Mock_Fault=fault)
    assert [vendor.get(vendor.output(task)).status for _ in statuses] == statuses


def test_a_plan_lets_the_second_task_fail(play):
    vendor = play(polls=1, faults=[Planned(Fault("task_ends"), "image_to_video.*", first=2)])
    assert [vendor.status(vendor.create()) for _ in range(3)] == ["completed", "failed", "completed"]


def test_a_task_that_goes_wrong_was_accepted_and_is_counted(play):
    vendor = play(polls=1)
    vendor.create(X_Mock_Fault="task_ends")
    told = json.loads(vendor.get("/_mock/requests").body)
    assert told["creates"] == {"image_to_video.big_model": 1}
    assert told["requests"][0]["fault"] == "task_ends"


def test_the_first_pattern_that_says_something_is_followed(acme, play):
    behaviours = (
        Behaviour("text_to_music.*", ends="failed"),
        Behaviour("image_to_video.*", reason="no light"),
        Behaviour(ends="failed", reason="no reason", polls=2),
    )
    vendor = play(scenario=Scenario(behaviours))
    task = vendor.create()
    assert [vendor.status(task) for _ in range(2)] == ["waiting", "failed"]
    assert vendor.query(task)["reason"] == "no light"


def test_one_operation_may_go_by_the_clock_and_others_by_queries(play):
    vendor = play(scenario=Scenario((Behaviour("text_to_music.*", duration=(50.0, 50.0)),)))
    by_clock, by_queries = vendor.create("/generation/singer"), vendor.create()
    assert [vendor.status(by_clock) for _ in range(5)] == ["waiting"] * 5
    assert [vendor.status(by_queries) for _ in range(3)][-1] == "completed"
    vendor.at += 51
    assert vendor.status(by_clock) == "completed"


def test_where_nobody_documents_a_duration_the_mock_takes_one_of_its_own(play):
    vendor = play(speed=1)
    task = vendor.create()
    vendor.at += 9
    assert vendor.status(task) == "processing"
    vendor.at += 22
    assert vendor.status(task) == "completed"


def test_a_course_is_at_the_third_query_unless_something_else_is_said():
    assert Course().polls == 3


@pytest.mark.parametrize("text", ["task_ends;state=running", "output_cut;times=0", "output_cut;times=x"])
def test_a_fault_of_a_task_that_cannot_be_played_is_refused(text):
    with pytest.raises(FaultError):
        read_fault(text)
