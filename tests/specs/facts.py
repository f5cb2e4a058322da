"""A vendor's contract read as facts, in the terms of the tables under tests/facts: what is documented, nothing of ours.

It shares no code with what makes or reads contracts elsewhere: a slip there cannot hide itself here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

CREDENTIAL = re.compile(r"\{([^{}]*)\}")
MEDIA = {"formats": "format"}
SEAL = {"payload": "cipher_path", "key": "cipher_key", "iv": "cipher_iv", "digest": "digest"}
SEAL |= {"signature": "signature_path", "timestamp": "timestamp_path"}
OF_OPERATIONS = frozenset({"query", "search", "operation", "alternative_of", "cancel"})
"""Facts whose value is the name of an operation."""
SAID_AS_IS = (
    *("in", "type", "required", "default", "send_default", "const", "minimum", "maximum", "exclusive_minimum"),
    *("exclusive_maximum", "min_length", "max_length", "min_items", "max_items", "max_tokens"),
)
"""Facts of a parameter that have one name in contracts and tables."""


class Fact(NamedTuple):
    """One fact; `*` is the vendor as a whole."""

    operation: str
    subject: str
    fact: str
    value: str

    def __str__(self) -> str:
        """Say the fact on one line."""
        return f"{self.operation}: {self.subject} {self.fact}={self.value!r}".replace(":  ", ": ")


def read(contract: Mapping[str, Any]) -> set[Fact]:
    """Every fact of a contract; what all operations concerned share is said once, of the vendor."""
    operations = contract["operations"]
    own = {fact for each in operations for fact in (*_operation(each), *_parameters(each), *_answer(each))}
    shared = [
        _shared({each["name"]: set(_exchange(each)) for each in operations}),
        _shared({each["name"]: set(_headers(each)) for each in operations if each["authenticated"]}),
        _shared({each["name"]: set(_task(each["task"])) for each in operations if "task" in each}),
        _shared({each["name"]: set(_callback(each)) for each in operations if "callback" in each}),
    ]
    return own.union(*shared)


def _shared(said: Mapping[str, set[tuple[str, str, str]]]) -> set[Fact]:
    """What each of several operations says, and of the vendor what all of them say."""
    common = set.intersection(*said.values()) if said else set()
    own = {Fact(name, *each) for name, saying in said.items() for each in saying - common}
    return own | {Fact("*", *each) for each in common}


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _places(path: str) -> list[str]:
    return path.split("|")


def _operation(record: Mapping[str, Any]) -> Iterator[Fact]:
    name = record["name"]
    yield Fact(name, "", "method", record["method"])
    yield Fact(name, "", "path", record["endpoint"])
    if "model_code" in record:
        yield Fact(name, "", "model_code", record["model_code"])
    if "task" in record:
        yield Fact(name, "", "starts", "task")
    if "alternative_of" in record:
        yield Fact(name, "", "alternative_of", record["alternative_of"])
    if not record["authenticated"]:
        yield Fact(name, "", "auth_scheme", "none")
    if "idempotency" in record:
        yield Fact(
            name, record["idempotency"]["name"], "idempotency", record["idempotency"].get("on_repeat", "unknown")
        )
    yield from (Fact(name, "", *each) for each in _expected(record.get("expected_seconds")) if not _inherits(record))
    yield from (Fact(name, "", *each) for output in record.get("outputs", ()) for each in _output(output))
    for rule in record["rules"]:
        yield Fact(name, "+".join((*rule["when"], *rule["then"])), "rule", _rule(rule))


def _output(output: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for place in _places(output["path"]):
        yield "output_path", place
        if "kind" in output:
            yield f"output_kind:{place}", output["kind"]


def _expected(seconds: Sequence[float] | None) -> Iterator[tuple[str, str]]:
    if seconds is not None:
        yield from zip(("expected_from", "expected_to"), map(_text, seconds), strict=True)


def _inherits(record: Mapping[str, Any]) -> bool:
    """Whether an operation takes as long as the documents say of every task."""
    return bool(record.get("expected_seconds") == record.get("task", {}).get("polling", {}).get("expected"))


def _rule(rule: Mapping[str, Any]) -> str:
    when = " and ".join(f"{name}={_one_of(values)}" for name, values in rule["when"].items())
    return f"{when} -> {' and '.join(_demand(name, values) for name, values in rule['then'].items())}"


def _demand(name: str, values: Any) -> str:
    if isinstance(values, list):
        return f"{name} in {_one_of(values)}"
    return f"{name} required" if values == {"present": True} else f"{name} {values}"


def _one_of(values: Any) -> str:
    return ", ".join(map(_text, values)) if isinstance(values, list) else _text(values)


def _parameters(record: Mapping[str, Any]) -> Iterator[Fact]:
    for parameter in record["api_body"]:
        subject = "(raw)" if parameter["in"] == "raw" else parameter["wire_name"]
        yield from (Fact(record["name"], subject, *each) for each in _parameter(parameter))


def _parameter(parameter: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key in SAID_AS_IS:
        if key in parameter:
            yield key, _text(parameter[key])
    if "items" in parameter:
        yield "items", parameter["items"]["type"]
    said = "example_value" if parameter.get("open") else "value"
    yield from ((said, _text(each)) for each in parameter.get("keywords", ()))
    yield from ((f"label:{value}", label) for value, label in parameter.get("labels", {}).items())
    for key, limit in parameter.get("media", {}).items():
        for each in limit if isinstance(limit, list) else [limit]:
            yield f"media.{MEDIA.get(key, key)}", _text(each)


def _answer(record: Mapping[str, Any]) -> Iterator[Fact]:
    for field in record["api_response"]:
        yield Fact(record["name"], field["name"], "answer", field["type"])
        if field.get("nullable"):
            yield Fact(record["name"], field["name"], "answer_null", "true")
        for word in field.get("keywords", ()):
            yield Fact(record["name"], field["name"], "answer_value", _text(word))
        parents = field["name"].split(".")[:-1]
        for depth in range(len(parents)):
            yield from _parent(record["name"], ".".join(parents[: depth + 1]))


def _parent(operation: str, path: str) -> Iterator[Fact]:
    """What a field inside another one says of that one."""
    if path.endswith("[]"):
        yield Fact(operation, path.removesuffix("[]"), "answer", "array")
    else:
        yield Fact(operation, path, "answer", "object")


def _exchange(record: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Servers, credentials, the envelope, error codes and the hosts of outputs."""
    first, *others = (each["url"] for each in record["servers"])
    yield "", "server", first
    yield from (("alternative", "server", each) for each in others)
    yield from _credentials(record)
    yield from (("", "output_host", each) for each in record["output_hosts"])
    yield "", "wrapper", record["body"].get("key", "")
    envelope = record["envelope"]
    yield from (("", "success_code", _text(each)) for each in envelope["success"])
    for key, fact in {"code": "code_path", "message": "message_path", "trace_id": "trace_path"}.items():
        yield from (("", fact, place) for place in _places(envelope.get(key, "")) if place)
    if not envelope.get("required", True):
        yield "", "code_required", "false"
    failures = [each for each in record["api_code_demo"] if each.get("code") not in envelope["success"]]
    yield from (fact for each in failures for fact in _code(each))


def _credentials(record: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for credential in record["credentials"]:
        yield credential["name"], "env", credential["environment"]
        yield credential["name"], "required", _text(credential["required"])
    yield from (("", "credentials", "+".join(names)) for names in record["credential_sets"])


def _code(code: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    subject = f"HTTP {code['http_status']}" if "http_status" in code else _text(code["code"])
    yield subject, "error", code.get("kind", "")
    if "retries" in code:
        yield subject, "resend", _text(code["retries"])
    if code.get("refused"):
        yield subject, "refused", "true"


def _headers(record: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    asked = {each["name"] for each in record["credentials"] if each["required"]}
    asked.update(each["name"] for each in record["tokens"])
    asked.update(name for names in record["credential_sets"] for name in names)
    for header in record["api_header"]:
        yield from _header(header["name"], header["value"], asked)
    if not asked:
        yield "", "auth_scheme", "none"
    for token in record["tokens"]:
        yield from _token(token)


def _header(name: str, value: str, asked: set[str]) -> Iterator[tuple[str, str, str]]:
    placeholders = CREDENTIAL.findall(value)
    if any(asked.intersection(each.split(":")) for each in placeholders):
        yield "", "auth_header", name
        yield "", "auth_scheme", _scheme(name, value)
        return
    yield name, "in", "header"
    if placeholders:
        yield name, "required", "false"
    yield name, "credential" if placeholders else "const", CREDENTIAL.sub(r"<\1>", value)


def _scheme(name: str, value: str) -> str:
    joined = re.sub(r"\{base64:([^{}]*)\}", r"base64(\1)", value)
    scheme = CREDENTIAL.sub(r"<\1>", joined)
    return scheme if name == "Authorization" else f"{name}: {scheme}"


def _token(token: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    subject = token["name"]
    yield subject, "operation", token["operation"]
    yield subject, "answer_path", token["answer"]
    yield from ((subject, "expired", _text(code)) for code in token["expired"])
    yield from ((subject, f"parameter:{wire}", name) for wire, name in token["parameters"].items())


def _task(task: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    yield from (("task", f"status:{word}", state) for word, state in task["states"].items())
    yield "task", "query", task["query"]["operation"]
    yield from _identifiers(task)
    for key, fact in {"status": "status_path", "reason": "reason_path", "progress": "progress_path"}.items():
        yield from (("task", fact, place) for place in _places(task.get(key, "")) if place)
    yield from (("task", *each) for output in task["outputs"] for each in _output(output))
    yield from (("task", key, task[key]) for key in ("otherwise", "tolerates") if key in task)
    yield from _times(task)
    if "cancel" in task:
        yield "task", "cancel", task["cancel"]["operation"]
    if "search" in task:
        yield from _search(task["search"])


def _identifiers(task: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Where a create's answer has the identifiers, and as what the query takes them."""
    for subject, path in _each_id(task["id"]):
        yield subject, "id_path", path
    several = isinstance(task["id"], dict)
    for taken in task["query"]["takes"]:
        yield f"task.{taken['name']}" if several else "task", "query_parameter", taken["wire_name"]


def _each_id(path: str | Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each identifier of a task by its name where there are several, with its place in an answer."""
    if isinstance(path, str):
        yield "task", path
    else:
        yield from ((f"task.{name}", each) for name, each in path.items())


def _times(task: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    polling = task.get("polling", {})
    if "interval" in polling:
        yield "task", "interval", _text(polling["interval"])
    yield from (("task", *each) for each in _expected(polling.get("expected")))
    if "kept" in task:
        yield "task", "kept_days", _text(task["kept"]["days"])
        yield "task", "kept_since", task["kept"]["since"]


def _search(search: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    yield "task", "search", search["operation"]
    yield "task", "search_path", search["tasks"]
    yield from (("task", f"search_{key}_path", search[key]) for key in ("created", "total") if key in search)
    yield from ((subject, "search_id_path", path) for subject, path in _each_id(search["id"]))
    yield from ((f"task.{name}", "search_parameter", taken) for name, taken in search["by"].items())


def _callback(record: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    callback = record["callback"]
    yield "callback", "id_path", callback["id"]
    yield "callback", "status_path", callback["status"]
    yield from (("callback", *each) for output in callback["outputs"] for each in _output(output))
    yield from (("callback", f"{name}_path", place) for place, name in callback.get("returns", {}).items())
    sent = {"parameter": "url_parameter", "repeated_until": "answer_status"}
    yield from (("callback", fact, _text(callback[key])) for key, fact in sent.items() if key in callback)
    yield from (("callback", *each) for each in _seal(callback.get("seal", {})))


def _seal(seal: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from ((fact, seal[key]) for key, fact in SEAL.items() if key in seal)
    yield from (("signed", CREDENTIAL.sub(r"\1", each)) for each in seal.get("signed", ()))


def named(fact: Fact, names: Mapping[str, str]) -> Fact:
    """The same fact of an operation that goes by another name; its value may be such a name, too."""
    value = names.get(fact.value, fact.value) if fact.fact in OF_OPERATIONS else fact.value
    return fact._replace(operation=names.get(fact.operation, fact.operation), value=value)
