"""A third opinion: nothing that oasdiff's published rules call breaking is called safe here."""

import json
from functools import cache

import pytest
from battery import CASES, committed, states
from oasdiff import breaking

from mediawright_generator.diff import compare
from mediawright_generator.export.openapi import openapi_document
from mediawright_generator.plan.contract import contract

FALSE_ALARMS = {
    "rule-removed": {"request-property-all-of-removed", "request-body-all-of-removed"},
    "rule-loosened": {"request-property-all-of-added", "request-property-all-of-removed", "request-body-all-of-added"},
    "conditional-required-removed": {"request-property-all-of-removed", "request-body-all-of-removed"},
    "min-decreased": {"request-property-min-set"},
    "max-increased": {"request-property-max-set"},
    "bound-became-inclusive": {"request-property-min-set", "request-property-max-set"},
}
"""Rules of ours of what refuses less: oasdiff does not read what a schema of `allOf` or another keyword means."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_nothing_that_oasdiff_calls_breaking_is_safe(case):
    """Promise: who comes from oasdiff misses nothing that it reports, on the way forth and on the way back."""
    edited = states(case)
    documents = exported(edited.base[0]), exported(edited.head[0])
    unsafe(compare(edited.base, edited.head), breaking(*documents))
    unsafe(compare(edited.head, edited.base), breaking(*reversed(documents)))


def unsafe(changes, reported):
    known = {each for change in changes for each in FALSE_ALARMS.get(change.rule, ())}
    left = {name for name, _ in reported} - known
    assert not left or {change.severity for change in changes} != {"safe"}, left


def exported(loaded):
    name = loaded.vendor.model.name
    return committed_document(name) if loaded is committed(name)[0] else document(loaded)


@cache
def committed_document(name):
    return document(committed(name)[0])


def document(loaded):
    return json.loads(json.dumps(openapi_document(contract(loaded))))


def test_the_third_opinion_calls_something_breaking():
    found = {}
    for case in CASES[60:130:3]:
        edited = states(case)
        found[case["case"]] = set(breaking(exported(edited.base[0]), exported(edited.head[0])))
    assert ("new-required-request-property", "ERR") in found["required parameter added"]
    assert sum(bool(each) for each in found.values()) > 6
