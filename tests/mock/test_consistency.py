"""What a mock tells of tasks holds together, read from its answers by a plain walk along the contract's paths."""

import json

import pytest

from mediawright_mock.contract import known_vendors, vendor_contract
from mediawright_mock.messages import Request
from mediawright_mock.mock import Mock

ANSWERS = 2_000
QUERIES = 5


def walked(value, path):
    """Read every value at a path of dots, `[]` and `@json`, at all of its places."""
    return [found for place in path.split("|") for found in stepped([value], place.split("."))]


def stepped(values, steps):
    for step in steps:
        name, each = step.removesuffix("[]"), step.endswith("[]")
        name, opens = name.removesuffix("@json"), name.endswith("@json")
        values = [value[name] for value in values if isinstance(value, dict) and value.get(name) is not None]
        values = [json.loads(value) for value in values] if opens else values
        values = (
            [item for value in values for item in (value if isinstance(value, list) else [value])] if each else values
        )
    return [value for value in values if value not in (None, "", [])]


class Vendor:
    """A mock, its creates with documented bodies, and how their tasks are asked for."""

    def __init__(self, name):
        self.contract = vendor_contract(name)
        self.mock = Mock(self.contract, seed=6)
        self.operations = {each.python: each for each in self.contract.operations}
        self.creates = [pair for each in self.contract.operations if each.task and (pair := self.documented(each))]

    def documented(self, operation):
        """Find a documented create that the mock takes; where none is documented, one of what is required."""
        for demo in operation.record.get("api_request_demo") or [{"body": required(operation)}]:
            request = self.request(operation, demo.get("body"), demo.get("path", {}))
            answer = self.mock.answer(request)
            if answer.status < 300 and "X-Mock-Rule" not in answer.headers:
                return operation, request
        return None

    def request(self, operation, body, in_path=(), query=()):
        path = operation.endpoint
        for name, value in dict(in_path).items():
            path = path.replace(f"{{{name}}}", str(value))
        headers = {name.lower(): value for name, value in operation.headers} | {"content-type": "application/json"}
        headers = {name: value.replace("{base64:app_key:app_secret}", "azpz") for name, value in headers.items()}
        content = b"" if body is None else json.dumps(body).encode()
        return Request(operation.method, path, tuple(query), headers, content)

    def ask(self, operation, ids):
        """Ask how a task stands; ids are by the wire names of the parameters that take them."""
        query = self.operations[operation.task.query]
        places = {"path": {}, "query": {}, "body": {}, "header": {}}
        for parameter in query.parameters:
            name = parameter["wire_name"]
            if name in ids:
                many = parameter["type"] == "array"
                places[parameter["in"]][name] = [ids[name]] if many else ids[name]
        body = {query.wrap: places["body"]} if query.wrap and places["body"] else places["body"]
        texts = [
            (name, text)
            for name, value in places["query"].items()
            for text in ([value] if isinstance(value, str) else value)
        ]
        sends = query.method in {"POST", "PUT", "PATCH"}
        return self.mock.answer(self.request(query, body if sends else None, places["path"], texts))


def required(operation):
    given = {each["wire_name"]: value_of(each) for each in operation.parameters if each["required"]}
    return {operation.wrap: given} if operation.wrap else given


def value_of(parameter):
    keywords = parameter.get("keywords")
    return keywords[0] if keywords else {"string": "https://example.com/in.mp3"}.get(parameter["type"], 1)


VENDORS = [each for each in known_vendors() if any(operation.task for operation in vendor_contract(each).operations)]


@pytest.mark.parametrize("name", VENDORS)
def test_no_status_contradicts_its_outputs(name):
    """Promise: in 10,000 answers, 2,000 of each vendor, outputs are there exactly where the status says success."""
    vendor = Vendor(name)
    assert vendor.creates
    told, states = 0, set()
    while told < ANSWERS:
        for operation, request in vendor.creates:
            created = json.loads(vendor.mock.answer(request).body)
            ids = {wire_name: walked(created, path)[0] for wire_name, path in operation.task.ids}
            for _ in range(QUERIES):
                answer = vendor.ask(operation, ids)
                states.add(contradiction(operation.task, json.loads(answer.body)))
                told += 1
    assert "succeeded" in states
    assert states & {"queued", "running"}


def contradiction(lifecycle, answer):
    """Hold the status against the outputs; give the state."""
    word = str(walked(answer, lifecycle.status)[0])
    state = lifecycle.states.get(word, lifecycle.otherwise)
    outputs = [found for each in lifecycle.outputs for found in walked(answer, each.path)]
    assert bool(outputs) == (state == "succeeded"), answer
    return state
