"""Valid records that are awkward: what is emitted for them is as sound as for any other."""

import shutil

import pytest
from emitting import ROOT, run

OF_THE_VENDOR = "ASYNC109,D301,E741,N815,PLC2401,RUF001,RUF002"
"""What a vendor's own words and names bring about: backslashes, its spelling of fields, punctuation of its language."""

VENDOR = """
name: acme
title: The "Acme" \\ Company
client: Acme
description: |
  pictures of "boats" and \\ more
  on two lines
servers: [{url: https://api.acme.example}]
credentials: [{name: api_key, environment: ACME_API_KEY, describe: "The \\"key\\""}]
api_header: [{name: X-API-KEY, value: "{api_key}"}]
body: {key: data}
envelope: {code: code, success: [0, ok]}
api_code_demo:
  - {code: "1002", kind: rate, describe: Too fast.}
  - {code: 51, kind: rate, describe: The queue is full., refused: true}
  - {http_status: 503, kind: vendor, describe: Down.}
idempotency: {in: header, name: Idempotency-Key, on_repeat: replay}
tasks:
  generation:
    id: data.jobs[].jobId
    query: {operation: Job, parameter: jobId}
    status: data.state
    states: {"0": queued, "2": succeeded, "3": failed}
    outputs: [data.video.url, "data.images[].url"]
    cancel: {operation: Stop, parameter: jobId}
    search: {operation: All jobs, tasks: "jobs[]", id: jobId, by: {since: text}}
"""

RECORDS = {
    "job": """
name: Job
category: tasks
method: GET
endpoint: /jobs
servers: [{url: https://jobs.acme.example}]
api_body:
  - {name: jobId, in: query, type: string, required: true}
api_code_demo:
  - {code: "1002", kind: not_found, describe: No such job.}
api_request_demo:
  - query: {jobId: a/b?c}
    response:
      - body: {code: 0, data: {state: 2, video: {url: https://a.example/v.mp4}, images: {url: https://a.example/p.png}}}
      - {status: 500, body: {code: 0}}
""",
    "stop": """
name: Stop
category: tasks
method: DELETE
endpoint: /jobs/{jobId}
api_body:
  - {name: jobId, in: path, type: string, required: true}
""",
    "jobs": """
name: All jobs
category: tasks
method: GET
endpoint: /all
api_body:
  - {name: since, in: query, type: string}
""",
    "everything": """
name: Every type 1.0
category: text_to_image
method: POST
endpoint: /every
task: generation
idempotency: {in: body, name: requestKey}
description: |
  Makes a boat
  of paper, with "quotes", \\backslashes\\ and {braces}

  Args:
api_body:
  - {name: text, type: string, required: true, min_length: 2, max_length: 5, describe: "Ends with a quote \\""}
  - {name: above, type: integer, exclusive_minimum: 0, exclusive_maximum: 10}
  - {name: share, type: number, exclusive_minimum: 0, exclusive_maximum: 0.0005}
  - {name: large, type: number, minimum: 1.0e+15}
  - {name: steps, type: number, keywords: [0.5, 1, 1.5], default: 1}
  - {name: always, type: boolean, keywords: [true]}
  - {name: levels, type: array, items: {type: number, keywords: [0.5, 1.5]}, min_items: 2, max_items: 3}
  - {name: counts, type: array, items: {type: integer, minimum: 0, maximum: 9}, max_items: 4}
  - {name: words, type: array, items: string, keywords: [a, b, off]}
  - {name: style, type: string, keywords: ["", a, "'\\"\\"\\"'", "{x}", "\\\\"], default: ""}
  - {name: sent, type: array, items: string, default: [], send_default: true}
  - {name: needed, type: string, required: true, default: x, send_default: true}
  - {name: note, type: string, max_length: 40}
rules:
  - {when: {style: a, always: true}, then: {counts: {minimum: 5}, note: {present: true, max_length: 4}}}
  - {when: {counts: {min_items: 3}}, then: {words: [a, b], large: {present: false}}}
  - {when: {steps: [0.5, 1.5]}, then: {above: {maximum: 4}}}
api_request_demo:
  - body: {data: {text: boat, sent: [], needed: x}}
    response: [{body: {code: ok, data: {jobs: [{jobId: j-1}]}}}]
""",
    "names": """
name: Names of Python
category: text_to_image
method: POST
endpoint: /names
task: generation
idempotency: {in: query, name: request-key, on_repeat: reject}
api_body:
"""
    + "".join(
        f"  - {{name: {name}, type: {kind}}}\n"
        for name, kind in (
            *((each, "string") for each in ("from", "class", "copy", "json", "schema", "model_config", "str", "type")),
            *((each, "string") for each in ("params", "callback", "timeout", "data", "operation", "name", "client")),
            *((each, "object") for each in ("dict", "object")),
            *((each, "'array', items: string") for each in ("list", "after")),
            *((each, "integer") for each in ("int", "conversationId", "3d_mode", "x-y")),
        )
    ).replace("'array'", "array"),
    "in_places": """
name: In places
category: lists
method: PUT
endpoint: /places/{kind}/{flag}
api_body:
  - {name: kind, in: path, type: string, required: true}
  - {name: flag, in: path, type: boolean, required: true}
  - {name: X-Depth, in: header, type: integer, minimum: 3}
  - {name: tags, in: query, type: array, items: string}
  - {name: api, in: query, type: string, const: "2"}
api_request_demo:
  - path: {kind: "a/b c", flag: true}
    header: {x-depth: "5"}
    query: {tags: x, api: "2"}
api_response:
  - {name: "data.my-list[].x y", type: string}
  - {name: "files[]", type: string}
  - {name: data.$ref, type: string, describe: "No\\0thing \\u200bhere"}
""",
    "upload": """
name: Upload
category: lists
method: POST
endpoint: /upload
api_body:
  - {name: file, in: raw, type: string, required: true}
  - {name: label, in: query, type: string}
""",
    **{
        f"list_{slug}": f"""
name: List {name}
category: lists
method: POST
endpoint: /list/{slug}
description: {description}
api_response:
  - {{name: data.value, type: string}}
"""
        for slug, name, description in (("2_6", "2.6", "without a full stop"), ("26", "26", "What is there?"))
    },
}


@pytest.fixture(scope="module")
def emitted(tmp_path_factory):
    root = tmp_path_factory.mktemp("checkout")
    apis = root / "specs" / "acme" / "apis"
    apis.mkdir(parents=True)
    (root / "specs" / "acme" / "vendor.yaml").write_text(VENDOR, encoding="utf-8")
    for name, text in RECORDS.items():
        (apis / f"{name}.yaml").write_text(text, encoding="utf-8")
    done = run(root, "-m", "mediawright_generator", "--root", str(root), "generate")
    assert done.returncode == 0, done.stderr
    return root


def test_its_contract_tests_pass(emitted):
    done = run(emitted, "-m", "pytest", "-q", "--import-mode=importlib", "-W", "error", "generated/contract")

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("operations/text_to_image/every_type_1_0.py", "send_default=True", "send_default=False"),
        ("operations/text_to_image/every_type_1_0.py", 'name="requestKey"', 'name="key"'),
        ("vendor.py", "success=(0, 'ok')", "success=(0,)"),
    ],
)
def test_its_contract_tests_notice_a_wrong_client(emitted, tmp_path, name, right, wrong):
    """Promise: also where a client is wrong in what no committed vendor has."""
    broken = tmp_path / "broken"
    shutil.copytree(emitted, broken)
    file = broken / "generated/mediawright/acme" / name
    intact = file.read_text(encoding="utf-8").replace('(0, "ok")', "(0, 'ok')")
    assert right in intact
    file.write_text(intact.replace(right, wrong), encoding="utf-8")
    tests = "generated/contract/acme/test_text_to_image_every_type_1_0.py"
    done = run(broken, "-m", "pytest", "-q", "-x", "--import-mode=importlib", tests)

    assert done.returncode == 1, done.stdout


def test_its_types_are_strict(emitted):
    done = run(emitted, "-m", "mypy", "--config-file", str(ROOT / "pyproject.toml"), "generated/mediawright")

    assert done.returncode == 0, done.stdout


def test_a_linter_has_nothing_to_say(emitted):
    (emitted / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text(encoding="utf-8"), encoding="utf-8")
    done = run(emitted, "-m", "ruff", "check", "--no-cache", f"--extend-ignore={OF_THE_VENDOR}", "generated")

    assert done.returncode == 0, done.stdout
