"""What emitted contract tests call: one check for each kind of case.

Every check takes a client class, synchronous or asynchronous, plays one call against recorded answers, and raises
AssertionError with what differs. What is expected stands in the case; a client is never asked what is right, and an
oracle judges every request by the exported document. Nothing leaves the process.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import parse_qsl, urlsplit

from mediawright_runtime.attributes import check_model
from mediawright_runtime.callbacks import check_callback
from mediawright_runtime.comparing import canonical, only, outcome, raised, same
from mediawright_runtime.errors import (
    NotFinishedError,
    TaskFailedError,
)
from mediawright_runtime.form_reading import Field, read_form
from mediawright_runtime.json_values import same as same_json
from mediawright_runtime.models import ResponseModel
from mediawright_runtime.played import BASE_URL, ClientClass, Subject, calling, play
from mediawright_runtime.recorder import Answer, AsyncRecorder, Recorded, Recorder
from mediawright_runtime.refusals import check_no_success, check_refused, check_refused_answer, check_refused_values
from mediawright_runtime.result import AsyncResult, Result
from mediawright_runtime.schema import FORMS
from mediawright_runtime.shapes import is_list
from mediawright_runtime.surroundings import check_hosts, environment
from mediawright_runtime.task import AsyncTask, Task

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mediawright_runtime.asynchronous import AsyncClient
    from mediawright_runtime.client import Client
    from mediawright_runtime.played import Params

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
    "check_callback",
    "check_documented",
    "check_hosts",
    "check_model",
    "check_no_success",
    "check_parsed",
    "check_refused",
    "check_refused_answer",
    "check_refused_values",
    "check_task",
    "check_wire",
    "environment",
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
    _check_sent(subject, only(played.requests), wanted, judge)


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
    returned = outcome(played)
    _judge(subject, played.requests, judge)
    if "token" in expect:
        found = json.loads(returned.token) if isinstance(returned, (Task, AsyncTask)) else returned
        same("token", found, expect["token"])
    if "outputs" in expect:
        _check_outputs(returned, expect)
    if expect.get("whole"):
        same("answer", _answer(returned), answer, alike=same_json)


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
    seen = outcome(status)
    for fact in ("state", "raw", "progress"):
        if fact in expect:
            same(fact, getattr(seen, fact), expect[fact])
    result = play(client_class, subject, answers, _of_task(asked["token"], "result"))
    for played in (status, result):
        _check_sent(subject, only(played.requests), asked["request"], judge)
    if expect["state"] == "succeeded":
        _check_outputs(outcome(result), expect)
    elif expect["state"] in _OF_ENDS:
        error = raised(result, TaskFailedError)
        same("state", error.state, expect["state"])
        same("reason", error.reason, expect.get("reason", error.reason))
    else:
        raised(result, NotFinishedError)


def check_documented(judge: Judge, answer: object, status: int) -> None:
    """Check that the exported document knows an answer that the vendor's documents show."""
    problems = judge.answer_complaints(answer, status)
    if problems:
        raise AssertionError("\n  ".join(["the exported document does not know this answer", *problems]))


def _of_task(token: Params, method: str) -> Callable[[Client | AsyncClient], object]:
    """Come back to a task and ask for something, as a person would."""
    return lambda client: getattr(client.resume(json.dumps(token)), method)()


def _check_sent(subject: Subject, sent: Recorded, wanted: Mapping[str, Any], judge: Judge | None) -> None:
    same("method", sent.method, wanted["method"])
    subject = subject._replace(server=wanted.get("server", subject.server))
    same("path", sent.url.partition("?")[0], subject.address + wanted["path"])
    query: Mapping[str, object] = wanted.get("query") or {}
    pairs = [(name, text) for name, value in query.items() for text in _texts(value)]
    same("query", sorted(parse_qsl(urlsplit(sent.url).query, keep_blank_values=True)), sorted(pairs))
    body = wanted.get("body")
    same("body", sent.content if isinstance(body, bytes) else _body(sent), body)
    same("headers", _lower(sent.headers), _lower(wanted.get("headers") or {}))
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
            same(fact, found, expect[fact])


def _answer(returned: object) -> object:
    """Take the vendor's answer out of what a call gives: what it holds, under the vendor's own names."""
    if isinstance(returned, ResponseModel):
        return returned.model_dump(by_alias=True, exclude_unset=True, warnings=False)
    return returned.data if isinstance(returned, (Result, AsyncResult)) else {}


def _texts(value: object) -> list[str]:
    """Write a value as it stands outside a body, each item of a list by itself."""
    items = value if is_list(value) else [value]
    return [each if isinstance(each, str) else canonical(each) for each in items]


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
