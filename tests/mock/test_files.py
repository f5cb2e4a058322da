"""Addresses of files: they expire, and are had anew by asking for the task."""

import hashlib
import json

import httpx
import pytest

from mediawright_mock.faults import Fault
from mediawright_mock.plan import Planned
from mediawright_mock.scenario import Behaviour, Scenario
from mediawright_mock.server import MockServer

DAY = 86_400


def drain(response, had):
    for piece in response.iter_bytes(1):
        had.extend(piece)


def short_lived(**behaviour):
    return Scenario((Behaviour(**behaviour),), polls=1)


@pytest.mark.parametrize("status", [None, 404, 410])
def test_an_expired_address_is_refused_and_a_new_query_gives_a_fresh_one(play, status):
    """A client that asks the task again gets its file."""
    vendor = play(scenario=short_lived(expires_after=60.0, expired_status=status))
    task = vendor.create()
    first = vendor.output(task)
    vendor.at += 59
    assert vendor.get(first).status == 200
    assert vendor.output(task) == first
    vendor.at += 2
    assert vendor.get(first).status == (status or 403)
    second = vendor.output(task)
    assert second != first
    assert vendor.get(second).status == 200
    assert vendor.get(first).status == (status or 403)
    vendor.at += 61
    assert len({first, second, vendor.output(task)}) == 3


def test_after_the_days_that_a_vendor_keeps_files_they_are_gone(acme, play):
    lifecycle = acme.lifecycle | {"kept": {"days": 7, "since": "data.created"}}
    vendor = play(acme.create | {"task": lifecycle}, acme.result, polls=1)
    task = vendor.create()
    address = vendor.output(task)
    vendor.at += 7 * DAY - 1
    assert vendor.get(address).status == 200
    vendor.at += 1
    assert vendor.get(address).status == 403
    assert vendor.output(task) == address


def test_a_scenario_says_how_many_files_of_which_size_and_format(play):
    vendor = play(scenario=short_lived(outputs=3, format="mp3", size=9000))
    places = [each["preview"] for each in vendor.query(vendor.create())["result"]]
    answers = [vendor.get(each.removeprefix("http://127.0.0.1")) for each in places]
    assert [each.content_type for each in answers] == ["audio/mpeg"] * 3
    assert all(len(each.body) >= 9000 for each in answers)
    assert len({hashlib.sha256(each.body).digest() for each in answers}) == 3


@pytest.mark.parametrize(("given", "made"), [({}, 1), ({"count": 3}, 3)])
def test_a_create_that_says_how_many_gets_so_many(acme, play, given, made):
    count = acme.parameter("count", type="integer", minimum=1, means={"quantity": "count", "unit": "items"})
    vendor = play(acme.create | {"api_body": [count]}, acme.result, polls=1)
    answer = vendor.call("POST", "/generation/big", {"data": given})
    assert len(vendor.query(json.loads(answer.body)["data"]["task_id"])["result"]) == made


def test_a_list_inside_a_text_has_several_files_too(acme, play):
    lifecycle = acme.lifecycle | {"outputs": [{"path": "data.result@json.video_path[]", "kind": "video"}]}
    fields = [{"name": "data.status", "type": "string"}, {"name": "data.result", "type": "string"}]
    query = acme.result | {"api_response": fields}
    vendor = play(acme.create | {"task": lifecycle}, query, scenario=short_lived(outputs=2))
    assert vendor.query(vendor.create())["result"].count(".mp4") == 2


def test_the_files_of_one_task_are_the_same_each_time_and_of_two_differ(play):
    vendor = play(polls=1)
    first, second = (vendor.output(vendor.create()) for _ in range(2))
    assert vendor.get(first).body == vendor.get(first).body != vendor.get(second).body


@pytest.mark.parametrize(("fault", "statuses"), [("reset", [200]), ("error_500", [500, 200]), ("late", [200, 200])])
def test_a_download_may_go_wrong_by_header(play, fault, statuses):
    vendor = play(polls=1)
    address = vendor.output(vendor.create())
    first = vendor.get(address, X_Mock_Fault=fault)
    assert first.status == statuses[0] or first.delivery.manner == "reset"
    assert vendor.get(address).delivery.manner == "whole"


def test_a_plan_of_operations_does_not_hit_downloads_and_one_of_files_does(play):
    faults = [Planned(Fault("error_500"), "*", first=3, times=None), Planned(Fault("unavailable"), "/files/*", first=2)]
    vendor = play(polls=1, faults=faults)
    address = vendor.output(vendor.create())
    assert [vendor.get(address).status for _ in range(3)] == [200, 503, 200]


def test_an_unknown_fault_of_a_download_is_said_to_be_one(play):
    vendor = play(polls=1)
    assert vendor.get(vendor.output(vendor.create()), X_Mock_Fault="zzz").status == 400


@pytest.mark.parametrize(("fault", "manner"), [("output_cut;kept=0.25", "cut"), ("output_slow;seconds=2", "slow body")])
def test_an_output_is_cut_once_and_slow_always(play, fault, manner):
    vendor = play(polls=1)
    address = vendor.output(vendor.create(X_Mock_Fault=fault))
    first, second = vendor.get(address), vendor.get(address)
    assert first.delivery.manner == manner
    assert second.delivery.manner == ("whole" if manner == "cut" else manner)


def test_an_output_may_be_cut_several_times(play):
    vendor = play(polls=1)
    address = vendor.output(vendor.create(X_Mock_Fault="output_cut;times=3"))
    assert [vendor.get(address).delivery.manner for _ in range(4)] == ["cut", "cut", "cut", "whole"]


def test_an_output_may_call_itself_a_page(play):
    vendor = play(polls=1)
    answer = vendor.get(vendor.output(vendor.create(X_Mock_Fault="output_mistyped")))
    assert answer.content_type == "text/html"
    assert answer.body[4:8] == b"ftyp"


def test_a_cut_download_is_gone_on_with_over_http(read_contract):
    """What a client has is a part of the file, and the rest is had by Range."""
    with MockServer(read_contract(), polls=1) as server:
        headers = {"X-API-KEY": "k1", "X-Mock-Fault": "output_cut;kept=0.5"}
        created = httpx.post(f"{server.url}/generation/big", json={"data": {"prompt": "x"}}, headers=headers).json()
        path = f"/generation/result/{created['data']['task_id']}"
        answer = httpx.post(server.url + path, json={}, headers={"X-API-KEY": "k1"}).json()
        url = answer["data"]["result"][0]["preview"]
        had = bytearray()
        with httpx.stream("GET", url) as response, pytest.raises(httpx.RemoteProtocolError):
            drain(response, had)
        rest = httpx.get(url, headers={"Range": f"bytes={len(had)}-", "If-Range": response.headers["ETag"]})
        assert 0 < len(had) < int(response.headers["Content-Length"])
        assert rest.status_code == 206
        assert had + rest.content == httpx.get(url).content


def test_a_slow_download_is_silent_in_the_middle(read_contract):
    with MockServer(read_contract(), polls=1) as server:
        headers = {"X-API-KEY": "k1", "X-Mock-Fault": "output_slow;seconds=60"}
        created = httpx.post(f"{server.url}/generation/big", json={"data": {"prompt": "x"}}, headers=headers).json()
        path = f"/generation/result/{created['data']['task_id']}"
        answer = httpx.post(server.url + path, json={}, headers={"X-API-KEY": "k1"}).json()
        had = bytearray()
        url = answer["data"]["result"][0]["preview"]
        with httpx.stream("GET", url, timeout=0.3) as response, pytest.raises(httpx.ReadTimeout):
            drain(response, had)
        assert 0 < len(had) < int(response.headers["Content-Length"])
