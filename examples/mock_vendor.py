"""A mock vendor in a process of its own, so that every example runs without a key and without cost."""

import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def mock_vendor(name: str) -> Generator[str]:
    """Serve the mock of a vendor, and give its address."""
    command = [sys.executable, "-m", "mediawright_mock", "serve", "--vendor", name, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            line = server.stdout.readline() if server.stdout else ""
            if not line:
                raise SystemExit("the mock vendor did not start")
            print(f"mock vendor: {line.strip()}")
            yield line.split()[1]
        finally:
            server.terminate()
