"""How answers go over a connection: as they should, or late, cut, or not at all."""

from __future__ import annotations

import asyncio
import socket
import struct
import time
from email.utils import formatdate
from functools import lru_cache
from http import HTTPStatus
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mediawright_mock.messages import Answer

_RESET_AT_CLOSE = struct.pack("ii", 1, 0)
"""SO_LINGER, on and without time: closing such a socket sends RST, not FIN."""
_PHRASES = {each.value: each.phrase for each in HTTPStatus}
_WITHOUT_BODY = frozenset({HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED})


def whole(answer: Answer, connection: str = "keep-alive", *, head_only: bool = False) -> bytes:
    """Write an answer as it should be."""
    bare = head_only or answer.status in _WITHOUT_BODY
    return _first_line(answer) + _header_lines(answer, connection) + (b"" if bare else answer.body)


async def deliver(transport: asyncio.Transport, answer: Answer, content: bytes) -> None:
    """Send an answer, of which `content` is the whole, by its manner; any but `whole` ends the connection."""
    manner, pause, _ = answer.delivery
    beginning = b"" if manner in {"whole", "reset"} else _beginning(answer, content)
    if manner in {"slow headers", "slow body"}:
        transport.write(beginning)
    if pause:
        await asyncio.sleep(pause)
    if manner == "whole":
        transport.write(content)
    elif manner == "reset":
        _reset(transport)
    else:
        transport.write(beginning if manner == "cut" else content[len(beginning) :])
        transport.close()


def _beginning(answer: Answer, content: bytes) -> bytes:
    """Take what goes out before the silence, or at all."""
    if answer.delivery.manner == "slow headers":
        return _first_line(answer)
    head, between, _ = content.partition(b"\r\n\r\n")
    return content[: len(head) + len(between) + len(answer.beginning(answer.delivery.kept))]


def _reset(transport: asyncio.Transport) -> None:
    transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_AT_CLOSE)
    transport.abort()


def _first_line(answer: Answer) -> bytes:
    return f"HTTP/1.1 {answer.status} {_PHRASES.get(answer.status, '')}\r\n".encode()


def _header_lines(answer: Answer, connection: str) -> bytes:
    headers: Mapping[str, str] = {
        "Content-Type": answer.content_type,
        "Content-Length": str(len(answer.body)),
        "Date": _date(int(time.time())),
        "Connection": connection,
        **answer.headers,
    }
    lines = "".join([f"{name}: {value}\r\n" for name, value in headers.items()])
    return lines.encode("latin-1", "replace") + b"\r\n"


@lru_cache(maxsize=1)
def _date(second: int) -> str:
    return formatdate(second, usegmt=True)
