"""A real server on loopback that answers one byte at a time, or not at all."""

import contextlib
import socket
import threading

HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 64\r\n\r\n"


@contextlib.contextmanager
def dribbling(at_once=b"", pause=0.05):
    """Serve `at_once`, then the rest of a head and a body for ever, a byte each `pause` seconds."""
    listening = socket.create_server(("127.0.0.1", 0))
    over = threading.Event()
    served, threads = [], []

    def serve(connection):
        with connection, contextlib.suppress(OSError):
            served.append(connection.recv(65536))
            connection.sendall(at_once)
            for byte in (HEAD + b"x: " + b"y" * 10_000)[len(at_once) :]:
                if over.wait(pause):
                    break
                connection.sendall(bytes([byte]))

    def accept():
        with contextlib.suppress(OSError):
            while True:
                thread = threading.Thread(target=serve, args=listening.accept()[:1])
                thread.start()
                threads.append(thread)

    accepting = threading.Thread(target=accept)
    accepting.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", served
    finally:
        over.set()
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        for thread in (accepting, *threads):
            thread.join()
