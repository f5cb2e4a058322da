"""What can go wrong, as one tree.

MediawrightError
├── ConfigurationError      a client cannot be built or used: no credential, a malformed address
├── InvalidRequestError     input was refused here, before anything was sent
├── VendorError             the vendor answered with an error
├── ConnectionFailedError   the vendor was not reached, or its answer to a question did not arrive
├── AmbiguousSubmitError    nobody knows whether the vendor accepted a create
├── TaskFailedError         the task ended without a result
├── WaitTimeoutError        waiting ended; the task did not
├── NotFinishedError        the task has no result yet
├── UnsupportedError        the vendor documents no way to do this
├── WebhookError            what came as a vendor's callback is none, or cannot be trusted
└── DownloadError           an output was not saved
    └── HostRefusedError    an output lies where this client does not go

Every fact is an attribute, `str()` is one line with the reason and the ids, and every error pickles.
This module loads neither the transport nor the models.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mediawright_runtime.redaction import one_line, plain, shown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mediawright_runtime.call import Trace
    from mediawright_runtime.declarations import ErrorKind, Scalar, State
    from mediawright_runtime.status import TaskStatus

Charged = Literal["no", "yes", "unknown"]
WebhookFault = Literal[
    "bad signature", "old timestamp", "wrong key", "truncated body", "not JSON", "missing field", "no callback"
]


class MediawrightError(Exception):
    """The root of the tree; what an error does not know is None."""

    kind: str = ""
    """What sort of error it is, in one word."""
    charged: Charged = "no"
    """Whether the call that failed costs money."""
    retryable: bool = False
    """Whether the same call may succeed later, without a second charge."""
    operation: str | None = None
    """The operation, as `category.method`."""
    trace_id: str | None = None
    """The vendor's identifier of the request."""
    task_id: str | None = None
    token: str | None = None
    """Give it to `client.resume()` to come back to the task."""
    trace: Trace | None = None
    """By what the task of a create can be found; None where the vendor offers no way, or nothing was created."""
    idempotency_key: str | None = None
    """The key that the create carried, where the vendor takes one."""
    code: Scalar | None = None
    """The vendor's own code."""
    message: str = ""
    """The vendor's own words, else what its documentation says of the code."""

    def __init__(self, message: str, *, operation: str | None = None) -> None:
        super().__init__(message)
        self.operation = operation

    def about(self, task_id: str, token: str) -> None:
        """Add the task that the error concerns."""
        self.task_id, self.token = task_id, token

    def __str__(self) -> str:
        """Say it in one line: operation, reason, ids."""
        where = f"{self.operation}: " if self.operation else ""
        ids = [f"{what} {shown(id_)}" for what, id_ in (("task", self.task_id), ("trace", self.trace_id)) if id_]
        return f"{where}{self.args[0]}" + (f" [{', '.join(ids)}]" if ids else "")

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the facts, however the class is constructed."""
        return _restore, (type(self), self.args, dict(vars(self)))


def _restore(error_class: type[MediawrightError], args: tuple[str], facts: Mapping[str, object]) -> MediawrightError:
    error = error_class.__new__(error_class, *args)
    vars(error).update(facts)
    return error


class ConfigurationError(MediawrightError):
    """A client cannot be built or used as it is: a credential is missing or an address is malformed."""

    kind = "configuration"


class InvalidRequestError(MediawrightError):
    """Input was refused before anything was sent; nothing was charged."""

    kind = "invalid"

    def __init__(  # noqa: PLR0913 (each is a fact that callers read)
        self,
        field: str,
        value: object,
        allowed: str,
        source: str = "",
        *,
        reason: str | None = None,
        operation: str | None = None,
    ) -> None:
        said = f" (documented in {source})" if source else ""
        what = reason or f"{shown(value)} is not allowed"
        super().__init__(f"{field}: {what}; give {one_line(allowed)}{said}", operation=operation)
        self.field = field
        self.value = plain(value)
        """What was given, as plain data."""
        self.allowed = allowed
        self.source = source
        """Where the vendor says so: `document:lines`."""


class VendorError(MediawrightError):
    """The vendor answered with an error."""

    def __init__(  # noqa: PLR0913 (each is a fact that callers read)
        self,
        code: Scalar | None,
        message: str,
        kind: ErrorKind,
        http_status: int,
        *,
        trace_id: str | None = None,
        retryable: bool = False,
        charged: Charged = "no",
        retry_after: float | None = None,
        action: str | None = None,
        refused: bool = False,
        operation: str | None = None,
    ) -> None:
        known = "without a code" if code is None else f"code {shown(code)}"
        advice = f"; {action}" if action else ""
        doubt = "; charged: unknown" if charged == "unknown" else ""
        reason = f"the vendor answered HTTP {http_status} {known} ({kind}): {message or 'no message'}"
        super().__init__(f"{reason}{doubt}{advice}", operation=operation)
        self.reason = reason
        self.code = code
        self.message = message
        self.kind: str = kind
        self.http_status = http_status
        self.trace_id = trace_id
        self.retryable = retryable
        self.charged = charged
        self.retry_after = retry_after
        """Seconds after which the vendor wants to be asked again."""
        self.refused = refused
        """Whether the vendor documents that such a call is refused before any work, without a number of resends."""
        self.action = action
        """What the vendor's documentation says to do."""


class ConnectionFailedError(MediawrightError):
    """The vendor was not reached, or its answer to a question that costs nothing did not arrive."""

    kind = "connection"
    retryable = True

    def __init__(self, reason: str, *, operation: str | None = None, cost: str = "this call costs nothing") -> None:
        super().__init__(f"the vendor was not reached or did not answer: {reason}; {cost}", operation=operation)
        self.reason = reason


class AmbiguousSubmitError(MediawrightError):
    """A create went out, and nothing says whether the vendor accepted it; it is never sent twice.

    `client.reconcile(error)` looks for the task where the vendor offers a way.
    """

    kind = "ambiguous"
    charged = "unknown"

    def __init__(  # noqa: PLR0913 (each is a fact that callers read)
        self,
        reason: str,
        *,
        http_status: int | None = None,
        code: Scalar | None = None,
        message: str = "",
        body: str | None = None,
        trace_id: str | None = None,
        trace: Trace | None = None,
        operation: str | None = None,
    ) -> None:
        look = "client.reconcile(error) looks for the task" if trace else "look for the task at the vendor"
        super().__init__(
            f"nothing says whether the vendor accepted this create: {reason}; charged: unknown; "
            f"{look} before creating another",
            operation=operation,
        )
        self.reason = reason
        self.http_status = http_status
        self.code = code
        self.message = message
        self.body = body
        """The beginning of the answer, if one came."""
        self.trace_id = trace_id
        self.trace = trace


class TaskFailedError(MediawrightError):
    """The task ended without a result: it failed, was cancelled, or expired."""

    charged = "unknown"

    def __init__(
        self,
        state: State,
        reason: str,
        *,
        raw: Scalar | None = None,
        trace_id: str | None = None,
        operation: str | None = None,
    ) -> None:
        super().__init__(f"the task ended as {state}: {reason or 'the vendor gives no reason'}", operation=operation)
        self.kind: str = state
        self.state: State = state
        self.reason = reason
        self.raw = raw
        """The vendor's own word for the state."""
        self.trace_id = trace_id


class WaitTimeoutError(MediawrightError):
    """Waiting ended before the task did; it goes on, and `token` leads back to it."""

    kind = "timeout"
    charged = "yes"

    def __init__(self, status: TaskStatus | None, elapsed: float, *, polls: int, operation: str | None = None) -> None:
        last = f"last seen {status}" if status else "its status was never seen"
        super().__init__(
            f"the task is still running and billed after {elapsed:.1f} s and {polls} queries ({last}); "
            "come back with client.resume(error.token)",
            operation=operation,
        )
        self.status = status
        """How the task last stood; None if no answer came."""
        self.elapsed = elapsed
        """Seconds."""
        self.polls = polls


class NotFinishedError(MediawrightError):
    """The task has no result yet."""

    kind = "unfinished"
    charged = "yes"
    retryable = True

    def __init__(self, status: TaskStatus, *, operation: str | None = None) -> None:
        super().__init__(f"the task has no result yet, it is {status}; use wait()", operation=operation)
        self.status = status


class UnsupportedError(MediawrightError):
    """The vendor documents no way to do what was asked for; nothing was sent."""

    kind = "unsupported"


class WebhookError(MediawrightError):
    """What came to a callback address is not the vendor's callback, or cannot be read; nothing of it is used."""

    kind = "webhook"

    def __init__(self, reason: WebhookFault, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason: WebhookFault = reason


class DownloadError(MediawrightError):
    """An output was not saved; those saved before it are in `saved`."""

    kind = "download"
    charged = "yes"
    retryable = True

    def __init__(self, url: str, reason: str, *, saved: tuple[Path, ...] = ()) -> None:
        self.url = one_line(url)
        """The address without its query, which may be signed."""
        super().__init__(f"{self.url} was not saved: {reason}")
        self.reason = reason
        self.saved = saved


class HostRefusedError(DownloadError):
    """An output lies at an address that is neither the vendor's nor public; nothing was fetched from it."""

    retryable = False
