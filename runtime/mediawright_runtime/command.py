"""The command line for calls, `python -m mediawright`: results to stdout, progress and errors to stderr.

Exit 0: fine. 1: the vendor, the task or a download failed. 2: could not run as called. 130: interrupted.
"""

from __future__ import annotations

import json
import shlex
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING

from mediawright_runtime import calls, contracts, listing
from mediawright_runtime.choice import choose
from mediawright_runtime.errors import (
    ConfigurationError,
    DownloadError,
    InvalidRequestError,
    MediawrightError,
    TaskFailedError,
)
from mediawright_runtime.invocation import USAGE, UsageError, read_invocation
from mediawright_runtime.redaction import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mediawright_runtime.contracts import Record
    from mediawright_runtime.invocation import Invocation

FINE, FAILED, COULD_NOT_RUN, INTERRUPTED = 0, 1, 2, 130
_LONGEST = 10_000
"""Characters of an error's line."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # what is paid for gets printed
    try:
        for line in _lines(read_invocation(sys.argv[1:] if arguments is None else arguments)):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    except (UsageError, InvalidRequestError, ConfigurationError) as refused:
        return _complain(one_line(str(refused), _LONGEST), COULD_NOT_RUN)
    except MediawrightError as error:
        return _complain("; ".join((one_line(str(error), _LONGEST), *_more(error))), FAILED)
    except OSError as error:
        return _complain(f"{error.filename or 'output'}: {error.strerror or error}", COULD_NOT_RUN)
    except KeyboardInterrupt:
        return _complain("interrupted", INTERRUPTED)
    return FINE


def _lines(invocation: Invocation) -> Iterator[str]:
    """Run a command, and say line by line what comes of it."""
    match invocation.words:
        case ():
            yield from USAGE.splitlines() if invocation.help else ()
            yield from listing.vendor_lines({each: _records(each) for each in _known()})
        case (vendor,) if vendor != "resume":
            yield from USAGE.splitlines() if invocation.help else ()
            yield from listing.operation_lines(_records(_vendor(vendor)))
        case ("resume", *_) | (_, "auth-header" | "download", *_) if invocation.help:
            yield from USAGE.splitlines()
        case ("resume", vendor, token):
            yield from calls.resume(_vendor(vendor), token, invocation)
        case ("resume", *_):
            raise UsageError("give a vendor and a token: resume VENDOR TOKEN")
        case (vendor, "auth-header"):
            yield from calls.auth_header(_vendor(vendor), invocation)
        case (vendor, "download", *_):
            yield from calls.download(_vendor(vendor), invocation)
        case _:
            yield from _operation(_vendor(invocation.words[0]), invocation.words[1], invocation)


def _operation(vendor: str, name: str, invocation: Invocation) -> Iterator[str]:
    records = _records(vendor)
    record = _record(vendor, records, name)
    done = calls.call(vendor, record, records, invocation)
    yield from listing.parameter_lines(record) if invocation.help else done


def _known() -> tuple[str, ...]:
    return contracts.vendors(contracts.installed())


def _vendor(name: str) -> str:
    return choose("vendor", name, _known())


def _records(vendor: str) -> tuple[Record, ...]:
    return contracts.operations(contracts.installed(), vendor)


def _record(vendor: str, records: Iterable[Record], name: str) -> Record:
    """Find an operation by any of its names; one that several forms share means the first form."""
    primary_last = sorted(records, key=lambda each: "alternative_of" not in each)
    index = {each[key]: each for key in ("model_code", "name", "python") for each in primary_last if key in each}
    removed = () if name in index else contracts.removed(contracts.installed(), vendor)
    return index[choose("operation", name, index, [each["python"] for each in records], removed)]


def _more(error: MediawrightError) -> Iterator[str]:
    """Say what was saved before an error, and how to come back to the task that it is about."""
    if isinstance(error, DownloadError) and error.saved:
        yield f"saved before it: {', '.join(map(str, error.saved))}"
    if error.token is not None and not isinstance(error, TaskFailedError):
        vendor = json.loads(error.token)["vendor"]
        yield f"come back with: python -m mediawright resume {vendor} {shlex.quote(error.token)} --wait"


def _complain(message: str, status: int) -> int:
    sys.stderr.write(f"mediawright: {message}\n")
    return status
