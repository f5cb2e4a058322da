"""Every constraint of every operation, violated one at a time, read off the contracts and nothing else.

Promise: what the documents forbid costs nothing, as nothing is sent.
"""

import pytest
from every_vendor import SUBJECTS

from mediawright_runtime.errors import InvalidRequestError
from mediawright_runtime.played import play

MISSING = object()
WRONG_TYPES = {
    "string": [5, True, ["zzz"], {}],
    "integer": ["zzz", 0.5, True, 1.0, [1], {}],
    "number": ["zzz", [1], {}],
    "boolean": ["zzz", 5, []],
    "array": [5, {"zzz": 1}],
    "object": ["zzz", 5, []],
}
BEYOND = {
    "minimum": lambda bound, _: bound - 1,
    "maximum": lambda bound, _: bound + 1,
    "exclusive_minimum": lambda bound, _: bound,
    "exclusive_maximum": lambda bound, _: bound,
    "min_length": lambda bound, _: "x" * (bound - 1),
    "max_length": lambda bound, _: "x" * (bound + 1),
    "min_items": lambda bound, items: [_good(items)] * (bound - 1),
    "max_items": lambda bound, items: [_good(items)] * (bound + 1),
}
GOOD = {"string": "https://example.com/in.png", "integer": 1, "number": 1.0, "boolean": True, "array": [], "object": {}}
SAYING_NOTHING = {
    "name",
    "python_name",
    "wire_name",
    "in",
    "describe",
    "default",
    "send_default",
    "labels",
    "credential",
}
SAYING_NOTHING |= {"single", "open", "type", "items", "keywords", "required", "const"}
"""What forbids no value, and what is tried by name below."""
NOT_SEEN_HERE = {
    "means": "it tells what a value stands for",
    "media": "a file must be looked at",
    "max_tokens": "the vendor alone counts tokens",
}


def _good(items):
    return items["keywords"][0] if "keywords" in items else GOOD[items["type"]]


def _violations(parameter):
    """List what a parameter must not be, each with the fact that forbids it."""
    if parameter["required"] and "credential" not in parameter:  # else the client has it
        yield "required", MISSING
    yield from ((f"type {value!r}", value) for value in WRONG_TYPES[parameter["type"]])
    yield from _beyond(parameter)
    items = parameter.get("items", {})
    wrong = [*WRONG_TYPES.get(items.get("type"), ()), *(value for _, value in _beyond(items))]
    yield from ((f"items {value!r}", [value]) for value in wrong)


def _beyond(schema):
    if "keywords" in schema and not schema.get("open"):
        foreign = "zzz" if schema["type"] == "string" else max(schema["keywords"]) + 1000
        yield "keywords", foreign
    yield from ((fact, BEYOND[fact](schema[fact], schema.get("items"))) for fact in BEYOND if fact in schema)


def _cases():
    for subject in SUBJECTS:
        for parameter in subject.record["api_body"]:
            name = parameter["python_name"]
            if "const" in parameter:
                yield pytest.param(subject, {name: "zzz"}, {name}, id=f"{subject}-{name}-const")
                continue
            for fact, value in _violations(parameter):
                yield pytest.param(subject, {name: value}, {name}, id=f"{subject}-{name}-{fact}")
        for number, rule in enumerate(subject.record["rules"], 1):
            yield pytest.param(subject, *_broken(subject, rule), id=f"{subject}-rule {number}")
        yield pytest.param(subject, {"zzz": 1}, {"zzz"}, id=f"{subject}-unknown")


def _broken(subject, rule):
    """Break a rule at all that it demands."""
    known = {each["name"]: each for each in subject.record["api_body"]}
    given = {known[name]["python_name"]: condition[0] for name, condition in rule["when"].items()}
    for name, condition in rule["then"].items():
        others = (
            () if isinstance(condition, dict) else (each for each in known[name]["keywords"] if each not in condition)
        )
        given[known[name]["python_name"]] = MISSING if isinstance(condition, dict) else next(iter(others))
    return given, {known[name]["python_name"] for name in rule["then"]}


@pytest.mark.parametrize("client", [0, 1], ids=["sync", "async"])
@pytest.mark.parametrize(("subject", "given", "fields"), list(_cases()))
def test_a_violated_constraint_sends_nothing(subject, given, fields, client):
    merged = {**subject.params, **given}
    params = {name: value for name, value in merged.items() if value is not MISSING}
    played = play(subject.clients[client], subject.tested, (), lambda client: client.call(subject.name, **params))
    assert played.requests == []
    assert isinstance(played.error, InvalidRequestError), played.error
    assert played.error.field.partition("[")[0].partition(".")[0] in fields
    assert played.error.allowed


def test_every_fact_of_a_parameter_is_tried_or_explained():
    """A constraint that is new in the records is not forgotten here."""
    facts = {
        fact
        for subject in SUBJECTS
        for parameter in subject.record["api_body"]
        for schema in (parameter, parameter.get("items", {}))
        for fact in schema
    }
    assert facts <= SAYING_NOTHING | NOT_SEEN_HERE.keys() | BEYOND.keys()
