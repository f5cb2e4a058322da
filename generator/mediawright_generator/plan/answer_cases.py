"""Contract cases of answers: what a client makes of what the documents say a vendor answers."""

from collections.abc import Iterator, Sequence
from typing import Any

from mediawright_generator.plan.answers import TASK, leaves, put, read, read_all, succeeds, success
from mediawright_generator.plan.request_cases import given_in
from mediawright_generator.plan.sampler import Given
from mediawright_generator.plan.samples import Record, accepts, sample
from mediawright_generator.plan.subject import Subject, case
from mediawright_generator.plan.views import CaseView

_OK = 200
_BREAKDOWN = 500


def documented(subject: Subject) -> Iterator[tuple[str, Given, Any]]:
    """List the documented answers that mean success, each with its name and the parameters that lead to it."""
    demos = subject.operation.get("api_request_demo", ())
    answers = [(given_in(subject, demo), each) for demo in demos for each in demo.get("response", ())]
    for number, (given, answer) in enumerate(answers, 1):
        if answer.get("status", _OK) // 100 == _OK // 100 and succeeds(subject.operation, answer["body"]):
            yield answer.get("describe") or f"documented answer {number}", given, answer["body"]


def answers(subject: Subject, asked: Sequence[Record]) -> Iterator[CaseView]:
    """Read each documented answer; `asked` are the lifecycles that the operation tells about."""
    for name, given, body in documented(subject):
        yield case(name, subject.by_keyword(given), body, _expected(subject.operation, asked, body))


def _expected(operation: Record, asked: Sequence[Record], body: Any) -> dict[str, Any]:
    if "task" in operation:
        return {"task_id": "/".join(str(read(body, taken["id"])) for taken in operation["task"]["query"]["takes"])}
    if operation.get("outputs"):
        return {"outputs": _addresses(body, operation["outputs"])}
    expected: dict[str, Any] = {"model": leaves(body)}
    for lifecycle in asked:
        state = _state(lifecycle, read(body, lifecycle["status"]))
        outputs = {"outputs": _addresses(body, lifecycle["outputs"])} if state == "succeeded" else {}
        expected |= {"state": state, **outputs}
    return expected


def _state(lifecycle: Record, word: Any) -> str:
    return str(lifecycle["states"].get(str(word), lifecycle.get("otherwise", "unknown")))


def _addresses(body: Any, places: Sequence[Record]) -> list[str]:
    found = (value for place in places for value in read_all(body, place["path"]))
    return list(dict.fromkeys(value for value in found if value and isinstance(value, str)))


def states(subject: Subject, asked: Sequence[Record]) -> Iterator[CaseView]:
    """Read every status word that the vendor documents, and one that it does not."""
    for lifecycle in asked:
        taken = {each["name"] for each in lifecycle["query"]["takes"]}
        given = subject.base | {name: _asking(subject, name) for name in taken}
        for word in (*lifecycle["states"], "no such status"):
            body = success(subject.operation)
            put(body, lifecycle["status"], word)
            yield case(word, subject.by_keyword(given), body, {"state": _state(lifecycle, word)})


def _asking(subject: Subject, name: str) -> Any:
    """Pick a value for a parameter that takes a task's id."""
    parameter = next(each for each in subject.offered if each["name"] == name)
    return TASK if parameter["type"] == "string" and accepts(parameter, TASK) else sample(parameter)


def codes(subject: Subject) -> Iterator[CaseView]:
    """Raise the error of every documented code, and of every HTTP status that is documented alone."""
    operation = subject.operation
    path: str | None = operation["envelope"].get("code")
    meanings = {(each.get("code"), each.get("http_status")): each for each in operation["api_code_demo"]}
    for (code, status), each in meanings.items():
        if "kind" not in each or (code is not None and path is None):
            continue
        body: dict[str, Any] = {}
        if code is not None and path is not None:
            put(body, path, code)
        facts: dict[str, Any] = {"code": code, "kind": _kind(operation, each)}
        beside = {"status": status, "retries": each.get("retries"), "refused": each.get("refused")}
        name = str(code) if code is not None else f"HTTP {status}"
        yield case(name, body, facts | {key: value for key, value in beside.items() if value})


def _kind(operation: Record, code: Record) -> str:
    """Say which sort of error a documented code is: after a breakdown nobody knows whether a create was accepted."""
    creates = "task" in operation or operation.get("outputs") or "_to_" in operation["category"]
    breaks_down = code.get("http_status", _OK) >= _BREAKDOWN and code["kind"] == "vendor" and not code.get("refused")
    return "ambiguous" if creates and breaks_down else str(code["kind"])
