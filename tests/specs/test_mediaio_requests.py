"""What the client sends, against what the vendor's own document and router say, where that document is present."""

import json
from pathlib import Path

import pytest

from mediawright.mediaio import MediaIO
from mediawright_generator.spec.naming import snake_case
from mediawright_runtime.testing import Answer, Recorder

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT.parent / "shared" / "seeds" / "002_7ebea7f48f16395c.txt"

pytestmark = pytest.mark.skipif(not DOCUMENT.exists(), reason="the vendor's documents are not committed")


def entries():
    lines = DOCUMENT.read_text(encoding="utf-8").splitlines()
    start = lines.index("FILE:scripts/c_api_doc_detail.json") + 1
    return json.JSONDecoder().raw_decode("\n".join(lines[start:]))[0]


def documented_parameters(entry):
    (category,) = json.loads(entry["api_body"])["category"]
    return category["list"]


def value_of(parameter):
    """Pick the last listed value, so that it is no default; a text or a list of texts otherwise."""
    if parameter.get("keywords"):
        return parameter["keywords"][-1]
    return ["one", "two"] if parameter["type"].startswith("array") else "a-text"


def router_request(entry, params):
    """Say what the vendor's router sends: parameters in braces go into the address, the others under `data`."""
    url = entry["endpoint"]
    for name, value in params.items():
        url = url.replace(f"{{{name}}}", str(value))
    body = {name: value for name, value in params.items() if f"{{{name}}}" not in entry["endpoint"]}
    return entry["method"], url, {"data": body} if body else {}


@pytest.mark.parametrize("given", ["all", "required"])
def test_every_operation_sends_what_the_router_sends(given):
    """Method, address, headers and JSON body are those of the vendor's own client, for all operations."""
    count = 0
    for entry in entries():
        chosen = [each for each in documented_parameters(entry) if given == "all" or each["required"]]
        params = {each["name"]: value_of(each) for each in chosen}
        if entry["name"] == "Hailuo 2.3" and given == "all":
            params["duration"] = "6s"  # 1080P exists for 6 s only
        recorder = Recorder(Answer({"code": 0, "msg": "", "data": {"task_id": "t"}}))
        client = MediaIO(api_key="the-key", http_client=recorder)

        client.call(entry["name"], **{snake_case(name): value for name, value in params.items()})

        (sent,) = recorder.requests
        assert (sent.method, sent.url, json.loads(sent.content)) == router_request(entry, params)
        assert sent.headers["X-API-KEY"] == "the-key"
        assert sent.headers["Content-Type"] == "application/json"
        count += 1
    assert count == 24
