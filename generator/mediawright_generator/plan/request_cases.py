"""Contract cases of requests: what an operation sends, takes and refuses."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from mediawright_generator.load.scalars import core_value
from mediawright_generator.plan.sampler import Given
from mediawright_generator.plan.samples import Record, accepted, refused, sample
from mediawright_generator.plan.schemas import is_demanded
from mediawright_generator.plan.subject import Subject, case
from mediawright_generator.plan.views import CaseView
from mediawright_runtime.shapes import is_object

_BODILESS = ("GET", "DELETE")
_KEY = "test-idempotency-key"
"""The key that the checks of the runtime give."""
_FAR = 9
"""Of many names every ninth is tried."""


def wire_cases(subject: Subject) -> Iterator[CaseView]:
    """Send each documented request, every parameter at once, and values by their documented names."""
    for number, demo in enumerate(subject.operation.get("api_request_demo", ()), 1):
        yield _wire_case(subject, demo.get("title") or f"documented example {number}", given_in(subject, demo), demo)
    everything = subject.sampler.variant({each["name"]: sample(each) for each in subject.offered})
    if everything:
        yield _wire_case(subject, "every parameter", everything, _demo(subject.operation, everything))
    for parameter in subject.offered:
        for value, label in list(names_of_values(parameter))[::_FAR]:
            given = subject.sampler.variant({parameter["name"]: value})
            if given is not None:
                by_name = given | {parameter["name"]: label}
                yield _wire_case(
                    subject, f"{parameter['name']} by name: {label}", by_name, _demo(subject.operation, given)
                )


def names_of_values(parameter: Record) -> Iterator[tuple[int, str]]:
    """List the values of an integer that may be given by name, each with the name that stands for it alone."""
    labels: Mapping[str, str] = parameter.get("labels", {}) if parameter["type"] == "integer" else {}
    names = list(labels.values())
    yield from ((int(value), label) for value, label in labels.items() if names.count(label) == 1)


def _wire_case(subject: Subject, name: str, given: Given, demo: Record) -> CaseView:
    operation = subject.operation
    demo = _keyed(operation, demo)
    path = operation["endpoint"]
    for key, value in demo.get("path", {}).items():
        path = path.replace(f"{{{key}}}", quote(_text(value), safe=""))
    headers = {each["name"]: each["value"] for each in operation["api_header"] if _goes_along(operation, each["value"])}
    headers |= demo.get("header", {})
    expected = {
        "method": operation["method"],
        "path": path,
        "query": demo.get("query", {}),
        "headers": headers,
        "body": next(
            (given.get(each["name"]) for each in subject.offered if each["in"] == "raw"), _body(operation, demo)
        ),
    }
    return case(name, subject.by_keyword(given), expected)


def _keyed(operation: Record, demo: Record) -> Record:
    """Put the key that the tests give into a request of an operation that takes one."""
    if "idempotency" not in operation:
        return demo
    place, name = operation["idempotency"]["in"], operation["idempotency"]["name"]
    key = operation["body"].get("key") if place == "body" else None
    part: Record = demo.get(place) or {}
    inner = {**(part.get(key, {}) if key else part), name: _KEY}
    return {**demo, place: {**part, key: inner} if key else inner}


def _goes_along(operation: Record, value: str) -> bool:
    """Say whether a header is sent by a client that holds every credential: of several sets it uses the first."""
    needed = {
        name for template in re.findall(r"{([^{}]*)}", value) for name in template.removeprefix("base64:").split(":")
    }
    held = next(iter(operation["credential_sets"]), [each["name"] for each in operation["credentials"]])
    return needed <= set(held) if operation["authenticated"] else not needed


def _body(operation: Record, demo: Record) -> Any:
    """Give the body of a documented request; one that shows none has the empty one, where its method has a body."""
    return demo.get("body") or ({} if operation["method"] not in _BODILESS else None)


def _text(value: Any) -> str:
    """Write a value outside a body."""
    return value if isinstance(value, str) else json.dumps(value)


def given_in(subject: Subject, demo: Record) -> Given:
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
        sent_anyway = each.get("default") if each.get("send_default") else None
        value = each.get("const", given.get(each["name"], sent_anyway))
        if value is not None and each["in"] in demo:
            demo[each["in"]][each["wire_name"]] = value
    key = operation["body"].get("key")
    if demo["body"] and key:
        demo["body"] = {key: demo["body"]}
    return demo


def accepted_cases(subject: Subject) -> Iterator[CaseView]:
    """Take each documented value, each boundary, and each rule where it is kept or not triggered."""
    for parameter in subject.offered:
        for what, value in accepted(parameter):
            given = subject.sampler.variant({parameter["name"]: value})
            if given is not None:
                yield case(f"{parameter['name']}: {what}", subject.spelled(given))
    for number, rule in enumerate(subject.operation["rules"], 1):
        if (given := subject.sampler.keeping(rule)) is not None:
            yield case(f"rule {number} kept", subject.spelled(given))
        for name in rule["then"]:
            for given in list(subject.sampler.untriggered(rule, name))[:1]:
                yield case(f"rule {number} not triggered, {name} free", subject.spelled(given))


def refused_cases(subject: Subject) -> Iterator[CaseView]:
    """Refuse what is one step beyond, of another type, ambiguous, or against a rule."""
    for parameter in subject.offered:
        for what, value in refused(parameter):
            params = subject.spelled(subject.base | {parameter["name"]: value})
            yield case(f"{parameter['name']}: {what}", params, parameter["python_name"])
        for label in _ambiguous(parameter):
            params = subject.spelled(subject.base | {parameter["name"]: label})
            yield case(f"{parameter['name']}: {label} is two values", params, parameter["python_name"])
    for number, rule in enumerate(subject.operation["rules"], 1):
        for name in rule["then"]:
            for given in subject.sampler.breaking(rule, name):
                yield case(f"rule {number} broken at {name}", subject.spelled(given), subject.keywords[name])


def _ambiguous(parameter: Record) -> list[str]:
    names = list(parameter.get("labels", {}).values()) if parameter["type"] == "integer" else []
    return [name for name in dict.fromkeys(names) if names.count(name) > 1]


def missing_cases(subject: Subject) -> Iterator[CaseView]:
    """Refuse a call without what is required."""
    for parameter in subject.offered:
        if is_demanded(parameter):
            given = {name: value for name, value in subject.base.items() if name != parameter["name"]}
            yield case(parameter["name"], subject.by_keyword(given), parameter["python_name"])
