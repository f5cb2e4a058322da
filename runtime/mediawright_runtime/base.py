"""What synchronous and asynchronous clients have in common: whatever sends nothing."""

from __future__ import annotations

from abc import ABC, abstractmethod
from copy import copy
from typing import TYPE_CHECKING, Generic, TypeVar

from mediawright_runtime.timeout import taken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any, Self

    from mediawright_runtime.declarations import Limits
    from mediawright_runtime.driver import BaseDriver
    from mediawright_runtime.handle import Handle
    from mediawright_runtime.observation import RawResponse
    from mediawright_runtime.reading import Reading
    from mediawright_runtime.reserved import Reserved
    from mediawright_runtime.session import Session
    from mediawright_runtime.timeout import Timeout
    from mediawright_runtime.validation import Validate

D = TypeVar("D", bound="BaseDriver")
C = TypeVar("C", bound="BaseCaller[Any]")
T = TypeVar("T")


class BaseCaller(Generic[D]):
    """What makes flows, and what runs them."""

    __slots__ = ("driver", "session")

    def __init__(self, driver: D, session: Session) -> None:
        self.driver = driver
        self.session = session

    def with_session(self, session: Session) -> Self:
        """Make one that runs the flows of another session over the same connections."""
        return type(self)(self.driver.telling(session.options.on_response), session)


class Offer:
    """What offers operations by name; the error for a name that was removed says since when, why, and what to use."""

    __slots__ = ()

    if not TYPE_CHECKING:  # a checker would take every name for one that is there

        def __getattr__(self, name: str) -> object:
            """Refuse a name that is not there, as Python does, and say what became of it."""
            try:
                return object.__getattribute__(self, name)
            except AttributeError as missing:
                removed = () if name.startswith("_") else tuple(self._removed(name))
                if not removed:
                    raise
                said = "; ".join(f"{each.name} {each}" for each in removed)
                raise AttributeError(f"{missing}: {said}", name=name, obj=self) from None

    def _removed(self, name: str) -> Iterable[Reserved]:
        """Find what was removed under a name."""
        raise NotImplementedError


class BaseClient(Offer, ABC, Generic[C, T]):
    """A client of one vendor, but for its calls."""

    def __init__(self, caller: C, *, closes: bool) -> None:
        self.caller = caller
        self._closes = closes
        """Whether the connections end with the client; injected ones stay open."""

    def resume(self, token: str) -> T:
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
    ) -> T:
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
        return self._task(*self.caller.session.opened(body, tolerance))

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

    def with_options(  # noqa: PLR0913 (each is an option that callers change)
        self,
        *,
        timeout: float | Timeout | None = None,
        on_submitted: Callable[[str], object] | None = None,
        on_response: Callable[[RawResponse], object] | None = None,
        validate: Validate | None = None,
        extra: Mapping[str, object] | None = None,
        limits: Limits | None = None,
        idempotency_key: str | None = None,
        check_media: bool | None = None,
    ) -> Self:
        """Copy the client with some options changed; both share their connections.

        Args:
            timeout: Seconds for each phase of an exchange, or a `mediawright.Timeout`.
            on_submitted: Receives a task's token before the create call returns.
            on_response: Receives each answer to a call or query as it came, a `mediawright.RawResponse`, after
                `on_submitted`. What it raises is raised by the call, with the token of a new task in a note.
            validate: "strict" refuses what the spec does not allow, "warn" logs it and sends, "off" sends.
            extra: Parameters newer than the spec, by their wire names.
            limits: How many requests at once and in a span of time this copy and its copies send, in all their tasks
                together; in place of the spec's.
            idempotency_key: The key of one create, where the vendor takes one; without it each create gets a new one.
            check_media: Look at the first bytes of images, videos and sounds before a call, and refuse what the record
                does not allow; to measure them takes `mediawright[media]` or `mediawright[media-video]`.
        """
        session = self.caller.session.with_options(
            timeout=taken(timeout),
            on_submitted=on_submitted,
            on_response=on_response,
            validate=validate,
            extra=extra,
            idempotency_key=idempotency_key,
            check_media=check_media,
        )
        if limits is not None:
            session = session.limited(limits)
        changed = copy(self)
        changed.caller = self.caller.with_session(session)
        return changed

    def _removed(self, name: str) -> Iterable[Reserved]:
        """Find the operations that were removed with a category."""
        known = self.caller.session.vendor.reserved if "caller" in vars(self) else ()
        return (each for each in known if each.name.partition(".")[0] == name)

    @abstractmethod
    def _task(self, handle: Handle, told: Reading | None = None) -> T:
        """Make a task of this kind of client."""

    def __repr__(self) -> str:
        """Name the address, and no secret."""
        return f"{type(self).__name__}(base_url={self.caller.session.base_url!r})"


class BaseCategory(Offer, Generic[C]):
    """A group of operations of one client."""

    def __init__(self, client: BaseClient[C, Any]) -> None:
        self._caller = client.caller

    def _removed(self, name: str) -> Iterable[Reserved]:
        """Find the operation of this category that was removed under a name; its module has the category's name."""
        path = f"{type(self).__module__.rpartition('.')[2]}.{name}"
        return (each for each in self._caller.session.vendor.reserved if each.name == path)
