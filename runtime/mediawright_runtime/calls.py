"""Calls of the command line, made with a vendor's own client; each yields what is to be printed, line by line."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING
from zlib import crc32

from mediawright_runtime import credentials, report
from mediawright_runtime.assignments import read_assignments
from mediawright_runtime.authorization import headers_of
from mediawright_runtime.contracts import PACKAGE
from mediawright_runtime.download import Shelf, save
from mediawright_runtime.driver import Driver
from mediawright_runtime.file_answer import FileAnswer
from mediawright_runtime.follow_up import token_of
from mediawright_runtime.hosts import HostRule
from mediawright_runtime.invocation import UsageError
from mediawright_runtime.outputs import Output
from mediawright_runtime.result import Result
from mediawright_runtime.task import Task
from mediawright_runtime.timeout import Timeout
from mediawright_runtime.transport import open_client

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from mediawright_runtime.client import Client
    from mediawright_runtime.contracts import Record
    from mediawright_runtime.declarations import Vendor
    from mediawright_runtime.invocation import Invocation


def call(vendor: str, record: Record, records: Sequence[Record], invocation: Invocation) -> Iterator[str]:
    """Call an operation; a query that is waited for follows the task that it asks about.

    Raises:
        UsageError: A word is no assignment, or there is nothing to wait for.
    """
    _, _, *words = invocation.words
    params = read_assignments(record.get("api_body", ()), words)
    follows = invocation.waits and not (record.get("task") or record.get("outputs"))
    token = token_of(vendor, record, records, params) if follows else None
    with _client(vendor, invocation) as client:
        yield from _outcome(client.resume(token) if token else client.call(record["python"], **params), invocation)


def resume(vendor: str, token: str, invocation: Invocation) -> Iterator[str]:
    """Come back to a task: wait for its end, or say how it stands, and why it failed if it did."""
    with _client(vendor, invocation) as client:
        task = client.resume(token)
        if invocation.waits:
            yield from _outcome(task, invocation)
            return
        status = task.status()
        yield from report.standing(task, status, invocation.json)
        if status.ended and status.state != "succeeded":
            task.result()


def auth_header(vendor: str, invocation: Invocation) -> Iterator[str]:
    """Say which headers carry credentials."""
    headers = headers_of(_declared(vendor), lambda: _client(vendor, invocation))
    if not headers:
        _note(f"{vendor}: no header carries a credential")
    yield from report.facts(headers, invocation.json)


def download(vendor: str, invocation: Invocation) -> Iterator[str]:
    """Save files from where the vendor's outputs may lie; no credential is needed, and none goes along.

    Raises:
        UsageError: No address or no directory is given.
    """
    _, _, *urls = invocation.words
    if not urls or invocation.save is None:
        raise UsageError("give addresses and a directory: VENDOR download URL ... --save DIR")
    declared = _declared(vendor)
    rule = HostRule(credentials.address(declared, invocation.base_url), declared.output_hosts)
    name = f"download-{crc32(' '.join(urls).encode()):08x}"
    http = open_client()
    try:
        outputs = tuple(Output("file", url) for url in urls)
        paths = Driver(http).run(save(Shelf(invocation.save, name, outputs, rule, Timeout())))
    finally:
        http.close()
    yield from report.saved(paths, invocation.json)


def _declared(vendor: str) -> Vendor:
    declared: Vendor = import_module(f"{PACKAGE}.{vendor}.vendor").VENDOR
    return declared


def _client(vendor: str, invocation: Invocation) -> Client:
    """Make the client that a vendor's package offers beside its asynchronous twin."""
    package = import_module(f"{PACKAGE}.{vendor}")
    name = next(each for each in package.__all__ if f"Async{each}" in package.__all__)
    client: Client = getattr(package, name)(base_url=invocation.base_url)
    announce = _announce if invocation.waits else None
    return client.with_options(on_submitted=announce, check_media=invocation.check_media)


def _outcome(done: object, invocation: Invocation) -> Iterator[str]:
    if isinstance(done, Task) and not invocation.waits:
        yield from report.started(done, invocation.json)
    elif isinstance(done, FileAnswer):
        paths = None if invocation.save is None else (done.save(invocation.save),)
        yield from report.filed(done, paths, invocation.json)
    elif isinstance(done, (Task, Result)):
        result = done if isinstance(done, Result) else _waited(done, invocation)
        token = None if isinstance(done, Result) else done.token
        yield from report.finished(result, token, _kept(result, invocation), invocation.json)
    else:
        yield from report.answered(done, invocation.json)


def _waited(task: Task, invocation: Invocation) -> Result:
    return task.wait(
        invocation.timeout,
        poll_interval=invocation.poll_interval,
        max_polls=invocation.max_polls,
        on_progress=_note,
    )


def _kept(result: Result, invocation: Invocation) -> tuple[Path, ...] | None:
    return None if invocation.save is None else result.save(invocation.save)


def _announce(token: str) -> None:
    _note(f"token: {token}")


def _note(progress: object) -> None:
    sys.stderr.write(f"{progress}\n")
    sys.stderr.flush()
