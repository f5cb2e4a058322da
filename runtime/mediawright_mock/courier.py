"""Carries webhooks out: the one place where a mock calls others, in a thread while there is something to tell."""

from __future__ import annotations

from http.client import HTTPException
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_PAUSE = 0.02
"""Seconds between looks at the clock, which a test may move at any time."""
_PATIENCE = 10.0
"""Seconds in which a receiver must answer: the mock's own choice."""


def post(url: str, headers: Mapping[str, str], body: bytes) -> int:
    """Send a POST past any proxy, and say which HTTP status was answered.

    Raises:
        OSError: none was.
    """
    request = Request(url, body, dict(headers), method="POST")  # noqa: S310 (only http and https come here)
    try:
        with build_opener(ProxyHandler({})).open(request, timeout=_PATIENCE) as answer:
            return int(answer.status)
    except HTTPError as answer:
        with answer:
            return answer.code
    except (HTTPException, ValueError) as failure:
        raise OSError(str(failure)) from failure


class Courier:
    """Runs a round again and again, as long as it says that there is more to do."""

    def __init__(self, round_: Callable[[], bool]) -> None:
        """Rest until there is something to do."""
        self._round = round_
        self._stopped = Event()
        self._lock = Lock()
        self._thread: Thread | None = None
        self._woken = False

    def wake(self) -> None:
        """Begin, unless it is under way."""
        with self._lock:
            self._woken = True
            if self._thread is None and not self._stopped.is_set():
                self._thread = Thread(target=self._run, name="mediawright mock webhooks", daemon=True)
                self._thread.start()

    def stop(self) -> None:
        """End for good, what is left undone stays so."""
        self._stopped.set()

    def _run(self) -> None:
        while self._goes_on():
            self._stopped.wait(_PAUSE)

    def _goes_on(self) -> bool:
        self._woken = False
        more = self._round()
        with self._lock:
            more = (more or self._woken) and not self._stopped.is_set()
            if not more:
                self._thread = None
        return more
