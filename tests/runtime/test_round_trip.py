"""Create, wait, save over real HTTP, with both kinds of client and with both transports."""

import asyncio
import json
import subprocess
import sys
from pathlib import Path

import httpx
import httpx2
import pytest
from acme_client import Acme, AsyncAcme
from acme_server import serving

VIDEO = b"\x00\x00\x00\x18ftypmp42" + bytes(5000)
LIBRARIES = pytest.mark.parametrize("library", [httpx, httpx2], ids=lambda library: library.__name__)


def _json(value):
    return 200, {"content-type": "application/json"}, json.dumps(value).encode()


def _standing(status, url=None):
    return _json({"code": 0, "data": {"status": status, "result": [{"preview": url}]}})


@pytest.fixture
def vendor():
    routes = {
        "/generation/big": _json({"code": 0, "msg": "", "data": {"task_id": "t1"}}),
        "/files/out": (200, {"content-type": "video/mp4"}, VIDEO),
    }
    with serving(routes) as server:
        done = _standing("completed", f"{server.url}/files/out")
        routes["/generation/result/t1"] = [_standing("waiting"), _standing("processing"), done]
        yield server


def _seen(server):
    return [(method, path) for method, path, _, _ in server.seen]


EXPECTED = [
    ("POST", "/generation/big"),
    ("POST", "/generation/result/t1"),
    ("POST", "/generation/result/t1"),
    ("POST", "/generation/result/t1"),
    ("GET", "/files/out"),
]


def _sync_trip(client, directory):
    told = []
    task = client.text_to_video.big_model(prompt="a boat")
    paths = task.wait(poll_interval=0.01, on_progress=lambda status: told.append(status.state)).save(directory)
    assert told == ["queued", "running", "succeeded"]
    return paths


async def _async_trip(client, directory):
    told = []
    task = await client.text_to_video.big_model(prompt="a boat")
    result = await task.wait(poll_interval=0.01, on_progress=lambda status: told.append(status.state))
    assert told == ["queued", "running", "succeeded"]
    return await result.save(directory)


@LIBRARIES
def test_with_a_client_of_our_own(vendor, tmp_path, monkeypatch, library):
    monkeypatch.setitem(sys.modules, "httpx", library)
    with Acme(api_key="key-1234567890", base_url=vendor.url) as client:
        (path,) = _sync_trip(client, tmp_path)
    assert (path.name, path.read_bytes()) == ("t1.mp4", VIDEO)
    assert _seen(vendor) == EXPECTED


@LIBRARIES
def test_with_an_asynchronous_client_of_our_own(vendor, tmp_path, monkeypatch, library):
    monkeypatch.setitem(sys.modules, "httpx", library)

    async def trip():
        async with AsyncAcme(api_key="key-1234567890", base_url=vendor.url) as client:
            return await _async_trip(client, tmp_path)

    (path,) = asyncio.run(trip())
    assert (path.name, path.read_bytes()) == ("t1.mp4", VIDEO)
    assert _seen(vendor) == EXPECTED


@LIBRARIES
def test_with_an_injected_client(vendor, tmp_path, library):
    with library.Client(follow_redirects=True) as http:
        with Acme(api_key="key-1234567890", base_url=vendor.url, http_client=http) as client:
            _sync_trip(client, tmp_path)
        assert not http.is_closed
    assert _seen(vendor) == EXPECTED


@LIBRARIES
def test_with_an_injected_asynchronous_client(vendor, tmp_path, library):
    async def trip():
        async with library.AsyncClient(follow_redirects=True) as http:
            async with AsyncAcme(api_key="key-1234567890", base_url=vendor.url, http_client=http) as client:
                await _async_trip(client, tmp_path)
            assert not http.is_closed

    asyncio.run(trip())
    assert _seen(vendor) == EXPECTED


def test_a_create_is_never_redirected(vendor):
    """Promise: credentials go to the vendor alone, even where an injected client follows redirects."""
    vendor.routes["/generation/big"] = (307, {"location": f"{vendor.url}/elsewhere"}, b"")
    with httpx.Client(follow_redirects=True) as http:
        client = Acme(api_key="key-1234567890", base_url=vendor.url, http_client=http)
        with pytest.raises(Exception, match="HTTP 307"):
            client.text_to_video.big_model(prompt="a boat")
    assert _seen(vendor) == [("POST", "/generation/big")]


def test_a_task_is_resumed_in_another_process(vendor, tmp_path):
    """Promise: a token is all that another process needs."""
    with Acme(api_key="key-1234567890", base_url=vendor.url) as client:
        token = client.text_to_video.big_model(prompt="a boat").token
    code = """
import sys
from acme_client import Acme
token, url, directory = sys.argv[1:]
with Acme(base_url=url) as client:
    print(client.resume(token).wait(poll_interval=0.01).save(directory)[0].name)
"""
    environment = {"ACME_API_KEY": "key-1234567890", "PYTHONPATH": ":".join(sys.path)}
    command = [sys.executable, "-c", code, token, vendor.url, str(tmp_path)]
    shown = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    assert shown.stdout.strip() == "t1.mp4"
    assert "key-1234567890" not in token
    assert Path(tmp_path, "t1.mp4").read_bytes() == VIDEO
