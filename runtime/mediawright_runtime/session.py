"""What one client knows: its vendor, its address, its credentials, its options. It makes flows and runs none."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from mediawright_runtime import credentials, flow, polling, reading
from mediawright_runtime.call import Call
from mediawright_runtime.errors import ConfigurationError, InvalidRequestError
from mediawright_runtime.handle import Handle, read_token
from mediawright_runtime.hosts import HostRule
from mediawright_runtime.redaction import Redaction, shown
from mediawright_runtime.request import Composer
from mediawright_runtime.validation import Checker, closest, one_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mediawright_runtime.declarations import Operation, Vendor
    from mediawright_runtime.models import ResponseModel
    from mediawright_runtime.polling import Pace
    from mediawright_runtime.reading import Query, Reading
    from mediawright_runtime.status import TaskStatus
    from mediawright_runtime.steps import Steps
    from mediawright_runtime.validation import Validate

    R = TypeVar("R", bound=ResponseModel)

_TIMEOUT = 60.0


@dataclass(frozen=True, slots=True)
class Options:
    """What a caller may change from call to call."""

    timeout: float = _TIMEOUT
    """Seconds for each phase of an exchange: connect, send, and each wait for more of the answer."""
    on_submitted: Callable[[str], object] | None = None
    """Receives a task's token before the create call returns."""
    validate: Validate = "strict"
    extra: Mapping[str, object] = field(default_factory=dict[str, object])
    """Parameters newer than the spec, by their wire names."""

    def __post_init__(self) -> None:
        """Refuse what cannot work."""
        if not self.timeout > 0:
            raise ConfigurationError(f"timeout {self.timeout!r} is not usable; give seconds above 0")
        if self.validate not in {"strict", "warn", "off"}:
            raise ConfigurationError(f"validate {self.validate!r} is not known; give 'strict', 'warn' or 'off'")


@dataclass(frozen=True, slots=True)
class Prepared:
    """What every call of one operation shares."""

    checker: Checker
    composer: Composer


@dataclass(frozen=True, slots=True)
class Session:
    """What one client knows."""

    vendor: Vendor
    base_url: str
    options: Options
    redaction: Redaction
    _credentials: Mapping[str, str] = field(repr=False)
    _prepared: dict[str, Prepared] = field(default_factory=dict[str, "Prepared"], repr=False)
    _warned: set[object] = field(default_factory=set[object], repr=False)

    def with_options(self, **changed: Any) -> Session:
        """Copy the session with some options changed; None leaves one as it is."""
        given = {name: value for name, value in changed.items() if value is not None}
        return replace(self, options=replace(self.options, **given))

    def ask(self, operation: Operation[R], params: Mapping[str, object]) -> Steps[R]:
        """Make the flow of a call that answers at once."""
        return flow.ask(self._call(operation, params))

    def submit(
        self, operation: Operation[ResponseModel], params: Mapping[str, object], now: Callable[[], float]
    ) -> Steps[Handle]:
        """Make the flow of a call that starts a task."""
        return flow.submit(self._call(operation, params), self.options.on_submitted, now)

    def status(self, handle: Handle) -> Steps[TaskStatus]:
        """Make the flow that asks once how a task stands."""
        return reading.status(self._query(handle))

    def result(self, handle: Handle) -> Steps[Reading]:
        """Make the flow that asks once for a task's result."""
        return reading.result(self._query(handle))

    def wait(self, handle: Handle, pace: Pace, now: Callable[[], float]) -> Steps[Reading]:
        """Make the flow that waits for a task's end."""
        return polling.wait(self._query(handle), pace, now)

    def resume(self, token: str) -> Handle:
        """Read the handle of a task from its token.

        Raises:
            InvalidRequestError: The token is not of this vendor, or not of a known version or operation.
        """
        path, id_ = read_token(token, self.vendor)
        operation = load(self.vendor, path) if path in self._index().values() else None
        if operation is None or operation.task is None:
            allowed = f"the token of a task of vendor {self.vendor.name!r}"
            raise InvalidRequestError("token", token, allowed, reason=f"names no create: {shown(path)}")
        return Handle(self.vendor, operation, id_)

    def find(self, name: str) -> Operation[ResponseModel]:
        """Find an operation by its name, its model code, or `category.method`.

        Raises:
            InvalidRequestError: The vendor has none of that name.
        """
        index = self._index()
        if name in index:
            return load(self.vendor, index[name])
        near = closest(name, index)
        hint = f" (did you mean {near!r}?)" if near else ""
        allowed = one_of(sorted(set(index.values())))
        reason = f"{shown(name)} is not an operation of {self.vendor.name}{hint}"
        raise InvalidRequestError("operation", name, allowed, reason=reason)

    def host_rule(self) -> HostRule:
        """Say where outputs may be fetched from."""
        return HostRule(self.base_url, self.vendor.output_hosts)

    def _index(self) -> Mapping[str, str]:
        index: Mapping[str, str] = import_module(f"{self.vendor.package}.index").OPERATIONS
        return index

    def _call(self, operation: Operation[R], params: Mapping[str, object]) -> Call[R]:
        prepared = self._prepare(operation)
        options = self.options
        request = prepared.composer.compose(prepared.checker.check(params, options.validate), options.extra)
        return Call(self.vendor, operation, request, options.timeout, self.redaction)

    def _query(self, handle: Handle) -> Query:
        lifecycle = handle.lifecycle
        operation = load(self.vendor, lifecycle.query)
        request = self._prepare(operation).composer.compose({lifecycle.parameter: handle.id}, {})
        call = Call(self.vendor, operation, request, self.options.timeout, self.redaction)
        return reading.Query(handle, call, self._warned)

    def _prepare(self, operation: Operation[Any]) -> Prepared:
        prepared = self._prepared.get(operation.path)
        if prepared is None:
            headers = _headers(self.vendor, operation, self._credentials)
            prepared = Prepared(Checker(operation), Composer(operation, self.base_url, headers))
            self._prepared[operation.path] = prepared
        return prepared


def open_session(
    vendor: Vendor, given: Mapping[str, str | None], *, base_url: str | None, timeout: float | None
) -> Session:
    """Make the session of a new client; what is not given is read from the environment now.

    Raises:
        ConfigurationError: A credential is missing, or an argument cannot be used.
    """
    known = credentials.resolve(vendor, given, os.environ)
    options = Options() if timeout is None else Options(timeout=timeout)
    return Session(vendor, credentials.address(vendor, base_url), options, Redaction(tuple(known.values())), known)


def load(vendor: Vendor, path: str) -> Operation[ResponseModel]:
    """Import the declaration of one operation."""
    operation: Operation[ResponseModel] = import_module(f"{vendor.package}.operations.{path}").OPERATION
    return operation


def _headers(vendor: Vendor, operation: Operation[Any], known: Mapping[str, str]) -> dict[str, str]:
    """Put the vendor's and the operation's headers together; of two alike, the operation's stays."""
    by_name = {
        name.lower(): (name, value) for name, value in credentials.fill((*vendor.headers, *operation.headers), known)
    }
    return dict(by_name.values())
