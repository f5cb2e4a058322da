"""A create whose answer was lost: its task is found, or it surely has none, or nobody can say."""

import time
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime

import httpx
import pytest
from acme_world import through_pickle
from fictional import AsyncLumen, Lumen

from mediawright_runtime.errors import AmbiguousSubmitError, InvalidRequestError, UnsupportedError, VendorError
from mediawright_runtime.reconcile import Window
from mediawright_runtime.recorder import Answer


@pytest.fixture
def lumen(world_of):
    return world_of((Lumen, AsyncLumen))


def _lost(lumen, client=None, **params):
    """Create a video whose answer never arrives."""
    lumen.answers(httpx.ReadTimeout("x"))
    with pytest.raises(AmbiguousSubmitError) as caught:
        lumen.run(lambda client: client.video.create(prompt="a boat", **params), client)
    lumen.requests.clear()
    return caught.value


def _listed(*tasks, server_ahead=0.0):
    """Make the list that a vendor answers, whose clock may be ahead of ours."""
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=server_ahead), usegmt=True)
    found = [{"id": id_, "created": created} for id_, created in tasks]
    return Answer({"code": 0, "tasks": found}, headers={"date": date})


def _ago(seconds, zone=UTC, server_ahead=0.0):
    return (datetime.now(zone) + timedelta(seconds=server_ahead - seconds)).isoformat()


def _reconcile(lumen, error, *answers, client=None):
    lumen.answers(*answers)
    return lumen.run(lambda client: client.reconcile(error), client)


def test_the_one_task_that_was_created_since_the_call_is_returned(lumen):
    error = _lost(lumen)
    task = _reconcile(lumen, error, _listed(("old", _ago(30)), ("new", _ago(0))))
    assert (task.id, task.token) == ("new", '{"v":1,"vendor":"lumen","operation":"video.create","id":"new"}')
    assert [(each.method, each.url) for each in lumen.requests] == [("GET", "https://lumen.example/videos")]


def test_the_error_says_that_there_is_a_way(lumen):
    assert "client.reconcile(error) looks for the task" in str(_lost(lumen))


def test_what_the_create_was_given_narrows_the_list(lumen):
    error = _lost(lumen, project="p 1")
    _reconcile(lumen, error, _listed())
    assert lumen.requests[0].url == "https://lumen.example/videos?project=p%201"


def test_a_task_of_long_after_the_call_is_another_one(lumen):
    """Promise: whoever reconciles late is not given the task of somebody else."""
    error = _lost(lumen)
    error.trace = error.trace._replace(since=error.trace.since - 3600)
    assert _reconcile(lumen, error, _listed(("another", _ago(60)))) is None


def test_without_a_task_since_the_call_it_surely_has_none(lumen):
    error = _lost(lumen)
    assert _reconcile(lumen, error, _listed(("old", _ago(30)))) is None


def test_several_tasks_that_fit_are_candidates(lumen):
    error = _lost(lumen)
    found = _reconcile(lumen, error, _listed(("a", _ago(0)), ("b", _ago(0)), ("old", _ago(30))))
    assert [task.id for task in found] == ["a", "b"]


def test_a_task_that_this_client_knows_is_not_the_lost_one(lumen):
    client = lumen.client()
    error = _lost(lumen, client)
    lumen.answers(Answer({"code": 0, "id": "known"}))
    lumen.run(lambda client: client.video.create(prompt="another"), client)
    found = _reconcile(lumen, error, _listed(("known", _ago(0)), ("lost", _ago(0))), client=client)
    assert found.id == "lost"


@pytest.mark.parametrize("ahead", [-3600.0, 0.0, 7200.0])
def test_the_vendors_clock_counts(lumen, ahead):
    error = _lost(lumen)
    tasks = [("old", _ago(30, server_ahead=ahead)), ("new", _ago(0, server_ahead=ahead))]
    assert _reconcile(lumen, error, _listed(*tasks, server_ahead=ahead)).id == "new"


def test_a_window_holds_its_edges():
    window = Window(10.0, 20.0)
    assert [window.holds(at) for at in (9.9, 10.0, 15.0, 20.0, 20.1)] == [False, True, True, True, False]


@pytest.fixture
def in_lima(monkeypatch):
    monkeypatch.setenv("TZ", "America/Lima")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("in_lima")
@pytest.mark.parametrize("zone", [UTC, None])
def test_a_time_without_its_zone_is_read_in_utc_or_here(lumen, zone):
    error = _lost(lumen)
    written = datetime.now(zone).replace(tzinfo=None).isoformat()
    assert _reconcile(lumen, error, _listed(("new", written))).id == "new"


def test_a_time_that_fits_in_another_zone_makes_a_candidate(lumen):
    """Promise: a task is said to be the one only where that is sure, and to be missing only where that is."""
    error = _lost(lumen)
    kathmandu = datetime.now(timezone(timedelta(hours=5, minutes=45))).replace(tzinfo=None).isoformat()
    seven_minutes_ago = datetime.now(UTC).replace(tzinfo=None) - timedelta(minutes=7)
    found = _reconcile(lumen, error, _listed(("new", kathmandu), ("old", seven_minutes_ago.isoformat())))
    assert [task.id for task in found] == ["new"]


@pytest.mark.parametrize(("hours", "fitting"), [(-12, ["new"]), (14, ["new"]), (-12.25, None), (14.25, None)])
def test_zones_reach_from_the_first_to_the_last_that_there_is(lumen, hours, fitting):
    error = _lost(lumen)
    there = datetime.now(timezone(timedelta(hours=hours))).replace(tzinfo=None).isoformat()
    found = _reconcile(lumen, error, _listed(("new", there)))
    assert (found and [task.id for task in found]) == fitting


@pytest.mark.parametrize("created", [None, "", "yesterday", {}])
def test_a_task_of_an_unknown_time_is_a_candidate(lumen, created):
    error = _lost(lumen)
    assert [task.id for task in _reconcile(lumen, error, _listed(("new", created)))] == ["new"]


@pytest.mark.parametrize(
    "listed",
    [{}, {"tasks": None}, {"tasks": {}}, {"tasks": [None]}, {"tasks": [{"id": None}]}, {"tasks": [], "total": 1}],
)
def test_a_list_that_is_not_understood_says_of_no_task_that_it_is_missing(lumen, listed):
    """Promise: None only where the whole list was read."""
    error = _lost(lumen)
    with pytest.raises(VendorError):
        _reconcile(lumen, error, Answer({"code": 0, **listed}))


def test_of_two_lost_creates_only_one_gets_the_task(lumen):
    """Promise: no task is given out for two creates."""
    client = lumen.client()
    first, second = _lost(lumen, client), _lost(lumen, client)
    listed = _listed(("only", _ago(0)))
    assert _reconcile(lumen, first, listed, client=client).id == "only"
    assert _reconcile(lumen, second, listed, client=client) is None
    assert _reconcile(lumen, first, listed, client=client).id == "only"


def test_an_option_for_creates_does_not_narrow_the_list(lumen):
    client = lumen.client().with_options(extra={"style": "new"})
    error = _lost(lumen, client)
    _reconcile(lumen, error, _listed(), client=client)
    assert lumen.requests[0].url == "https://lumen.example/videos"


def test_an_undocumented_refusal_can_be_reconciled_too(lumen):
    lumen.answers(Answer({"code": 99}))
    with pytest.raises(VendorError) as caught:
        lumen.run(lambda client: client.video.create(prompt="a boat"))
    assert caught.value.charged == "unknown"
    assert _reconcile(lumen, caught.value, _listed(("new", _ago(0)))).id == "new"


def test_another_process_reconciles(lumen):
    error = through_pickle(_lost(lumen))
    assert _reconcile(lumen, error, _listed(("new", _ago(0)))).id == "new"


def test_a_vendor_without_a_list_offers_no_way(world):
    world.answers(httpx.ReadTimeout("x"))
    with pytest.raises(AmbiguousSubmitError) as caught:
        world.create()
    world.requests.clear()
    with pytest.raises(UnsupportedError, match="documents no way to find a task"):
        world.run(lambda client: client.reconcile(caught.value))
    assert world.requests == []


def test_an_error_of_another_vendor_is_refused(lumen, world):
    error = _lost(lumen)
    with pytest.raises(InvalidRequestError, match=r"'video.create' is not an operation of acme"):
        world.run(lambda client: client.reconcile(error))
