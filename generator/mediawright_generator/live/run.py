"""Makes the planned calls with the vendor's own client, and listens to each answer as it comes."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from mediawright_generator.live.once import Once, SentBeforeError
from mediawright_generator.live.plan import Planned
from mediawright_runtime.client import Client
from mediawright_runtime.contracts import PACKAGE
from mediawright_runtime.credentials import resolve
from mediawright_runtime.errors import ConfigurationError, MediawrightError
from mediawright_runtime.observation import RawResponse
from mediawright_runtime.redaction import Redaction
from mediawright_runtime.task import Task
from mediawright_runtime.transport import HttpClient, open_client

if TYPE_CHECKING:
    from mediawright_runtime.declarations import Vendor


@dataclass(frozen=True, slots=True)
class Heard:
    """What came of one planned call."""

    planned: Planned
    answers: tuple[RawResponse, ...]
    """Each answer, of this call and of those that it took: a token fetched, a task asked for."""
    said: str
    """What the client says of it."""
    redaction: Redaction
    """What no line may hold that is kept or shown."""


@dataclass(frozen=True, slots=True)
class Line:
    """Where calls go, and how long a created task is waited for."""

    vendor: str
    base_url: str | None
    timeout: float


def missing(vendor: str) -> str:
    """Say which credential the environment lacks; an empty text where none is missing."""
    declared: Vendor = import_module(f"{PACKAGE}.{vendor}.vendor").VENDOR
    try:
        resolve(declared, {}, os.environ)
    except ConfigurationError as error:
        return str(error)
    return ""


def run(planned: Iterable[Planned], line: Line) -> Iterator[Heard]:
    """Make the calls that are not left out, one after the other.

    Raises:
        ConfigurationError: No client can be made for this line.
    """
    http = open_client()
    try:
        for each in planned:
            if not each.left_out:
                yield _call(each, line, http)
    finally:
        http.close()


def _call(planned: Planned, line: Line, http: HttpClient) -> Heard:
    heard: list[RawResponse] = []
    asking = _client(line, http).with_options(on_response=heard.append)
    sending = _client(line, Once(http)).with_options(on_response=heard.append, on_submitted=_announce)
    said = _said(planned, sending if planned.paid else asking, asking, line.timeout)
    return Heard(planned, tuple(heard), said, asking.caller.session.redaction)


def _said(planned: Planned, sending: Client, asking: Client, timeout: float) -> str:
    try:
        answer = sending.call(planned.python, **planned.params)
        if isinstance(answer, Task):
            return f"the task has ended; files: {len(asking.resume(answer.token).wait(timeout).outputs)}"
    except (MediawrightError, SentBeforeError) as error:
        return f"{type(error).__name__}: {error}"
    return "answered"


def _client(line: Line, http: HttpClient) -> Client:
    """Make the client that a vendor's package offers beside its asynchronous twin."""
    package = import_module(f"{PACKAGE}.{line.vendor}")
    name = next(each for each in package.__all__ if f"Async{each}" in package.__all__)
    client: Client = getattr(package, name)(base_url=line.base_url, http_client=http)
    return client


def _announce(token: str) -> None:
    """Say the token of a task that is paid for, at once."""
    sys.stderr.write(f"created, and billed: {token}\n")
