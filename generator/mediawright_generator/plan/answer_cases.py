"""Contract cases of answers: what a client makes of what the documents say a vendor answers."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mediawright_generator.plan.request_cases import given_in
from mediawright_generator.plan.sampler import Given
from mediawright_generator.plan.samples import Record, accepts, sample
from mediawright_generator.plan.subject import Subject, case
from mediawright_generator.plan.views import CaseView

_OK = 200
_TASK = "task-1"


def documented(subject: Subject) -> Iterator[tuple[str, Given, Any]]:
    """List the documented answers that mean success, each with its name and the parameters that lead to it."""
    demos = subject.operation.get("api_request_demo", ())
    answers = [(given_in(subject, demo), each) for demo in demos for each in demo.get("response", ())]
    for number, (given, answer) in enumerate(answers, 1):
        if answer.get("status", _OK) // 100 == _OK // 100 and _succeeds(subject.operation, answer["body"]):
            yield answer.get("describe") or f"documented answer {number}", given, answer["body"]


def answers(subject: Subject, asked: Sequence[Record]) -> Iterator[CaseView]:
    """Read each documented answer; `asked` are the lifecycles that the operation tells about."""
    for name, given, body in documented(subject):
        yield case(name, subject.by_keyword(given), body, _expected(subject.operation, asked, body))


def _expected(operation: Record, asked: Sequence[Record], body: Any) -> dict[str, Any]:
    if "task" in operation:
        return {"task_id": "/".join(str(_read(body, taken["id"])) for taken in operation["task"]["query"]["takes"])}
    if operation.get("outputs"):
        return {"outputs": _addresses(body, operation["outputs"])}
    expected: dict[str, Any] = {"model": _leaves(body)}
    for lifecycle in asked:
        state = _state(lifecycle, _read(body, lifecycle["status"]))
        outputs = {"outputs": _addresses(body, lifecycle["outputs"])} if state == "succeeded" else {}
        expected |= {"state": state, **outputs}
    return expected


def _state(lifecycle: Record, word: Any) -> str:
    return str(lifecycle["states"].get(str(word), lifecycle.get("otherwise", "unknown")))


def _addresses(body: Any, places: Sequence[Record]) -> list[str]:
    found = (value for place in places for value in _read_all(body, place["path"]))
    return list(dict.fromkeys(value for value in found if value and isinstance(value, str)))


def states(subject: Subject, asked: Sequence[Record]) -> Iterator[CaseView]:
    """Read every status word that the vendor documents, and one that it does not."""
    for lifecycle in asked:
        taken = {each["name"] for each in lifecycle["query"]["takes"]}
        given = subject.base | {name: _asking(subject, name) for name in taken}
        for word in (*lifecycle["states"], "no such status"):
            body = success(subject.operation)
            _put(body, lifecycle["status"], word)
            yield case(word, subject.by_keyword(given), body, {"state": _state(lifecycle, word)})


def _asking(subject: Subject, name: str) -> Any:
    """Pick a value for a parameter that takes a task's id."""
    parameter = next(each for each in subject.offered if each["name"] == name)
    return _TASK if parameter["type"] == "string" and accepts(parameter, _TASK) else sample(parameter)


def codes(subject: Subject) -> Iterator[CaseView]:
    """Raise the error of every documented code, and of every HTTP status that is documented alone."""
    operation = subject.operation
    path = operation["envelope"].get("code")
    meanings = {(each.get("code"), each.get("http_status")): each for each in operation["api_code_demo"]}
    for (code, status), each in meanings.items():
        if "kind" not in each or (code is not None and path is None):
            continue
        body: dict[str, Any] = {}
        if code is not None:
            _put(body, path, code)
        facts: dict[str, Any] = {"code": code, "kind": each["kind"]}
        beside = {"status": status, "retries": each.get("retries")}
        name = str(code) if code is not None else f"HTTP {status}"
        yield case(name, body, facts | {key: value for key, value in beside.items() if value})


def success(operation: Record) -> dict[str, Any]:
    """Make an answer that means success, with a task's ids where the operation starts one."""
    body: dict[str, Any] = {}
    if operation["envelope"].get("success"):
        _put(body, operation["envelope"]["code"], operation["envelope"]["success"][0])
    for taken in operation["task"]["query"]["takes"] if "task" in operation else ():
        _put(body, taken["id"], _TASK)
    return body


def _succeeds(operation: Record, body: Any) -> bool:
    envelope = operation["envelope"]
    code = _read(body, envelope["code"]) if "code" in envelope else None
    return code in envelope["success"] if code is not None else not envelope.get("required", "code" in envelope)


# --- places in answers -------------------------------------------------------------------------------------------


def _put(body: dict[str, Any], path: str, value: object) -> None:
    """Put a value at the first of a path's places; what stands there as JSON in a text stays a text."""
    head, _, below = path.partition("|")[0].partition(".")
    name, listed = head.removesuffix("[]").removesuffix("@json"), head.endswith("[]")
    if below:
        inner: dict[str, Any] = {}
        _put(inner, below, value)
        value = _merged(body.get(name), inner)
    value = json.dumps(value) if "@json" in head else value
    body[name] = [value] if listed and not isinstance(value, str) else value


def _merged(there: Any, inner: dict[str, Any]) -> dict[str, Any]:
    there = there[0] if isinstance(there, list) and there else there
    return {**there, **inner} if isinstance(there, dict) else inner


def _read(body: Any, path: str) -> Any:
    return next((value for value in _read_all(body, path) if value is not None), None)


def _read_all(body: Any, path: str) -> list[Any]:
    """List the values at the first of a path's places where something stands."""
    places = (_follow(body, place) for place in path.split("|"))
    return next((found for found in places if any(value is not None for value in found)), [])


def _follow(body: Any, place: str) -> list[Any]:
    found = [body]
    for step in place.split("."):
        name = step.removesuffix("[]").removesuffix("@json")
        found = [each[name] for each in found if isinstance(each, Mapping) and name in each]
        if "@json" in step:
            found = [json.loads(each) for each in found if each]
        if step.endswith("[]"):
            found = [item for each in found for item in (each if isinstance(each, list) else [each])]
    return found


def _leaves(body: Any, prefix: str = "") -> dict[str, Any]:
    """List the values of an answer by path; under a path with `[]`, those of all items."""
    leaves: dict[str, Any] = {}
    for name, value in body.items():
        if set(name) & set(".[]|@"):
            continue  # no path leads there
        if isinstance(value, Mapping):
            leaves |= _leaves(value, f"{prefix}{name}.")
        elif isinstance(value, list) and all(isinstance(each, Mapping) for each in value):
            for each in value:
                for path, leaf in _leaves(each, f"{prefix}{name}[].").items():
                    leaves.setdefault(path, []).append(leaf)
        else:
            leaves[f"{prefix}{name}"] = value
    return leaves
