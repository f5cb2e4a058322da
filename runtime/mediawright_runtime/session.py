"""What one client knows: its vendor, its address, its credentials, its options. It makes flows and runs none."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from mediawright_runtime import credentials, flow, operations, polling, reading
from mediawright_runtime.call import Call, Trace
from mediawright_runtime.errors import (
    MediawrightError,
    UnsupportedError,
)
from mediawright_runtime.handle import Handle, about
from mediawright_runtime.hosts import HostRule
from mediawright_runtime.leaving import CANCEL_TIMEOUT
from mediawright_runtime.options import Options
from mediawright_runtime.preparation import Preparations
from mediawright_runtime.proxy import secrets
from mediawright_runtime.redaction import Redaction
from mediawright_runtime.steps import at_hand
from mediawright_runtime.timeout import Timeout, taken

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mediawright_runtime.credentials import Credentials
    from mediawright_runtime.declarations import Limits, Operation, Token, Vendor
    from mediawright_runtime.file_answer import FileAnswer
    from mediawright_runtime.limiter import Limiter
    from mediawright_runtime.models import ResponseModel
    from mediawright_runtime.polling import Pace
    from mediawright_runtime.reading import Query, Reading
    from mediawright_runtime.reconcile import Found
    from mediawright_runtime.status import TaskStatus
    from mediawright_runtime.steps import Lock, Steps
    from mediawright_runtime.tokens import Access, Keeper

    R = TypeVar("R", bound=ResponseModel)
    T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Session:
    """What one client knows."""

    vendor: Vendor
    base_url: str
    options: Options
    redaction: Redaction
    credentials: Credentials = field(repr=False)
    preparations: Preparations = field(repr=False)
    keepers: dict[str, Keeper] = field(repr=False)
    """Those of the tokens for which the credentials are at hand, by name; copies of a client share them."""
    known: dict[tuple[object, ...], float | None] = field(
        default_factory=dict[tuple[object, ...], "float | None"], repr=False
    )
    """The ids of tasks that are not lost, where a lost one may have to be told from them; since when one was lost."""
    lock: Callable[[int], Lock] | None = field(default=None, repr=False)
    """Makes what lets so many in at once, of threads or of coroutines."""
    limiter: Limiter | None = field(default=None, repr=False)
    """What every request passes, where there are limits; copies of a client share it."""
    _warned: set[object] = field(default_factory=set[object], repr=False)

    def with_options(self, **changed: Any) -> Session:
        """Copy the session with some options changed; None leaves one as it is."""
        given = {name: value for name, value in changed.items() if value is not None}
        return replace(self, options=replace(self.options, **given))

    def limited(self, limits: Limits) -> Session:
        """Copy the session with limits of its own, for all the tasks of this copy and its copies."""
        from mediawright_runtime.limiter import made_of  # noqa: PLC0415 (weight: few clients have limits)

        return replace(self, limiter=made_of(limits, self.lock))

    def ask(self, operation: Operation[R], params: Mapping[str, object]) -> Steps[R]:
        """Make the flow of a call that answers at once."""
        checked = self._checked(operation, params)
        return self._looked(operation, checked, flow.ask(self._call(operation, checked)))

    def make(self, operation: Operation[ResponseModel], params: Mapping[str, object]) -> Steps[dict[str, object]]:
        """Make the flow of a call whose answer is the work itself."""
        checked = self._checked(operation, params)
        return self._looked(operation, checked, flow.make(self._call(operation, checked)))

    def take(self, operation: Operation[ResponseModel], params: Mapping[str, object]) -> Steps[FileAnswer]:
        """Make the flow of a call that answers with a file."""
        checked = self._checked(operation, params)
        return self._looked(operation, checked, flow.take(self._call(operation, checked)))

    def submit(
        self, operation: Operation[ResponseModel], params: Mapping[str, object], now: Callable[[], float]
    ) -> Steps[Handle]:
        """Make the flow of a call that starts a task."""
        checked = self._checked(operation, params)
        call = self._call(operation, checked)
        steps = flow.submit(call, self.options.on_submitted, now)
        return self._looked(operation, checked, steps if call.trace is None else self._remembered(steps))

    def status(self, handle: Handle) -> Steps[TaskStatus]:
        """Make the flow that asks once how a task stands."""
        return self._within(reading.status(self._query(handle)))

    def result(self, handle: Handle) -> Steps[Reading]:
        """Make the flow that asks once for a task's result."""
        return self._within(reading.result(self._query(handle)))

    def wait(self, handle: Handle, pace: Pace, now: Callable[[], float]) -> Steps[Reading]:
        """Make the flow that waits for a task's end."""
        cancel = self._cancellation(handle) if pace.on_abandon == "cancel" else None
        return self._within(polling.wait(self._query(handle), pace, now, cancel), pace.timeout)

    def cancel(self, handle: Handle) -> Steps[object]:
        """Make the flow that asks the vendor to cancel a task."""
        return self._within(flow.make(self._cancellation(handle)))

    def reconcile(self, error: MediawrightError) -> Steps[Handle | tuple[Handle, ...] | None]:
        """Make the flow that looks for the task of a create whose answer was lost."""
        if error.token is not None:
            return at_hand(self.resume(error.token))
        operation = self.find(error.operation or "")
        search = self.vendor.tasks[operation.task].search if operation.task else None
        trace = error.trace
        if search is None or trace is None:
            raise UnsupportedError(
                f"{self.vendor.name} documents no way to find a task whose create was not answered; "
                "look for it in the vendor's own console before creating another",
                operation=operation.path,
            )
        from mediawright_runtime import reconcile  # noqa: PLC0415 (weight: few callers need it)

        listing = operations.load(self.vendor, search.operation)
        call = self._call_with(search.operation, self._checked(listing, trace.given))
        others = {ids for ids, since in self.known.items() if since != trace.since}
        found = reconcile.find(call, search, trace, others, time.time)
        return self._within(self._reconciled(operation, trace, found))

    def forget(self, handle: Handle) -> None:
        """Take a task that was found for one that may be another's after all."""
        self.known.pop(tuple(handle.ids.values()), None)

    def remember(self, token: str) -> None:
        """Take the task of a token for one that is not lost."""
        self.known.setdefault(tuple(self.resume(token).ids.values()))

    def resume(self, token: str) -> Handle:
        """Read the handle of a task from its token.

        Raises:
            InvalidRequestError: The token is not of this vendor, or not of a known version, operation or task.
        """
        return operations.resumed(self.vendor, token)

    def stand_in(self, task: str) -> Operation[ResponseModel]:
        """Make what stands for a create of which only the lifecycle is known: the query, as if it were one."""
        return operations.stand_in(self.vendor, task)

    def find(self, name: str) -> Operation[ResponseModel]:
        """Find an operation by its name, its model code, or `category.method`.

        Raises:
            InvalidRequestError: The vendor has none of that name.
        """
        return operations.find(self.vendor, name)

    def paths(self) -> tuple[str, ...]:
        """Give all operations, as `category.method`."""
        return tuple(dict.fromkeys(operations.index(self.vendor).values()))

    def host_rule(self) -> HostRule:
        """Say where outputs may be fetched from."""
        return HostRule(self.base_url, self.vendor.output_hosts)

    def access(self, operation: Operation[Any]) -> Access | None:
        """Say what must be fetched before an operation is called."""
        return self.preparations.of(operation).access

    def fetch(self, token: Token, timeout: Timeout, patient: bool) -> Steps[str]:
        """Make the flow that fetches a token."""
        operation = operations.load(self.vendor, token.operation)
        prepared = self.preparations.of(operation)
        request = prepared.composer.compose(prepared.checker.check(prepared.own, "off"), {})
        call = Call(self.vendor, operation, request, timeout, self.redaction)
        return flow.fetch(call, token.answer, patient=patient)

    def opened(self, body: bytes | str, tolerance: float) -> tuple[Handle, Reading]:
        """Open a callback: the task that it is about, and how that stands."""
        from mediawright_runtime import webhooks  # noqa: PLC0415 (weight: few callers need it)
        from mediawright_runtime.seal import Window  # noqa: PLC0415 (weight: few callers need it)

        callback = webhooks.documented(self.vendor)
        payload = webhooks.opened(callback, body, self.credentials.held, Window(time.time(), tolerance))
        ids = {self.vendor.tasks[callback.task].ids[0][0]: webhooks.told_id(callback, payload)}
        handle = Handle(self.vendor, self.stand_in(callback.task), ids)
        return handle, webhooks.told(callback, self.vendor, payload, self.redaction)

    def sealed(self, payload: Mapping[str, object], timestamp: float | None) -> tuple[dict[str, str], bytes]:
        """Make headers and body of a callback as the vendor sends it."""
        from mediawright_runtime import webhooks  # noqa: PLC0415 (weight: few callers need it)

        now = time.time() if timestamp is None else timestamp
        return webhooks.written(webhooks.documented(self.vendor), payload, self.credentials.held, now)

    def check(self, operation: Operation[Any], params: Mapping[str, object]) -> None:
        """Refuse input that a call would refuse before anything is sent.

        Raises:
            InvalidRequestError: A parameter is missing, unknown or not allowed.
        """
        self._checked(operation, params)

    def _within(self, steps: Steps[T], timeout: float | None = None) -> Steps[T]:
        """Run a flow within the limits; without any it stays as it is."""
        return steps if self.limiter is None else self.limiter.within(steps, timeout)

    def _reconciled(
        self, operation: Operation[ResponseModel], trace: Trace, steps: Steps[Found]
    ) -> Steps[Handle | tuple[Handle, ...] | None]:
        found = yield from steps
        surely = tuple(Handle(self.vendor, operation, ids) for ids in found.surely)
        if len(surely) == 1:
            self.known[tuple(surely[0].ids.values())] = trace.since
            return surely[0]
        return surely or tuple(Handle(self.vendor, operation, ids) for ids in found.maybe) or None

    def _remembered(self, steps: Steps[Handle]) -> Steps[Handle]:
        handle = yield from steps
        self.known[tuple(handle.ids.values())] = None
        return handle

    def _checked(self, operation: Operation[Any], params: Mapping[str, object]) -> dict[str, object]:
        """Bring parameters into the form in which they are sent, or refuse them."""
        prepared = self.preparations.of(operation)
        if prepared.own:
            params = {**prepared.own, **{name: value for name, value in params.items() if value is not None}}
        return prepared.checker.check(params, self.options.validate)

    def _looked(self, operation: Operation[Any], checked: Mapping[str, object], steps: Steps[T]) -> Steps[T]:
        """Let a look at the media go before a call, where that is wanted; all of it within the limits."""
        if not self.options.check_media:
            return self._within(steps)
        from mediawright_runtime import preflight  # noqa: PLC0415 (weight: most calls do without)

        return self._within(preflight.before(steps, operation, checked, self.options.timeout))

    def _call(self, operation: Operation[R], checked: Mapping[str, object]) -> Call[R]:
        prepared = self.preparations.of(operation)
        options = self.options
        key = self._key(operation)
        request = prepared.composer.compose(checked, options.extra, key)
        trace = self.trace(operation, checked)
        return Call(self.vendor, operation, request, options.timeout, self.redaction, prepared.access, key, trace)

    def _key(self, operation: Operation[Any]) -> str | None:
        """Make the key of a create, or take that of the caller."""
        key = self.options.idempotency_key
        if operation.idempotency is not None:
            return key or os.urandom(16).hex()
        if key is not None and operation.creates:
            raise UnsupportedError(f"{self.vendor.name} documents no idempotency key", operation=operation.path)
        return None

    def trace(
        self, operation: Operation[Any], checked: Mapping[str, object], since: float | None = None
    ) -> Trace | None:
        """Say by what a create can be recognized that is sent now, or was sent; None where the vendor offers no way."""
        search = self.vendor.tasks[operation.task].search if operation.task else None
        if search is None:
            return None
        given = {each.wire_name: checked[each.name] for each in operation.parameters if each.name in checked}
        known = {keyword: given[name] for keyword, name in search.by if name in given}
        return Trace(time.time() if since is None else since, known)

    def _query(self, handle: Handle) -> Query:
        lifecycle = handle.lifecycle
        ids: Mapping[str, object] = handle.ids
        if lifecycle.many:
            ids = {keyword: [id_] for keyword, id_ in ids.items()}
        return reading.Query(handle, self._call_with(lifecycle.query, ids), self._warned)

    def _cancellation(self, handle: Handle) -> Call[ResponseModel]:
        cancel = handle.lifecycle.cancel
        if cancel is None:
            reason = f"{self.vendor.name} documents no way to cancel a task; it goes on and is billed"
            raise about(handle, UnsupportedError(reason, operation=handle.operation.path))
        call = self._call_with(cancel.operation, dict(zip(cancel.keywords, handle.ids.values(), strict=True)))
        return replace(call, timeout=call.timeout.within(CANCEL_TIMEOUT))

    def _call_with(self, path: str, ids: Mapping[str, object]) -> Call[ResponseModel]:
        """Make the call of an operation that takes the ids of a task."""
        operation = operations.load(self.vendor, path)
        prepared = self.preparations.of(operation)
        request = prepared.composer.compose({**prepared.checker.sent_defaults, **ids}, {})
        return Call(self.vendor, operation, request, self.options.timeout, self.redaction, prepared.access)


def open_session(  # noqa: PLR0913 (what a client is given)
    vendor: Vendor,
    given: Mapping[str, str | None],
    *,
    base_url: str | None,
    timeout: float | Timeout | None,
    proxy: str | None,
    lock: Callable[[int], Lock],
) -> Session:
    """Make the session of a new client; what is not given is read from the environment now.

    Raises:
        ConfigurationError: A credential is missing, or an argument cannot be used.
    """
    known = credentials.resolve(vendor, given, os.environ)
    options = Options(timeout=taken(timeout) or Timeout())
    redaction = Redaction((*known.held.values(), *secrets(proxy)))
    address, keepers = credentials.address(vendor, base_url), dict[str, "Keeper"]()
    preparations = Preparations(vendor, address, known, redaction, keepers)
    session = Session(vendor, address, options, redaction, known, preparations, keepers, lock=lock)
    for token in vendor.tokens:
        if known.used.keys() >= {credential for _, credential in token.parameters}:
            keepers[token.name] = _keeper(session, token, lock(1))
    return session if vendor.limits is None else session.limited(vendor.limits)


def _keeper(session: Session, token: Token, lock: Lock) -> Keeper:
    from mediawright_runtime.tokens import Keeper  # noqa: PLC0415 (weight: few vendors need it)

    return Keeper(token, session.fetch, lock, session.redaction)
