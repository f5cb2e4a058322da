"""The synchronous client that emitted clients derive from."""

from __future__ import annotations

from threading import Semaphore
from typing import TYPE_CHECKING, TypeVar

from mediawright_runtime.base import BaseCaller, BaseCategory, BaseClient
from mediawright_runtime.driver import Driver
from mediawright_runtime.polling import Pace
from mediawright_runtime.proxy import checked
from mediawright_runtime.result import Result, found_in
from mediawright_runtime.session import open_session
from mediawright_runtime.task import Task
from mediawright_runtime.transport import fitting, open_client

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Mapping
    from os import PathLike
    from types import TracebackType
    from typing import Self

    from mediawright_runtime.batch import Batch
    from mediawright_runtime.declarations import Operation, Vendor
    from mediawright_runtime.errors import MediawrightError
    from mediawright_runtime.file_answer import FileAnswer
    from mediawright_runtime.handle import Handle
    from mediawright_runtime.models import ResponseModel
    from mediawright_runtime.outcome import Outcome, Progress
    from mediawright_runtime.reading import Reading
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

    def take(self, operation: Operation[R], params: Mapping[str, object]) -> FileAnswer:
        """Call an operation that answers with a file."""
        return self.driver.run(self.session.take(operation, params))

    def start(self, operation: Operation[R], params: Mapping[str, object]) -> Task:
        """Call an operation that starts a task."""
        handle = self.driver.run(self.session.submit(operation, params, self.driver.now))
        return Task(self.driver, self.session, handle)


class Client(BaseClient[Caller, Task]):
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
        session = open_session(vendor, credentials, base_url=base_url, timeout=timeout, proxy=through, lock=Semaphore)
        http = open_client(through) if http_client is None else fitting(http_client, asynchronous=False)
        driver = Driver(http, redaction=session.redaction, own=http_client is None)
        super().__init__(Caller(driver, session), closes=http_client is None)

    def call(self, name: str, /, **params: object) -> Task | Result | FileAnswer | ResponseModel:
        """Call an operation by its name, its model code, or `category.method`.

        Raises:
            InvalidRequestError: There is no such operation, or a parameter is missing, unknown or not allowed.
        """
        operation = self.caller.session.find(name)
        if operation.answer_type is not None:
            return self.caller.take(operation, params)
        if operation.task is not None:
            return self.caller.start(operation, params)
        return self.caller.make(operation, params) if operation.outputs else self.caller.ask(operation, params)

    def reconcile(self, error: MediawrightError) -> Task | tuple[Task, ...] | None:
        """Look for the task of a create whose answer was lost; nothing is created.

        Returns:
            The task; several, if the vendor lists more than one that may be it; None if it lists none. A vendor that is
            still at work on the create may list it later: ask again before creating another.

        Raises:
            UnsupportedError: The vendor documents no way to find it.
        """
        found = self.caller.driver.run(self.caller.session.reconcile(error))
        if isinstance(found, tuple):
            return tuple(map(self._task, found))
        return None if found is None else self._task(found)

    def map(  # noqa: PLR0913 (each is a choice of the caller)
        self,
        operation: Callable[..., object] | str,
        inputs: Iterable[Mapping[str, object]],
        *,
        concurrency: int | None = None,
        rate: float | tuple[int, float] | None = None,
        journal: str | PathLike[str] | None = None,
        timeout: float | None = 600.0,
        poll_interval: float | None = None,
        save: str | PathLike[str] | None = None,
        progress: bool | Callable[[Progress], object] | None = None,
        resend_lost: bool = False,
    ) -> Batch:
        """Call an operation once for each input: many at once, none created twice, one outcome each.

        Iterate the batch once: outcomes come in the order of the inputs, those of `as_completed()` as they end. An
        input that is refused or fails is an outcome with an `error`, and stops no other; what breaks a listener of
        yours stops the batch.

        Args:
            operation: A method of this client, or a name as `call` takes it.
            inputs: Dicts of keywords. Those of a list are all checked before the first is sent; others are read as
                needed.
            concurrency: Jobs between create and end, at most; as many as the spec says, else 4. A task whose wait
                timed out counts no more.
            rate: Creates per second, evenly spread, or `(count, seconds)`: so many in any span of so many seconds.
            journal: Path of a file that makes a restart with the same inputs continue: tasks are resumed, never
                created again. It has digests of the inputs, not the inputs. A create of which nobody knows whether
                the vendor accepted it is an outcome with an AmbiguousSubmitError: `reconcile` may find its task, and
                `mediawright.settle` decides it.
            timeout: Seconds for which each task is waited for; None waits for ever.
            poll_interval: Seconds between two queries of a task; without it the vendor's advice.
            save: Directory for the outputs.
            progress: True shows it on standard error; a function receives a Progress, in the batch's own thread.
            resend_lost: Send a create of an earlier run again that is lost for more than five minutes and that the
                vendor does not list. A list may be behind or not whole: then it is paid for twice.

        At most three times as many jobs as the concurrency are between their create and the moment when the caller has
        their outcome; in the order of the inputs, one that is slow holds back those behind it. `with client.map(...)
        as batch:` stops creating where the block is left, and waits for the answers of creates under way.

        What the vendor refuses before any work, as its documentation says, is sent again by the call itself, and put
        back up to 5 times after that. Such a refusal and any other for the rate slow the batch: the creates after it
        wait as long as the vendor says, up to an hour, or 1 s and then twice as long each time, and half as many jobs
        are under way until more are taken.

        Raises:
            InvalidRequestError: There is no such operation.
            ConfigurationError: A number is not usable; when iterated, that the journal is in use, damaged, or not of
                these inputs.
        """
        from mediawright_runtime.batch import Batch, Terms, named  # noqa: PLC0415 (weight: few callers need it)

        terms = Terms(concurrency, rate, journal, save, progress, resend_lost)
        found = named(self.caller.session, self, operation)
        return Batch(self.caller, found, inputs, Pace(timeout, poll_interval), terms)

    def as_completed(
        self, tasks: Iterable[Task | str], *, timeout: float | None = 600.0, poll_interval: float | None = None
    ) -> Generator[Outcome[Result]]:
        """Wait for many tasks at once, and give an outcome of each as it ends.

        Args:
            tasks: Tasks of this client, or their tokens.
            timeout: Seconds for which each is waited for; None waits for ever.
            poll_interval: Seconds between two queries of a task; without it the vendor's advice.

        Raises:
            InvalidRequestError: A token is not of this vendor.
        """
        from mediawright_runtime.batch import waited  # noqa: PLC0415 (weight: few callers need it)

        return waited(self.caller, tasks, Pace(timeout, poll_interval))

    def _task(self, handle: Handle, told: Reading | None = None) -> Task:
        return Task(self.caller.driver, self.caller.session, handle, told)

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


class Category(BaseCategory[Caller]):
    """A group of operations of one client."""

    def _call(self, operation: Operation[R], /, **params: object) -> R:
        return self._caller.ask(operation, params)

    def _make(self, operation: Operation[R], /, **params: object) -> Result:
        return self._caller.make(operation, params)

    def _take(self, operation: Operation[R], /, **params: object) -> FileAnswer:
        return self._caller.take(operation, params)

    def _start(self, operation: Operation[R], /, **params: object) -> Task:
        return self._caller.start(operation, params)
