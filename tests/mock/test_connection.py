"""Whatever comes over a connection is answered or ends it, and the next caller is served."""

import json
import random
import socket
import time
from urllib.parse import urlsplit

import httpx
import pytest

from mediawright_mock import arrivals
from mediawright_mock.server import MockServer

GOOD = b'{"data": {"prompt": "a boat"}}'
HEAD = b"POST /generation/big HTTP/1.1\r\nHost: x\r\nX-API-KEY: k1\r\nContent-Type: application/json\r\n"


def sized(body, length=None):
    return HEAD + b"Content-Length: %d\r\n\r\n" % (len(body) if length is None else length) + body


def chunked(body):
    return HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + body


def said(server, content, *, shut=True):
    """Send bytes and nothing more, and read to the end."""
    address = urlsplit(server.url)
    with socket.create_connection((address.hostname, address.port), timeout=60) as caller:
        try:
            caller.sendall(content)
            if shut:
                caller.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: caller.recv(65536), b""))
        except ConnectionError:
            return b""


def is_well(server):
    headers = {"X-API-KEY": "k", "Content-Type": JSON}
    answer = httpx.post(f"{server.url}/generation/big", content=GOOD, headers=headers, timeout=60)
    return answer.json()["code"] == 0


JSON = "application/json"


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400),
        (b"GET\r\n\r\n", 400),
        (b"BREW /coffee HTTP/1.1\r\n\r\n", 400),
        (b"GET / HTTP/9.9\r\n\r\n", 400),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400),
        (b"GET /\xe5\x90\x8d HTTP/1.1\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nno colon\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nX: " + b"x" * 70_000, 431),
        (b"GET /" + b"x" * 70_000, 431),
        (sized(b"", -1), 400),
        (HEAD + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400),
        (HEAD + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc", 400),
        (sized(b"", 10**15), 413),
        (sized(b"", 10**30), 400),
        (chunked(b"zz\r\n\r\n"), 400),
        (chunked(b"-5\r\nabc\r\n"), 400),
        (chunked(b"3\r\nabcdef\r\n"), 400),
        (chunked(b"ffffffffffffffffffff\r\n"), 400),
    ],
)
def test_what_is_no_http_is_refused_and_ends_the_connection(server, content, status):
    assert said(server, content, shut=False).startswith(b"HTTP/1.1 %d " % status)
    assert is_well(server)


@pytest.mark.parametrize(
    "body",
    [
        '{"data": {"prompt": "x"}, "名": 1}'.encode(),
        b'{"data": {"prompt": "\xff\xfe"}}',
        b'{"data": {"prompt": NaN}}',
        b'{"data": {"prompt": 1e999}}',
        b'{"data": {"prompt": ' + b"9" * 5000 + b"}}",
        b'{"data": ' + b"[" * 200_000,
        b'{"data": ' + b"[" * 500 + b"]" * 500 + b"}",
        b"",
        b"\x00",
    ],
)
def test_a_body_that_nobody_should_send_is_refused_in_the_vendors_envelope(server, body):
    """Promise: nothing brings the mock down, least of all one unknown property with a Chinese name."""
    head, _, answer = said(server, sized(body)).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 OK")
    assert head.isascii()
    assert json.loads(answer)["code"] == 490
    assert is_well(server)


def test_a_body_of_a_hundred_megabytes_is_refused(server):
    body = b'{"data": {"prompt": "' + b"x" * 100_000_000 + b'"}}'
    assert b'"code": 490' in said(server, sized(body))
    assert is_well(server)


def test_a_body_that_is_chunked_is_whole(server):
    parts = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (GOOD[:7], GOOD[7:])) + b"0\r\n\r\n"
    assert b'"code": 0' in said(server, chunked(parts))


def test_a_chunked_body_that_does_not_end_is_left(server, monkeypatch):
    monkeypatch.setattr(arrivals, "LARGEST_BODY", 1000)
    assert said(server, chunked(b"fffff\r\n" + b"x" * 2000), shut=False).startswith(b"HTTP/1.1 413 ")


def test_requests_in_a_row_are_answered_in_a_row(server):
    late = sized(GOOD).replace(b"Host: x", b"X-Mock-Fault: late;seconds=0.1")
    unknown = sized(GOOD).replace(b"/generation/big", b"/nowhere")
    last = sized(GOOD).replace(b"Host: x", b"Connection: close")
    answers = said(server, late + unknown + last + sized(GOOD), shut=False).split(b"HTTP/1.1 ")[1:]
    assert [each[:3] for each in answers] == [b"200", b"404", b"200"]
    assert b"Connection: close" in answers[-1]


def test_what_follows_is_no_http_but_what_came_before_is_answered(server):
    answers = said(server, sized(GOOD) + b"nonsense\r\n\r\n", shut=False).split(b"HTTP/1.1 ")[1:]
    assert [each[:3] for each in answers] == [b"200", b"400"]


def test_a_request_may_come_byte_by_byte(server):
    address = urlsplit(server.url)
    with socket.create_connection((address.hostname, address.port), timeout=10) as caller:
        caller.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for byte in sized(GOOD):
            caller.send(bytes([byte]))
        assert caller.recv(65536).startswith(b"HTTP/1.1 200 OK")


def test_a_caller_who_asks_first_is_told_to_go_on(server):
    address = urlsplit(server.url)
    head, _, body = sized(GOOD).replace(b"Host: x", b"Expect: 100-continue").partition(b"\r\n\r\n")
    with socket.create_connection((address.hostname, address.port), timeout=10) as caller:
        caller.sendall(head + b"\r\n\r\n")
        assert caller.recv(65536) == b"HTTP/1.1 100 Continue\r\n\r\n"
        caller.sendall(body)
        assert caller.recv(65536).startswith(b"HTTP/1.1 200 OK")


def test_the_older_http_is_spoken_too(server):
    answer = said(server, b"GET / HTTP/1.0\r\n\r\n", shut=False)
    assert answer.startswith(b"HTTP/1.1 200 OK")
    assert b"Connection: close" in answer


def test_an_offer_of_another_language_is_not_taken(server):
    answer = said(server, b"GET / HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\nrest", shut=False)
    assert answer.startswith(b"HTTP/1.1 200 OK")


def test_a_proxys_way_to_ask_is_understood(server):
    assert b'"vendor": "acme"' in said(server, b"GET http://acme.example/ HTTP/1.1\r\nConnection: close\r\n\r\n")


def test_a_bug_of_the_mock_is_an_answer_and_a_line_in_its_log(server, monkeypatch, caplog):
    monkeypatch.setattr(server._mock, "answer", lambda request: 1 / 0)
    answer = httpx.post(f"{server.url}/generation/big")
    assert (answer.status_code, answer.json()["error"]) == (500, "mock")
    assert "ZeroDivisionError" in caplog.text


def test_a_slow_reader_does_not_fill_the_memory(server):
    """Answers wait where the caller does not take them; the next caller is served meanwhile."""
    address = urlsplit(server.url)
    with socket.create_connection((address.hostname, address.port), timeout=0.2) as caller:
        with pytest.raises(TimeoutError):
            caller.sendall(b"GET / HTTP/1.1\r\n\r\n" * 1_000_000)
        assert is_well(server)


def test_noise_brings_nothing_down(server):
    """Promise: the mock goes on serving whatever came before; the noise is the same in every run."""
    chance = random.Random(6)  # noqa: S311 (noise guards nothing)
    whole = sized(GOOD)
    for _ in range(400):
        noisy = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            place = chance.randrange(len(noisy))
            noisy[place : place + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 4))
        answer = said(server, bytes(noisy))
        assert not answer or answer[:12] in {b"HTTP/1.1 200", b"HTTP/1.1 400", b"HTTP/1.1 404"}, bytes(noisy)
    assert is_well(server)


def test_open_connections_do_not_hold_up_the_end(read_contract):
    with MockServer(read_contract()) as server:
        address = urlsplit(server.url)
        with socket.create_connection((address.hostname, address.port), timeout=10) as caller:
            caller.sendall(sized(GOOD).replace(b"Host: x", b"X-Mock-Fault: hang"))
            until = time.monotonic() + 10
            while not server.counts and time.monotonic() < until:
                time.sleep(0.01)
            server.close()
            assert caller.recv(1) == b""
