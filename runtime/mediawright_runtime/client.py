"""The synchronous client that emitted clients derive from."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from mediawright_runtime.base import BaseCaller, BaseClient
from mediawright_runtime.driver import Driver
from mediawright_runtime.proxy import checked
from mediawright_runtime.result import Result, found_in
from mediawright_runtime.session import open_session
from mediawright_runtime.task import Task
from mediawright_runtime.transport import open_client

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType
    from typing import Self

    from mediawright_runtime.declarations import Operation, Vendor
    from mediawright_runtime.errors import MediawrightError
    from mediawright_runtime.handle import Handle
    from mediawright_runtime.models import ResponseModel
    from mediawright_runtime.timeout import Timeout
    from mediawright_runtime.transport import HttpClient

    R = TypeVar("R", bound=ResponseModel)


class Caller(BaseCaller[Driver]):
    """Calls operations: what a client and its categories share."""

    __slots__ = ()

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


class Client(BaseClient[Caller]):
    """A client of one vendor. Use it as a context manager, or close it; an injected `http_client` stays open."""

    def __init__(  # noqa: PLR0913 (what a client is given)
        self,
        vendor: Vendor,
        credentials: Mapping[str, str | None],
        *,
        base_url: str | None = None,
        timeout: float | Timeout | None = None,
        proxy: str | None = None,
        http_client: HttpClient | None = None,
    ) -> None:
        through = checked(proxy, injected=http_client is not None)
        session = open_session(vendor, credentials, base_url=base_url, timeout=timeout, proxy=through, lock=Lock)
        http = open_client(through) if http_client is None else http_client
        driver = Driver(http, redaction=session.redaction)
        super().__init__(Caller(driver, session), closes=http_client is None)

    def call(self, name: str, /, **params: object) -> Task | Result | ResponseModel:
        """Call an operation by its name, its model code, or `category.method`.

        Raises:
            InvalidRequestError: There is no such operation, or a parameter is missing, unknown or not allowed.
        """
        operation = self.caller.session.find(name)
        if operation.task is not None:
            return self.caller.start(operation, params)
        return self.caller.make(operation, params) if operation.outputs else self.caller.ask(operation, params)

    def reconcile(self, error: MediawrightError) -> Task | tuple[Task, ...] | None:
        """Look for the task of a create whose answer was lost; nothing is created.

        Returns:
            The task; several, if the vendor lists more than one that may be it; None if it surely has none.

        Raises:
            UnsupportedError: The vendor documents no way to find it.
        """
        found = self.caller.driver.run(self.caller.session.reconcile(error))
        if isinstance(found, tuple):
            return tuple(map(self._task, found))
        return None if found is None else self._task(found)

    def resume(self, token: str) -> Task:
        """Come back to a task by its token; nothing is sent.

        Raises:
            InvalidRequestError: The token is not of this vendor.
        """
        return self._task(self.caller.session.resume(token))

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

    def _task(self, handle: Handle) -> Task:
        return Task(self.caller.driver, self.caller.session, handle)

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
