"""Contract cases of one operation: what the documents say it sends, takes, refuses and answers."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from mediawright_generator.load.scalars import core_value
from mediawright_generator.plan.answers import TASK, leaves, put, read, read_all, succeeds, success
from mediawright_generator.plan.declarations import Spelled
from mediawright_generator.plan.sampler import Given, Sampler
from mediawright_generator.plan.samples import Record, accepted, accepts, refused, sample
from mediawright_generator.plan.views import CaseView, ContractView
from mediawright_runtime.shapes import is_list, is_object

_LONG = 40
_OK = 200
_BODILESS = ("GET", "DELETE")


@dataclass(frozen=True, slots=True)
class _Subject:
    """The operation under test, and what every case needs of it."""

    operation: Record
    sampler: Sampler
    base: Given
    keywords: Mapping[str, str]

    @property
    def offered(self) -> list[Record]:
        return [each for each in self.operation["api_body"] if "const" not in each]

    def spelled(self, given: Given) -> Spelled:
        """Spell a parameter set by keyword: as what it has beside the base, where it has all of that."""
        beside = {name: value for name, value in given.items() if name not in self.base or self.base[name] != value}
        if not self.base.keys() <= given.keys() or not self.base:
            return Spelled(spelled(self.by_keyword(given)))
        return Spelled(f"BASE | {spelled(self.by_keyword(beside))}" if beside else "BASE")

    def by_keyword(self, given: Given) -> dict[str, Any]:
        return {self.keywords[name]: value for name, value in given.items()}


def contract_view(class_name: str, package: str, operation: Record, asked: Sequence[Record], file: str) -> ContractView:
    """Collect the cases of an operation of the contract; `asked` are the lifecycles that it tells about."""
    sampler = Sampler(operation)
    keywords = {each["name"]: each["python_name"] for each in operation["api_body"]}
    subject = _Subject(operation, sampler, sampler.base() or {}, keywords)
    answer = next((answer for _, _, answer in _documented_answers(subject)), None) or success(operation)
    return ContractView(
        package=package,
        class_name=class_name,
        path=operation["python"],
        path_literal=repr(operation["python"]),
        sources=file,
        answer=spelled(answer),
        base=spelled(subject.by_keyword(subject.base)),
        wire=tuple(_wire(subject)),
        accepted=tuple(_accepted(subject)),
        refused=tuple(_refused(subject)),
        missing=tuple(_missing(subject)),
        answers=tuple(_answers(subject, asked)),
        states=tuple(_states(subject, asked)),
        codes=tuple(_codes(operation)),
    )


def spelled(value: object) -> str:
    """Spell a value as Python, long runs of one character in short."""
    if is_object(value):
        return f"{{{', '.join(f'{key!r}: {spelled(each)}' for key, each in value.items())}}}"
    if is_list(value):
        return f"[{', '.join(map(spelled, value))}]"
    if type(value) is str and len(value) > _LONG and len(set(value)) == 1:
        return f"{value[0]!r} * {len(value)}"
    return repr(value)


def _case(name: str, *arguments: object) -> CaseView:
    return CaseView(repr(name), ", ".join(map(spelled, arguments)))


# --- what goes over the wire -------------------------------------------------------------------------------------


def _wire(subject: _Subject) -> Iterator[CaseView]:
    for number, demo in enumerate(subject.operation.get("api_request_demo", ()), 1):
        yield _wire_case(subject, demo.get("title") or f"documented example {number}", _given(subject, demo), demo)
    everything = subject.sampler.variant({each["name"]: sample(each) for each in subject.offered})
    if everything:
        yield _wire_case(subject, "every parameter", everything, _demo(subject.operation, everything))


def _wire_case(subject: _Subject, name: str, given: Given, demo: Record) -> CaseView:
    operation = subject.operation
    path = operation["endpoint"]
    for key, value in demo.get("path", {}).items():
        path = path.replace(f"{{{key}}}", quote(_text(value), safe=""))
    headers = {each["name"]: each["value"] for each in operation["api_header"]} | demo.get("header", {})
    expected = {
        "method": operation["method"],
        "path": path,
        "query": demo.get("query", {}),
        "headers": headers,
        "body": _body(subject, given, demo),
    }
    return _case(name, subject.by_keyword(given), expected)


def _body(subject: _Subject, given: Given, demo: Record) -> Any:
    """Give the body of a documented request; where it shows none, an empty one if its method has a body."""
    raw = next((given.get(each["name"]) for each in subject.offered if each["in"] == "raw"), None)
    return raw or demo.get("body") or (None if subject.operation["method"] in _BODILESS else {})


def _text(value: Any) -> str:
    """Write a value outside a body."""
    return value if isinstance(value, str) else json.dumps(value)


def _given(subject: _Subject, demo: Record) -> Given:
    """Read the caller's parameters off a documented request."""
    operation = subject.operation
    body: object = demo.get("body")
    inner = body.get(operation["body"].get("key"), body) if is_object(body) else None
    placed: Record = {**demo, "body": inner or {}}
    found = {each["name"]: _stated(each, placed.get(each["in"], {})) for each in subject.offered}
    return {name: value for name, value in found.items() if value is not None}


def _stated(parameter: Record, part: Mapping[str, Any]) -> Any:
    """Read a parameter off its part of a request, as a caller gives it; names of headers are the same in capitals."""
    place, wire_name = parameter["in"], parameter["wire_name"]
    if place == "raw":
        return sample(parameter)
    if place == "header":
        text = next((text for name, text in part.items() if name.lower() == wire_name.lower()), None)
        return core_value(text) if text is not None and parameter["type"] != "string" else text
    value = part.get(wire_name)
    return value if place == "body" or parameter["type"] != "array" or value is None else [value]


def _demo(operation: Record, given: Given) -> dict[str, Any]:
    """Say how a parameter set goes over the wire, as a documented request would."""
    demo: dict[str, Any] = {"path": {}, "query": {}, "header": {}, "body": {}}
    for each in operation["api_body"]:
        value = each.get("const", given.get(each["name"]))
        if value is not None and each["in"] in demo:
            demo[each["in"]][each["wire_name"]] = value
    key = operation["body"].get("key")
    if demo["body"] and key:
        demo["body"] = {key: demo["body"]}
    return demo


# --- what is accepted and refused --------------------------------------------------------------------------------


def _accepted(subject: _Subject) -> Iterator[CaseView]:
    for parameter in subject.offered:
        for what, value in accepted(parameter):
            given = subject.sampler.variant({parameter["name"]: value})
            if given is not None:
                yield _case(f"{parameter['name']}: {what}", subject.spelled(given))
    for number, rule in enumerate(subject.operation["rules"], 1):
        if (given := subject.sampler.keeping(rule)) is not None:
            yield _case(f"rule {number} kept", subject.spelled(given))
        for name in rule["then"]:
            for given in list(subject.sampler.untriggered(rule, name))[:1]:
                yield _case(f"rule {number} not triggered, {name} free", subject.spelled(given))


def _refused(subject: _Subject) -> Iterator[CaseView]:
    for parameter in subject.offered:
        for what, value in refused(parameter):
            params = subject.spelled(subject.base | {parameter["name"]: value})
            yield _case(f"{parameter['name']}: {what}", params, parameter["python_name"])
    for number, rule in enumerate(subject.operation["rules"], 1):
        for name in rule["then"]:
            for given in subject.sampler.breaking(rule, name):
                yield _case(f"rule {number} broken at {name}", subject.spelled(given), subject.keywords[name])


def _missing(subject: _Subject) -> Iterator[CaseView]:
    for parameter in subject.offered:
        if parameter["required"] and not parameter.get("send_default"):
            given = {name: value for name, value in subject.base.items() if name != parameter["name"]}
            yield _case(parameter["name"], subject.by_keyword(given), parameter["python_name"])


# --- what is answered --------------------------------------------------------------------------------------------


def _documented_answers(subject: _Subject) -> Iterator[tuple[str, Given, Any]]:
    """List the documented answers that mean success, each with its name and the parameters that lead to it."""
    demos = subject.operation.get("api_request_demo", ())
    answers = [(_given(subject, demo), each) for demo in demos for each in demo.get("response", ())]
    for number, (given, answer) in enumerate(answers, 1):
        if answer.get("status", _OK) == _OK and succeeds(subject.operation, answer["body"]):
            yield answer.get("describe") or f"documented answer {number}", given, answer["body"]


def _answers(subject: _Subject, asked: Sequence[Record]) -> Iterator[CaseView]:
    operation = subject.operation
    for name, given, body in _documented_answers(subject):
        expected: dict[str, Any] = {"model": leaves(body)}
        if "task" in operation:
            expected = {"task_id": read(body, operation["task"]["id"])}
        for lifecycle in asked:
            expected |= _told(body, lifecycle)
        yield _case(name, subject.by_keyword(given), body, expected)


def _told(body: Any, lifecycle: Record) -> dict[str, Any]:
    """Say what an answer tells of a task."""
    state = lifecycle["states"].get(str(read(body, lifecycle["status"])), "unknown")
    found = (value for path in lifecycle["outputs"] for value in read_all(body, path))
    outputs = list(dict.fromkeys(value for value in found if value and isinstance(value, str)))
    return {"state": state, "outputs": outputs} if state == "succeeded" else {"state": state}


def _states(subject: _Subject, asked: Sequence[Record]) -> Iterator[CaseView]:
    for lifecycle in asked:
        given = {**subject.base, **_asking(subject, lifecycle["query"]["parameter"])}
        for word, state in (*lifecycle["states"].items(), ("no such status", "unknown")):
            body = success(subject.operation)
            put(body, lifecycle["id"], TASK)
            put(body, lifecycle["status"], word)
            yield _case(word, subject.by_keyword(given), body, {"state": state})


def _asking(subject: _Subject, name: str) -> Given:
    """Give the parameter that takes a task's id."""
    parameter = next(each for each in subject.offered if each["name"] == name)
    return {name: TASK if parameter["type"] == "string" and accepts(parameter, TASK) else sample(parameter)}


def _codes(operation: Record) -> Iterator[CaseView]:
    meanings = {str(each["code"]): each for each in operation["api_code_demo"]}  # the operation's own come last
    for each in meanings.values():
        if "kind" in each:
            body: dict[str, Any] = {}
            put(body, operation["envelope"]["code"], each["code"])
            yield _case(str(each["code"]), body, each["code"], each["kind"])
