"""What a mock tells of itself under `/_mock`, and what it lets a test do from outside."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from mediawright_mock.messages import Answer, json_answer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mediawright_mock.clock import Clock
    from mediawright_mock.ledger import Ledger
    from mediawright_mock.messages import Request
    from mediawright_mock.service import Service
    from mediawright_mock.tasks import Task

FOLDER = "/_mock/"


class Inspection:
    """Answers what is asked of the mock and not of the vendor."""

    def __init__(self, ledger: Ledger, clock: Clock, service: Callable[[], Service], reset: Callable[[], None]) -> None:
        """Look at what a mock has; `service` gives what is at work now."""
        self._ledger = ledger
        self._clock = clock
        self._service = service
        self._reset = reset
        self._routes: Mapping[tuple[str, str], Callable[[Request], Answer]] = {
            ("GET", "requests"): lambda _: json_answer(ledger.told()),
            ("GET", "tasks"): self._tasks,
            ("GET", "webhooks"): lambda _: json_answer({"webhooks": service().webhooks.told()}),
            ("GET", "uploads"): lambda _: json_answer({"uploads": service().uploads.told()}),
            ("GET", "clock"): self._time,
            ("POST", "clock"): self._advance,
            ("POST", "reset"): self._restart,
        }

    def answer(self, request: Request) -> Answer:
        """Answer a request for a path under `/_mock`."""
        upload = self._service().uploads.find(request.path)
        if upload is not None and request.method in {"GET", "HEAD"}:
            return Answer(HTTPStatus.OK, upload.content, "application/octet-stream")
        route = self._routes.get((request.method, request.path.removeprefix(FOLDER)))
        if route is not None:
            return route(request)
        known = [f"{method} {FOLDER}{name}" for method, name in self._routes]
        message = f"the mock has no {request.method} {request.path}"
        return json_answer({"error": "unknown route", "message": message, "known": known}, HTTPStatus.NOT_FOUND)

    def _tasks(self, _: Request) -> Answer:
        return json_answer({"tasks": [_told(each) for each in self._service().tasks.all()]})

    def _time(self, _: Request) -> Answer:
        return json_answer({"now": self._clock.now()})

    def _advance(self, request: Request) -> Answer:
        try:
            self._clock.advance(float(request.json()["advance"]))
        except (ValueError, KeyError, TypeError, RecursionError):
            message = 'send {"advance": seconds}, 0 or more, below a century in all'
            return json_answer({"error": "no time", "message": message}, HTTPStatus.BAD_REQUEST)
        return self._time(request)

    def _restart(self, _: Request) -> Answer:
        self._reset()
        return json_answer({"reset": True})


def _told(task: Task) -> dict[str, Any]:
    """Say how a task stands, for JSON."""
    return {
        "operation": task.operation.python,
        "ids": dict(zip((name for name, _ in task.lifecycle.ids), task.ids, strict=True)),
        "state": task.state,
        "status": task.word,
        "queries": task.queries,
        "created": task.created,
        "ended": task.ended_at,
    }
