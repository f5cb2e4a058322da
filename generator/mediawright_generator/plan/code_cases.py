"""Contract cases of errors: what a client makes of every documented code, and of one that nobody documents."""

from collections.abc import Iterator
from typing import Any

from mediawright_generator.plan.answers import filled, places, put
from mediawright_generator.plan.case import Case
from mediawright_generator.plan.samples import Record
from mediawright_generator.plan.subject import Subject
from mediawright_generator.plan.wire import first_set, known_by, placeholder

_OK = 200
_BREAKDOWN = 500
_WORDS = "words of the vendor"
_TRACE = "trace-1"


def codes(subject: Subject) -> Iterator[Case]:
    """Raise the error of every documented code, and of every HTTP status that is documented alone."""
    operation = subject.operation
    for (code, status), each in _documented(operation).items():
        facts: dict[str, Any] = {"code": code, "kind": _kind(operation, each)}
        beside = {"status": status, "retries": each.get("retries"), "refused": each.get("refused")}
        facts |= {key: value for key, value in beside.items() if value}
        name = str(code) if code is not None else f"HTTP {status}"
        spent = status if code is None else code
        held = first_set(operation)
        yield _case(operation, name, facts | _renewal(operation, held, spent))
        for held in operation["credential_sets"][1:]:
            if renewal := _renewal(operation, held, spent):
                yield _case(operation, f"{name} with {' and '.join(held)}", facts | {"credentials": held} | renewal)
    yield from _undocumented(operation)


def _documented(operation: Record) -> dict[tuple[Any, Any], Record]:
    """List what is documented as an error, once for each code and HTTP status; the operation's own word is last."""
    has_codes = "code" in operation["envelope"]
    meanings = {(each.get("code"), each.get("http_status")): each for each in operation["api_code_demo"]}
    return {key: each for key, each in meanings.items() if "kind" in each and (key[0] is None or has_codes)}


def _case(operation: Record, name: str, facts: dict[str, Any], code_at: str = "", message_at: str = "") -> Case:
    """Make an answer that tells of an error, and what it must become."""
    envelope = operation["envelope"]
    body: dict[str, Any] = {}
    if facts["code"] is not None:
        put(body, code_at or envelope["code"], facts["code"])
    told: dict[str, str] = {}
    for fact, key, words in (("message", "message", _WORDS), ("trace_id", "trace_id", _TRACE)):
        if key in envelope:
            put(body, message_at if fact == "message" and message_at else envelope[key], words)
            told[fact] = words
    return Case(name, answer=body, expect=facts | told)


def _undocumented(operation: Record) -> Iterator[Case]:
    """Raise an error for a code that nobody documents, wherever a code and a message may stand."""
    envelope = operation["envelope"]
    if not envelope.get("success"):
        return
    facts = {"code": foreign_code(operation), "kind": "vendor"}
    for place in places(envelope["code"]):
        yield _case(operation, f"a code that nobody documents, in {place}", facts, code_at=place)
    for place in places(envelope.get("message", ""))[1:]:
        yield _case(operation, f"a message in {place}", facts, message_at=place)
    yield from _everywhere(operation, facts)


def _everywhere(operation: Record, facts: dict[str, Any]) -> Iterator[Case]:
    """Say a fact in all of its places, in each something else: the first that is documented counts."""
    envelope = operation["envelope"]
    for key in ("code", "message", "trace_id"):
        first, *others = places(envelope.get(key, ""))
        case = _case(operation, f"{key} in {first} and elsewhere", facts)
        elsewhere = [envelope["success"][0] if key == "code" else f"{key} in {place}" for place in others]
        if others and filled(case.answer, envelope[key], [case.expect[key], *elsewhere]):
            yield case


def beside_success(operation: Record) -> Iterator[Case]:
    """Raise an error for codes near those that mean success, of which the documents say nothing."""
    envelope = operation["envelope"]
    known = [*envelope.get("success", ()), *(each.get("code") for each in operation["api_code_demo"])]
    for code in dict.fromkeys(near for each in envelope.get("success", ()) for near in _near(each)):
        if str(code) not in {str(each) for each in known}:
            body: dict[str, Any] = {}
            put(body, envelope["code"], code)
            yield Case(repr(code), answer=body, expect={"code": code, "kind": "vendor"})


def _near(code: Any) -> Iterator[Any]:
    """List what could be taken for a code that means success: its neighbours, and what means success elsewhere."""
    if not isinstance(code, bool):
        yield from (code + 1, code - 1) if isinstance(code, int) else (code.swapcase(), f"{code}s")
        yield from (0, 1, -1, 200, "ok")


def foreign_code(operation: Record) -> Any:
    """Make a code that nobody documents, neither as a success nor as an error."""
    known = [*operation["envelope"]["success"], *(each.get("code") for each in operation["api_code_demo"])]
    if isinstance(known[0], bool):
        return not known[0]
    return 987654321 if isinstance(known[0], int) else "no such code"


def _renewal(operation: Record, held: list[str], code: Any) -> dict[str, Any]:
    """Make what is answered where a code has the tokens of these credentials fetched anew."""
    if not operation["authenticated"]:
        return {}
    known = known_by(operation, held)
    tokens = [each for each in operation["tokens"] if each["name"] in known and _is_sent(operation, each["name"])]
    if not any(str(code) == str(each) for token in tokens for each in token.get("expired", ())):
        return {}
    return {"fetched": [_fetched(operation, token) for token in tokens]}


def _is_sent(operation: Record, name: str) -> bool:
    return any(f"{{{name}}}" in each["value"] for each in operation["api_header"])


def _fetched(operation: Record, token: Record) -> dict[str, Any]:
    """Make the answer that brings a token."""
    body: dict[str, Any] = {}
    envelope = operation["envelope"]
    if envelope.get("success"):
        put(body, envelope["code"], envelope["success"][0])
    put(body, token["answer"], placeholder(token["name"]))
    return body


def _kind(operation: Record, code: Record) -> str:
    """Say which sort of error a documented code is: after a breakdown nobody knows whether a create was accepted."""
    is_work = operation.get("outputs") or ("answer_type" in operation and operation["method"] == "POST")
    creates = "task" in operation or is_work or "_to_" in operation["category"]
    breaks_down = code.get("http_status", _OK) >= _BREAKDOWN and code["kind"] == "vendor" and not code.get("refused")
    return "ambiguous" if creates and breaks_down else str(code["kind"])
