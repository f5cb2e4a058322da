"""Contract cases of tasks: how a client asks for them, and what it makes of what a vendor says."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mediawright_generator.plan.answer_cases import ADDRESSES, addresses, create_token, successes, with_addresses
from mediawright_generator.plan.answers import TASK, filled, places, put, read, success
from mediawright_generator.plan.case import Case
from mediawright_generator.plan.code_cases import foreign_code
from mediawright_generator.plan.samples import Record, accepts, item, sample
from mediawright_generator.plan.subject import Subject
from mediawright_generator.plan.wire import request_of

_UNKNOWN = "no such status"
_ENDS = ("failed", "cancelled", "expired")
_WHYS = ("why it ended", "another reason", "a third one")
_PERCENTS = (45, 46, 47)


def of_queries(subject: Subject, asked: Sequence[Record]) -> Iterator[Case]:
    """Ask for tasks of the lifecycles of which the operation tells."""
    for lifecycle in asked:
        ids = _ids(subject.operation, lifecycle)
        for name, body, facts in (*_documented(subject, lifecycle), *_made(subject.operation, lifecycle)):
            yield _case(subject, lifecycle, ids, (name, body, facts))


def of_creates(subject: Subject, query: Record) -> Iterator[Case]:
    """Come to the outputs of a task that the operation has started, which are what the operation makes."""
    lifecycle = subject.operation["task"]
    word = _word(lifecycle, "succeeded")
    outputs = sorted(lifecycle["outputs"], key=lambda each: "kind" in each)
    if word is None or not outputs:
        return
    body = _told(query, lifecycle, word)
    with_addresses(body, places(outputs[0]["path"])[0])
    ids = _ids(query, lifecycle)
    expect = {"state": "succeeded", **addresses(body, subject.operation, lifecycle["outputs"])}
    request = {**request_of(query, _asking(lifecycle, ids)), **_elsewhere(subject.operation, query)}
    yield Case("its outputs", token=create_token(subject, ids), request=request, answer=body, expect=expect)


def _case(
    subject: Subject, lifecycle: Record, ids: Mapping[str, Any], told: tuple[str, Any, Mapping[str, Any]]
) -> Case:
    name, body, facts = told
    operation, raw = subject.operation, read(body, lifecycle["status"])
    expect: dict[str, Any] = {"state": _state(lifecycle, raw), "raw": raw, **facts}
    if expect["state"] == "succeeded":
        expect |= addresses(body, operation, lifecycle["outputs"])
    token = {"v": 2, "vendor": subject.vendor, "task": lifecycle["name"], "ids": subject.by_keyword(dict(ids))}
    request = request_of(operation, _asking(lifecycle, ids))
    return Case(name, token=token, request=request, answer=body, expect=expect)


def _elsewhere(create: Record, query: Record) -> dict[str, str]:
    """Name the server of a query that has another than its create."""
    one, other = (next((each["url"] for each in operation["servers"]), "") for operation in (create, query))
    return {"server": other} if one != other else {}


def _asking(lifecycle: Record, ids: Mapping[str, Any]) -> dict[str, Any]:
    """Give the query its ids, in a list where it takes many."""
    many = {each["name"]: each["many"] for each in lifecycle["query"]["takes"]}
    return {name: [id_] if many[name] else id_ for name, id_ in ids.items()}


def _ids(query: Record, lifecycle: Record) -> dict[str, Any]:
    """Pick an id for each parameter that takes one."""
    parameters = {each["name"]: each for each in query["api_body"]}
    names = [each["name"] for each in lifecycle["query"]["takes"]]
    return {name: _id(parameters[name], TASK.format(number)) for number, name in enumerate(names, 1)}


def _id(parameter: Record, wanted: str) -> Any:
    of_one = item(parameter) if parameter["type"] == "array" else parameter
    return wanted if of_one["type"] == "string" and accepts(of_one, wanted) else sample(of_one)


def _documented(subject: Subject, lifecycle: Record) -> Iterator[tuple[str, Any, dict[str, Any]]]:
    for name, _, body in successes(subject):
        raw = read(body, lifecycle["status"])
        reason = read(body, lifecycle["reason"]) if "reason" in lifecycle else None
        failed = _state(lifecycle, raw) in _ENDS and isinstance(reason, str)
        yield name, body, {"reason": reason} if failed else {}


def _made(query: Record, lifecycle: Record) -> Iterator[tuple[str, Any, dict[str, Any]]]:
    """Say every status word and one that nobody documents, each place of outputs, of the reason and of the progress."""
    for word in (*lifecycle["states"], _UNKNOWN):
        yield word, _told(query, lifecycle, word), {}
    for word, path in _outputs(lifecycle):
        yield f"outputs in {path}", with_addresses(_told(query, lifecycle, word), path), {}
    yield from _everywhere(query, lifecycle)
    if "tolerates" in lifecycle:
        running = _told(query, lifecycle, _word(lifecycle, "running") or _UNKNOWN)
        put(running, query["envelope"]["code"], foreign_code(query))
        yield f"an error beside {lifecycle['tolerates']}", running, {}
    for fact, state, values in (("reason", "failed", _WHYS), ("progress", "running", _PERCENTS)):
        if fact in lifecycle and (word := _word(lifecycle, state)) is not None:
            yield from _said(fact, lifecycle[fact], values, _told(query, lifecycle, word))


def _said(fact: str, path: str, values: Sequence[Any], told: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """Say a fact in each of its places, and in all of them at once, in each something else: the first counts."""
    expect = {fact: float(values[0]) if isinstance(values[0], int) else values[0]}
    for place in places(path):
        body = {**told}
        put(body, place, values[0])
        yield f"{fact} in {place}", body, expect
    body = {**told}
    if "|" in path and filled(body, path, values):
        yield f"{fact} in all of {path}", body, expect


def _everywhere(query: Record, lifecycle: Record) -> Iterator[tuple[str, Any, dict[str, Any]]]:
    """Bring another file at each place of an output: the first that is documented counts."""
    word = _word(lifecycle, "succeeded")
    for path in (each["path"] for each in lifecycle["outputs"] if "|" in each["path"] and word is not None):
        body = _told(query, lifecycle, word or "")
        if filled(body, path, ADDRESSES):
            yield f"outputs in all of {path}", body, {}


def _outputs(lifecycle: Record) -> Iterator[tuple[str, str]]:
    word = _word(lifecycle, "succeeded")
    if word is not None:
        yield from ((word, path) for each in lifecycle["outputs"] for path in places(each["path"]))


def _told(query: Record, lifecycle: Record, word: str) -> dict[str, Any]:
    """Make an answer that says a status word, as a number where the documents have numbers."""
    types = {each["name"]: each.get("type") for each in query["api_response"]}
    body = success(query)
    put(
        body, lifecycle["status"], int(word) if types.get(lifecycle["status"]) == "integer" and word.isdigit() else word
    )
    return body


def _word(lifecycle: Record, state: str) -> str | None:
    """Find a word for a state."""
    words = [word for word, meant in lifecycle["states"].items() if meant == state]
    return next(iter(words), _UNKNOWN if lifecycle.get("otherwise") == state else None)


def _state(lifecycle: Record, word: Any) -> str:
    return str(lifecycle["states"].get(str(word), lifecycle.get("otherwise", "unknown")))
