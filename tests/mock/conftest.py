"""A vendor that does not exist, as a contract file, and a mock of it over real HTTP."""

import json
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from mediawright_mock.contract import file_contract
from mediawright_mock.messages import Request
from mediawright_mock.mock import Mock
from mediawright_mock.server import MockServer


def parameter(name: str, **facts: Any) -> dict[str, Any]:
    return {"name": name, "wire_name": name, "python_name": name, "in": "body", "type": "string", "required": False} | (
        facts
    )


SHARED: dict[str, Any] = {
    "servers": [{"url": "https://api.acme.example"}],
    "credentials": [{"name": "api_key", "environment": "ACME_API_KEY", "required": True}],
    "api_header": [{"name": "X-API-KEY", "value": "{api_key}"}, {"name": "Content-Type", "value": "application/json"}],
    "body": {"key": "data"},
    "envelope": {"code": "code", "success": [0], "message": "msg", "trace_id": "trace_id"},
    "output_kind": "file",
    "api_code_demo": [
        {"code": 0, "describe": "Success."},
        {"code": 374, "kind": "auth", "describe": "Not authenticated."},
        {"code": 490, "kind": "invalid", "describe": "A parameter is wrong."},
        {"code": 404, "kind": "not_found", "describe": "No such task."},
    ],
}
LIFECYCLE: dict[str, Any] = {
    "name": "generation",
    "id": "data.task_id",
    "query": {
        "operation": "Task Result",
        "parameter": "task_id",
        "python": "tasks.result",
        "takes": [{"name": "task_id", "wire_name": "task_id", "in": "path", "id": "data.task_id", "many": False}],
    },
    "status": "data.status",
    "states": {
        "waiting": "queued",
        "pending": "queued",
        "processing": "running",
        "completed": "succeeded",
        "failed": "failed",
    },
    "reason": "data.reason",
    "outputs": [{"path": "data.result[].preview"}],
}
CREATE = SHARED | {
    "name": "Big Model",
    "category": "image_to_video",
    "method": "POST",
    "endpoint": "/generation/big",
    "python": "image_to_video.big_model",
    "output_kind": "video",
    "task": LIFECYCLE,
    "api_body": [
        parameter("prompt", required=True, max_length=20),
        parameter("resolution", keywords=["768P", "1080P"], default="768P"),
        parameter("duration", keywords=["6s", "10s"], default="6s"),
        parameter("tags", type="array", items={"type": "string"}, max_items=2),
    ],
    "rules": [{"when": {"resolution": ["1080P"]}, "then": {"duration": ["6s"]}}],
    "api_response": [{"name": "data.task_id", "type": "string"}],
}
IMAGE = CREATE | {
    "name": "Painter",
    "category": "text_to_image",
    "endpoint": "/generation/painter",
    "python": "text_to_image.painter",
    "output_kind": "image",
    "rules": [],
}
SOUND = IMAGE | {
    "name": "Singer",
    "endpoint": "/generation/singer",
    "python": "text_to_music.singer",
    "output_kind": "audio",
}
RESULT = SHARED | {
    "name": "Task Result",
    "category": "tasks",
    "method": "POST",
    "endpoint": "/generation/result/{task_id}",
    "python": "tasks.result",
    "api_body": [parameter("task_id", required=True, **{"in": "path"})],
    "api_response": [
        {"name": "code", "type": "integer"},
        {"name": "data.task_id", "type": "string"},
        {"name": "data.status", "type": "string"},
        {"name": "data.reason", "type": "string"},
        {"name": "data.result", "type": "array"},
        {"name": "data.result[].preview", "type": "string"},
        {"name": "data.result[].seconds", "type": "integer"},
    ],
}
CREDITS = SHARED | {
    "name": "Credits",
    "category": "account",
    "method": "POST",
    "endpoint": "/user/credits",
    "python": "account.credits",
    "api_body": [],
    "api_response": [{"name": "data.credits", "type": "integer"}],
}
HISTORY = SHARED | {
    "name": "History",
    "category": "account",
    "method": "GET",
    "endpoint": "/user/history",
    "python": "account.history",
    "api_body": [
        parameter("page", type="integer", minimum=1, **{"in": "query"}),
        parameter("all", type="boolean", **{"in": "query"}),
        parameter("X-Region", keywords=["eu", "us"], **{"in": "header"}),
    ],
    "rules": [{"when": {"all": [True]}, "then": {"page": [1]}}],
    "api_response": [{"name": "data.items[].name", "type": "string"}],
}
OPERATIONS = (CREATE, IMAGE, SOUND, RESULT, CREDITS, HISTORY)


@pytest.fixture(name="acme")
def fictional_vendor():
    """The records of the vendor, for a test that changes one."""
    return SimpleNamespace(
        parameter=parameter, lifecycle=LIFECYCLE, create=CREATE, result=RESULT, credits=CREDITS, history=HISTORY
    )


@pytest.fixture(name="write_contract")
def contract_writer(tmp_path):
    """Writes a contract file of the operations that a test gives, and says where."""

    def write(*operations: dict[str, Any]):
        file = tmp_path / "contract.json"
        contract = {"format": 1, "vendor": "acme", "operations": operations or OPERATIONS}
        file.write_text(json.dumps(contract), encoding="utf-8")
        return file

    return write


@pytest.fixture(name="read_contract")
def contract_reader(write_contract):
    return lambda *operations: file_contract(write_contract(*operations))


@pytest.fixture(name="server")
def running_server(read_contract):
    with MockServer(read_contract()) as server:
        yield server


@pytest.fixture(name="suffer")
def faulty_create(server):
    """Makes a create that suffers a fault, asked for by header."""

    def create(fault, **options):
        headers = {"X-API-KEY": "k1", "X-Mock-Fault": fault}
        return httpx.post(
            f"{server.url}/generation/big", json={"data": {"prompt": "a boat"}}, headers=headers, **options
        )

    return create


class Play:
    """A mock without sockets, on a clock that a test moves."""

    def __init__(self, contract, **options):
        self.at = 1_700_000_000.0
        self.mock = Mock(contract, now=lambda: self.at, **options)

    def call(self, method, path, body=None, *, query=(), **headers):
        content = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        usual = {"x-api-key": "k1", "content-type": "application/json"}
        named = {name.replace("_", "-").lower(): value for name, value in headers.items()}
        return self.mock.answer(Request(method, path, tuple(query), usual | named, content))

    def create(self, path="/generation/big", **headers):
        return json.loads(self.call("POST", path, {"data": {"prompt": "a boat"}}, **headers).body)["data"]["task_id"]

    def query(self, task, **headers):
        return json.loads(self.call("POST", f"/generation/result/{task}", {}, **headers).body)["data"]

    def status(self, task):
        return self.query(task)["status"]

    def output(self, task):
        return self.query(task)["result"][0]["preview"].removeprefix("http://127.0.0.1")

    def get(self, path, **headers):
        return self.call("GET", path, **headers)


@pytest.fixture(name="play")
def virtual_mock(read_contract):
    """Plays the vendor, or the operations that a test gives, without sockets."""
    return lambda *operations, **options: Play(read_contract(*operations), **options)
