"""What the generated cases take for right and wrong, held against the exported documents by a JSON Schema validator."""

import json
from pathlib import Path

import pytest

from mediawright_generator.export.openapi import openapi_document
from mediawright_generator.plan.cases import cases_of, subject_of
from mediawright_generator.plan.wire import placed
from mediawright_runtime.oracle import Oracle, Sent

ROOT = Path(__file__).parents[2] / "generated/mediawright"
CONTRACTS = {path.parent.name: json.loads(path.read_text(encoding="utf-8")) for path in ROOT.glob("*/contract.json")}
OPERATIONS = [(name, each["python"]) for name in sorted(CONTRACTS) for each in CONTRACTS[name]["operations"]]


@pytest.fixture(params=OPERATIONS, ids=".".join)
def judged(request):
    """An operation's cases, its record, and what judges it."""
    vendor, name = request.param
    operations = {each["python"]: each for each in CONTRACTS[vendor]["operations"]}
    operation = operations[name]
    alternative = [operation["name"]] if "alternative_of" in operation else []
    oracle = Oracle(openapi_document(CONTRACTS[vendor], alternative), name)
    return cases_of(subject_of(vendor, operation, operations), operations), operation, oracle


def _violations(operation, oracle, given):
    demo = placed(operation, given)
    raw = [each["name"] for each in operation["api_body"] if each["in"] == "raw"]
    body = next(
        (_binary(given.get(name)) for name in raw), demo["body"] or ({} if operation["method"] == "POST" else None)
    )
    constant = {each["name"]: each["value"] for each in operation["api_header"]}
    return oracle.violations(Sent(demo["path"], demo["query"], {**constant, **demo["header"]}, body))


def _binary(value):
    return value.decode("latin-1") if isinstance(value, bytes) else value


def test_what_is_accepted_the_document_accepts(judged):
    cases, operation, oracle = judged
    wrong = {each.name: _violations(operation, oracle, each.given) for each in cases.accepted}
    assert {name: told for name, told in wrong.items() if told} == {}


def test_what_is_refused_the_document_refuses(judged):
    """Promise: a case refuses only what the documents refuse, by a path that shares no code with a client."""
    cases, operation, oracle = judged
    taken = [
        each.name
        for each in (*cases.refused, *cases.near, *cases.missing)
        if not _violations(operation, oracle, each.given)
    ]
    assert taken == []
