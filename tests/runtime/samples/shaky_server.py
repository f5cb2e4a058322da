"""A real server on loopback for files: it knows ranges and validators, and breaks them as it is told."""

import contextlib
import re
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.rfile.read(int(self.headers.get("content-length") or 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.seen.append(SimpleNamespace(path=self.path, headers=headers))
        play = self.server.plays.pop(0) if self.server.plays else {}
        status, headers, body = self.server.files[self.path.partition("?")[0]](self.headers, play)
        self.send_response(play.get("status", status))
        for name, value in {"content-length": len(body), **headers, **play.get("headers", {})}.items():
            if value is not None:
                self.send_header(name, str(value))
        self.end_headers()
        body = body[: play.get("cut", len(body))]
        each = play.get("each", len(body) or 1)
        with contextlib.suppress(OSError):  # the client has had enough
            for at in range(0, len(body), each):
                self.wfile.write(body[at : at + each])
                time.sleep(0.001 if "each" in play else 0)
        self.close_connection = "cut" in play or self.close_connection

    do_POST = do_GET  # noqa: N815 (as above)

    def log_message(self, *args):
        pass


def file(body, kind="video/mp4", etag='"v1"', modified=None, ranges=True):
    """A file that a server serves; in `server.plays` stands what is done to each request in turn.

    cut: bytes of the body after which the connection ends. each: how many go out at once, a moment after those before.
    headers: what is said instead, None for nothing.
    body: other bytes. ranges: False to ignore that a part is asked for. status: instead of what is right.
    """
    base = {"content-type": kind, "etag": etag, "last-modified": modified}

    def answer(asked, play):
        whole, tags = play.get("body", body), {**base, **play.get("headers", {})}
        wanted = re.fullmatch(r"bytes=(\d+)-", asked.get("range", ""))
        since = asked.get("if-range")
        if not (wanted and ranges and play.get("ranges", True)) or (since and since not in tags.values()):
            return 200, base, whole
        first = int(wanted[1])
        if first >= len(whole):
            return 416, {"content-range": f"bytes */{len(whole)}"}, b""
        return 206, {**base, "content-range": f"bytes {first}-{len(whole) - 1}/{len(whole)}"}, whole[first:]

    return answer


def fixed(status, body=b"", **headers):
    """Make what is answered whatever is asked for."""
    return lambda asked, play: (status, {name.replace("_", "-"): value for name, value in headers.items()}, body)


@contextlib.contextmanager
def serving(files, plays=()):
    """Serve `{path: file(...) or fixed(...)}`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.files, server.plays, server.seen = files, list(plays), []
    server.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
