"""Checks of refusals: what a client does not send, and the errors that a vendor's answers become."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mediawright_runtime.comparing import only, raised, same
from mediawright_runtime.errors import AmbiguousSubmitError, InvalidRequestError, VendorError
from mediawright_runtime.grouped import check_each
from mediawright_runtime.played import calling, play, play_each
from mediawright_runtime.recorder import Answer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mediawright_runtime.played import Act, ClientClass, Params, Played, Subject

_MANY = 9
"""More answers than any client asks for."""
_PARAMETER = re.compile(r"[.\[]")
"""What follows the name of a parameter in the name of a field."""


def check_refused(client_class: ClientClass, subject: Subject, params: Params, field: str) -> None:
    """Check that a call is refused for one parameter, says what is allowed, and sends nothing."""
    _check_refusal(play(client_class, subject, (), _given(subject, params)), field)


def check_refused_values(
    client_class: ClientClass, subject: Subject, base: Params, values: Mapping[str, Sequence[object]]
) -> None:
    """Check that each of these values is refused beside the base; they are listed by the field at which they are."""
    cases = [(field, value) for field, each in values.items() for value in each]
    acts = [_given(subject, {**base, _PARAMETER.split(field)[0]: value}) for field, value in cases]
    played = play_each(client_class, subject, [(act, Answer({})) for act in acts])
    named = {f"{field}={value!r}": (each, field) for (field, value), each in zip(cases, played, strict=True)}
    check_each(_check_refusal, named)


def _given(subject: Subject, params: Params) -> Act:
    return lambda client: client.call(subject.operation, **params)


def _check_refusal(played: Played, field: str) -> None:
    same("requests", len(played.requests), 0)
    error = raised(played, InvalidRequestError)
    same("field", error.field, field)
    if not error.allowed:
        raise AssertionError(f"{error} does not say what is allowed")


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
    error = raised(played, AmbiguousSubmitError if kind == "ambiguous" else VendorError)
    told = {"code": code, "kind": kind, "message": message, "trace_id": trace_id}
    for fact, value in told.items():
        if value is not None or fact == "code":
            same(fact, getattr(error, fact), value)
    if refused:
        same("sent again", len(played.requests) > 1, expected=True)
    else:
        same("requests", len(played.requests), len(answers))


def check_no_success(
    client_class: ClientClass, subject: Subject, params: Params, answers: Mapping[int | str, object]
) -> None:
    """Check that each of these answers becomes an error of the vendor; they are listed by their codes."""
    act = calling(subject, params)
    played = play_each(client_class, subject, [(act, Answer(answer)) for answer in answers.values()])
    check_each(_check_error, {repr(code): (each, code) for code, each in zip(answers, played, strict=True)})


def _check_error(played: Played, code: int | str) -> None:
    error = raised(played, VendorError)
    for fact, value in {"code": code, "kind": "vendor"}.items():
        same(fact, getattr(error, fact), value)
    only(played.requests)
