"""Saves outputs: each address judged before anything is asked of it, each redirect anew, no credential ever sent."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from mediawright_runtime.addresses import Addresses
from mediawright_runtime.errors import DownloadError
from mediawright_runtime.files import stem
from mediawright_runtime.hosts import refuse_private
from mediawright_runtime.outputs import MAX_BYTES
from mediawright_runtime.part import Part
from mediawright_runtime.redaction import one_line
from mediawright_runtime.resolution import resolved
from mediawright_runtime.steps import Fetch, Sleep, fetch, work
from mediawright_runtime.transfer import Order, Transfer

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from mediawright_runtime.hosts import HostRule
    from mediawright_runtime.outputs import DownloadProgress, Output
    from mediawright_runtime.reading import Reading
    from mediawright_runtime.steps import Steps
    from mediawright_runtime.timeout import Timeout
    from mediawright_runtime.transfer import Trouble

_MOST_REDIRECTS = 5
_MOST_TRIES = 6
"""Exchanges that may fail one after the other without bringing a file any further."""
_LONGEST_PAUSE = 60.0
"""Seconds; a server that wants to be left alone for longer ends the saving."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the outputs of one task or call go, and from where they may come."""

    directory: Path
    name: str
    """What the files are named after."""
    outputs: tuple[Output, ...]
    rule: HostRule
    timeout: Timeout
    task_id: str | None = None
    token: str | None = None
    again: Callable[[], Steps[Reading]] | None = None
    """Asks the task for its result once more."""
    listener: Callable[[DownloadProgress], object] | None = None
    max_bytes: int = MAX_BYTES


class Patience:
    """How long exchanges that bring a file no further are borne."""

    def __init__(self, reached: int) -> None:
        self._farthest = reached
        self._failures = 0

    def pause(self, reached: int, trouble: Trouble) -> float | None:
        """Say how many seconds to wait before the next try; None to give up."""
        if reached > self._farthest:
            self._farthest, self._failures = reached, 0
        self._failures += 1
        if not trouble.passing or self._failures >= _MOST_TRIES or trouble.pause > _LONGEST_PAUSE:
            return None
        return max(trouble.pause, 2.0 ** (self._failures - 1))


def save(shelf: Shelf) -> Steps[tuple[Path, ...]]:
    """Save every output, one after the other.

    Raises:
        DownloadError: One was not saved; its `saved` has those before it.
    """
    saved: list[Path] = []
    addresses = Addresses(shelf.outputs, shelf.again)
    shelf.directory.mkdir(parents=True, exist_ok=True)
    for number, output in enumerate(shelf.outputs, 1):
        with _explained(shelf, output, saved):
            saved.append((yield from _saved(shelf, addresses, number)))
    return tuple(saved)


def _saved(shelf: Shelf, addresses: Addresses, number: int) -> Steps[Path]:
    name = stem(shelf.name, number, len(shelf.outputs))
    url = yield from addresses.current(number)
    with Part(shelf.directory, name, url.partition("?")[0]) as part:
        kind = shelf.outputs[number - 1].kind
        transfer = Transfer(Order(number, kind, shelf.directory / name, shelf.max_bytes, shelf.listener), part)
        patience = Patience(part.size)
        while (trouble := (yield from _exchange(shelf, url, transfer))) is not None:
            if trouble.stale:
                url = yield from addresses.renewed(number, trouble.reason)
                transfer.move()
                continue
            pause = patience.pause(transfer.reached, trouble)
            if pause is None:
                later = "; save again to go on from there" if part.resumable else ""
                raise DownloadError(url, one_line(trouble.reason) + later) from trouble.cause
            yield Sleep(pause)
        return (yield from work(partial(part.keep, transfer.target)))


def _exchange(shelf: Shelf, url: str, transfer: Transfer) -> Steps[Trouble | None]:
    """Ask an address once, and follow where it points to."""
    for _ in range(_MOST_REDIRECTS + 1):
        host = shelf.rule.admit(url)
        if host is not None:
            refuse_private(url, (yield from resolved(host)))
        ask = Fetch(url, transfer.ask(url), shelf.timeout, transfer, bare=host is not None)
        failure = yield from fetch(ask)
        location = transfer.location()
        if location is None:
            return transfer.outcome(failure)
        url = urljoin(url, location)
    raise DownloadError(url, f"it is behind more than {_MOST_REDIRECTS} redirects")


@contextmanager
def _explained(shelf: Shelf, output: Output, saved: list[Path]) -> Generator[None]:
    """Turn whatever ends a download into an error that says what was saved before it."""
    try:
        yield
    except DownloadError as refused:
        refused.saved, refused.task_id, refused.token = tuple(saved), shelf.task_id, shelf.token
        raise
    except Exception as cause:
        error = DownloadError(output.url, one_line(f"{type(cause).__name__}: {cause}"), saved=tuple(saved))
        error.task_id, error.token = shelf.task_id, shelf.token
        raise error from cause
