"""A fictional vendor, and its data file in the shape that the importer reads."""

import json

import pytest

from mediawright_generator.importer import import_c_api_doc
from mediawright_generator.spec import Vendor
from mediawright_generator.spec.operation import Header, ResponseCode, ResponseField
from mediawright_generator.spec.vendor import Category, Envelope, Lifecycle, Query, Server, Wrapping

ANSWER = [
    {"name": "code", "type": "integer", "describe": "0 when all went well"},
    {"name": "data", "type": "object", "describe": "What was asked for"},
    {"name": "task_id", "type": "string", "describe": "Number of the job, located within the data object"},
]


def _vendor() -> Vendor:
    return Vendor(
        name="paintbox",
        title="Paintbox",
        client="Paintbox",
        servers=(Server(url="https://api.paintbox.example"),),
        api_header=(Header(name="X-Key", value="{key}"), Header(name="Content-Type", value="application/json")),
        body=Wrapping(key="data"),
        envelope=Envelope(code="code", success=(0,)),
        api_response=(ResponseField(name="code", type="integer"),),
        api_code_demo=(ResponseCode(code=0, describe="Success."),),
        categories={"text_to_image": Category(titles=("Posters",))},
        tasks={
            "painting": Lifecycle(
                id="data.task_id",
                query=Query(operation="Job", parameter="task_id"),
                status="data.status",
                states={"done": "succeeded", "broken": "failed"},
                outputs=("data.pictures[].url",),
            )
        },
    )


def _entry(*parameters: dict, **changes: object) -> dict:
    entry = {
        "id": 7,
        "name": "Easel 2.0",
        "method": "POST",
        "endpoint": "https://api.paintbox.example/v1/easel",
        "api_body": {"category": [{"title": "Text To Image", "list": list(parameters)}]},
        "api_response": {"list": ANSWER},
    }
    return {key: _embedded(key, value) for key, value in (entry | changes).items() if value is not ...}


def _embedded(key: str, value: object) -> object:
    return json.dumps(value) if key.startswith("api_") and not isinstance(value, str) else value


@pytest.fixture
def vendor():
    return _vendor()


@pytest.fixture
def entry():
    """Make an entry with these parameters; `...` leaves a key out."""
    return _entry


@pytest.fixture
def imported(vendor):
    """Import entries, each on lines of its own."""

    def run(*entries):
        return import_c_api_doc(json.dumps(entries, indent=1), vendor, "paintbox.json", "2026-11-20")

    return run


@pytest.fixture
def record(imported):
    """Import one entry that has no problem."""

    def run(entry):
        outcome = imported(entry)
        assert outcome.problems == ()
        return outcome.records[0]

    return run
