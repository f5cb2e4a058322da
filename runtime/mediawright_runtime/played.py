"""One call of a client, played against recorded answers: what emitted contract tests look at."""

from __future__ import annotations

import asyncio
import inspect
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from mediawright_runtime import paths
from mediawright_runtime.asynchronous import AsyncCaller, AsyncClient
from mediawright_runtime.client import Client
from mediawright_runtime.driver import AsyncDriver, Driver
from mediawright_runtime.errors import MediawrightError
from mediawright_runtime.handle import Handle, is_id
from mediawright_runtime.recorder import Answer, AsyncRecorder, Recorded, Recorder
from mediawright_runtime.shapes import is_list
from mediawright_runtime.task import AsyncTask, Task

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mediawright_runtime.declarations import Token
    from mediawright_runtime.session import Session

    Params = Mapping[str, object]
    Act = Callable[[Client | AsyncClient], object]

ClientClass: TypeAlias = type[Client] | type[AsyncClient]

BASE_URL = "https://vendor.invalid"
"""The address of every client that a check makes."""

_KEY = "test-idempotency-key"
_OPTIONS = frozenset({"base_url", "timeout", "proxy", "http_client"})


class Played(NamedTuple):
    """What a call came to."""

    session: Session
    requests: list[Recorded]
    returned: object
    error: MediawrightError | None


def play(client_class: ClientClass, answers: tuple[Answer, ...], act: Act) -> Played:
    """Play one call; no time passes, and tokens are at hand."""
    client, requests = _client(client_class, answers)
    session = client.caller.session
    try:
        returned = asyncio.run(_awaited(act, client)) if isinstance(client, AsyncClient) else act(client)
    except MediawrightError as error:
        return Played(session, requests, None, error)
    return Played(session, requests, returned, None)


def calling(operation: str, params: Params) -> Act:
    """Call as a person would: `client.category.method(...)`."""
    category, _, method = operation.partition(".")
    return lambda client: getattr(getattr(_keyed(client, operation), category), method)(**params)


def _keyed(client: Client | AsyncClient, operation: str) -> Client | AsyncClient:
    """Give the key that the contract tests expect to a client whose operation takes one."""
    takes = client.caller.session.find(operation).idempotency is not None
    return client.with_options(idempotency_key=_KEY) if takes else client


def task(client: Client | AsyncClient, operation: str, params: Params) -> Task | AsyncTask:
    """Make the task of which a query tells, whatever create may have started it."""
    caller = client.caller
    vendor = caller.session.vendor
    name, lifecycle = next((name, each) for name, each in vendor.tasks.items() if each.query == operation)
    ids = {keyword: _id(params[keyword]) for keyword, _ in lifecycle.ids}
    handle = Handle(vendor, caller.session.stand_in(name), ids)
    if isinstance(caller, AsyncCaller):
        return AsyncTask(caller.driver, caller.session, handle)
    return Task(caller.driver, caller.session, handle)


def known(session: Session) -> dict[str, str]:
    """List the credentials and tokens that go along with a client's calls."""
    return {**session.credentials.used, **{name: _placeholder(name) for name in session.keepers}}


def renewals(client_class: ClientClass, operation: str, code: object) -> tuple[Answer, ...]:
    """Make what is answered where this code has the operation's tokens fetched anew; nothing where it has not."""
    session = _client(client_class, ())[0].caller.session
    access = session.access(session.find(operation))
    if access is None or not access.is_spent(code):
        return ()
    return tuple(Answer(_fetched(session, each.token)) for each in access.keepers)


def _client(client_class: ClientClass, answers: tuple[Answer, ...]) -> tuple[Client | AsyncClient, list[Recorded]]:
    names = (name for name in inspect.signature(client_class).parameters if name not in _OPTIONS)
    options: dict[str, Any] = {"base_url": BASE_URL, **{name: _placeholder(name) for name in names}}
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
        keeper.keep(_placeholder(name))
    return client, requests


def _placeholder(name: str) -> str:
    return f"test-{name}"


def _no_time(_seconds: float) -> None:
    """Let none pass."""


async def _ano_time(_seconds: float) -> None:
    """Let none pass."""


async def _awaited(act: Act, client: Client | AsyncClient) -> object:
    returned = act(client)
    return await returned if inspect.isawaitable(returned) else returned


def _id(value: object) -> str | int:
    """Take the id out of a parameter that takes one, or several."""
    only = value[0] if is_list(value) else value
    return only if is_id(only) else str(only)


def _fetched(session: Session, token: Token) -> dict[str, object]:
    """Make the answer that brings a token."""
    answer: dict[str, object] = {}
    envelope = session.vendor.envelope
    if envelope.code is not None and envelope.success:
        paths.put(answer, envelope.code, envelope.success[0])
    paths.put(answer, token.answer, _placeholder(token.name))
    return answer
