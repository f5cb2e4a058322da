"""How a call reaches its vendor: what may be sent again, how often, and under which key."""

import json
import re

import httpx
import pytest
from acme_world import through_pickle
from fictional import AsyncDorado, AsyncLumen, Dorado, Lumen

from mediawright_runtime.errors import (
    AmbiguousSubmitError,
    ConfigurationError,
    ConnectionFailedError,
    UnsupportedError,
    VendorError,
)
from mediawright_runtime.recorder import Answer

STARTED = Answer({"code": 0, "id": "v1"})
REFUSED = [Answer({"code": 51}), Answer({}, 429), Answer(b"<html>", 503)]


@pytest.fixture
def lumen(world_of):
    return world_of((Lumen, AsyncLumen))


def _create(client):
    return client.video.create(prompt="a boat")


def _by(place):
    return lambda client: getattr(client.video, f"create_by_{place}")(prompt="a boat")


def _key(request, place):
    if place == "header":
        return request.headers.get("Request-Key")
    if place == "query":
        return httpx.URL(request.url).params.get("Request-Key")
    return json.loads(request.content).get("Request-Key")


@pytest.mark.parametrize("refused", REFUSED)
def test_a_create_that_was_refused_before_any_work_is_sent_again(lumen, refused):
    lumen.answers(refused, refused, STARTED)
    assert lumen.run(_create).id == "v1"
    assert len({request.content for request in lumen.requests}) == 1
    assert [round(each / 1.125) for each in lumen.sleeps] == [1, 2]


def test_a_call_that_costs_nothing_and_is_interrupted_says_nothing_of_charges(lumen):
    lumen.answers(KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt) as caught:
        lumen.run(lambda client: client.video.list())
    assert "charged" not in "".join(getattr(caught.value, "__notes__", ()))


@pytest.mark.parametrize("refused", REFUSED)
def test_a_vendor_that_goes_on_refusing_is_given_up(lumen, refused):
    lumen.answers(forever=refused)
    with pytest.raises(VendorError) as caught:
        lumen.run(_create)
    assert len(lumen.requests) == 5
    assert (caught.value.charged, caught.value.retryable) == ("no", True)


@pytest.mark.parametrize(
    ("headers", "pause"),
    [
        ({"retry-after": "7"}, 7),
        ({"retry-after-ms": "1500"}, 1.5),
        ({"retry-after": "Sat, 21 Nov 2026 10:00:09 GMT", "date": "Sat, 21 Nov 2026 10:00:00 GMT"}, 9),
    ],
)
def test_a_vendor_that_says_when_is_heard(lumen, headers, pause):
    lumen.answers(Answer({}, 429, headers), STARTED)
    lumen.run(_create)
    assert lumen.sleeps == [pause]


def test_a_long_pause_is_left_to_the_caller(lumen):
    lumen.answers(Answer({}, 429, {"retry-after": "600"}), STARTED)
    with pytest.raises(VendorError) as caught:
        lumen.run(_create)
    assert (caught.value.retry_after, lumen.sleeps, len(lumen.requests)) == (600, [], 1)


def test_what_is_not_documented_as_refused_is_sent_once(world_of):
    """Promise: one create, one charge."""
    dorado = world_of((Dorado, AsyncDorado))
    dorado.answers(forever=Answer({}, 429, {"retry-after": "1"}))
    with pytest.raises(VendorError):
        dorado.run(lambda client: client.text_to_diagram.flowchart(prompt="x"))
    assert len(dorado.requests) == 1


@pytest.mark.parametrize("place", ["header", "query", "body"])
def test_one_key_and_one_body_serve_all_attempts(lumen, place):
    lumen.answers(httpx.ConnectError("x"), Answer({}, 429), Answer({"code": 51}), STARTED)
    task = lumen.run(_by(place))
    keys = {_key(request, place) for request in lumen.requests}
    assert keys == {task.idempotency_key}
    assert re.fullmatch(r"[0-9a-f]{32}", task.idempotency_key)
    assert len({(request.url, request.content) for request in lumen.requests}) == 1
    assert through_pickle(task).idempotency_key == task.idempotency_key


def test_each_create_has_a_key_of_its_own(lumen):
    lumen.answers(forever=STARTED)
    assert lumen.run(_by("header")).idempotency_key != lumen.run(_by("header")).idempotency_key


def test_the_caller_may_give_the_key(lumen):
    lumen.answers(STARTED)
    client = lumen.client().with_options(idempotency_key="order-66")
    assert lumen.run(_by("header"), client).idempotency_key == "order-66"
    assert _key(lumen.requests[0], "header") == "order-66"


def test_a_key_that_no_header_can_hold_is_refused(lumen):
    with pytest.raises(ConfigurationError, match="idempotency_key"):
        lumen.client().with_options(idempotency_key="a\nb")


def test_a_key_for_a_vendor_that_takes_none_is_refused_before_anything_is_sent(lumen):
    """Promise: nobody relies on a protection that is not there."""
    client = lumen.client().with_options(idempotency_key="order-66")
    with pytest.raises(UnsupportedError, match="documents no idempotency key"):
        lumen.run(_create, client)
    assert lumen.requests == []


@pytest.mark.parametrize("fault", [httpx.ReadTimeout("x"), httpx.ReadError("x"), Answer(b"<html>", 502)])
def test_a_vendor_that_replays_is_asked_again_under_the_key(lumen, fault):
    lumen.answers(fault, STARTED)
    assert lumen.run(_by("header")).id == "v1"
    assert len({_key(request, "header") for request in lumen.requests}) == 1
    assert len(lumen.requests) == 2


@pytest.mark.parametrize("fault", [httpx.ReadTimeout("x"), Answer({}, 500)])
def test_a_key_that_is_not_replayed_allows_no_second_sending(lumen, fault):
    """Promise: a key alone is no licence; the vendor must answer a repeat as the first one."""
    lumen.answers(fault, STARTED)
    with pytest.raises(AmbiguousSubmitError) as caught:
        lumen.run(_by("body"))
    assert len(lumen.requests) == 1
    assert caught.value.idempotency_key == _key(lumen.requests[0], "body")


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (httpx.ReadTimeout("x"), AmbiguousSubmitError),
        (Answer({}, 500), AmbiguousSubmitError),
        (Answer({}, 400), VendorError),
        (httpx.ConnectError("x"), ConnectionFailedError),
    ],
)
def test_every_error_of_a_create_knows_its_key(lumen, fault, error):
    lumen.answers(forever=fault)
    with pytest.raises(error) as caught:
        lumen.run(_by("header"))
    assert through_pickle(caught.value).idempotency_key == _key(lumen.requests[-1], "header")
    assert len(lumen.requests) <= 3


@pytest.mark.parametrize("first", [httpx.ReadTimeout("x"), Answer({}, 500)])
@pytest.mark.parametrize("then", [httpx.ConnectError("x"), Answer({}, 402)])
def test_a_doubt_outlives_later_attempts(lumen, first, then):
    """Promise: what may have been accepted once is never said to cost nothing."""
    lumen.answers(first, forever=then)
    with pytest.raises(AmbiguousSubmitError):
        lumen.run(_by("header"))
