"""A record that is no vendor's, and live runs against mocks of the real ones."""

from argparse import ArgumentParser
from types import SimpleNamespace

import pytest

from mediawright_generator.live.arguments import add_arguments
from mediawright_generator.live.command import hold
from mediawright_mock.contract import vendor_contract
from mediawright_mock.server import MockServer
from mediawright_runtime import contracts

KEYS = {
    "MEDIAIO_API_KEY": "secret-of-mediaio",
    "TOMOVIEE_APP_KEY": "key-of-tomoviee",
    "TOMOVIEE_APP_SECRET": "secret-of-tomoviee",
    "AKOOL_CLIENT_ID": "client-of-akool",
    "AKOOL_CLIENT_SECRET": "secret-of-akool-24-bytes",
    "BAIDU_API_KEY": "secret-of-baidu",
}


def parameter(name, **facts):
    common = {"name": name, "wire_name": name, "python_name": name, "in": "body", "type": "string", "required": False}
    return common | facts


@pytest.fixture
def easel():
    """A create with two documented requests, and the query of its tasks."""
    query = {
        "name": "Job",
        "python": "tasks.job",
        "api_body": [parameter("job_id", required=True, **{"in": "path"})],
        "envelope": {"code": "code", "success": [0], "message": "msg"},
        "api_code_demo": [{"code": 7, "kind": "not_found"}, {"http_status": 503, "kind": "vendor"}],
        "api_response": [
            {"name": "data.job_id", "type": "string"},
            {"name": "data.state", "type": "string", "keywords": ["done", "open"]},
            {"name": "data.score", "type": "number"},
            {"name": "data.files[].url", "type": "string"},
        ],
    }
    task = {
        "query": {"python": "tasks.job", "takes": [{"name": "job_id", "id": "data.job_id"}]},
        "status": "data.state",
        "reason": "data.reason",
        "outputs": [{"path": "data.files[].url"}, {"path": "data.more@json.urls[]"}],
    }
    create = query | {
        "name": "Easel",
        "python": "text_to_image.easel",
        "task": task,
        "body": {"key": "data"},
        "api_body": [
            parameter("prompt", required=True, means={"quantity": "prompt"}),
            parameter("image", media={"kind": "image"}),
            parameter("seconds", means={"quantity": "duration", "unit": "seconds"}, default="10s"),
            parameter("size", means={"quantity": "resolution"}),
            parameter("callback"),
        ],
        "api_request_demo": [
            {"body": {"data": {"prompt": "a boat", "seconds": "8s", "size": "720p"}}},
            {"body": {"data": {"prompt": "<string>", "seconds": "5s", "size": "1080p"}}},
            {"body": {"data": {"prompt": "<string>", "seconds": "5s", "size": "720p"}}},
            {"body": {"data": {"prompt": "a cat"}}},
        ],
    }
    return SimpleNamespace(create=create, query=query, records=[create, query])


@pytest.fixture
def run_live(monkeypatch, tmp_path):
    """Runs against an address, with keys in the environment, and gives lines, outcome and the text of all files."""
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)

    def run(vendor, *words):
        parser = ArgumentParser()
        add_arguments(parser)
        lines, steps = (
            [],
            hold(contracts.operations(contracts.installed(), vendor), parser.parse_args([vendor, *words]), tmp_path),
        )
        while True:
            try:
                lines.append(next(steps))
            except StopIteration as end:
                files = {path.stem: path.read_text(encoding="utf-8") for path in sorted(tmp_path.rglob("*.yaml"))}
                return SimpleNamespace(
                    lines=lines, well=end.value, files=files, text="\n".join([*lines, *files.values()])
                )

    return run


@pytest.fixture
def serve():
    """Serves the mock of a vendor whose tasks are done at the first query."""
    return lambda vendor, **options: MockServer(vendor_contract(vendor), polls=1, **options)
