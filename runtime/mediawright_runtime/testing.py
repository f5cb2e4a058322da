"""What emitted contract tests call: one check for each kind of case.

Every check takes a client class, synchronous or asynchronous, plays one call against recorded answers, and raises
AssertionError with what differs. What is expected stands in the case; a client is never asked what is right, and an
oracle judges every request by the exported document. Nothing leaves the process.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Protocol, TypeVar
from urllib.parse import parse_qsl, urlsplit

from mediawright_runtime.errors import (
    AmbiguousSubmitError,
    InvalidRequestError,
    MediawrightError,
    NotFinishedError,
    TaskFailedError,
    VendorError,
)
from mediawright_runtime.form_reading import Field, read_form
from mediawright_runtime.grouped import check_each
from mediawright_runtime.json_values import same
from mediawright_runtime.models import ResponseModel
from mediawright_runtime.played import BASE_URL, ClientClass, Subject, calling, play
from mediawright_runtime.recorder import Answer, AsyncRecorder, Recorded, Recorder
from mediawright_runtime.result import AsyncResult, Result
from mediawright_runtime.schema import FORMS
from mediawright_runtime.shapes import is_list
from mediawright_runtime.task import AsyncTask, Task

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mediawright_runtime.asynchronous import AsyncClient
    from mediawright_runtime.client import Client
    from mediawright_runtime.played import Params, Played

E = TypeVar("E", bound=MediawrightError)

_MANY = 9
"""More answers than any client asks for."""
_OF_ENDS = ("failed", "cancelled", "expired")

__all__ = [
    "BASE_URL",
    "Answer",
    "AsyncRecorder",
    "ClientClass",
    "Judge",
    "Recorded",
    "Recorder",
    "Subject",
    "check_documented",
    "check_each",
    "check_parsed",
    "check_refused",
    "check_refused_answer",
    "check_task",
    "check_wire",
]


class Judge(Protocol):
    """Says what is wrong with requests and answers, from a source of its own."""

    def complaints(
        self, method: str, url: str, headers: Mapping[str, str], content: bytes | None, *, server: str
    ) -> list[str]:
        """List what is wrong with a request."""
        ...

    def answer_complaints(self, answer: object, status: int = 200) -> list[str]:
        """List what is wrong with an answer."""
        ...


def check_wire(  # noqa: PLR0913 (each is a part of the request)
    client_class: ClientClass,
    subject: Subject,
    params: Params,
    *,
    answer: object,
    method: str,
    path: str,
    query: Params | None = None,
    headers: Mapping[str, str] | None = None,
    body: object = None,
    credentials: Sequence[str] | None = None,
    judge: Judge | None = None,
) -> None:
    """Check that a call sends exactly this, once; `credentials` names those that the client has, if not all."""
    if credentials is not None:
        subject = subject._replace(credentials={name: subject.credentials[name] for name in credentials})
    played = play(client_class, subject, (Answer(answer),), calling(subject, params))
    if played.error is not None and not played.requests:
        raise AssertionError(f"nothing was sent: {played.error}") from played.error
    wanted = {"method": method, "path": path, "query": query, "headers": headers, "body": body}
    _check_sent(subject, _only(played.requests), wanted, judge)


def check_refused(client_class: ClientClass, subject: Subject, params: Params, field: str) -> None:
    """Check that a call is refused for one parameter, says what is allowed, and sends nothing."""
    played = play(client_class, subject, (), lambda client: client.call(subject.operation, **params))
    _same("requests", len(played.requests), 0)
    error = _raised(played, InvalidRequestError)
    _same("field", error.field, field)
    if not error.allowed:
        raise AssertionError(f"{error} does not say what is allowed")


def check_parsed(  # noqa: PLR0913 (each is a part of the case)
    client_class: ClientClass,
    subject: Subject,
    params: Params,
    answer: object,
    expect: Mapping[str, Any],
    *,
    judge: Judge | None = None,
) -> None:
    """Check what a client makes of an answer.

    `expect` has some of: `token`, by which the task can be found; `outputs`, the addresses that the answer brings, and
    `kinds`, what they are; `whole`, where a caller is given all of the answer.
    """
    played = play(client_class, subject, (Answer(answer),), calling(subject, params))
    returned = _returned(played)
    _judge(subject, played.requests, judge)
    if "token" in expect:
        found = json.loads(returned.token) if isinstance(returned, (Task, AsyncTask)) else returned
        _same("token", found, expect["token"])
    if "outputs" in expect:
        _check_outputs(returned, expect)
    if expect.get("whole"):
        _same("answer", _answer(returned), answer, alike=same)


def check_task(  # noqa: PLR0913 (each is a part of the case)
    client_class: ClientClass,
    subject: Subject,
    asked: Mapping[str, Any],
    answer: object,
    expect: Mapping[str, Any],
    *,
    judge: Judge | None = None,
) -> None:
    """Check how a client asks for a task, and what it makes of the answer.

    `asked` has the `token` of the task and the `request` that asks for it. `expect` has the `state`, and may have
    `raw`, the vendor's word for it, `progress`, the `reason` of a failure, `outputs` and their `kinds`.
    """
    answers = (Answer(answer),)
    status = play(client_class, subject, answers, _of_task(asked["token"], "status"))
    seen = _returned(status)
    for fact in ("state", "raw", "progress"):
        if fact in expect:
            _same(fact, getattr(seen, fact), expect[fact])
    result = play(client_class, subject, answers, _of_task(asked["token"], "result"))
    for played in (status, result):
        _check_sent(subject, _only(played.requests), asked["request"], judge)
    if expect["state"] == "succeeded":
        _check_outputs(_returned(result), expect)
    elif expect["state"] in _OF_ENDS:
        error = _raised(result, TaskFailedError)
        _same("state", error.state, expect["state"])
        _same("reason", error.reason, expect.get("reason", error.reason))
    else:
        _raised(result, NotFinishedError)


def check_documented(judge: Judge, answer: object, status: int) -> None:
    """Check that the exported document knows an answer that the vendor's documents show."""
    problems = judge.answer_complaints(answer, status)
    if problems:
        raise AssertionError("\n  ".join(["the exported document does not know this answer", *problems]))


def check_refused_answer(  # noqa: PLR0913 (each is a part of the case)
    client_class: ClientClass,
    subject: Subject,
    params: Params,
    answer: object,
    *,
    code: int | str | None,
    kind: str,
    status: int = 200,
    retries: int = 0,
    refused: bool = False,
    message: str | None = None,
    trace_id: str | None = None,
    credentials: Sequence[str] | None = None,
    fetched: Sequence[object] = (),
) -> None:
    """Check that a documented error answer becomes an error with its code, kind, message and trace.

    The call must have been sent once more for each of the `retries` that the vendor documents, and once more with new
    tokens, for which the answers are `fetched`, where the code says that the old ones are no longer good; at least once
    more where the vendor has `refused` it before any work.
    """
    if credentials is not None:
        subject = subject._replace(credentials={name: subject.credentials[name] for name in credentials})
    error_answer = Answer(answer, status)
    renewed = (*map(Answer, fetched), error_answer) if fetched else ()
    answers = (error_answer, *renewed, *(error_answer,) * (_MANY if refused else retries))
    played = play(client_class, subject, answers, calling(subject, params))
    error = _raised(played, AmbiguousSubmitError if kind == "ambiguous" else VendorError)
    told = {"code": code, "kind": kind, "message": message, "trace_id": trace_id}
    for fact, value in told.items():
        if value is not None or fact == "code":
            _same(fact, getattr(error, fact), value)
    if refused:
        _same("sent again", len(played.requests) > 1, expected=True)
    else:
        _same("requests", len(played.requests), len(answers))


def _of_task(token: Params, method: str) -> Callable[[Client | AsyncClient], object]:
    """Come back to a task and ask for something, as a person would."""
    return lambda client: getattr(client.resume(json.dumps(token)), method)()


def _check_sent(subject: Subject, sent: Recorded, wanted: Mapping[str, Any], judge: Judge | None) -> None:
    _same("method", sent.method, wanted["method"])
    subject = subject._replace(server=wanted.get("server", subject.server))
    _same("path", sent.url.partition("?")[0], subject.address + wanted["path"])
    query: Mapping[str, object] = wanted.get("query") or {}
    pairs = [(name, text) for name, value in query.items() for text in _texts(value)]
    _same("query", sorted(parse_qsl(urlsplit(sent.url).query, keep_blank_values=True)), sorted(pairs))
    body = wanted.get("body")
    _same("body", sent.content if isinstance(body, bytes) else _body(sent), body)
    _same("headers", _lower(sent.headers), _lower(wanted.get("headers") or {}))
    _judge(subject, [sent], judge)


def _judge(subject: Subject, requests: Sequence[Recorded], judge: Judge | None) -> None:
    """Have requests judged by the exported document."""
    problems = [line for each in requests if judge for line in judge.complaints(*each, server=subject.address)]
    if problems:
        raise AssertionError("\n  ".join(["the exported document does not know such a request", *problems]))


def _check_outputs(returned: object, expect: Mapping[str, Any]) -> None:
    outputs = returned.outputs if isinstance(returned, (Result, AsyncResult)) else ()
    for fact, found in (("outputs", [each.url for each in outputs]), ("kinds", [each.kind for each in outputs])):
        if fact in expect:
            _same(fact, found, expect[fact])


def _answer(returned: object) -> object:
    """Take the vendor's answer out of what a call gives: what it holds, under the vendor's own names."""
    if isinstance(returned, ResponseModel):
        return returned.model_dump(by_alias=True, exclude_unset=True, warnings=False)
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


def _texts(value: object) -> list[str]:
    """Write a value as it stands outside a body, each item of a list by itself."""
    items = value if is_list(value) else [value]
    return [each if isinstance(each, str) else _canonical(each) for each in items]


def _body(sent: Recorded) -> object:
    """Read a request's body; bytes where it is not JSON, None where there is none."""
    kind = next((value for name, value in sent.headers.items() if name.lower() == "content-type"), "")
    if kind.partition(";")[0] in FORMS and sent.content is not None:
        fields = read_form(kind, sent.content)
        return sorted([each.name, each.file_name or "", _of_file(each) or "", each.text] for each in fields)
    try:
        return json.loads(sent.content) if sent.content else None
    except ValueError:
        return sent.content


def _of_file(field: Field) -> str | None:
    return field.media_type if field.file_name else ""


def _lower(headers: Mapping[str, str]) -> dict[str, str]:
    """Write names in lower case, and the type of a form without its boundary, which is the sender's own."""
    lower = {name.lower(): value for name, value in headers.items()}
    kind = lower.get("content-type", "").partition(";")[0]
    return {**lower, "content-type": kind} if kind in FORMS else lower


def _canonical(value: object) -> str:
    """Write a value so that only what JSON holds for equal is equal: 1 is not true, and not 1.0."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, default=repr)


def _spelled_alike(one: object, other: object) -> bool:
    return _canonical(one) == _canonical(other)


def _same(
    what: str, found: object, expected: object, *, alike: Callable[[object, object], bool] = _spelled_alike
) -> None:
    if not alike(found, expected):
        raise AssertionError(f"{what} differs\n  found:    {_canonical(found)}\n  expected: {_canonical(expected)}")
