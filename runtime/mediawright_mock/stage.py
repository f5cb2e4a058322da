"""What a test holds of a mock: what came in, what is to go wrong, and clients for it."""

from __future__ import annotations

from contextlib import ExitStack
from threading import Lock
from typing import TYPE_CHECKING, Any, TypedDict

from mediawright_mock.aims import Aims
from mediawright_mock.faults import read_fault
from mediawright_mock.mock import Mock
from mediawright_mock.plan import Planned

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from mediawright_mock.contract import Contract
    from mediawright_mock.faults import Fault
    from mediawright_mock.messages import Answer, Handler, Request
    from mediawright_mock.scenario import Scenario
    from mediawright_mock.webhooks import Post, Sent


class Options(TypedDict, total=False):
    """What a mock is told when it begins; each is a keyword of `Mock`."""

    scenario: Scenario | str | Path | None
    """How the vendor behaves; a file is read."""
    polls: int
    speed: float
    seed: int | str
    now: Callable[[], float]
    post: Post
    credentials: Mapping[str, str] | None
    faults: Sequence[Planned]


class Stage:
    """A mock in the hands of a test."""

    def __init__(self, contract: Contract, options: Options) -> None:
        """Set a vendor up."""
        self.url = ""
        """The address at which the vendor is played: what a client takes as `base_url`."""
        self.requests: list[Request] = []
        """All that came in, in order."""
        self._contract = contract
        self._mock = Mock(contract, steps=[self._record], **options)
        Aims(contract.operations).check_scenario(self._mock.scenario)
        self._credentials = {**dict(self._mock.scenario.credentials), **(options.get("credentials") or {})}
        self.counts = self._mock.ledger.counts
        """How many calls came in, by operation as `category.method`."""
        self.creates = self._mock.ledger.creates
        """How many of them were accepted as creates: each of them a vendor bills."""
        self._one_at_a_time = Lock()
        self._running = ExitStack()

    def fail(self, fault: Fault | str, operation: str = "*", *, first: int = 1, times: int | None = 1) -> None:
        """Let calls go wrong from now on.

        Args:
            fault: What goes wrong, as a value or as the header says it: `rate_limited;retry_after=7`.
            operation: `category.method`, or a pattern of such names.
            first: The first call that it hits, counted from 1 and from now, among those that the pattern fits and that
                it can hit: the end of a task comes with its create, and no other call counts.
            times: How many calls in a row it hits; None is all from the first on.

        Raises:
            FaultError: There is no such fault, or no call that it could hit.
        """
        wanted = read_fault(fault) if isinstance(fault, str) else fault
        self._mock.plan(Planned(wanted, operation, first, times))

    @property
    def unplayed(self) -> tuple[Planned, ...]:
        """What was to go wrong and has hit no call yet: `assert not mock.unplayed` ends a test that relies on it."""
        return self._mock.unplayed

    def client(self, **options: Any) -> Any:
        """Make a client of the vendor, with credentials that open nothing; it is closed with the mock.

        Its waits take no time: where it would sleep, its clock goes on instead. With `hurry=False` it sleeps.

        Args:
            options: What the client's class takes beside: credentials, `timeout`.
        """
        from mediawright_mock.clients import client_of  # noqa: PLC0415 (weight: whoever serves needs none)

        return client_of(self._contract, self.url, self._with_secrets(options), self._running, self.advance)

    def async_client(self, **options: Any) -> Any:
        """Make an asynchronous client, as `client` does; `async with` closes it."""
        from mediawright_mock.clients import async_client_of  # noqa: PLC0415 (weight: whoever serves needs none)

        return async_client_of(self._contract, self.url, self._with_secrets(options), self.advance)

    @property
    def webhooks(self) -> tuple[Sent, ...]:
        """What was told of tasks that ended, and what was answered."""
        return tuple(self._mock.webhooks.sent)

    def advance(self, seconds: float) -> None:
        """Put the vendor's clock forward.

        Raises:
            ValueError: Time does not pass so.
        """
        self._mock.clock.advance(seconds)

    def reset(self) -> None:
        """Begin anew: without tasks, files and counts, at the first call of all that is to go wrong."""
        with self._one_at_a_time:
            self.requests.clear()
            self._mock.reset()

    def close(self) -> None:
        """End it, and the clients that it has made."""
        self._mock.close()
        self._running.close()

    def _with_secrets(self, options: dict[str, Any]) -> dict[str, Any]:
        return {**self._credentials, **options}

    def _answer(self, request: Request) -> Answer:
        with self._one_at_a_time:
            return self._mock.answer(request)

    def _record(self, request: Request, handler: Handler) -> Answer:
        self.requests.append(request)
        return handler(request)
