"""One create call over raw httpx, as the median of paired differences in one process.

Arguments: `loopback` or `mock`. Prints microseconds: raw, ours, median difference, its quartiles; and the
process's peak memory in megabytes.
"""

import json
import sys
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from resource import RUSAGE_SELF, getrusage
from statistics import median, quantiles

import httpx

from mediawright.mediaio import MediaIO

ANSWER = {"code": 0, "msg": "", "data": {"task_id": "t"}, "trace_id": "r"}
GIVEN = {"image": "https://example.com/in.png", "prompt": "a slow push-in", "duration": "8s"}
PATH = "/generation/kling/i2v-kling-v3-0"
PAIRS = 2000
MICRO = 1e6


class Vendor(BaseHTTPRequestHandler):
    """Answers every create alike and keeps the connection."""

    protocol_version = "HTTP/1.1"
    content = json.dumps(ANSWER).encode()

    def do_POST(self) -> None:
        """Read the request, and answer in one piece."""
        self.rfile.read(int(self.headers["Content-Length"]))
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(self.content)}\r\n\r\n"
        self.wfile.write(head.encode() + self.content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def timed(call: Callable[[], object]) -> float:
    """Time one call in seconds."""
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def compare(http: httpx.Client, base_url: str) -> None:
    """Call in turn, each first in half of the pairs."""
    client = MediaIO(api_key="k", base_url=base_url, http_client=http)
    url, headers = f"{base_url}{PATH}", {"X-API-KEY": "k"}

    def raw() -> object:
        return http.post(url, json={"data": GIVEN}, headers=headers).json()

    def ours() -> object:
        return client.image_to_video.kling_3_0(image=GIVEN["image"], prompt=GIVEN["prompt"], duration="8s")

    for _ in range(200):
        raw()
        ours()
    pairs = []
    for number in range(PAIRS):
        if number % 2:
            first = timed(raw)
            pairs.append((first, timed(ours)))
        else:
            second = timed(ours)
            pairs.append((timed(raw), second))
    differences = [own - floor for floor, own in pairs]
    low, _, high = quantiles(differences)
    figures = (median(floor for floor, _ in pairs), median(own for _, own in pairs), median(differences), low, high)
    peak = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    print(*(f"{figure * MICRO:.1f}" for figure in figures), f"{peak:.1f}")


def main() -> None:
    """Run over the edge that the argument names."""
    if sys.argv[1] == "mock":
        with httpx.Client(transport=httpx.MockTransport(lambda _: httpx.Response(200, json=ANSWER))) as http:
            compare(http, "https://vendor.invalid")
        return
    server = ThreadingHTTPServer(("127.0.0.1", 0), Vendor)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with httpx.Client() as http:
        compare(http, f"http://127.0.0.1:{server.server_address[1]}")
    server.shutdown()


main()
