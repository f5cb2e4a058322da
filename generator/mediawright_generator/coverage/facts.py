"""The facts of one operation, enumerated from its contract as plain data."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from mediawright_runtime.shapes import is_list

Record = Mapping[str, Any]

BOUNDS = (
    *("minimum", "maximum", "exclusive_minimum", "exclusive_maximum"),
    *("min_length", "max_length", "min_items", "max_items"),
)
_OF_PARAMETERS = ("in", "type", "required", "send_default", "const", "max_tokens", "single", "credential")
_NEVER_SAID = (False, None)


class Fact(NamedTuple):
    """One fact of an operation."""

    kind: str
    """What sort of fact it is."""
    subject: str
    """What it is about: a parameter, a header, a rule; empty for the operation as a whole."""
    value: Any

    def __str__(self) -> str:
        """Say it for people."""
        return " ".join(filter(None, (self.subject, self.kind, repr(self.value))))


def facts(operation: Record, operations: Mapping[str, Record]) -> Iterator[Fact]:
    """List the facts of an operation, and of the tasks about which it is asked; `operations` are all of its vendor."""
    yield from _address(operation)
    for parameter in operation["api_body"]:
        yield from _parameter(parameter)
    for number, rule in enumerate(operation["rules"], 1):
        yield Fact("rule kept", f"rule {number}", rule)
        yield from (Fact("rule broken", f"rule {number}", {"rule": rule, "at": name}) for name in rule["then"])
    yield from _examples(operation)
    yield from _envelope(operation)
    yield from (Fact("field of the answer", "", each["name"]) for each in operation["api_response"])
    yield from _outputs("output", operation.get("outputs", ()))
    yield from _create(operation)
    lifecycles = {each["task"]["name"]: each["task"] for each in operations.values() if "task" in each}
    for lifecycle in lifecycles.values():
        if lifecycle["query"]["python"] == operation["python"]:
            yield from _lifecycle(lifecycle)


def _address(operation: Record) -> Iterator[Fact]:
    yield Fact("method", "", operation["method"])
    yield Fact("path", "", operation["endpoint"])
    yield from (Fact("server", "", each["url"]) for each in operation["servers"])
    if key := operation["body"].get("key"):
        yield Fact("wrapper", "", key)
    yield from (Fact("header", each["name"], each["value"]) for each in operation["api_header"])
    yield from (Fact("credentials", "", tuple(each)) for each in operation["credential_sets"])
    yield from (Fact("output host", "", each) for each in operation["output_hosts"])
    for token in operation["tokens"]:
        yield Fact("token fetched", token["name"], token["python"])
        yield from (Fact("token expired", token["name"], code) for code in token.get("expired", ()))


def _parameter(parameter: Record) -> Iterator[Fact]:
    name = parameter["name"]
    for key in _OF_PARAMETERS:
        if parameter.get(key) not in _NEVER_SAID:
            yield Fact(key, name, parameter[key])
    if "default" in parameter and not parameter.get("send_default"):
        yield Fact("default", name, parameter["default"])
    of_value = {**parameter, **parameter.get("items", {})} if parameter["type"] == "array" else parameter
    yield from (Fact("value", name, value) for value in of_value.get("keywords", ()))
    if of_value.get("keywords"):
        yield Fact("open list" if parameter.get("open") else "closed list", name, tuple(of_value["keywords"]))
    yield from (Fact(key, name, of_value[key]) for key in BOUNDS if key in of_value)
    yield from (Fact("label", name, (value, label)) for value, label in parameter.get("labels", {}).items())
    for key, value in parameter.get("media", {}).items():
        yield from (Fact(f"media {key}", name, each) for each in (value if is_list(value) else [value]))


def _examples(operation: Record) -> Iterator[Fact]:
    for number, demo in enumerate(operation.get("api_request_demo", ()), 1):
        yield Fact("documented request", f"example {number}", {key: demo[key] for key in demo if key != "response"})
        for answer in demo.get("response", ()):
            yield Fact("documented answer", f"example {number}", answer.get("body"))


def _envelope(operation: Record) -> Iterator[Fact]:
    envelope = operation["envelope"]
    yield from (Fact("success", "", code) for code in envelope.get("success", ()))
    if "code" in envelope and not envelope.get("required", True):
        yield Fact("code may be missing", "", envelope["code"])
    for key in ("code", "message", "trace_id"):
        yield from (Fact(f"{key} in", "", place) for place in _places(envelope.get(key)))
    for each in operation["api_code_demo"]:
        known = {key: each[key] for key in ("code", "http_status", "kind", "retries", "refused") if key in each}
        if each.get("code") not in envelope.get("success", ()) or "kind" in each:
            yield Fact("error" if "kind" in each else "code without a meaning", "", known)


def _create(operation: Record) -> Iterator[Fact]:
    for taken in operation["task"]["query"]["takes"] if "task" in operation else ():
        yield Fact("id in", taken["name"], taken["id"])
    if "expected_seconds" in operation:
        yield Fact("expected seconds", "", tuple(operation["expected_seconds"]))
    if "callback" in operation:
        yield from (Fact("callback", key, value) for key, value in operation["callback"].items())
    for key, value in operation.get("idempotency", {}).items():
        yield Fact("replay" if key == "on_repeat" else "idempotency key", key, value)


def _lifecycle(lifecycle: Record) -> Iterator[Fact]:
    yield Fact("status in", "", lifecycle["status"])
    yield from (Fact("status", word, state) for word, state in lifecycle["states"].items())
    if "otherwise" in lifecycle:
        yield Fact("any other status", "", lifecycle["otherwise"])
    yield from _outputs("output of a task", lifecycle["outputs"])
    for key in ("reason", "progress"):
        yield from (Fact(f"{key} in", "", place) for place in _places(lifecycle.get(key)))
    if "tolerates" in lifecycle:
        yield Fact("tolerated beside", "", lifecycle["tolerates"])
    for key in ("polling", "kept"):
        yield from (Fact("timing", f"{key} {name}", value) for name, value in lifecycle.get(key, {}).items())
    yield from (Fact(key, "", lifecycle[key]["python"]) for key in ("cancel", "search") if key in lifecycle)


def _outputs(kind: str, outputs: Any) -> Iterator[Fact]:
    for each in outputs:
        yield from (Fact(kind, each.get("kind", ""), place) for place in _places(each["path"]))


def _places(path: str | None) -> list[str]:
    return path.split("|") if path else []
