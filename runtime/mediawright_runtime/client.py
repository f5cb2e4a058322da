"""The synchronous client that emitted clients derive from."""

from __future__ import annotations

from copy import copy
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from mediawright_runtime.driver import Driver
from mediawright_runtime.result import Result, found_in
from mediawright_runtime.session import open_session
from mediawright_runtime.task import Task
from mediawright_runtime.transport import open_client

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType
    from typing import Self

    from mediawright_runtime.declarations import Operation, Vendor
    from mediawright_runtime.models import ResponseModel
    from mediawright_runtime.session import Session
    from mediawright_runtime.transport import HttpClient
    from mediawright_runtime.validation import Validate

    R = TypeVar("R", bound=ResponseModel)


class Caller:
    """Calls operations: what a client and its categories share."""

    __slots__ = ("driver", "session")

    def __init__(self, driver: Driver, session: Session) -> None:
        self.driver = driver
        self.session = session

    def ask(self, operation: Operation[R], params: Mapping[str, object]) -> R:
        """Call an operation that answers at once."""
        return self.driver.run(self.session.ask(operation, params))

    def make(self, operation: Operation[R], params: Mapping[str, object]) -> Result:
        """Call an operation whose answer is the work itself."""
        answer = self.driver.run(self.session.make(operation, params))
        return Result(self.driver, self.session, found_in(answer, operation))

    def start(self, operation: Operation[R], params: Mapping[str, object]) -> Task:
        """Call an operation that starts a task."""
        handle = self.driver.run(self.session.submit(operation, params, self.driver.now))
        return Task(self.driver, self.session, handle)


class Client:
    """A client of one vendor. Use it as a context manager, or close it; an injected `http_client` stays open."""

    def __init__(
        self,
        vendor: Vendor,
        credentials: Mapping[str, str | None],
        *,
        base_url: str | None = None,
        timeout: float | None = None,
        http_client: HttpClient | None = None,
    ) -> None:
        session = open_session(vendor, credentials, base_url=base_url, timeout=timeout, lock=Lock)
        self._closes = http_client is None
        self.caller = Caller(Driver(open_client() if http_client is None else http_client), session)

    def call(self, name: str, /, **params: object) -> Task | Result | ResponseModel:
        """Call an operation by its name, its model code, or `category.method`.

        Raises:
            InvalidRequestError: There is no such operation, or a parameter is missing, unknown or not allowed.
        """
        operation = self.caller.session.find(name)
        if operation.task is not None:
            return self.caller.start(operation, params)
        return self.caller.make(operation, params) if operation.outputs else self.caller.ask(operation, params)

    def resume(self, token: str) -> Task:
        """Come back to a task by its token; nothing is sent.

        Raises:
            InvalidRequestError: The token is not of this vendor.
        """
        session = self.caller.session
        return Task(self.caller.driver, session, session.resume(token))

    def parse_webhook(
        self,
        headers: Mapping[str, str],  # noqa: ARG002 (part of a callback; the seals known so far are in the body)
        body: bytes | str,
        *,
        tolerance: float = 300.0,
    ) -> Task:
        """Read what the vendor sent to a callback address; nothing is sent.

        Args:
            headers: The headers as they came.
            body: The body as it came, to the byte.
            tolerance: Seconds by which the time of sending may differ from now, where the vendor signs it.

        Returns:
            The task, with how it stands in `reported`; `result()` answers from the callback where that says it ended.

        Raises:
            WebhookError: It is not the vendor's callback, or cannot be read.
            ConfigurationError: A credential or a package is missing that opens it.
        """
        session = self.caller.session
        return Task(self.caller.driver, session, *session.opened(body, tolerance))

    def sign_webhook(
        self, payload: Mapping[str, object], *, timestamp: float | None = None
    ) -> tuple[dict[str, str], bytes]:
        """Make the headers and body of a callback as the vendor sends it, for tests.

        Args:
            payload: What it tells: the body as it is once it is opened.
            timestamp: Seconds since 1970; now, if not given.

        Raises:
            ConfigurationError: A credential or a package is missing that seals it.
        """
        return self.caller.session.sealed(payload, timestamp)

    def with_options(
        self,
        *,
        timeout: float | None = None,
        on_submitted: Callable[[str], object] | None = None,
        validate: Validate | None = None,
        extra: Mapping[str, object] | None = None,
    ) -> Self:
        """Copy the client with some options changed; both share their connections.

        Args:
            timeout: Seconds for each phase of an exchange.
            on_submitted: Receives a task's token before the create call returns.
            validate: "strict" refuses what the spec does not allow, "warn" logs it and sends, "off" sends.
            extra: Parameters newer than the spec, by their wire names.
        """
        session = self.caller.session.with_options(
            timeout=timeout, on_submitted=on_submitted, validate=validate, extra=extra
        )
        changed = copy(self)
        changed.caller = Caller(self.caller.driver, session)
        return changed

    def close(self) -> None:
        """Close the connections, those of copies too."""
        if self._closes:
            self.caller.driver.http.close()

    def __enter__(self) -> Self:
        """Enter a context that closes the client."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the client."""
        self.close()

    def __repr__(self) -> str:
        """Name the address, and no secret."""
        return f"{type(self).__name__}(base_url={self.caller.session.base_url!r})"


class Category:
    """A group of operations of one client."""

    def __init__(self, client: Client) -> None:
        self._caller = client.caller

    def _call(self, operation: Operation[R], /, **params: object) -> R:
        return self._caller.ask(operation, params)

    def _make(self, operation: Operation[R], /, **params: object) -> Result:
        return self._caller.make(operation, params)

    def _start(self, operation: Operation[R], /, **params: object) -> Task:
        return self._caller.start(operation, params)
