"""Sends a valid POST again and again, one at a time on each of some connections; prints how many a second came back.

Arguments: address, path, file with the body, seconds, connections, then headers as NAME=VALUE.
"""

import select
import socket
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit


def main() -> None:
    """Run for the given time and print the rate, or stop at the first answer that is no success."""
    address, path, body, seconds, connections, *headers = sys.argv[1:]
    request = _request(address, path, Path(body).read_bytes(), headers)
    where = urlsplit(address)
    sockets = [socket.create_connection((where.hostname, where.port)) for _ in range(int(connections))]
    print(f"{_rate(sockets, request, float(seconds)):.1f}")


def _request(address: str, path: str, body: bytes, headers: list[str]) -> bytes:
    lines = [f"POST {path} HTTP/1.1", f"Host: {urlsplit(address).netloc}", f"Content-Length: {len(body)}"]
    lines += ["Content-Type: application/json", "Accept: application/json"]
    lines += [each.replace("=", ": ", 1) for each in headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


def _rate(sockets: list[socket.socket], request: bytes, seconds: float) -> float:
    poll = select.epoll()
    answers = {each.fileno(): (each, bytearray()) for each in sockets}
    for each in sockets:
        each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        poll.register(each, select.EPOLLIN)
        each.sendall(request)
    done, started = 0, time.perf_counter()
    end = started + seconds
    while (now := time.perf_counter()) < end:
        for number, _ in poll.poll(1):
            connection, answer = answers[number]
            answer += connection.recv(65536)
            if _is_whole(answer):
                answer.clear()
                done += 1
                connection.sendall(request)
    return done / (now - started)


def _is_whole(answer: bytearray) -> bool:
    head, found, body = answer.partition(b"\r\n\r\n")
    if not found:
        return False
    if not answer.startswith((b"HTTP/1.1 200", b"HTTP/1.1 201")):
        raise SystemExit(f"no success: {bytes(answer[:400])!r}")
    length = head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0]
    return len(body) >= int(length) if length else body.endswith(b"0\r\n\r\n")


if __name__ == "__main__":
    main()
