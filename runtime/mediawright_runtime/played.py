"""One call of a client, played against recorded answers: what emitted contract tests look at."""

from __future__ import annotations

import asyncio
import inspect
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from mediawright_runtime.asynchronous import AsyncClient
from mediawright_runtime.client import Client
from mediawright_runtime.driver import AsyncDriver, Driver
from mediawright_runtime.errors import MediawrightError
from mediawright_runtime.recorder import Answer, AsyncRecorder, Recorded, Recorder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mediawright_runtime.models import ResponseModel

    Params = Mapping[str, object]
    Act = Callable[[Client | AsyncClient], object]

ClientClass: TypeAlias = type[Client] | type[AsyncClient]

BASE_URL = "https://vendor.invalid"
"""The address of a client whose vendor has none of its own."""


class Subject(NamedTuple):
    """The operation under test, and what a client is given before it is called: all of it read off the record."""

    operation: str
    """As `category.method`."""
    server: str = ""
    """The vendor's own address, to which a client sends that is given none."""
    credentials: Mapping[str, str] = {}
    tokens: Mapping[str, str] = {}
    """Fetched credentials that are at hand, by name."""
    idempotency_key: str | None = None
    """The key that is given where the operation takes one."""

    @property
    def address(self) -> str:
        """Where requests go."""
        return self.server or BASE_URL


class Played(NamedTuple):
    """What a call came to."""

    requests: list[Recorded]
    returned: object
    error: MediawrightError | None


def play(client_class: ClientClass, subject: Subject, answers: tuple[Answer, ...], act: Act) -> Played:
    """Play one call; no time passes, and tokens are at hand."""
    client, requests = _client(client_class, subject, answers)
    try:
        returned = asyncio.run(_awaited(act, client)) if isinstance(client, AsyncClient) else act(client)
    except MediawrightError as error:
        return Played(requests, None, error)
    return Played(requests, returned, None)


def play_each(client_class: ClientClass, subject: Subject, told: Sequence[tuple[Act, Answer]]) -> list[Played]:
    """Play calls in turn with one client, each with its answer: to make a client takes longer than a call."""
    client, requests = _client(client_class, subject, tuple(answer for _, answer in told))
    return asyncio.run(_one_by_one(client, requests, [act for act, _ in told]))


async def _one_by_one(client: Client | AsyncClient, requests: list[Recorded], acts: Sequence[Act]) -> list[Played]:
    played: list[Played] = []
    for act in acts:
        before = len(requests)
        returned, error = await _outcome(act, client)
        played.append(Played(requests[before:], returned, error))
    return played


async def _outcome(act: Act, client: Client | AsyncClient) -> tuple[object, MediawrightError | None]:
    try:
        return await _awaited(act, client), None
    except MediawrightError as error:
        return None, error


def client_of(client_class: ClientClass, subject: Subject) -> Client | AsyncClient:
    """Make a client that sends nothing."""
    return _client(client_class, subject, ())[0]


def response_model(client_class: type[Client], subject: Subject) -> type[ResponseModel]:
    """Find the model of the answers to an operation."""
    return client_of(client_class, subject).caller.session.find(subject.operation).response


def calling(subject: Subject, params: Params) -> Act:
    """Call as a person would: `client.category.method(...)`."""
    category, _, method = subject.operation.partition(".")
    return lambda client: getattr(getattr(_keyed(client, subject), category), method)(**params)


def _keyed(client: Client | AsyncClient, subject: Subject) -> Client | AsyncClient:
    key = subject.idempotency_key
    return client.with_options(idempotency_key=key) if key is not None else client


def _client(
    client_class: ClientClass, subject: Subject, answers: tuple[Answer, ...]
) -> tuple[Client | AsyncClient, list[Recorded]]:
    options: dict[str, Any] = {"base_url": None if subject.server else BASE_URL, **subject.credentials}
    client: Client | AsyncClient
    if issubclass(client_class, AsyncClient):
        asynchronous = AsyncRecorder(*answers)
        client = client_class(**options, http_client=asynchronous)
        client.caller.driver = AsyncDriver(asynchronous, sleep=_ano_time)
        requests = asynchronous.requests
    else:
        synchronous = Recorder(*answers)
        client = client_class(**options, http_client=synchronous)
        client.caller.driver = Driver(synchronous, sleep=_no_time)
        requests = synchronous.requests
    for name, keeper in client.caller.session.keepers.items():
        keeper.keep(subject.tokens[name])
    return client, requests


def _no_time(_seconds: float) -> None:
    """Let none pass."""


async def _ano_time(_seconds: float) -> None:
    """Let none pass."""


async def _awaited(act: Act, client: Client | AsyncClient) -> object:
    returned = act(client)
    return await returned if inspect.isawaitable(returned) else returned
