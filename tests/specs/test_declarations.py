"""Emitted code declares what the contract says, operation by operation: what a client does follows from both.

The contracts are compared with the documents in test_facts.py; here every declaration, model and index is compared with
them, by code that shares nothing with what emitted them.
"""

import asyncio
import inspect
import json
import re
from fractions import Fraction
from functools import cache
from importlib import import_module
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

import pytest
from pydantic import BaseModel

from facts import read

PACKAGES = Path(__file__).parents[2] / "generated" / "mediawright"
VENDORS = sorted(path.parent.name for path in PACKAGES.glob("*/contract.json"))
TYPES = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    list: "array",
    dict: "object",
    bytes: "string",
}
WAYS = frozenset({"_start", "_call", "_make"})
"""How emitted methods hand a call to the runtime."""
WORDS = (
    "a above an and anything as aspect at audio below binary bytes character characters document each "
    "exactly false file fps frames from image in integer is item items json least less list long longer "
    "MB mb megabytes mode more most number object of one opened or Path path per pixels ratio second "
    "seconds short string than to true under value video with "
)
"""All words of what is said to people about values."""
BOUNDS = {
    "minimum": "minimum",
    "maximum": "maximum",
    "exclusive_minimum": "exclusiveMinimum",
    "exclusive_maximum": "exclusiveMaximum",
    "min_length": "minLength",
    "max_length": "maxLength",
    "min_items": "minItems",
    "max_items": "maxItems",
}
COMPARED = {"type", "enum", "const", "$ref", "items", *BOUNDS.values()}
"""Words of a request's schema that are held against the contract."""
FREE = {"format": "binary", "additionalProperties": True}
"""What such a schema may say beside them: it limits nothing."""


@cache
def contract(vendor):
    return json.loads((PACKAGES / vendor / "contract.json").read_text(encoding="utf-8"))["operations"]


def declared(vendor):
    return import_module(f"mediawright.{vendor}.vendor").VENDOR


def operation(vendor, record):
    return import_module(f"mediawright.{vendor}.operations.{record['python']}").OPERATION


RECORDS = [
    pytest.param(vendor, each, id=f"{vendor}.{each['python']}") for vendor in VENDORS for each in contract(vendor)
]
of_each_vendor = pytest.mark.parametrize("vendor", VENDORS)
of_each_operation = pytest.mark.parametrize(("vendor", "record"), RECORDS)


def _codes(errors):
    return [(each.code, each.http_status, each.kind, each.retries, each.refused) for each in errors]


def _coded(record):
    failures = [each for each in record["api_code_demo"] if "kind" in each]
    keys = (("code", None), ("http_status", None), ("kind", None), ("retries", 0), ("refused", False))
    return [tuple(each.get(key, other) for key, other in keys) for each in failures]


def _pairs(headers):
    return [(each["name"], each["value"]) for each in headers]


def _places(outputs):
    return [(each["path"], each.get("kind")) for each in outputs]


def _ids(found):
    return tuple(found.items()) if isinstance(found, dict) else found


@of_each_vendor
def test_vendor_declares_its_exchange(vendor):
    """Addresses, credentials, tokens and envelope are those of the contract."""
    said, record = declared(vendor), contract(vendor)[0]

    assert (said.name, said.package) == (vendor, f"mediawright.{vendor}")
    assert list(said.servers) == [each["url"] for each in record["servers"]]
    credentials = [(each.name, each.environment, each.required) for each in said.credentials]
    assert credentials == [(each["name"], each["environment"], each["required"]) for each in record["credentials"]]
    assert [list(each) for each in said.credential_sets] == record["credential_sets"]
    tokens = [
        (each.name, each.operation, dict(each.parameters), each.answer, list(each.expired)) for each in said.tokens
    ]
    assert tokens == [
        (each["name"], each["python"], _given(vendor, each), each["answer"], each.get("expired", []))
        for each in record["tokens"]
    ]
    assert list(said.output_hosts) == record["output_hosts"]
    envelope = {"required": True, **record["envelope"]}
    for key in ("code", "message", "trace_id", "required"):
        assert getattr(said.envelope, key) == envelope.get(key)
    assert json.dumps(said.envelope.success) == json.dumps(envelope.get("success", []))


def _given(vendor, token):
    return {_keyword(vendor, token["python"], name): each for name, each in token["parameters"].items()}


def _keyword(vendor, python, parameter):
    called = next(each for each in contract(vendor) if each["python"] == python)
    return next(each["python_name"] for each in called["api_body"] if each["name"] == parameter)


@of_each_vendor
def test_vendor_declares_its_tasks(vendor):
    """How tasks are asked for, stand and end is what the contract says, with all times."""
    lifecycles = {each["task"]["name"]: each["task"] for each in contract(vendor) if "task" in each}

    assert declared(vendor).tasks.keys() == lifecycles.keys()
    for name, said in declared(vendor).tasks.items():
        task = lifecycles[name]
        polling, kept = task.get("polling", {}), task.get("kept", {})
        taken = task["query"]["takes"]
        assert said.name == name
        assert said.ids == tuple(
            (_keyword(vendor, task["query"]["python"], each["name"]), each["id"]) for each in taken
        )
        assert (said.query, said.many) == (task["query"]["python"], any(each["many"] for each in taken))
        assert said.states == task["states"]
        assert [tuple(each) for each in said.outputs] == _places(task["outputs"])
        for key in ("status", "otherwise", "reason", "progress", "tolerates"):
            assert getattr(said, key) == task.get(key)
        assert (said.interval, said.initial_delay) == (polling.get("interval"), polling.get("initial_delay"))
        assert list(said.expected or ()) == polling.get("expected", [])
        assert (said.kept_days, said.kept_since) == (kept.get("days"), kept.get("since"))


@of_each_vendor
def test_vendor_declares_how_a_lost_task_is_found(vendor):
    for record in contract(vendor):
        search = record.get("task", {}).get("search")
        said = declared(vendor).tasks[record["task"]["name"]].search if "task" in record else None
        assert (search is None) == (said is None)
        if search:
            query = record["task"]["query"]["python"]
            ids = tuple((_keyword(vendor, query, name), path) for name, path in search["id"].items())
            by = tuple((_keyword(vendor, search["python"], name), sent) for name, sent in search.get("by", {}).items())
            assert said == (search["python"], search["tasks"], ids, search.get("created"), search.get("total"), by)


@of_each_vendor
def test_vendor_declares_its_callback(vendor):
    found = next((each["callback"] for each in contract(vendor) if "callback" in each), None)
    said = declared(vendor).callback

    assert (found is None) == (said is None)
    if found:
        assert (said.task, said.id, said.status, said.reason) == (
            *(found[key] for key in ("task", "id", "status")),
            found.get("reason"),
        )
        assert [tuple(each) for each in said.outputs] == _places(found["outputs"])
        seal = said.seal._asdict() if said.seal else {}
        assert {key: value for key, value in seal.items() if value is not None} == {
            key: tuple(value) if isinstance(value, list) else value for key, value in found.get("seal", {}).items()
        }


@of_each_operation
def test_operation_declares_its_request(vendor, record):
    """Address, wrapper, headers, errors and times are those of the contract."""
    said, shared = operation(vendor, record), declared(vendor)

    assert (said.path, said.name, said.method, said.endpoint) == tuple(
        record[key] for key in ("python", "name", "method", "endpoint")
    )
    if said.wrap is not None or record["body"].get("key"):
        in_body = any(each["in"] == "body" for each in record["api_body"])
        assert said.wrap == record["body"].get("key") or not in_body
    assert [*shared.headers, *said.headers] == _pairs(record["api_header"])
    assert _codes((*shared.errors, *said.errors)) == _coded(record)
    assert said.task == record.get("task", {}).get("name")
    assert [tuple(each) for each in said.outputs] == _places(record.get("outputs", ()))
    assert (said.authenticated, said.output_kind) == (record["authenticated"], record["output_kind"])
    assert json.dumps(_expected(said, shared)) == json.dumps(record.get("expected_seconds"))
    source = record["sources"][0]
    assert said.source == ":".join(filter(None, (source["document"], source.get("lines"))))


def _expected(said, vendor):
    return said.expected or (vendor.tasks[said.task].expected if said.task else None)


@of_each_operation
def test_operation_declares_its_parameters(vendor, record):
    """Every parameter goes out under its name, in its place, with its default and its names of values."""
    said = operation(vendor, record)
    offered = [each for each in record["api_body"] if "const" not in each]

    assert [(each.name, each.wire_name, each.location) for each in said.parameters] == [
        (each["python_name"], each["wire_name"], each["in"]) for each in offered
    ]
    for parameter, found in zip(said.parameters, offered, strict=True):
        assert _json(parameter.default) == _json(found.get("default"))
        assert parameter.send_default == found.get("send_default", False)
        assert (parameter.credential, parameter.single) == (found.get("credential"), found.get("single", False))
        by_name = found.get("labels", {}) if found["type"] == "integer" else {}
        assert {str(value): label for value, label in parameter.labels} == by_name
    constants = [(each["in"], each["wire_name"], each["const"]) for each in record["api_body"] if "const" in each]
    assert list(map(_json, said.constants)) == list(map(_json, constants))


def _json(value):
    return json.dumps(value, sort_keys=True, default=str)


@of_each_operation
def test_operation_declares_what_files_must_be_like(vendor, record):
    offered = [each for each in record["api_body"] if "const" not in each]

    for parameter, found in zip(operation(vendor, record).parameters, offered, strict=True):
        said, media = parameter.media, found.get("media")
        assert (said is None) == (media is None)
        if media:
            assert (said.kind, list(said.formats)) == (media["kind"], media.get("formats", []))
            limits = {f"{each.bound}_{each.fact}": tuple(map(Fraction, each.value)) for each in said.limits}
            assert {key: _size(key, each) for key, each in limits.items()} == {
                key: _size(key, re.split("[x:]", str(limit)))
                for key, limit in media.items()
                if key not in {"kind", "formats"}
            }
            _assert_says(said.allowed, [], [each for key, each in media.items() if key not in {"kind", "formats"}])
            for each in (media["kind"], *media.get("formats", [])):
                assert each in re.findall(r"\w+", said.allowed)


def _size(key, numbers):
    """Read a bound's numbers; those of a ratio are as good as any others in the same proportion."""
    exact = [Fraction(each) for each in numbers]
    return [exact[0] / exact[1]] if key.endswith("ratio") else exact


@of_each_operation
def test_a_refusal_names_what_is_allowed(vendor, record):
    """Whoever is refused reads every value and bound of the contract."""
    offered = [each for each in record["api_body"] if "const" not in each]

    for parameter, found in zip(operation(vendor, record).parameters, offered, strict=True):
        values = [] if found.get("open") else found.get("keywords", [])
        texts = [each for each in values if isinstance(each, str)]
        closed = values and found["type"] != "array"
        bounds = [] if closed else [found[key] for key in BOUNDS if key in found]
        inner = [found["items"][key] for key in BOUNDS if key in found.get("items", {})]
        numbers = [each for each in values if not isinstance(each, str)]
        _assert_says(parameter.allowed, texts, [*numbers, *bounds, *inner])


def _assert_says(text, quoted, numbers):
    """Make sure that a text for people has these values, and is in words that are spelt right."""
    bare = re.sub(r"'[^']*'|\([^()]*\)", "", text)
    assert text
    assert re.findall(r"'([^']*)'", text) == quoted
    assert sorted(re.findall(r"[\d.]+(?:[x:][\d.]+)?", bare)) == sorted(map(str, numbers))
    assert set(re.findall(r"[A-Za-z]+", re.sub(r"[\d.]+[x:][\d.]+", "", bare))) <= {*WORDS.split()}


@of_each_operation
def test_operation_declares_its_rules(vendor, record):
    said = operation(vendor, record).rules
    names = {each["name"]: each["python_name"] for each in record["api_body"]}

    assert [_rule(each.when, each.then) for each in said] == [
        _json([_renamed(each["when"], names), _renamed(each["then"], names)]) for each in record["rules"]
    ]


def _renamed(conditions, names):
    return {names[name]: each if isinstance(each, dict) else list(each) for name, each in conditions.items()}


def _rule(when, then):
    return _json([{name: _condition(each) for name, each in part.items()} for part in (when, then)])


def _condition(constraint):
    if constraint.values is not None:
        return list(constraint.values)
    return {
        name: getattr(constraint, name)
        for name in constraint.__slots__
        if name not in {"values", "allowed"} and getattr(constraint, name) is not None
    }


@of_each_operation
def test_model_takes_what_is_documented(vendor, record):
    """The model of a request has each parameter's type, values, bounds and whether it must be there."""
    model = operation(vendor, record).request
    schema = model.model_json_schema()
    offered = [each for each in record["api_body"] if "const" not in each]

    assert list(model.model_fields) == [each["python_name"] for each in offered]
    for found in offered:
        field = model.model_fields[found["python_name"]]
        assert field.is_required() == (found["required"] and "credential" not in found)
        assert _limits(schema["properties"][found["python_name"]], schema) == _documented(found)


def _limits(node, schema):
    """Read what a schema allows: types, values and bounds of what is not null."""
    assert "anyOf" not in node or _limiting(node) == {"anyOf"}
    several = [each for each in node.get("anyOf", [node]) if each.get("type") != "null"]
    found = [_limit(each, schema) for each in several]
    return {
        key: value for each in sorted(found, key=lambda each: each["type"] == "array") for key, value in each.items()
    }


def _limiting(node):
    """List the words of a schema by which it may refuse a value."""
    return {word for word, value in node.items() if word not in {"title", "default"} and FREE.get(word) != value}


def _limit(node, schema):
    assert _limiting(node) <= COMPARED
    if "$ref" in node:
        return {"type": "object"}
    values = node.get("enum", [node["const"]] if "const" in node else None)
    kinds = {"boolean": "boolean", "integer": "integer", "number": "number", "array": "array", "object": "object"}
    found = {"type": kinds.get(node.get("type"), "string")}
    if values is not None:
        found |= {"values": sorted(map(repr, values))}
    if found["type"] == "array":
        found["items"] = _limits(node["items"], schema)
    return found | {key: node[name] for key, name in BOUNDS.items() if name in node}


def _documented(parameter):
    """Read the same of a contract's parameter."""
    found = {"type": parameter["type"]}
    if parameter["type"] == "array":
        found["items"] = _documented({**parameter["items"], "keywords": parameter.get("keywords", [])})
    elif parameter.get("keywords") and not parameter.get("open"):
        found["values"] = sorted(map(repr, parameter["keywords"]))
    return found | {key: parameter[key] for key in BOUNDS if key in parameter}


@of_each_operation
def test_answer_model_has_the_documented_fields(vendor, record):
    """An editor offers every documented field of an answer with its type and values, and no other."""
    documented = {
        (each.subject, each.fact, each.value)
        for each in read({"operations": [record]})
        if each.fact in {"answer", "answer_value"}
    }

    assert set(_fields(operation(vendor, record).response)) == documented


def _fields(model, prefix=""):
    for name, field in model.model_fields.items():
        assert not field.is_required()  # an answer may lack whatever is documented
        path = f"{prefix}{field.alias or name}"
        yield from _of_type(path, field.annotation)


def _of_type(path, annotation):
    if get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in {Union, UnionType}:
        for each in get_args(annotation):
            if each is not NoneType:
                yield from _of_type(path, each)
    elif get_origin(annotation) is Literal:
        yield from ((path, "answer_value", str(each)) for each in get_args(annotation))
    elif get_origin(annotation) is list:
        yield path, "answer", "array"
        for found in _of_type(f"{path}[]", get_args(annotation)[0]):
            if found[:2] != (f"{path}[]", "answer"):
                yield found
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield path, "answer", "object"
        yield from _fields(annotation, f"{path}.")
    else:
        yield path, "answer", TYPES.get(get_origin(annotation) or annotation, str(annotation))


@of_each_vendor
def test_index_knows_every_name_of_an_operation(vendor):
    """`client.call` takes the vendor's own name, the client's path, and the model code of what has one alone."""
    index = import_module(f"mediawright.{vendor}.index").OPERATIONS
    records = contract(vendor)
    codes = {each["model_code"] for each in records if "model_code" in each}

    assert {key: index[key] for key in index if key not in codes} == {
        key: each["python"] for each in records for key in (each["name"], each["python"])
    }
    assert codes <= index.keys()
    for code in codes:
        assert index[code] in {each["python"] for each in records if each.get("model_code") == code}


@pytest.mark.parametrize("kind", ["sync", "asynchronous"])
@of_each_operation
def test_every_argument_goes_out_under_its_own_name(vendor, record, kind):
    """What a caller says of one parameter is never taken for another's, and a task is started where there is one."""
    category, _, method = record["python"].partition(".")
    module = import_module(f"mediawright.{vendor}.{kind}.{category}")
    (offers,) = (each for each in vars(module).values() if hasattr(each, method) and each.__module__ == module.__name__)
    seen = type("Seen", (offers,), {name: _seeing(name, kind) for name in dir(offers) if name in WAYS})
    given = {each["python_name"]: each["python_name"] for each in record["api_body"] if "const" not in each}

    returned = getattr(seen.__new__(seen), method)(**given)
    way, called, passed = asyncio.run(returned) if inspect.isawaitable(returned) else returned

    assert (way == "_start") == ("task" in record)
    assert (called.path, passed) == (record["python"], given)


def _seeing(way, kind):
    """Stand where a call leaves the emitted code, and give what arrives there."""

    async def later(_, called, **passed):
        return way, called, passed

    return later if kind == "asynchronous" else lambda _, called, **passed: (way, called, passed)
