"""Saves outputs: each address judged before anything is asked of it, each redirect anew, no credential ever sent."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from mediawright_runtime.addresses import Addresses
from mediawright_runtime.errors import DownloadError, HostRefusedError
from mediawright_runtime.files import stem
from mediawright_runtime.hosts import refuse_private
from mediawright_runtime.leaving import interrupted
from mediawright_runtime.outputs import MAX_BYTES
from mediawright_runtime.part import Part
from mediawright_runtime.patience import DribblingError, Patience
from mediawright_runtime.redaction import one_line
from mediawright_runtime.redirects import StrayedError, followed
from mediawright_runtime.resolution import resolved
from mediawright_runtime.steps import Fetch, Sleep, fetch, work
from mediawright_runtime.transfer import Order, Transfer
from mediawright_runtime.transport import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from mediawright_runtime.hosts import HostRule
    from mediawright_runtime.outputs import DownloadProgress, Output
    from mediawright_runtime.reading import Reading
    from mediawright_runtime.steps import Steps
    from mediawright_runtime.timeout import Timeout
    from mediawright_runtime.transfer import Trouble


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
    now: Callable[[], float] = monotonic


def save(shelf: Shelf) -> Steps[tuple[Path, ...]]:
    """Save every output, one after the other.

    Raises:
        DownloadError: One was not saved; its `saved` has those before it.
    """
    saved: list[Path] = []
    addresses = Addresses(shelf.outputs, shelf.again)
    for number, output in enumerate(shelf.outputs, 1):
        with _explained(shelf, output, saved):
            _make(shelf.directory, output)
            saved.append((yield from _saved(shelf, addresses, number)))
    return tuple(saved)


def _make(directory: Path, output: Output) -> None:
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        reason = f"{one_line(repr(str(directory)))} is a file, or below one; give a directory"
        raise _final(DownloadError(output.url, reason)) from error


def _saved(shelf: Shelf, addresses: Addresses, number: int) -> Steps[Path]:
    name = stem(shelf.name, number, len(shelf.outputs))
    url = yield from addresses.current(number)
    with Part(shelf.directory, name, url.partition("?")[0]) as part:
        kind = shelf.outputs[number - 1].kind
        order = Order(number, kind, shelf.directory / name, shelf.max_bytes, shelf.listener)
        transfer = Transfer(order, part, Patience(part.size, shelf.now, shelf.timeout.read))
        while (trouble := (yield from _exchange(shelf, url, transfer))) is not None:
            if trouble.stale:
                url = yield from addresses.renewed(number, trouble.reason)
                transfer.move()
                continue
            pause = transfer.pause(trouble)
            if pause is None:
                later = "; save again to go on from there" if part.resumable else ""
                raise DownloadError(url, one_line(trouble.reason) + later) from trouble.cause
            yield Sleep(pause)
        return (yield from work(partial(part.keep, transfer.target)))


def _exchange(shelf: Shelf, url: str, transfer: Transfer) -> Steps[Trouble | None]:
    """Ask an address once, and follow where it points to."""
    try:
        yield from followed(url, partial(_ask, shelf, transfer))
    except StrayedError as strayed:
        raise DownloadError(url, f"it {strayed}") from strayed
    except HostRefusedError as refused:
        if refused.url == one_line(url):
            raise
        raise HostRefusedError(url, f"it leads on to {refused.url}: {refused.reason}") from refused
    return transfer.outcome()


def _ask(shelf: Shelf, transfer: Transfer, url: str) -> Steps[str | None]:
    """Ask one address, if anything may be fetched from there, and say where it points on to."""
    host = shelf.rule.admit(url)
    if host is not None:
        refuse_private(url, (yield from resolved(host)))
    head_in_time = replace(shelf.timeout, total=max(shelf.timeout.phases))
    try:
        ask = Fetch(url, transfer.ask(url), head_in_time, transfer, bare=host is not None)
        transfer.failure = yield from fetch(ask)
    except DribblingError as error:
        transfer.failure = Failure("unknown", error)
    return transfer.location


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
    except GeneratorExit:
        raise
    except BaseException as leaving:  # Ctrl-C, a cancelled coroutine
        interrupted(leaving, _last_words(shelf, len(saved)), "saving")
        raise


def _last_words(shelf: Shelf, saved: int) -> str:
    """Say how things stand when a saving is left."""
    token = f"; the task's token: {shelf.token}" if shelf.token else ""
    return f"{saved} of {len(shelf.outputs)} outputs were saved, and all are paid for; save again to go on{token}"


def _final(error: DownloadError) -> DownloadError:
    """Mark what another try would not better."""
    error.retryable = False
    return error
