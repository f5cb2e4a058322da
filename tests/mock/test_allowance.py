"""How much a scenario lets callers do."""

import json

import pytest

from mediawright_mock.scenario import Behaviour, Rate, Scenario


def attempt(vendor, path="/generation/big"):
    return vendor.call("POST", path, {"data": {"prompt": "a boat"}})


def limited(**behaviour):
    return Scenario((Behaviour("*_to_video.*", **behaviour),))


def test_one_create_too_many_is_refused_and_told_when_to_come_again(play):
    vendor = play(scenario=limited(rate=Rate(2, 10.0)))
    assert [attempt(vendor).status for _ in range(2)] == [200, 200]
    vendor.at += 4
    refused = attempt(vendor)
    assert (refused.status, refused.headers["Retry-After"]) == (429, "6")
    vendor.at += 6
    assert attempt(vendor).status == 200


def test_what_is_refused_is_no_create_and_does_not_count(play):
    vendor = play(scenario=limited(rate=Rate(1, 10.0)))
    for _ in range(5):
        attempt(vendor)
    assert vendor.mock.ledger.creates == {"image_to_video.big_model": 1}
    vendor.at += 10
    assert attempt(vendor).status == 200


@pytest.mark.parametrize(
    ("form", "header"), [("seconds", "Retry-After"), ("date", "Retry-After"), ("ms", "Retry-After-Ms")]
)
def test_the_wait_is_told_in_the_form_that_is_wanted(play, form, header):
    vendor = play(scenario=limited(rate=Rate(0, 1.0, 5.0, form)))
    assert attempt(vendor).headers[header] == {"seconds": "5", "ms": "5000"}.get(form, attempt(vendor).headers[header])


def test_other_operations_are_free(play):
    vendor = play(scenario=limited(rate=Rate(0)))
    assert (attempt(vendor).status, attempt(vendor, "/generation/singer").status) == (429, 200)


def test_tasks_open_at_a_time_are_limited_until_one_has_ended(play):
    vendor = play(scenario=limited(concurrency=1, duration=(60.0, 60.0)))
    assert [attempt(vendor).status for _ in range(2)] == [200, 429]
    vendor.at += 61
    assert [attempt(vendor).status for _ in range(2)] == [200, 429]


def test_too_many_open_tasks_are_refused_as_the_vendor_documents(acme, play):
    codes = [*acme.create["api_code_demo"], {"code": 3001, "kind": "rate", "describe": "Too many at once."}]
    scenario = limited(concurrency=0)
    vendor = play(acme.create | {"api_code_demo": codes}, acme.result, scenario=scenario)
    answer = attempt(vendor)
    assert (answer.status, json.loads(answer.body)["code"]) == (200, 3001)


def test_a_query_is_never_limited(play):
    vendor = play(scenario=Scenario((Behaviour(rate=Rate(1, 1000.0)),)))
    task = vendor.create()
    assert [vendor.status(task) for _ in range(3)] == ["waiting", "processing", "completed"]
