"""Every operation of every vendor, with DEBUG on every logger, over real HTTP."""

import asyncio
import contextlib
import importlib
import inspect
import json
import logging
import re
import sys
import threading
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import httpx
import httpx2
import pytest

from mediawright_mock.contract import file_contract
from mediawright_mock.server import MockServer
from mediawright_runtime.asynchronous import AsyncClient
from mediawright_runtime.errors import MediawrightError
from mediawright_runtime.played import calling

ROOT = Path(__file__).parents[2] / "generated"
VENDORS = sorted(path.parent.name for path in ROOT.glob("mediawright/*/contract.json"))
CASES = sorted(path for path in ROOT.glob("contract/*/test_*.py") if path.name != "test_vendor.py")
PLANTED = "s3cret"
OPTIONS = {"base_url", "http_client", "proxy", "timeout"}


class Vendor(BaseHTTPRequestHandler):
    """Answers anything with what stands in `answer`, and a cookie."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1  # an answer in one piece: two wait for each other

    def answer(self):
        self.rfile.read(int(self.headers.get("content-length") or 0))
        status, body = self.server.answer
        self.send_response(status)
        self.send_header("content-length", str(len(body)))
        self.send_header("set-cookie", f"session={PLANTED}-cookie")
        self.send_header("x-token", f"{PLANTED}-header")
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PUT = do_DELETE = answer  # noqa: N815 (the names that http.server calls)

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def vendor():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Vendor)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def printed():
    """Everything that is printed anywhere, also the facts that a structured handler would print."""
    lines = []

    class Everything(logging.Handler):
        def emit(self, record):
            lines.extend((f"{record.name}: {self.format(record)}", repr(vars(record))))

    handler, root = Everything(), logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield lines
    root.removeHandler(handler)
    root.setLevel(before)


def _case(path):
    spec = spec_from_file_location(f"contract_{path.parent.name}_{path.stem}", path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _clients(name):
    package = importlib.import_module(f"mediawright.{name}")
    return [getattr(package, each) for each in package.__all__]


def _made(kind, **options):
    names = set(inspect.signature(kind).parameters) - OPTIONS
    client = kind(**{name: f"{PLANTED}-{name}" for name in names}, **options).with_options(validate="off")
    for name, keeper in client.caller.session.keepers.items():
        keeper.keep(f"{PLANTED}-token-{name}")
    client.caller.driver._sleep = _ano_time if isinstance(client, AsyncClient) else (lambda _: None)
    return client


async def _ano_time(_seconds):
    pass


def _planted(operation, params):
    """Plant a secret in every text that does not become a part of the path."""
    places = {each.name: each.location for each in operation.parameters}
    return {
        name: f"{PLANTED} {value}" if isinstance(value, str) and places[name] in {"body", "query"} else value
        for name, value in params.items()
    }


def _play(client, act, each):
    """Do the same once for each of some answers, whatever comes of it."""

    async def awaited():
        async with client:
            for turn in each:
                turn()
                with contextlib.suppress(MediawrightError):
                    returned = act(client)
                    await returned if inspect.isawaitable(returned) else returned

    if isinstance(client, AsyncClient):
        asyncio.run(awaited())
        return
    with client:
        for turn in each:
            turn()
            with contextlib.suppress(MediawrightError):
                act(client)


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_operation_prints_a_secret(path, vendor, printed, monkeypatch):
    """Promise: no credential, cookie, prompt or query is printed, whether the vendor answers, refuses or fails."""
    case = _case(path)
    answers = ((200, case.ANSWER), (401, {"code": 401, "msg": f"{PLANTED} words"}), (502, f"<html>{PLANTED}</html>"))
    turns = [partial(setattr, vendor, "answer", (status, json.dumps(body).encode())) for status, body in answers]
    for library in (httpx, httpx2):
        monkeypatch.setitem(sys.modules, "httpx", library)
        for kind in _clients(path.parent.name):
            client = _made(kind, base_url=f"http://127.0.0.1:{vendor.server_port}")
            params = _planted(client.caller.session.find(case.OPERATION), case.BASE)
            _play(client, calling(case.SUBJECT, params), turns)
    assert sum(line.startswith(f"mediawright: {case.OPERATION}: ") for line in printed) >= 12
    assert [line for line in printed if PLANTED in line] == []


@pytest.mark.parametrize("name", VENDORS)
def test_no_vendors_round_trip_prints_a_secret(name, printed, tmp_path):
    """Promise: neither does a task from its create to its files."""
    operations = [_case(path) for path in CASES if path.parent.name == name]
    sync = next(kind for kind in _clients(name) if not issubclass(kind, AsyncClient))
    with MockServer(file_contract(ROOT / "mediawright" / name / "contract.json")) as server:
        client = _made(sync, base_url=server.url)
        with client:
            for case in operations:
                done = _called(client, case)
                result = done.wait(poll_interval=0.01) if hasattr(done, "wait") else done
                if hasattr(result, "save"):
                    result.save(tmp_path)
    assert any(re.match(r"httpx: HTTP Request: \w+ http", line) for line in printed)
    assert [line for line in printed if PLANTED in line] == []


def _called(client, case):
    with contextlib.suppress(MediawrightError):
        return calling(case.SUBJECT, case.BASE)(client)
    return None
