"""Which facts the cases exercise, found in what they hold."""

import copy

import pytest

from mediawright_generator.coverage import measure
from mediawright_generator.coverage.facts import facts
from mediawright_generator.plan import request_cases, task_cases


@pytest.fixture(scope="module")
def covered(contract):
    return {
        (each.operation, each.fact.kind, each.fact.subject, str(each.fact.value)): each for each in measure(contract)
    }


BOAT, JOB = "text_to_image.boat", "tasks.job"


@pytest.mark.parametrize(
    "fact",
    [
        (BOAT, "method", "", "POST"),
        (BOAT, "path", "", "/boat"),
        (BOAT, "server", "", "https://api.acme.example"),
        (BOAT, "wrapper", "", "data"),
        (BOAT, "header", "X-API-KEY", "{api_key}"),
        (BOAT, "in", "text", "body"),
        (BOAT, "type", "steps", "integer"),
        (BOAT, "required", "text", "True"),
        (BOAT, "default", "style", "plain"),
        (BOAT, "value", "style", "fine"),
        (BOAT, "closed list", "style", "('plain', 'fine')"),
        (BOAT, "value", "mood", "calm"),
        (BOAT, "min_length", "text", "2"),
        (BOAT, "max_length", "text", "5"),
        (BOAT, "minimum", "steps", "1"),
        (BOAT, "success", "", "0"),
        (BOAT, "id in", "task_id", "data.task_id"),
        (BOAT, "message in", "", "msg"),
        (JOB, "in", "task_id", "path"),
        (JOB, "status", "done", "succeeded"),
        (JOB, "status", "failed", "failed"),
        (JOB, "reason in", "", "data.reason"),
        (JOB, "output of a task", "", "data.url"),
        (JOB, "output of a task", "", "data.cdn_url"),
    ],
    ids=" ".join,
)
def test_a_fact_is_exercised(covered, fact):
    assert covered[fact].cases


@pytest.mark.parametrize(
    ("fact", "why"),
    [
        ((BOAT, "server", "", "https://other.acme.example"), "takes the first address"),
        ((BOAT, "max_tokens", "text", "9"), "tokens are not counted"),
        ((BOAT, "open list", "mood", "('calm',)"), "an open list refuses nothing"),
        ((BOAT, "media max_megabytes", "image", "10"), "checked by check_media"),
        ((JOB, "timing", "polling interval", "5"), "no time passes"),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else None,
)
def test_a_fact_that_is_not_has_its_reason(covered, fact, why):
    assert not covered[fact].cases
    assert why in covered[fact].reason


def test_what_has_no_meaning_is_a_fact_too(covered):
    (odd,) = (each for key, each in covered.items() if key[:2] == (BOAT, "code without a meaning"))
    assert "does not say what kind" in odd.reason


def test_rules_errors_and_documented_requests_are_exercised(covered):
    kinds = {each.fact.kind for key, each in covered.items() if key[0] == BOAT and each.cases}
    assert {"rule kept", "rule broken", "error", "documented request"} <= kinds


@pytest.mark.parametrize(
    ("dropped", "lost"),
    [
        ("refused_cases", {"closed list", "max_length", "min_length", "minimum", "rule broken", "type"}),
        ("missing_cases", {"required"}),
        ("wire_cases", {"documented request"}),
    ],
)
def test_what_no_case_holds_is_not_exercised(contract, monkeypatch, dropped, lost):
    """Promise: nothing counts because it is said to be tested."""
    monkeypatch.setattr(request_cases, dropped, lambda _: iter(()))

    exercised = {each.fact.kind for each in measure(contract) if each.operation == BOAT and each.cases}
    assert not exercised & lost


def test_a_status_that_no_case_says_is_not_exercised(contract, monkeypatch):
    monkeypatch.setattr(task_cases, "of_queries", lambda *_: iter(()))

    assert not [each for each in measure(contract) if each.fact.kind == "status" and each.cases]


def test_a_bound_is_exercised_only_from_both_sides(contract, monkeypatch):
    monkeypatch.setattr(request_cases, "accepted_cases", lambda _: iter(()))

    exercised = {each.fact.kind for each in measure(contract) if each.operation == BOAT and each.cases}
    assert "min_length" not in exercised


def test_every_key_of_a_parameter_is_enumerated_or_known_to_be_no_fact(contract):
    no_facts = {"name", "wire_name", "python_name", "describe", "open", "items", "media", "labels", "keywords", "means"}
    operations = {each["python"]: each for each in contract["operations"]}
    boat = operations[BOAT]
    keys = {key for each in boat["api_body"] for key in each} - no_facts
    assert keys <= {each.kind for each in facts(boat, operations)} | {"required"}


def test_a_contract_is_not_changed(contract):
    before = copy.deepcopy(contract)
    list(measure(contract))
    assert contract == before
