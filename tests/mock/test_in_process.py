"""The mock without sockets, asked by clients of httpx."""

import asyncio
import time

import httpx
import pytest

from mediawright_mock.in_process import LocalMock

GOOD = {"data": {"prompt": "a boat"}}
BIG = "/generation/big"


def headers(fault=None):
    return {"X-API-KEY": "k1"} | ({"X-Mock-Fault": fault} if fault else {})


@pytest.fixture(name="mock")
def local_mock(read_contract):
    with LocalMock(read_contract()) as mock:
        yield mock


@pytest.fixture(name="ask", params=["sync", "async"])
def asking(request, mock):
    """Sends one request by either kind of client."""

    def ask(method, path, fault=None, **options):
        if request.param == "sync":
            with mock.http_client(base_url=mock.url) as client:
                return client.request(method, path, headers=headers(fault), **options)
        return asyncio.run(aask(method, path, fault, **options))

    async def aask(method, path, fault, **options):
        async with mock.async_http_client(base_url=mock.url) as client:
            return await client.request(method, path, headers=headers(fault), **options)

    return ask


def test_a_task_lives_without_sockets(mock, ask):
    """Promise: a whole test suite runs in one process, without a port."""
    task = ask("POST", BIG, json=GOOD).json()["data"]["task_id"]
    answers = [ask("POST", f"/generation/result/{task}", json={}).json()["data"] for _ in range(3)]
    assert [each["status"] for each in answers] == ["waiting", "processing", "completed"]
    file = ask("GET", answers[-1]["result"][0]["preview"])
    assert file.headers["content-type"] == "video/mp4"
    assert ask("HEAD", answers[-1]["result"][0]["preview"]).headers["content-length"] == str(len(file.content))
    assert mock.creates == {"image_to_video.big_model": 1}
    assert [each.path for each in mock.requests[:2]] == [BIG, f"/generation/result/{task}"]


def test_what_came_is_kept_as_from_a_server(mock, ask):
    ask("GET", "/user/history?page=1&all=true&page=2")
    (request,) = mock.requests
    assert (request.path, request.query) == ("/user/history", (("page", "1"), ("all", "true"), ("page", "2")))
    assert request.headers["x-api-key"] == "k1"
    assert request.origin == mock.url


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("reset", httpx.ReadError),
        ("cut", httpx.RemoteProtocolError),
        ("hang", httpx.ReadTimeout),
        ("late;seconds=9", httpx.ReadTimeout),
        ("slow_headers;seconds=9", httpx.ReadTimeout),
    ],
)
def test_faults_of_a_connection_are_what_httpx_would_raise_at_once(mock, ask, fault, error):
    """Promise: a test of a timeout does not wait for it."""
    started = time.monotonic()
    with pytest.raises(error):
        ask("POST", BIG, fault, json=GOOD, timeout=5)
    assert time.monotonic() - started < 4
    assert sum(mock.counts.values()) == 1


def test_a_caller_without_limit_is_left_all_the_same(ask):
    with pytest.raises(httpx.ReadTimeout):
        ask("POST", BIG, "hang", json=GOOD, timeout=None)


def test_a_late_answer_in_time_is_an_answer(ask):
    assert ask("POST", BIG, "late;seconds=3", json=GOOD, timeout=5).json()["code"] == 0


def test_of_a_cut_answer_the_beginning_is_there(mock):
    with mock.http_client() as client, client.stream("POST", mock.url + BIG, json=GOOD, headers=headers("cut")) as cut:
        pieces = cut.iter_bytes()
        assert next(pieces).startswith(b'{"')
        with pytest.raises(httpx.RemoteProtocolError):
            next(pieces)
