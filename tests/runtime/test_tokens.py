"""Credentials that are fetched: when, how often, and that nobody sees them."""

import asyncio
import json
import logging
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import httpx
import pytest
from fictional import NOVA, AsyncNova, Nova, clients, operation

from mediawright_runtime.declarations import Idempotency, Parameter
from mediawright_runtime.errors import (
    AmbiguousSubmitError,
    ConnectionFailedError,
    InvalidRequestError,
    VendorError,
    WaitTimeoutError,
)
from mediawright_runtime.recorder import Answer
from mediawright_runtime.timeout import Timeout

PAIR = {"client_id": "id-123456", "client_secret": "secret-123456"}
GIVEN = {**PAIR, "timeout": Timeout(total=5)}
"""With it no test waits for ever where a token's lock is not let go."""
EXPIRED = Answer({"code": 1101, "msg": "expired"})
CREDIT = Answer({"code": 1000, "data": {"credit": 5}})
CREATED = Answer({"code": 1000, "data": {"_id": "v1"}})
DONE = Answer({"code": 1000, "data": {"video_status": 3, "video": "https://8.8.8.8/a.mp4"}})
RUNNING = Answer({"code": 1000, "data": {"video_status": 2}})
FETCH, CREATE, INFO, CALL = "/getToken", "/create", "/info", "/credit"


def _token(text):
    return Answer({"code": 1000, "token": text})


@pytest.fixture
def nova(world_of):
    return world_of((Nova, AsyncNova), **GIVEN)


def _credit(client):
    return client.account.credit()


def _create(client):
    return client.talking_photo.create(audio_url="https://a")


def _paths(world):
    return [request.url.removeprefix("https://nova.example").partition("?")[0] for request in world.requests]


def _carried(world):
    return [request.headers.get("Authorization") for request in world.requests]


def test_a_token_is_fetched_once_for_a_client_and_its_copies(nova):
    nova.answers(_token("token-1"), CREDIT, CREDIT, CREATED)
    client = nova.client()
    nova.run(_credit, client)
    nova.run(_credit, client.with_options(timeout=5))
    nova.run(_create, client)
    assert _paths(nova) == [FETCH, CALL, CALL, CREATE]
    assert _carried(nova) == [None, *["Bearer token-1"] * 3]
    assert json.loads(nova.requests[0].content) == {
        "clientId": PAIR["client_id"],
        "clientSecret": PAIR["client_secret"],
    }
    assert all("x-api-key" not in request.headers for request in nova.requests)


def test_with_a_preferred_credential_no_token_is_fetched(world_of):
    nova = world_of((Nova, AsyncNova), **PAIR, api_key="key-123456")
    nova.answers(CREDIT)
    nova.run(_credit)
    assert (_paths(nova), nova.requests[0].headers) == ([CALL], {"x-api-key": "key-123456"})


@pytest.mark.parametrize("act", [_credit, _create])
def test_an_expired_token_is_fetched_anew_once_and_the_call_sent_again(nova, act):
    """Promise: a create that was refused for its token is sent again, exactly once."""
    nova.answers(_token("token-1"), EXPIRED, _token("token-2"), CREATED)
    nova.run(act)
    assert _carried(nova) == [None, "Bearer token-1", None, "Bearer token-2"]


def test_a_token_that_is_refused_twice_is_an_error(nova):
    nova.answers(_token("token-1"), EXPIRED, _token("token-2"), EXPIRED)
    with pytest.raises(VendorError) as caught:
        nova.run(_create)
    assert (caught.value.code, caught.value.kind, caught.value.charged) == (1101, "auth", "no")
    assert _paths(nova) == [FETCH, CREATE, FETCH, CREATE]


def test_a_refusal_that_carries_a_task_is_never_sent_again(nova):
    nova.answers(_token("token-1"), Answer({"code": 1101, "data": {"_id": "v1"}}))
    with pytest.raises(VendorError) as caught:
        nova.run(_create)
    assert caught.value.task_id == "v1"
    assert _paths(nova) == [FETCH, CREATE]


def test_a_create_that_may_have_arrived_at_its_second_try_stays_unknown(nova):
    nova.answers(_token("token-1"), EXPIRED, _token("token-2"), httpx.ReadTimeout("x"), CREATED)
    with pytest.raises(AmbiguousSubmitError):
        nova.run(_create)
    assert len(nova.requests) == 4


def test_a_doubt_outlives_a_token_that_does_not_come(world_of):
    """Promise: what may have been accepted once is never said to cost nothing."""
    key = Idempotency("header", "Request-Key", replays=True)
    pair = (Parameter("client_id", "clientId"), Parameter("client_secret", "clientSecret"))
    create = operation("talking_photo.create", "POST", "/create", task="video", idempotency=key)
    get_token = operation("account.get_token", "POST", "/getToken", *pair, authenticated=False)
    vendor = replace(NOVA, package="fictional_nova_replays")
    world = world_of(clients(vendor, create, get_token), **GIVEN)
    world.answers(_token("token-1"), Answer({}, 500), EXPIRED, forever=Answer({"code": 1009, "msg": "no permission"}))
    with pytest.raises(AmbiguousSubmitError):
        world.run(lambda client: client.talking_photo.create())
    assert _paths(world) == [FETCH, CREATE, CREATE, FETCH]


def test_a_new_token_is_kept(nova):
    nova.answers(_token("token-1"), EXPIRED, _token("token-2"), CREDIT, CREDIT)
    client = nova.client()
    nova.run(_credit, client)
    nova.run(_credit, client)
    assert _carried(nova)[-1] == "Bearer token-2"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer({"code": 1009, "msg": "no permission"}), "no permission"),
        (Answer({"code": 1000}), "the answer has no token"),
        (Answer({"code": 1000, "token": ""}), "the answer has no token"),
        (Answer({"code": 1000, "token": "a\nb"}), "the answer has no token"),
        (Answer({"code": 1000, "token": 5}), "the answer has no token"),
        (Answer(b"<html>"), "not a JSON object"),
    ],
)
def test_without_a_token_nothing_is_created(nova, answer, words):
    nova.answers(answer)
    with pytest.raises(VendorError, match=words) as caught:
        nova.run(_create)
    assert (caught.value.operation, caught.value.charged) == ("account.get_token", "no")
    assert _paths(nova) == [FETCH]


def test_a_fetch_that_fails_is_tried_again_by_the_next_call(nova):
    nova.answers(httpx.ReadTimeout("x"), _token("token-1"), CREDIT)
    client = nova.client()
    with pytest.raises(ConnectionFailedError, match=r"account\.get_token: .* this call costs nothing"):
        nova.run(_create, client)
    nova.run(_credit, client)
    assert _paths(nova) == [FETCH, FETCH, CALL]


def test_a_query_fetches_and_renews_too(nova):
    nova.answers(_token("token-1"), EXPIRED, _token("token-2"), DONE)
    task = nova.client().resume('{"v":1,"vendor":"nova","operation":"talking_photo.create","id":"v1"}')
    assert len(nova.settle(task.result).outputs) == 1
    assert _paths(nova) == [FETCH, INFO, FETCH, INFO]


def test_a_wait_bears_trouble_with_its_token_as_with_its_query(nova):
    nova.answers(_token("token-1"), CREATED)
    task = nova.run(_create)
    nova.answers(EXPIRED, httpx.ReadTimeout("x"), EXPIRED, _token("token-2"), RUNNING, DONE)
    assert len(nova.settle(task.wait).outputs) == 1
    assert _carried(nova)[-2:] == ["Bearer token-2"] * 2


def test_a_wait_never_outlives_its_deadline_for_a_token(nova):
    nova.answers(_token("token-1"), CREATED)
    task = nova.run(_create)

    def slow(world, timeout):
        world.clock += timeout
        return httpx.ReadTimeout("slow")

    nova.answers(EXPIRED, forever=slow)
    with pytest.raises(WaitTimeoutError):
        nova.settle(lambda: task.wait(timeout=20))
    assert nova.elapsed <= 21


def test_a_wrong_secret_ends_a_wait_at_once(nova):
    nova.answers(_token("token-1"), CREATED)
    task = nova.run(_create)
    nova.answers(EXPIRED, Answer({"code": 1101, "msg": "wrong secret"}))
    with pytest.raises(VendorError, match="wrong secret") as caught:
        nova.settle(task.wait)
    assert caught.value.task_id == "v1"


def test_the_token_operation_itself_needs_no_token_and_knows_the_clients_credentials(nova):
    nova.answers(_token("token-1"), _token("token-2"))
    client = nova.client()
    assert nova.run(lambda client: client.account.get_token(), client).token == "token-1"
    nova.run(lambda client: client.account.get_token(client_id="other", client_secret=None), client)
    assert json.loads(nova.requests[1].content) == {"clientId": "other", "clientSecret": PAIR["client_secret"]}
    assert _carried(nova) == [None, None]


def test_a_credential_that_neither_call_nor_client_has_is_refused(world_of):
    nova = world_of((Nova, AsyncNova), api_key="key-123456")
    with pytest.raises(InvalidRequestError, match="client_secret: is missing") as caught:
        nova.run(lambda client: client.account.get_token(client_id="other"))
    assert (caught.value.field, nova.requests) == ("client_secret", [])


def test_no_message_and_no_log_shows_a_token(nova, caplog):
    """Promise: neither a token nor what it is fetched with stands in an error, a repr or a log."""
    nova.answers(_token("token-12345"), Answer({"code": 1009, "msg": "bad token-12345 of secret-123456"}))
    client = nova.client()
    with caplog.at_level(logging.DEBUG), pytest.raises(VendorError) as caught:
        nova.run(_credit, client)
    assert caught.value.message == "bad *** of ***"
    shown = f"{caplog.text}{client!r}{client.caller.session!r}{client.caller.session.keepers!r}"
    assert "token-12345" not in shown
    assert "secret-123456" not in shown


def test_threads_share_one_fetch():
    fetched = []

    class Slow:
        def request(self, method, url, **_options):
            if url.endswith(FETCH):
                fetched.append(url)
                time.sleep(0.02)
                return _token(f"token-{len(fetched)}")
            return CREDIT

        def close(self):
            pass

    client = Nova(**GIVEN, http_client=Slow())
    with ThreadPoolExecutor(8) as pool:
        assert [each.data for each in pool.map(_credit, [client] * 8)] == [{"credit": 5}] * 8
    assert len(fetched) == 1


@pytest.mark.parametrize("expired_first", [False, True])
def test_coroutines_share_one_fetch(expired_first):
    fetched = []

    class Slow:
        async def request(self, method, url, *, headers, **_options):
            await asyncio.sleep(0.001)
            if url.endswith(FETCH):
                fetched.append(url)
                return _token(f"token-{len(fetched)}")
            return EXPIRED if expired_first and headers["Authorization"] == "Bearer token-1" else CREDIT

    async def all_at_once():
        client = AsyncNova(**GIVEN, http_client=Slow())
        await asyncio.gather(*(client.account.credit() for _ in range(8)))

    asyncio.run(all_at_once())
    assert len(fetched) == 1 + expired_first


def test_a_cancelled_fetch_lets_the_next_one_go_ahead():
    async def cancelled_then_called():
        started = asyncio.Event()

        class Hanging:
            hangs = True

            async def request(self, method, url, **_options):
                if url.endswith(FETCH) and self.hangs:
                    self.hangs = False
                    started.set()
                    await asyncio.Event().wait()
                return _token("token-1") if url.endswith(FETCH) else CREDIT

        client = AsyncNova(**PAIR, http_client=Hanging())
        first = asyncio.ensure_future(client.account.credit())
        await started.wait()
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
        return await asyncio.wait_for(client.account.credit(), 1)

    assert asyncio.run(cancelled_then_called()).data == {"credit": 5}


def test_a_call_that_waits_too_long_for_a_token_is_not_sent():
    """Promise: a call ends within its own time, and no second token is fetched beside the one that is under way."""
    asked = []

    async def called_while_another_fetches():
        started, may_end = asyncio.Event(), asyncio.Event()

        class Slow:
            async def request(self, method, url, **_options):
                asked.append(url.removeprefix("https://nova.example"))
                started.set()
                await may_end.wait()
                return _token("token-1") if url.endswith(FETCH) else CREDIT

        client = AsyncNova(**PAIR, http_client=Slow())
        first = asyncio.ensure_future(client.account.credit())
        await started.wait()
        with pytest.raises(ConnectionFailedError, match=r"left no room within 0\.05 s") as caught:
            await client.with_options(timeout=Timeout(total=0.05)).account.credit()
        may_end.set()
        await first
        return caught.value

    late = asyncio.run(called_while_another_fetches())
    assert (late.operation, late.charged, asked) == ("account.get_token", "no", [FETCH, CALL])


def test_a_status_may_say_that_a_token_is_no_longer_good(world_of):
    """A vendor without codes in its answers says it by the HTTP status."""
    token = NOVA.tokens[0]._replace(parameters=(), expired=(401,))
    vendor = replace(NOVA, package="fictional_nova_401", tokens=(token,), credential_sets=(), credentials=())
    get_token = operation("account.get_token", "POST", "/getToken", authenticated=False)
    made = clients(vendor, get_token, operation("account.credit", "GET", "/credit"))
    world = world_of(made, timeout=GIVEN["timeout"])
    world.answers(_token("token-1"), Answer({"detail": "expired"}, 401), _token("token-2"), CREDIT)
    world.run(_credit)
    assert _carried(world) == [None, "Bearer token-1", None, "Bearer token-2"]
