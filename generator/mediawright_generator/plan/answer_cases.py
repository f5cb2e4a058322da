"""Contract cases of answers: what a client makes of what a vendor says to a call."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mediawright_generator.plan.answers import filled, places, put, read, read_all, succeeds, success
from mediawright_generator.plan.attributes import read_as
from mediawright_generator.plan.case import Case
from mediawright_generator.plan.request_cases import given_in
from mediawright_generator.plan.sampler import Given
from mediawright_generator.plan.samples import Record
from mediawright_generator.plan.subject import Subject
from mediawright_runtime.shapes import is_object

OK = 200
ADDRESSES = tuple(f"https://example.com/out-{number}" for number in range(1, 5))
"""The files in answers that are made."""


def documented(subject: Subject) -> Iterator[tuple[str, Given, Record]]:
    """List the documented answers, each with its name and the parameters that lead to it."""
    demos = subject.operation.get("api_request_demo", ())
    answers = [(given_in(subject, demo), each) for demo in demos for each in demo.get("response", ())]
    for number, (given, answer) in enumerate(answers, 1):
        yield answer.get("describe") or f"documented answer {number}", given, answer


def successes(subject: Subject) -> Iterator[tuple[str, Given, Any]]:
    """List those of the documented answers that mean success."""
    for name, given, answer in documented(subject):
        if answer.get("status", OK) // 100 == OK // 100 and succeeds(subject.operation, answer["body"]):
            yield name, given, answer["body"]


def answers(subject: Subject) -> Iterator[Case]:
    """Read each documented answer, and answers in every form that the record allows."""
    if "answer_type" in subject.operation:
        return
    told = [*successes(subject), *((name, subject.base, body) for name, body in _made(subject.operation))]
    for name, given, body in told:
        yield Case(name, given, answer=body, expect=_expected(subject, body))


def _made(operation: Record) -> Iterator[tuple[str, dict[str, Any]]]:
    """Make answers that mean success: by every code that does, by none where it may be missing, with every field."""
    envelope = operation["envelope"]
    for code in envelope.get("success", ()):
        body = success(operation)
        put(body, envelope["code"], code)
        yield f"success by {code!r}", body
    if "code" in envelope and not envelope.get("required", True):
        bare = {key: each for key, each in success(operation).items() if key not in _codes(envelope)}
        yield "success without a code", bare
    if "task" not in operation and not operation.get("outputs") and "answer_type" not in operation:
        yield "every documented field", _full(operation)
    for place in (each for output in operation.get("outputs", ()) for each in places(output["path"])):
        yield place, with_addresses(success(operation), place)
    for path in (each["path"] for each in operation.get("outputs", ()) if "|" in each["path"]):
        body = success(operation)
        if filled(body, path, ADDRESSES):
            yield f"all of {path}", body


def _codes(envelope: Record) -> set[str]:
    return {place.partition(".")[0] for place in places(envelope["code"])}


def _full(operation: Record) -> dict[str, Any]:
    """Make an answer that means success with every documented field."""
    body = _fields(operation)
    envelope = operation["envelope"]
    if envelope.get("success"):
        put(body, envelope["code"], envelope["success"][0])
    return body


def _fields(operation: Record) -> dict[str, Any]:
    """Make an answer with every documented field, in each something else, and nothing beside them."""
    body: dict[str, Any] = {}
    fields = [each for each in operation["api_response"] if not _is_nested(each["name"])]
    names = [each["name"] for each in fields]
    for number, each in enumerate(fields, 1):
        if not any(name.startswith((f"{each['name']}.", f"{each['name']}[]")) for name in names):
            kind = "string" if each["name"].endswith("[]") else each.get("type", "string")
            value = _field(kind, each["name"], number)
            put(body, each["name"], next(iter(each.get("keywords", ())), value))
    return body


def _field(kind: str, name: str, number: int) -> Any:
    """Make the value of a field, another for each."""
    made: dict[str, Any] = {"integer": number, "number": number + 0.5, "boolean": True, "object": {}}
    return made.get(kind, f"text of {name}")


def model_cases(subject: Subject) -> Iterator[Case]:
    """Read every documented field of an answer by its attribute."""
    operation = subject.operation
    body = _fields(operation)
    if body and "answer_type" not in operation:
        yield Case("every documented field", answer=body, expect=dict(read_as(body, operation["api_response"])))


def _is_nested(name: str) -> bool:
    """Tell whether a field stands in a list of lists, or in an answer that is a list itself."""
    return name.startswith("[]") or "[][]" in name


def with_addresses(body: dict[str, Any], place: str) -> dict[str, Any]:
    """Put addresses of files at a place: two, where it holds a list."""
    put(body, place, list(ADDRESSES[:2]) if place.endswith("[]") else ADDRESSES[0])
    return body


def _expected(subject: Subject, body: Any) -> dict[str, Any]:
    operation = subject.operation
    if "task" in operation:
        takes = operation["task"]["query"]["takes"]
        return {"token": create_token(subject, {each["name"]: read(body, each["id"]) for each in takes})}
    return {"whole": True, **(addresses(body, operation, operation["outputs"]) if operation.get("outputs") else {})}


def create_token(subject: Subject, ids: Mapping[str, Any]) -> dict[str, Any]:
    """Write the token of a task that the operation has started."""
    facts = {"vendor": subject.vendor, "operation": subject.operation["python"]}
    if len(ids) == 1:
        return {"v": 1, **facts, "id": next(iter(ids.values()))}
    return {"v": 2, **facts, "ids": subject.by_query_keyword(ids)}


def addresses(body: Any, operation: Record, outputs: Sequence[Record]) -> dict[str, list[str]]:
    """List the files in an answer, each once, and what they are: what the place says, or what the operation makes."""
    found: dict[str, str] = {}
    for each in outputs:
        for value in read_all(body, each["path"]):
            if value and isinstance(value, str):
                found.setdefault(value, each.get("kind") or operation["output_kind"])
    return {"outputs": list(found), "kinds": list(found.values())}


def documented_cases(subject: Subject) -> Iterator[Case]:
    """Hold each documented answer, errors too, against the exported document."""
    for name, _, answer in documented(subject):
        if is_object(answer.get("body")):
            yield Case(name, answer=answer["body"], expect={"status": answer.get("status", OK)})
