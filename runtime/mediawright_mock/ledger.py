"""What a mock was asked, and what it accepted: counts by operation, and the last calls one by one."""

from __future__ import annotations

import json
from collections import Counter, deque
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mediawright_mock.contract import Operation
    from mediawright_mock.faults import Fault
    from mediawright_mock.messages import Request

_KEPT = 10_000
_LARGEST = 10_000
"""Bytes of a body that is kept."""


class Call(NamedTuple):
    """One call that came in."""

    operation: str
    """`category.method`."""
    method: str
    path: str
    fault: str | None
    """What went wrong with it, on demand."""
    query: tuple[tuple[str, str], ...]
    body: bytes
    """What was sent; of a large one nothing."""

    def told(self) -> dict[str, object]:
        """Say it for JSON: a body that is none as text, as far as it is one."""
        return {**self._asdict(), "query": list(map(list, self.query)), "body": _read(self.body)}


class Ledger:
    """What came in since the mock began."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self.counts = Counter[str]()
        """How many calls of an operation came in, whatever became of them."""
        self.creates = Counter[str]()
        """How many of them were accepted as a create: a vendor bills each."""
        self._calls: deque[Call] = deque(maxlen=_KEPT)

    def receive(self, operation: Operation, request: Request, fault: Fault | None) -> None:
        """Count a call."""
        self.counts[operation.python] += 1
        body = request.body if len(request.body) <= _LARGEST else b""
        name = fault.name if fault else None
        self._calls.append(Call(operation.python, request.method, request.path, name, request.query, body))

    def accept(self, operation: Operation) -> None:
        """Count a create."""
        self.creates[operation.python] += 1

    def restart(self) -> None:
        """Begin at nothing again."""
        self.counts.clear()
        self.creates.clear()
        self._calls.clear()

    def told(self) -> dict[str, object]:
        """Say all of it, for JSON."""
        calls = [each.told() for each in self._calls]
        return {"counts": dict(self.counts), "creates": dict(self.creates), "requests": calls}


def _read(body: bytes) -> object:
    try:
        return json.loads(body) if body else None
    except (ValueError, RecursionError):
        return body.decode(errors="replace")
