"""Pictures, films and sounds made for a test, and a real server on loopback that has them."""

import contextlib
import io
import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

import av
from PIL import Image


def picture(kind="PNG", size=(600, 400), **options):
    file = io.BytesIO()
    Image.new("RGB", size, "teal").save(file, kind, **options)
    return file.getvalue()


def turned(size):
    """Make a picture that is shown turned by a quarter."""
    exif = Image.Exif()
    exif[0x112] = 6
    return picture("JPEG", size, exif=exif)


def film(size=(320, 240), seconds=2, fps=24, kind="mp4", noisy=False, **options):
    """Make a film; an MP4 has its header at the end."""
    file = io.BytesIO()
    with av.open(file, "w", format=kind, options=options) as container:
        stream = container.add_stream("mpeg4", rate=fps)
        (stream.width, stream.height), stream.pix_fmt = size, "yuv420p"
        stream.bit_rate = 40_000_000 if noisy else 100_000
        for _ in range(round(seconds * fps)):
            frame = av.VideoFrame(*size, "yuv420p")
            for plane in frame.planes:
                plane.update((os.urandom if noisy else bytes)(plane.buffer_size))
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return file.getvalue()


def sound(seconds):
    file = io.BytesIO()
    with av.open(file, "w", format="wav") as container:
        stream = container.add_stream("pcm_s16le", rate=8000, layout="mono")
        for _ in range(seconds * 8):
            frame = av.AudioFrame(format="s16", layout="mono", samples=1000)
            frame.rate = 8000
            frame.planes[0].update(bytes(frame.planes[0].buffer_size))
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return file.getvalue()


class Shown(NamedTuple):
    """A file of the server, and how it is given."""

    content: bytes = b""
    ranges: bool = True
    length: bool = True
    status: int = 200
    location: str | None = None


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        shown = self.server.files[self.path.partition("?")[0]]
        self.server.seen.append((self.path, dict(self.headers)))
        start, _, end = self.headers.get("range", "").removeprefix("bytes=").partition("-")
        piece = shown.content[int(start) : int(end) + 1] if shown.ranges and start else shown.content
        partial = len(piece) < len(shown.content)
        self.send_response(206 if partial and shown.status == 200 else shown.status)
        if partial:
            self.send_header("content-range", f"bytes {start}-{int(start) + len(piece) - 1}/{len(shown.content)}")
        if shown.length:
            self.send_header("content-length", str(len(piece)))
        if shown.location:
            self.send_header("location", shown.location)
        self.end_headers()
        with contextlib.suppress(OSError):  # the client has read enough
            for at in range(0, len(piece), 8192):
                self.server.sent += self.wfile.write(piece[at : at + 8192])

    def log_message(self, *args):
        pass


@contextlib.contextmanager
def showing(**files):
    """Serve files by their names, with a dot for the last underscore."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.seen, server.sent = [], 0
    server.files = {"/" + ".".join(name.rsplit("_", 1)): _shown(file) for name, file in files.items()}
    server.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def _shown(file):
    return Shown(file) if isinstance(file, bytes) else file
