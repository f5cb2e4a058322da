"""What is logged of exchanges: our own lines, and those of the transport's own loggers, both by allowlist.

The transport's loggers print whole addresses and all headers. While an exchange of ours runs, and only then, a filter
takes out of their records what is not known to be harmless; nobody else's records are touched, none is dropped.
"""

from __future__ import annotations

import logging
import re
from contextvars import ContextVar
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mediawright_runtime.redaction import Redaction
from mediawright_runtime.transport import Failure

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextvars import Token

    from mediawright_runtime.request import Request
    from mediawright_runtime.transport import HttpResponse

_LOGGER = logging.getLogger("mediawright")

_SHOWN = frozenset(
    {
        "accept",
        "content-length",
        "content-type",
        "date",
        "request-id",
        "retry-after",
        "transfer-encoding",
        "x-request-id",
        "x-trace-id",
    }
)
"""Headers whose values may be logged; of all others the name alone."""
_CORES = ("httpcore", "httpcore2")
_PARTS = ("connection", "http11", "http2", "proxy", "socks")
_CLIENTS = ("httpx", "httpx2")
_TRANSPORTS = (*_CLIENTS, "hpack.hpack", "hpack.table", *(f"{core}.{part}" for core in _CORES for part in _PARTS))
"""A filter does not see the records of loggers below its own, so each is named."""
_EVENT = re.compile(r"[a-z0-9_]+\.[a-z]+(?= |$)")
"""How the lower loggers begin a record: `receive_response_headers.complete`."""
_FACTS = 5
"""What the upper loggers say of a request: method, address, version, status, reason."""
_LONGEST = 2000

NO_SECRETS = Redaction(())
_running: ContextVar[Redaction | None] = ContextVar("mediawright_exchange", default=None)


class Guard:
    """A context in which the transport's loggers print no secret; a download holds it while it reads."""

    __slots__ = ("_before", "_redaction")

    def __init__(self, redaction: Redaction = NO_SECRETS) -> None:
        self._redaction = redaction
        self._before: Token[Redaction | None]

    def __enter__(self) -> None:
        """Begin an exchange."""
        self._before = _running.set(self._redaction)

    def __exit__(self, *_: object) -> None:
        """End it."""
        _running.reset(self._before)


def guard_transports() -> None:
    """Set the filter on the transport's loggers; it is there once, however often it is set."""
    for name in _TRANSPORTS:
        logging.getLogger(name).addFilter(_cleaned)


def log(request: Request, answer: HttpResponse | Failure, seconds: float, redaction: Redaction) -> None:
    """Log where a request went and what came of it; no query, no body."""
    if _LOGGER.isEnabledFor(logging.DEBUG):
        where = f"{request.operation}: {request.method} {_place(request.url)}"
        line = f"{where} {_outcome(answer, f'{1000 * seconds:.0f} ms')}; sent {_headers(request.headers)}"
        _LOGGER.debug("%s", redaction.line(line, _LONGEST))


def _outcome(answer: HttpResponse | Failure, time: str) -> str:
    if isinstance(answer, Failure):
        return f"no answer in {time}: {answer.reason}"
    return f"HTTP {answer.status_code} in {time}; received {_headers(answer.headers)}"


def _headers(headers: Mapping[str, str]) -> str:
    """Write headers with the values that may be shown."""
    shown = (f"{name}={value if name.lower() in _SHOWN else '...'}" for name, value in headers.items())
    return ", ".join(shown) or "no headers"


def _cleaned(record: logging.LogRecord) -> bool:
    """Rewrite a record of the transport if it is of an exchange of ours; it is logged in any case."""
    redaction = _running.get()
    if redaction is not None:
        said = _request_line(record) or _event(record)
        record.msg, record.args = "%s", (redaction.line(said, _LONGEST),)
        record.exc_info = record.exc_text = record.stack_info = None
    return True


def _request_line(record: logging.LogRecord) -> str | None:
    """Write the line that tells of a whole request, without the query."""
    args = record.args
    if record.name not in _CLIENTS or not isinstance(args, tuple) or len(args) != _FACTS:
        return None
    method, url, version, status, _reason = args
    return f"HTTP Request: {method} {_place(str(url))} {version} {status}"


def _event(record: logging.LogRecord) -> str:
    """Keep the name of what happened, and nothing of its details."""
    text = record.getMessage()
    event = _EVENT.match(text)
    return text if event and event[0] == text else f"{event[0] if event else ''} ...".lstrip()


def _place(url: str) -> str:
    """Write an address without user and query."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "..."
    more = "?..." if parts.query or parts.fragment else ""
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}{more}"
