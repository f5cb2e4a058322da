"""How answers go over a connection: as they should, or late, cut, or not at all."""

from __future__ import annotations

import asyncio
import socket
import struct
from http import HTTPStatus
from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mediawright_mock.messages import Answer

_RESET_AT_CLOSE = struct.pack("ii", 1, 0)
"""SO_LINGER, on and without time: closing such a socket sends RST, not FIN."""


async def deliver(request: web.Request, answer: Answer) -> web.Response:
    """Send an answer by its manner; what is returned goes out too, where the connection is still open."""
    manner, pause, kept = answer.delivery
    if manner == "slow headers":
        await _send_in_two(request, _first_line(answer), _header_lines(answer) + answer.body, pause)
    elif manner == "slow body":
        head, part = _first_line(answer) + _header_lines(answer), answer.beginning(kept)
        await _send_in_two(request, head + part, answer.body[len(part) :], pause)
    elif pause:
        await asyncio.sleep(pause)
    if manner == "reset":
        _reset(request)
    elif manner == "cut":
        _send_last(request, _first_line(answer) + _header_lines(answer) + answer.beginning(kept))
    headers = {"Content-Type": answer.content_type, **answer.headers}
    return web.Response(status=answer.status, body=answer.body, headers=headers)


async def _send_in_two(request: web.Request, beginning: bytes, rest: bytes, pause: float) -> None:
    if request.transport is not None:
        request.transport.write(beginning)
    await asyncio.sleep(pause)
    _send_last(request, rest)


def _send_last(request: web.Request, content: bytes) -> None:
    if request.transport is not None:
        request.transport.write(content)
        request.transport.close()


def _reset(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_AT_CLOSE)
        request.transport.abort()


def _first_line(answer: Answer) -> bytes:
    return f"HTTP/1.1 {answer.status} {HTTPStatus(answer.status).phrase}\r\n".encode()


def _header_lines(answer: Answer) -> bytes:
    length = str(len(answer.body))
    usual: Mapping[str, str] = {"Content-Type": answer.content_type, "Content-Length": length, "Connection": "close"}
    return "".join(f"{name}: {value}\r\n" for name, value in {**usual, **answer.headers}.items()).encode() + b"\r\n"
