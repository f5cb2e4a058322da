"""What emitted contract tests call: one check for each kind of case.

Every check takes a client class, synchronous or asynchronous, plays one call against recorded answers, and raises
AssertionError with what differs. Nothing leaves the process.
"""

from __future__ import annotations

import asyncio
import inspect
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar
from urllib.parse import parse_qsl, quote, urlsplit

from mediawright_runtime import paths
from mediawright_runtime.asynchronous import AsyncCaller, AsyncClient
from mediawright_runtime.client import Client
from mediawright_runtime.errors import InvalidRequestError, MediawrightError, VendorError
from mediawright_runtime.handle import Handle
from mediawright_runtime.models import ResponseModel
from mediawright_runtime.recorder import Answer, AsyncRecorder, Recorded, Recorder
from mediawright_runtime.shapes import is_list, is_object
from mediawright_runtime.task import AsyncTask, Task

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mediawright_runtime.declarations import Operation, Parameter
    from mediawright_runtime.session import Session

    Params = Mapping[str, object]
    Act = Callable[[Client | AsyncClient], object]

E = TypeVar("E", bound=MediawrightError)
ClientClass: TypeAlias = type[Client] | type[AsyncClient]

__all__ = [
    "BASE_URL",
    "Answer",
    "AsyncRecorder",
    "ClientClass",
    "Recorded",
    "Recorder",
    "check_accepted",
    "check_parsed",
    "check_refused",
    "check_refused_answer",
    "check_wire",
]

BASE_URL = "https://vendor.invalid"
"""The address of every client that a check makes."""

_OPTIONS = frozenset({"base_url", "timeout", "http_client"})


def check_wire(  # noqa: PLR0913 (each is a part of the request)
    client_class: ClientClass,
    operation: str,
    params: Params,
    *,
    method: str,
    path: str,
    query: Params | None = None,
    headers: Params | None = None,
    body: object = None,
    answer: object,
) -> None:
    """Check that a call sends exactly this, once; header values may hold `{credential}` placeholders."""
    sent = _only(_played(client_class, (Answer(answer),), _calling(operation, params)).requests)
    parts = urlsplit(sent.url)
    _same("method", sent.method, method)
    _same("path", sent.url.partition("?")[0].removeprefix(BASE_URL), path)
    wanted = [(name, text) for name, value in (query or {}).items() for text in _texts(value)]
    _same("query", sorted(parse_qsl(parts.query, keep_blank_values=True)), sorted(wanted))
    _same("body", _body(sent), body)
    known = _credentials(client_class)
    for name, value in (headers or {}).items():
        _same(f"header {name}", _lower(sent.headers).get(name.lower()), _filled(_texts(value)[0], known))


def check_accepted(client_class: ClientClass, operation: str, params: Params, answer: object) -> None:
    """Check that a call is sent, once, and carries what was given."""
    played = _played(client_class, (Answer(answer),), _calling(operation, params))
    sent = _only(played.requests)
    found = played.session.find(operation)
    for parameter in found.parameters:
        value = params.get(parameter.name)
        if value is not None and not _carries(sent, found, parameter, value):
            raise AssertionError(f"{parameter.name}: {value!r} is not on the wire: {sent}")


def check_refused(client_class: ClientClass, operation: str, params: Params, field: str) -> None:
    """Check that a call is refused for one parameter, says what is allowed, and sends nothing."""
    played = _played(client_class, (), lambda client: client.call(operation, **params))
    _same("requests", len(played.requests), 0)
    error = _raised(played, InvalidRequestError)
    _same("field", error.field, field)
    if not error.allowed:
        raise AssertionError(f"{error} does not say what is allowed")


def check_parsed(
    client_class: ClientClass, operation: str, params: Params, answer: object, expect: Mapping[str, Any]
) -> None:
    """Check what a client makes of an answer.

    `expect` has some of: `task_id`; `model` (answer path -> value, or list of values where the path has `[]`); and, for
    an operation that tells how tasks stand, `state` and `outputs`.
    """
    if "task_id" in expect or "model" in expect:
        played = _played(client_class, (Answer(answer),), _calling(operation, params))
        _check_returned(_returned(played), expect)
    if "state" in expect:
        seen = _played(client_class, (Answer(answer),), lambda client: _task(client, operation, params).status())
        _same("state", _returned(seen).state, expect["state"])
    if "outputs" in expect:
        seen = _played(client_class, (Answer(answer),), lambda client: _task(client, operation, params).result())
        _same("outputs", [output.url for output in _returned(seen).outputs], list(expect["outputs"]))


def check_refused_answer(  # noqa: PLR0913 (each is a part of the case)
    client_class: ClientClass,
    operation: str,
    params: Params,
    answer: object,
    *,
    code: int | str | None,
    kind: str,
    status: int = 200,
) -> None:
    """Check that a documented error answer becomes a VendorError with its code and kind."""
    played = _played(client_class, (Answer(answer, status),), _calling(operation, params))
    error = _raised(played, VendorError)
    _same("code", error.code, code)
    _same("kind", error.kind, kind)
    _only(played.requests)


class _Played(NamedTuple):
    """What a call came to."""

    session: Session
    requests: list[Recorded]
    returned: object
    error: MediawrightError | None


def _played(client_class: ClientClass, answers: tuple[Answer, ...], act: Act) -> _Played:
    asynchronous = issubclass(client_class, AsyncClient)
    http = AsyncRecorder(*answers) if asynchronous else Recorder(*answers)
    options: dict[str, Any] = {**_credentials(client_class), "base_url": BASE_URL, "http_client": http}
    client = client_class(**options)
    session = client.caller.session
    try:
        returned = asyncio.run(_awaited(act, client)) if asynchronous else act(client)
    except MediawrightError as error:
        return _Played(session, http.requests, None, error)
    return _Played(session, http.requests, returned, None)


async def _awaited(act: Act, client: Client | AsyncClient) -> object:
    returned = act(client)
    return await returned if inspect.isawaitable(returned) else returned


def _calling(operation: str, params: Params) -> Act:
    """Call as a person would: `client.category.method(...)`."""
    category, _, method = operation.partition(".")
    return lambda client: getattr(getattr(client, category), method)(**params)


def _task(client: Client | AsyncClient, operation: str, params: Params) -> Task | AsyncTask:
    """Make the task of which a query tells, whatever create may have started it."""
    caller = client.caller
    vendor = caller.session.vendor
    name, lifecycle = next((name, each) for name, each in vendor.tasks.items() if each.query == operation)
    id_ = params[lifecycle.parameter]
    started = replace(caller.session.find(operation), task=name)
    handle = Handle(vendor, started, id_ if isinstance(id_, (str, int)) else str(id_))
    if isinstance(caller, AsyncCaller):
        return AsyncTask(caller.driver, caller.session, handle)
    return Task(caller.driver, caller.session, handle)


def _check_returned(returned: object, expect: Mapping[str, Any]) -> None:
    if "task_id" in expect:
        found = returned.id if isinstance(returned, (Task, AsyncTask)) else returned
        _same("task id", found, str(expect["task_id"]))
    answer = returned.model_dump(by_alias=True, warnings=False) if isinstance(returned, ResponseModel) else {}
    for path, value in expect.get("model", {}).items():
        _same(path, list(paths.read(answer, path)), value if "[]" in path else [value])


def _raised(played: _Played, kind: type[E]) -> E:
    if isinstance(played.error, kind):
        return played.error
    outcome = f"{type(played.error).__name__}: {played.error}" if played.error else f"the call gave {played.returned!r}"
    raise AssertionError(f"expected {kind.__name__}, but {outcome}") from played.error


def _returned(played: _Played) -> Any:
    if played.error is not None:
        raise AssertionError(f"the call raised {type(played.error).__name__}: {played.error}") from played.error
    return played.returned


def _only(requests: list[Recorded]) -> Recorded:
    _same("requests", len(requests), 1)
    return requests[0]


def _carries(sent: Recorded, operation: Operation[ResponseModel], parameter: Parameter, value: object) -> bool:
    texts = _texts(value)
    match parameter.location:
        case "body":
            body = _body(sent)
            inner = body.get(operation.wrap) if operation.wrap and is_object(body) else body
            return is_object(inner) and _canonical(inner.get(parameter.wire_name)) == _canonical(value)
        case "query":
            query = parse_qsl(urlsplit(sent.url).query, keep_blank_values=True)
            return [text for name, text in query if name == parameter.wire_name] == texts
        case "path":
            return quote(texts[0], safe="") in urlsplit(sent.url).path.split("/")
        case "header":
            return _lower(sent.headers).get(parameter.wire_name.lower()) == texts[0]
        case "raw":
            return sent.content == value


def _texts(value: object) -> list[str]:
    """Write a value as it stands outside a body, each item of a list by itself."""
    items = value if is_list(value) else [value]
    return [each if isinstance(each, str) else _canonical(each) for each in items]


def _body(sent: Recorded) -> object:
    """Read a request's body; bytes where it is not JSON, None where there is none."""
    try:
        return json.loads(sent.content) if sent.content else None
    except ValueError:
        return sent.content


def _credentials(client_class: ClientClass) -> dict[str, str]:
    """Make a placeholder for every credential that a client takes."""
    names = (name for name in inspect.signature(client_class).parameters if name not in _OPTIONS)
    return {name: f"test-{name}" for name in names}


def _lower(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def _filled(template: str, credentials: Mapping[str, str]) -> str:
    for name, value in credentials.items():
        template = template.replace(f"{{{name}}}", value)
    return template


def _canonical(value: object) -> str:
    """Write a value so that only what JSON holds for equal is equal: 1 is not true, and not 1.0."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, default=repr)


def _same(what: str, found: object, expected: object) -> None:
    if _canonical(found) != _canonical(expected):
        raise AssertionError(f"{what} differs\n  found:    {_canonical(found)}\n  expected: {_canonical(expected)}")
