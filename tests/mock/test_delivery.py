"""How answers that go wrong look on the wire."""

import socket
import time

import httpx
import pytest

BIG = "/generation/big"


def test_a_late_answer_is_late_and_whole(server, suffer):
    started = time.monotonic()
    answer = suffer("late;seconds=0.2")
    assert time.monotonic() - started >= 0.2
    assert answer.json()["data"]["task_id"]
    assert sum(server.creates.values()) == 1


@pytest.mark.parametrize("fault", ["hang", "late;seconds=9", "slow_headers;seconds=9"])
@pytest.mark.parametrize("accepted", ["yes", "no"])
def test_a_caller_without_patience_times_out(server, suffer, fault, accepted):
    with pytest.raises(httpx.ReadTimeout):
        suffer(f"{fault};accepted={accepted}", timeout=0.1)
    assert sum(server.creates.values()) == (accepted == "yes")
    assert sum(server.counts.values()) == 1


@pytest.mark.parametrize("accepted", ["yes", "no"])
def test_a_reset_is_a_reset(server, accepted):
    """The connection ends with RST and without a byte, not in order."""
    body = b'{"data": {"prompt": "a boat"}}'
    with socket.create_connection(("127.0.0.1", httpx.URL(server.url).port)) as caller:
        head = (
            f"POST {BIG} HTTP/1.1\r\nHost: x\r\nX-API-KEY: k1\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\nX-Mock-Fault: reset;accepted={accepted}\r\n\r\n"
        )
        caller.sendall(head.encode() + body)
        with pytest.raises(ConnectionResetError):
            caller.recv(1)
    assert sum(server.creates.values()) == (accepted == "yes")


def test_a_cut_answer_ends_in_the_middle(server, suffer):
    with pytest.raises(httpx.RemoteProtocolError, match="closed connection without sending complete"):
        suffer("cut")
    assert sum(server.creates.values()) == 1


def test_slow_headers_arrive_in_the_end(suffer):
    answer = suffer("slow_headers;seconds=0.05")
    assert answer.status_code == 200
    assert answer.json()["data"]["task_id"]
