"""A real server on loopback that answers from a table and remembers what it was asked."""

import contextlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def _answer(self):
        length = int(self.headers.get("content-length") or 0)
        self.server.seen.append((self.command, self.path, dict(self.headers), self.rfile.read(length)))
        found = self.server.routes[self.path.partition("?")[0]]
        status, headers, body = found.pop(0) if isinstance(found, list) and len(found) > 1 else _only(found)
        self.send_response(status)
        for name, value in ({"content-length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        if headers.get("connection") == "close":
            self.close_connection = True

    do_GET = do_POST = _answer  # noqa: N815 (the names that http.server calls)

    def log_message(self, *args):
        pass


def _only(found):
    return found[0] if isinstance(found, list) else found


@contextlib.contextmanager
def serving(routes):
    """Serve `{path: (status, headers, body)}`, or a list of such, played in turn, the last for ever."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.routes, server.seen = routes, []
    server.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
