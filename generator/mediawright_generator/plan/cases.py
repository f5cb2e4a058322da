"""Contract cases of one operation: what the documents say it sends, takes, refuses and answers."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from mediawright_generator.plan.sampler import Given, Sampler
from mediawright_generator.plan.samples import Record, accepted, refused, sample
from mediawright_generator.plan.views import CaseView, ContractView

_LONG = 40


def contract_view(class_name: str, package: str, operation: Record, asked: Sequence[Record], file: str) -> ContractView:
    """Collect the cases of an operation of the contract; `asked` are the lifecycles that it tells about."""
    answer = next((answer for _, _, answer in _documented_answers(operation)), None) or success(operation)
    return ContractView(
        package=package,
        class_name=class_name,
        path=operation["python"],
        path_literal=repr(operation["python"]),
        sources=file,
        answer=spelled(answer),
        base=spelled(_keywords(operation, Sampler(operation).base() or {})),
        wire=tuple(_wire(operation)),
        accepted=tuple(_accepted(operation)),
        refused=tuple(_refused(operation)),
        missing=tuple(_missing(operation)),
        answers=tuple(_answers(operation, asked)),
        states=tuple(_states(operation, asked)),
        codes=tuple(_codes(operation)),
    )


def spelled(value: object) -> str:
    """Spell a value as Python, long runs of one character in short."""
    if isinstance(value, str) and len(value) > _LONG and len(set(value)) == 1:
        return f"{value[0]!r} * {len(value)}"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key!r}: {spelled(each)}' for key, each in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(spelled, value))}]"
    return repr(value)


def _case(name: str, *arguments: object) -> CaseView:
    return CaseView(repr(name), ", ".join(map(spelled, arguments)))


def _keywords(operation: Record, given: Mapping[str, Any]) -> dict[str, Any]:
    keywords = {each["name"]: each["python_name"] for each in operation["api_body"]}
    return {keywords[name]: value for name, value in given.items()}


def _offered(operation: Record) -> list[Record]:
    return [each for each in operation["api_body"] if "const" not in each]


# --- what goes over the wire -------------------------------------------------------------------------------------


def _wire(operation: Record) -> Iterator[CaseView]:
    for number, demo in enumerate(operation.get("api_request_demo", ()), 1):
        yield _wire_case(operation, demo.get("title") or f"documented example {number}", _given(operation, demo), demo)
    everything = Sampler(operation).variant({each["name"]: sample(each) for each in _offered(operation)})
    if everything:
        yield _wire_case(operation, "every parameter", everything, _demo(operation, everything))


def _wire_case(operation: Record, name: str, given: Given, demo: Record) -> CaseView:
    path = operation["endpoint"]
    for key, value in demo.get("path", {}).items():
        path = path.replace(f"{{{key}}}", quote(str(value), safe=""))
    headers = {each["name"]: each["value"] for each in operation["api_header"]} | demo.get("header", {})
    expected = {
        "method": operation["method"],
        "path": path,
        "query": demo.get("query", {}),
        "headers": headers,
        "body": demo.get("body"),
    }
    return _case(name, _keywords(operation, given), expected)


def _given(operation: Record, demo: Record) -> Given:
    """Read the caller's parameters off a documented request."""
    body = demo.get("body") or {}
    inner = body.get(operation["body"].get("key"), body) if isinstance(body, Mapping) else {}
    placed = {**demo, "body": inner}
    return {
        each["name"]: placed[each["in"]][each["wire_name"]]
        for each in _offered(operation)
        if each["wire_name"] in placed.get(each["in"], {})
    }


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
    return demo | ({"body": None} if operation["method"] in ("GET", "DELETE") and not demo["body"] else {})


# --- what is accepted and refused --------------------------------------------------------------------------------


def _accepted(operation: Record) -> Iterator[CaseView]:
    sampler = Sampler(operation)
    for parameter in _offered(operation):
        for what, value in accepted(parameter):
            given = sampler.variant({parameter["name"]: value})
            if given is not None:
                yield _case(f"{parameter['name']}: {what}", _keywords(operation, given))
    for number, rule in enumerate(operation["rules"], 1):
        if (given := sampler.keeping(rule)) is not None:
            yield _case(f"rule {number} kept", _keywords(operation, given))
        for name in rule["then"]:
            for given in list(sampler.untriggered(rule, name))[:1]:
                yield _case(f"rule {number} not triggered, {name} free", _keywords(operation, given))


def _refused(operation: Record) -> Iterator[CaseView]:
    base = Sampler(operation).base() or {}
    for parameter in _offered(operation):
        for what, value in refused(parameter):
            given = _keywords(operation, base | {parameter["name"]: value})
            yield _case(f"{parameter['name']}: {what}", given, parameter["python_name"])
    keywords = {each["name"]: each["python_name"] for each in operation["api_body"]}
    for number, rule in enumerate(operation["rules"], 1):
        for name in rule["then"]:
            for given in Sampler(operation).breaking(rule, name):
                yield _case(f"rule {number} broken at {name}", _keywords(operation, given), keywords[name])


def _missing(operation: Record) -> Iterator[CaseView]:
    base = Sampler(operation).base() or {}
    for parameter in _offered(operation):
        if parameter["required"]:
            given = {name: value for name, value in base.items() if name != parameter["name"]}
            yield _case(parameter["name"], _keywords(operation, given), parameter["python_name"])


# --- what is answered --------------------------------------------------------------------------------------------


def _documented_answers(operation: Record) -> Iterator[tuple[str, Given, Any]]:
    """List the documented answers that mean success, each with its name and the parameters that lead to it."""
    demos = operation.get("api_request_demo", ())
    answers = [(_given(operation, demo), each) for demo in demos for each in demo.get("response", ())]
    for number, (given, answer) in enumerate(answers, 1):
        if _succeeds(operation, answer["body"]):
            yield answer.get("describe") or f"documented answer {number}", given, answer["body"]


def _answers(operation: Record, asked: Sequence[Record]) -> Iterator[CaseView]:
    for name, given, body in _documented_answers(operation):
        expected: dict[str, Any] = {"model": _leaves(body)}
        if "task" in operation:
            expected = {"task_id": _read(body, operation["task"]["id"])}
        for lifecycle in asked:
            expected |= _told(body, lifecycle)
        yield _case(name, _keywords(operation, given), body, expected)


def _told(body: Any, lifecycle: Record) -> dict[str, Any]:
    """Say what an answer tells of a task."""
    state = lifecycle["states"].get(_read(body, lifecycle["status"]), "unknown")
    leaves = _leaves(body)
    outputs = [value for path in lifecycle["outputs"] for value in leaves.get(path, [])]
    return {"state": state, "outputs": outputs} if state == "succeeded" else {"state": state}


def _states(operation: Record, asked: Sequence[Record]) -> Iterator[CaseView]:
    for lifecycle in asked:
        given = {lifecycle["query"]["parameter"]: "task-1"}
        for word, state in (*lifecycle["states"].items(), ("no such status", "unknown")):
            body = success(operation)
            _put(body, lifecycle["id"], "task-1")
            _put(body, lifecycle["status"], word)
            yield _case(word, _keywords(operation, given), body, {"state": state})


def _codes(operation: Record) -> Iterator[CaseView]:
    for each in operation["api_code_demo"]:
        if "kind" in each:
            body: dict[str, Any] = {}
            _put(body, operation["envelope"]["code"], each["code"])
            yield _case(str(each["code"]), body, each["code"], each["kind"])


def success(operation: Record) -> dict[str, Any]:
    """Make an answer that means success, with a task's id where the operation starts one."""
    body: dict[str, Any] = {}
    _put(body, operation["envelope"]["code"], operation["envelope"]["success"][0])
    if "task" in operation:
        _put(body, operation["task"]["id"], "task-1")
    return body


def _succeeds(operation: Record, body: Any) -> bool:
    return _read(body, operation["envelope"]["code"]) in operation["envelope"]["success"]


def _put(body: dict[str, Any], path: str, value: object) -> None:
    *steps, last = path.replace("[]", "").split(".")
    for step in steps:
        body = body.setdefault(step, {})
    body[last] = value


def _read(body: Any, path: str) -> Any:
    for step in path.split("."):
        body = body.get(step) if isinstance(body, Mapping) else None
    return body


def _leaves(body: Any, prefix: str = "") -> dict[str, Any]:
    """List the values of an answer by path; under a path with `[]`, those of all items."""
    leaves: dict[str, Any] = {}
    for name, value in body.items():
        if isinstance(value, Mapping):
            leaves |= _leaves(value, f"{prefix}{name}.")
        elif isinstance(value, list) and all(isinstance(each, Mapping) for each in value):
            for each in value:
                for path, leaf in _leaves(each, f"{prefix}{name}[].").items():
                    leaves.setdefault(path, []).append(leaf)
        else:
            leaves[f"{prefix}{name}"] = value
    return leaves
