"""The same faults while a task is waited for, with every vendor's lifecycle, against a real server.

Promise: trouble on the way neither ends a wait nor costs a second create.
"""

import functools
from contextlib import ExitStack

import pytest
from every_vendor import LIFECYCLES, SUBJECTS
from many_callers import Trip, make

from mediawright_mock.contract import vendor_contract
from mediawright_mock.faults import Fault
from mediawright_mock.plan import Planned
from mediawright_mock.server import MockServer

PATIENT, IMPATIENT = 20.0, 0.3
POLLS = 2
"""The served query at which a task is done; two more suffer."""
SILENT = {
    "read timeout before the answer": Fault("hang"),
    "read timeout after the answer": Fault("late", seconds=60),
    "slow headers": Fault("slow_headers", seconds=60),
}
LOUD = {
    "reset": Fault("reset"),
    "answer cut": Fault("cut"),
    "429": Fault("rate_limited"),
    "429 with seconds": Fault("rate_limited", retry_after=7),
    "429 with a date": Fault("rate_limited", retry_after=7, form="date"),
    "429 with milliseconds": Fault("rate_limited", retry_after=7, form="ms"),
    "500": Fault("error_500"),
    "502 as HTML": Fault("bad_gateway_html"),
    "503": Fault("unavailable"),
    "HTML in place of JSON": Fault("html_page"),
    "truncated JSON": Fault("truncated_json"),
}
ASKED_TO_PAUSE = {name for name, fault in LOUD.items() if fault.retry_after}

lifecycles = pytest.mark.parametrize("create", LIFECYCLES, ids=str)
kinds = pytest.mark.parametrize("kind", ["sync", "async"])


@pytest.fixture(scope="module")
def waits():
    """How a wait ends, and with how many queries, where some calls of the query suffer a fault; all vendors at once."""
    ended = {}

    def wait(create, kind, first, faults, timeout=PATIENT):
        key = kind, first, tuple(faults.items())
        if key not in ended:
            ended[key] = _all(kind, first, faults, timeout)
        return ended[key][str(create)]

    return wait


def _all(kind, first, faults, timeout):
    with ExitStack() as stack:
        servers = [stack.enter_context(_server(each, first, faults)) for each in LIFECYCLES]
        trips = [
            Trip(each, functools.partial(_trip, each, timeout), server.url, PATIENT)
            for each, server in zip(LIFECYCLES, servers, strict=True)
        ]
        ended = make(kind, trips)
    rows = zip(LIFECYCLES, ended, servers, strict=True)
    return {str(create): (one, server.counts[_query(create)], server.creates) for create, one, server in rows}


def _server(create, first, faults):
    planned = [Planned(faults.get(str(create), faults.get("*")), _query(create), first, times=2)]
    return MockServer(vendor_contract(create.vendor), polls=POLLS, faults=planned)


def _trip(create, timeout, client):
    task = yield create.call(client)
    waiting = client.with_options(timeout=timeout).resume(task.token)
    return (yield waiting.wait(timeout=600, poll_interval=0.01))


def _query(create):
    return create.record["task"]["query"]["python"]


def _check_survived(create, waited, asked=POLLS + 2):
    ended, counted, created = waited
    assert [each.url for each in ended.returned.outputs], ended
    assert counted == asked
    assert created == {create.name: 1}


@kinds
@lifecycles
@pytest.mark.parametrize("fault", SILENT)
def test_a_wait_survives_silence(waits, create, fault, kind):
    ended, counted, created = waits(create, kind, 2, {"*": SILENT[fault]}, IMPATIENT)
    assert [each.url for each in ended.returned.outputs], ended
    assert counted >= POLLS + 2  # more, where the machine is so busy that good answers are late too
    assert created == {create.name: 1}


@kinds
@lifecycles
@pytest.mark.parametrize("first", [1, 2], ids=["at first", "later"])
@pytest.mark.parametrize("fault", LOUD)
def test_a_wait_survives_trouble(waits, create, fault, first, kind):
    waited = waits(create, kind, first, {"*": LOUD[fault]})
    _check_survived(create, waited, asked=first + 2 if LOUD[fault].follows_work else POLLS + 2)
    wished = [pause for pause in waited[0].pauses if pause >= 7]
    assert len(wished) == (2 if fault in ASKED_TO_PAUSE else 0)


@kinds
@lifecycles
def test_a_wait_survives_that_the_vendor_does_not_know_the_task_yet(waits, create, kind):
    _check_survived(create, waits(create, kind, 1, {"*": Fault("not_found")}))


@kinds
@lifecycles
def test_a_wait_survives_a_code_that_says_the_vendor_is_in_trouble(waits, create, kind):
    faults = {str(each): Fault("error_code", code=_passing_code(each)) for each in LIFECYCLES}
    _check_survived(create, waits(create, kind, 2, faults))


def _passing_code(create):
    """Choose a documented code that may pass; else one that nobody documents, which says nothing of the task."""
    query = next(each for each in SUBJECTS if (each.vendor, each.name) == (create.vendor, _query(create)))
    coded = [each for each in query.record["api_code_demo"] if each.get("code") and each.get("kind")]
    passing = (each["code"] for each in coded if each["kind"] in {"rate", "vendor"})
    return next(passing, 99999 if coded else None)
