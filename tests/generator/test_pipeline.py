"""The whole path on specs that nobody has seen: data in, working clients, tests, mock routes and contracts out."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mediawright_mock.contract import file_contract
from mediawright_mock.server import MockServer

ROOT = Path(__file__).parents[2]

VENDOR = """
name: acme
title: Acme
client: Acme
servers:
  - {url: https://api.acme.example/v1}
credentials:
  - {name: api_key, environment: ACME_API_KEY}
api_header:
  - {name: Authorization, value: "Bearer {api_key}"}
body: {key: data}
envelope: {code: code, success: [0], message: msg}
api_code_demo:
  - {code: 401, kind: auth, describe: The key is wrong.}
  - {code: 400, kind: invalid, describe: A parameter is wrong.}
tasks:
  job:
    id: data.id
    query: {operation: Job, parameter: jobId}
    status: data.state
    states: {new: queued, busy: running, done: succeeded, broken: failed}
    outputs: ["data.files[].url"]
"""
JOB = """
name: Job
category: jobs
python_name: look
method: GET
endpoint: /jobs/{jobId}
api_body:
  - {name: jobId, python_name: the_job, in: path, type: string, required: true}
api_response:
  - {name: data.id, type: string}
  - {name: data.state, type: string}
  - {name: "data.files[].url", type: string}
"""
RECORD = """
name: Nova 1 (Text To Video)
model_code: t2v-nova-1
category: text_to_video
method: POST
endpoint: /nova
description: Videos from words. It says "nothing" of \\\\ and of \"\"\" either.
task: job
api_body:
  - {name: prompt, type: string, required: true, min_length: 1, max_length: 40}
  - {name: ratio, type: string, keywords: [16:9, off, True, 1, 1e3, 012], default: 16:9}
  - {name: steps, type: integer, minimum: 1, maximum: 4294967295, default: 5}
  - {name: strength, type: number, exclusive_minimum: 0, maximum: 1.5}
  - {name: speed, type: number, keywords: [0.5, 2]}
  - {name: mode, type: integer, keywords: [9, 10], labels: {9: static, 10: dynamic}}
  - {name: tags, type: array, items: {type: string, max_length: 5}, min_items: 1, max_items: 3}
  - {name: sizes, type: array, items: integer}
  - {name: loop, type: boolean}
  - {name: options, type: object}
  - {name: from, type: string}
  - {name: callbackUrl, type: string}
  - {name: own, wire_name: self, type: string}
  - {name: kind, type: string, const: nova}
  - {name: quality, type: string, keywords: [low, high], default: high, send_default: true}
  - {name: seed, in: query, type: integer}
  - {name: X-Trace, in: header, type: string}
rules:
  - {when: {ratio: off}, then: {steps: {maximum: 10}}, describe: Without a ratio there are ten steps at most.}
  - {when: {mode: 9}, then: {seed: {present: true}}}
  - {when: {mode: 10, loop: true}, then: {ratio: [16:9, 1]}}
api_request_demo:
  - body: {data: {prompt: a boat, ratio: 16:9, kind: nova, quality: low}}
    response:
      - {body: {code: 0, msg: ok, data: {id: job-1}}}
api_response:
  - {name: data.id, type: string}
"""


def run(*command, cwd, check=True, **environment):
    return subprocess.run(
        [sys.executable, *command],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=check,
        timeout=120,
    )


def lay_out(root, records):
    apis = root / "specs" / "acme" / "apis"
    apis.mkdir(parents=True)
    (root / "specs" / "acme" / "vendor.yaml").write_text(VENDOR)
    for name, text in records.items():
        (apis / f"{name}.yaml").write_text(text)
    return root


def generate(root, *options, **environment):
    return run("-m", "mediawright_generator", "--root", str(root), "generate", *options, cwd=root, **environment)


@pytest.fixture(scope="module")
def emitted(tmp_path_factory):
    root = lay_out(tmp_path_factory.mktemp("checkout"), {"job": JOB, "nova": RECORD})
    generate(root)
    return root


def in_emitted(emitted, *command, check=True):
    rooms = [str(emitted / "generated"), *(str(ROOT / room) for room in ("runtime", "generator", "templates"))]
    plain = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}  # emitted tests need no plugin, and start in a fifth of the time
    return run(*command, cwd=emitted, check=check, PYTHONPATH=os.pathsep.join(rooms), **plain)


def play(emitted, program):
    return in_emitted(emitted, "-c", program).stdout


def test_its_own_contract_tests_pass(emitted):
    done = in_emitted(
        emitted, "-m", "pytest", "-q", "--import-mode=importlib", "-W", "error", "generated/contract", check=False
    )

    assert done.returncode == 0, done.stdout
    assert "passed" in done.stdout


def test_its_contract_tests_notice_a_broken_client(emitted, tmp_path):
    """A client that sends another value, or no longer refuses one, fails its own contract tests."""
    broken = tmp_path / "broken"
    shutil.copytree(emitted, broken)
    faults = {
        "operations/text_to_video/nova_1.py": [('wrap="data"', 'wrap="body"'), ("maximum=10", "maximum=11")],
        "models/text_to_video/nova_1.py": [("max_length=40", "max_length=41"), ("le=1.5", "lt=1.5")],
        "vendor.py": [("Bearer {api_key}", "Basic {api_key}"), ('"broken": "failed"', '"broken": "running"')],
    }
    for name, changes in faults.items():
        file = broken / "generated/mediawright/acme" / name
        intact = file.read_text()
        for old, new in changes:
            assert old in intact
            file.write_text(intact.replace(old, new))
            done = in_emitted(broken, "-m", "pytest", "-q", "-x", "--import-mode=importlib", "generated", check=False)
            assert done.returncode == 1, f"nothing noticed {new} in {name}"
        file.write_text(intact)


def test_unquoted_scalars_reach_the_wire_as_they_stand(emitted):
    """`16:9`, `off`, `True`, `1`, `1e3` and `012` of a string parameter are what the YAML says, letter by letter."""
    contract = json.loads((emitted / "generated/mediawright/acme/contract.json").read_text())
    nova = next(each for each in contract["operations"] if each["name"].startswith("Nova"))
    ratio = next(each for each in nova["api_body"] if each["name"] == "ratio")

    assert ratio["keywords"] == ["16:9", "off", "True", "1", "1e3", "012"]
    with MockServer(file_contract(emitted / "generated/mediawright/acme/contract.json")) as server:
        play(
            emitted,
            f"""
from mediawright.acme import Acme
with Acme(api_key="k", base_url={server.url!r}) as client:
    for ratio in {ratio["keywords"]!r}:
        client.text_to_video.nova_1(prompt="a boat", ratio=ratio)
""",
        )
        sent = [request.json()["data"]["ratio"] for request in server.requests]
    assert sent == ratio["keywords"]


def test_a_round_trip_over_http(emitted, tmp_path):
    with MockServer(file_contract(emitted / "generated/mediawright/acme/contract.json")) as server:
        shown = play(
            emitted,
            f"""
import asyncio
from mediawright.acme import Acme, AsyncAcme
with Acme(api_key="k", base_url={server.url!r}) as client:
    task = client.call("t2v-nova-1", prompt="a boat", mode=9, seed=3, x_trace="t", from_="here", tags=("a", "b"))
    result = client.resume(task.token).wait(10, poll_interval=0.01)
    print(result.save({str(tmp_path / "out")!r})[0].read_bytes()[4:8])
async def main():
    async with AsyncAcme(api_key="k", base_url={server.url!r}) as client:
        task = await client.text_to_video.nova_1(prompt="a boat")
        print((await task.wait(10, poll_interval=0.01)).outputs[0].kind)
asyncio.run(main())
""",
        )
        first = server.requests[0]
    assert shown.split() == ["b'ftyp'", "video"]
    assert first.json() == {
        "data": {"prompt": "a boat", "mode": 9, "from": "here", "tags": ["a", "b"], "kind": "nova", "quality": "high"}
    }
    assert (dict(first.query), first.headers["x-trace"]) == ({"seed": "3"}, "t")


def test_nothing_is_sent_that_the_vendor_refuses(emitted):
    with MockServer(file_contract(emitted / "generated/mediawright/acme/contract.json")) as server:
        shown = play(
            emitted,
            f"""
from mediawright.acme import Acme
from mediawright.errors import InvalidRequestError
with Acme(api_key="k", base_url={server.url!r}) as client:
    for bad in ({{"ratio": "off", "steps": 11}}, {{"steps": True}}, {{"mode": True}}, {{"speed": 1}}, {{"mode": 9}}):
        try:
            client.text_to_video.nova_1(prompt="a boat", **bad)
        except InvalidRequestError as error:
            print(error.field)
""",
        )
        assert shown.split() == ["steps", "steps", "mode", "speed", "seed"]
        assert server.requests == []


def test_types_are_strict(emitted):
    done = in_emitted(
        emitted,
        "-m", "mypy", "--config-file", str(ROOT / "pyproject.toml"), "generated/mediawright", check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout


def test_the_output_depends_on_nothing_but_the_specs(emitted, tmp_path):
    """Another hash seed, locale, and order of files give the same bytes."""
    other = lay_out(tmp_path / "elsewhere", {"nova": RECORD, "job": JOB})
    generate(other, PYTHONHASHSEED="7", LC_ALL="C", PYTHONUTF8="0")

    assert tree(other) == tree(emitted)


def test_adding_an_operation_changes_no_line_of_another(emitted, tmp_path):
    more = lay_out(
        tmp_path / "more",
        {
            "job": JOB,
            "nova": RECORD,
            "other": RECORD.replace("Nova 1", "Nova 2").replace("nova-1", "nova-2").replace("/nova", "/nova2"),
        },
    )
    generate(more)
    before, after = tree(emitted), tree(more)

    changed = {path for path in before if before[path] != after[path]}

    assert changed == {
        f"generated/{path}"
        for path in (
            ".manifest.json",
            "mediawright/acme/asynchronous/text_to_video.py",
            "mediawright/acme/contract.json",
            "mediawright/acme/index.py",
            "mediawright/acme/sync/text_to_video.py",
        )
    }


def tree(root):
    files = (
        each
        for each in root.rglob("*")
        if each.is_file() and not {"__pycache__", ".mediawright-cache", ".mypy_cache", ".pytest_cache"} & {*each.parts}
    )
    return {each.relative_to(root).as_posix(): each.read_bytes() for each in files}
