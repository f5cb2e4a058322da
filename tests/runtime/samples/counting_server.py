"""A real server on loopback that counts: what was created, how much was under way at once, which answers were sent."""

import contextlib
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Counting:
    """What the vendor knows."""

    def __init__(self, life, delay, refuse):
        self.life, self.delay, self.refuse = life, delay, refuse
        self.lock = threading.Lock()
        self.prompts = {}
        self.born = {}
        self.answered = set()
        self.polls = 0
        self.most_under_way = 0
        self.most_requests = 0
        self.requests = 0
        self.moments = []

    def create(self, prompt):
        """Take a create, and give the id of its task."""
        with self.lock:
            id_ = f"t{len(self.prompts)}"
            now = time.monotonic()
            self.prompts[id_], self.born[id_] = prompt, now
            self.moments.append(now)
            self.most_under_way = max(self.most_under_way, sum(now - born < self.life for born in self.born.values()))
            return id_

    def standing(self, id_):
        with self.lock:
            self.polls += 1
        ended = time.monotonic() - self.born[id_] >= self.life
        found = [{"preview": f"https://8.8.8.8/{self.prompts[id_]}.mp4"}] if ended else []
        return {"task_id": id_, "status": "completed" if ended else "processing", "result": found}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers.get("content-length") or 0)))
        counts = self.server.counts
        with counts.lock:
            counts.requests += 1
            counts.most_requests = max(counts.most_requests, counts.requests)
        try:
            self._answer(counts, body)
        finally:
            with counts.lock:
                counts.requests -= 1

    def _answer(self, counts, body):
        given = body.get("data", body)
        if "prompt" not in given:
            self._send({"code": 0, "data": counts.standing(self.path.rpartition("/")[2])})
            return
        refusal = counts.refuse(given["prompt"]) if counts.refuse else None
        if refusal:
            self._send(*refusal)
            return
        id_ = counts.create(given["prompt"])
        time.sleep(counts.delay)
        with contextlib.suppress(OSError):
            self._send({"code": 0, "data": {"task_id": id_}})
            counts.answered.add(id_)

    def _send(self, answer, status=200, **headers):
        content = json.dumps(answer).encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args):
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, *args):
        """A client that is killed leaves in the middle of a sentence."""


@contextlib.contextmanager
def counting(life=0.0, delay=0.0, refuse=None):
    """Serve the sample vendor; tasks live so many seconds, and creates are answered after so many.

    `refuse` may give (answer, HTTP status) for a prompt.
    """
    server = _Server(("127.0.0.1", 0), _Handler)
    server.counts = Counting(life, delay, refuse)
    server.counts.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server.counts
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
