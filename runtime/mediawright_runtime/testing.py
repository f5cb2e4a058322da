"""What emitted contract tests call: one check for each kind of case.

Every check takes a client class, synchronous or asynchronous, plays one call against recorded answers, and raises
AssertionError with what differs. Nothing leaves the process.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import parse_qsl, quote, urlsplit

from mediawright_runtime import header, paths
from mediawright_runtime.errors import AmbiguousSubmitError, InvalidRequestError, MediawrightError, VendorError
from mediawright_runtime.models import ResponseModel
from mediawright_runtime.played import BASE_URL, ClientClass, calling, known, play, renewals, task
from mediawright_runtime.recorder import Answer, AsyncRecorder, Recorded, Recorder
from mediawright_runtime.result import AsyncResult, Result
from mediawright_runtime.shapes import is_list, is_object
from mediawright_runtime.task import AsyncTask, Task

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mediawright_runtime.declarations import Operation, Parameter
    from mediawright_runtime.played import Params, Played

E = TypeVar("E", bound=MediawrightError)

_MANY = 9
"""More answers than any client asks for."""
_OF_RESULTS = frozenset({"outputs", "kinds"})

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
    played = play(client_class, (Answer(answer),), calling(operation, params))
    sent = _only(played.requests)
    parts = urlsplit(sent.url)
    _same("method", sent.method, method)
    _same("path", sent.url.partition("?")[0].removeprefix(BASE_URL), path)
    wanted = [(name, text) for name, value in (query or {}).items() for text in _texts(value)]
    _same("query", sorted(parse_qsl(parts.query, keep_blank_values=True)), sorted(wanted))
    _same("body", sent.content if isinstance(body, bytes) else _body(sent), body)
    values = known(played.session)
    for name, value in (headers or {}).items():
        _same(f"header {name}", _lower(sent.headers).get(name.lower()), header.fill(",".join(_texts(value)), values))


def check_accepted(client_class: ClientClass, operation: str, params: Params, answer: object) -> None:
    """Check that a call is sent, once, and carries what was given."""
    played = play(client_class, (Answer(answer),), calling(operation, params))
    sent = _only(played.requests)
    found = played.session.find(operation)
    for parameter in found.parameters:
        value = params.get(parameter.name)
        if value is not None and not _carries(sent, found, parameter, value):
            raise AssertionError(f"{parameter.name}: {value!r} is not on the wire: {sent}")


def check_refused(client_class: ClientClass, operation: str, params: Params, field: str) -> None:
    """Check that a call is refused for one parameter, says what is allowed, and sends nothing."""
    played = play(client_class, (), lambda client: client.call(operation, **params))
    _same("requests", len(played.requests), 0)
    error = _raised(played, InvalidRequestError)
    _same("field", error.field, field)
    if not error.allowed:
        raise AssertionError(f"{error} does not say what is allowed")


def check_parsed(
    client_class: ClientClass, operation: str, params: Params, answer: object, expect: Mapping[str, Any]
) -> None:
    """Check what a client makes of an answer.

    `expect` has some of: `task_id` (several joined by slashes); `model` (answer path -> value, or list of values where
    the path has `[]`); `outputs`, the addresses that the answer brings, and `kinds`, what they are; and, for an
    operation that tells how tasks stand, `state`.
    """
    call = calling(operation, params)
    if not _tells_of_tasks(client_class, operation):
        _check_returned(_returned(play(client_class, (Answer(answer),), call)), expect)
        return
    if "model" in expect:
        _check_returned(_returned(play(client_class, (Answer(answer),), call)), {"model": expect["model"]})
    if "state" in expect:
        seen = play(client_class, (Answer(answer),), lambda client: task(client, operation, params).status())
        _same("state", _returned(seen).state, expect["state"])
    if expect.keys() & _OF_RESULTS:
        seen = play(client_class, (Answer(answer),), lambda client: task(client, operation, params).result())
        _check_returned(_returned(seen), {key: expect[key] for key in _OF_RESULTS & expect.keys()})


def check_refused_answer(  # noqa: PLR0913 (each is a part of the case)
    client_class: ClientClass,
    operation: str,
    params: Params,
    answer: object,
    *,
    code: int | str | None,
    kind: str,
    status: int = 200,
    retries: int = 0,
    refused: bool = False,
) -> None:
    """Check that a documented error answer becomes an error with its code and kind.

    The call must have been sent once more for each of the `retries` that the vendor documents, and once more with a new
    token where the code says that the old one is no longer good; at least once more where the vendor has `refused` it
    before any work.
    """
    error_answer = Answer(answer, status)
    fetched = renewals(client_class, operation, status if code is None else code)
    answers = (error_answer, *fetched, error_answer) if fetched else (error_answer,)
    answers += (error_answer,) * (_MANY if refused else retries)
    played = play(client_class, answers, calling(operation, params))
    error = _raised(played, AmbiguousSubmitError if kind == "ambiguous" else VendorError)
    _same("code", error.code, code)
    _same("kind", error.kind, kind)
    if refused:
        _same("sent again", len(played.requests) > 1, expected=True)
    else:
        _same("requests", len(played.requests), len(answers))


def _tells_of_tasks(client_class: ClientClass, operation: str) -> bool:
    vendor = play(client_class, (), lambda _: None).session.vendor
    return any(each.query == operation for each in vendor.tasks.values())


def _check_returned(returned: object, expect: Mapping[str, Any]) -> None:
    if "task_id" in expect:
        found = returned.id if isinstance(returned, (Task, AsyncTask)) else returned
        _same("task id", found, str(expect["task_id"]))
    if expect.keys() & _OF_RESULTS:
        outputs = returned.outputs if isinstance(returned, (Result, AsyncResult)) else ()
        _same("outputs", [each.url for each in outputs], list(expect.get("outputs", [each.url for each in outputs])))
        _same("kinds", [each.kind for each in outputs], list(expect.get("kinds", [each.kind for each in outputs])))
    answer = _answer(returned)
    for path, value in expect.get("model", {}).items():
        _same(path, list(paths.read(answer, path)), value if "[]" in path else [value])


def _answer(returned: object) -> object:
    """Take the vendor's answer out of what a call gives."""
    if isinstance(returned, ResponseModel):
        return returned.model_dump(by_alias=True, warnings=False)
    return returned.data if isinstance(returned, (Result, AsyncResult)) else {}


def _raised(played: Played, kind: type[E]) -> E:
    if isinstance(played.error, kind):
        return played.error
    outcome = f"{type(played.error).__name__}: {played.error}" if played.error else f"the call gave {played.returned!r}"
    raise AssertionError(f"expected {kind.__name__}, but {outcome}") from played.error


def _returned(played: Played) -> Any:
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
            return quote(",".join(texts), safe="") in urlsplit(sent.url).path.split("/")
        case "header":
            return _lower(sent.headers).get(parameter.wire_name.lower()) == ",".join(texts)
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


def _lower(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def _canonical(value: object) -> str:
    """Write a value so that only what JSON holds for equal is equal: 1 is not true, and not 1.0."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, default=repr)


def _same(what: str, found: object, expected: object) -> None:
    if _canonical(found) != _canonical(expected):
        raise AssertionError(f"{what} differs\n  found:    {_canonical(found)}\n  expected: {_canonical(expected)}")
