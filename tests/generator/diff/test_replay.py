"""A second opinion: requests that the old contract accepts, held against the new one by a JSON Schema validator."""

from collections import Counter

import pytest
from battery import CASES, states
from jsonschema import Draft202012Validator

from mediawright_generator.diff import compare
from mediawright_generator.diff.pairing import pairing
from mediawright_generator.plan.contract import contract
from mediawright_generator.plan.sampler import Sampler
from mediawright_generator.plan.samples import accepted
from mediawright_generator.plan.wire import placed
from mediawright_runtime.schema import body_schema, parameter_schema

READ_BY_A_RULE = {"default that sets the price changed"}
"""Cases of a default that a rule counts in: what is refused then is refused by the rule, which did not change."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_what_is_refused_now_is_said_to_be_a_change_on_the_wire(case):
    """Promise: where no change has an effect on the wire, no call that was accepted is refused; nor on the way back."""
    edited = states(case)
    for old, new in ((edited.base, edited.head), (edited.head, edited.base)):
        refused = Counter(refusals(old[0], new[0]))
        told = any("wire" in change.effects for change in compare(old, new))
        assert told or not refused or case["case"] in READ_BY_A_RULE, refused


def refusals(old, new):
    """Name the operations and the reasons for which requests that were accepted are refused."""
    before, after = ({each["name"]: each for each in contract(side)["operations"]} for side in (old, new))
    for one, other in pairing(old, new).operations.pairs:
        record = after[other.operation.name]
        if record == before[one.operation.name]:
            continue
        for request in requests(before[one.operation.name]):
            yield from ((record["name"], error) for error in errors(record, request))


def requests(operation):
    """Write requests with each value and each boundary that is accepted."""
    sampler = Sampler(operation)
    offered = [each for each in operation["api_body"] if "const" not in each and each["in"] != "raw"]
    given = [
        sampler.base(),
        *(sampler.variant({each["name"]: value}) for each in offered for _, value in accepted(each)),
    ]
    return [placed(operation, each) for each in given if each is not None]


def errors(operation, request):
    """Hold one request against an operation, part by part."""
    schema = body_schema(operation)
    if schema is not None and operation.get("content_type", "application/json") == "application/json":
        yield from (error.message for error in Draft202012Validator(schema).iter_errors(request.get("body", {})))
    for place in ("query", "header"):
        yield from _errors_of(place, operation, request.get(place, {}))


def _errors_of(place, operation, values):
    known = {each["wire_name"]: each for each in operation["api_body"] if each["in"] == place}
    yield from (f"{name} in the {place} is unknown" for name in values.keys() - known.keys())
    yield from (
        f"{name} in the {place} is missing" for name, each in known.items() if each["required"] and name not in values
    )
    for name in values.keys() & known.keys():
        checked = Draft202012Validator(parameter_schema(known[name])).iter_errors(values[name])
        yield from (error.message for error in checked)


def test_the_second_opinion_sees_what_is_refused():
    case = next(each for each in CASES if each["rule"] == "param-added-required")
    edited = states(case)
    assert Counter(refusals(edited.base[0], edited.head[0]))
    assert Counter(refusals(edited.head[0], edited.base[0]))
