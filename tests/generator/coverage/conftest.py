"""A vendor whose facts are measured."""

import pytest

VENDOR = """
name: acme
title: Acme
client: Acme
servers: [{url: https://api.acme.example}, {url: https://other.acme.example}]
credentials: [{name: api_key, environment: ACME_API_KEY}]
api_header: [{name: X-API-KEY, value: "{api_key}"}]
body: {key: data}
envelope: {code: code, success: [0], message: msg}
api_code_demo: [{code: 51, kind: rate, describe: Too fast.}, {code: 52, describe: Odd.}]
tasks:
  generation:
    id: data.task_id
    query: {operation: Job, parameter: task_id}
    status: data.status
    states: {queued: queued, done: succeeded, failed: failed}
    reason: data.reason
    outputs: ["data.url|data.cdn_url"]
    polling: {interval: 5}
"""
JOB = """
name: Job
category: tasks
method: GET
endpoint: /jobs/{task_id}
api_body: [{name: task_id, in: path, type: string, required: true}]
"""
BOAT = """
name: Boat
category: text_to_image
method: POST
endpoint: /boat
task: generation
api_body:
  - {name: text, type: string, required: true, min_length: 2, max_length: 5, max_tokens: 9}
  - {name: style, type: string, keywords: [plain, fine], default: plain}
  - {name: mood, type: string, keywords: [calm], open: true}
  - {name: steps, type: integer, minimum: 1}
  - {name: image, type: string, media: {kind: image, max_megabytes: 10}}
rules: [{when: {style: fine}, then: {steps: {maximum: 4}}}]
api_request_demo: [{body: {data: {text: boat}}}]
"""


@pytest.fixture(scope="session")
def specs(tmp_path_factory):
    root = tmp_path_factory.mktemp("coverage")
    apis = root / "specs/acme/apis"
    apis.mkdir(parents=True)
    (apis.parent / "vendor.yaml").write_text(VENDOR)
    (apis / "job.yaml").write_text(JOB)
    (apis / "boat.yaml").write_text(BOAT)
    return root


@pytest.fixture(scope="session")
def contract(specs):
    from mediawright_generator.load import load
    from mediawright_generator.plan.contract import contract

    (vendor,), problems = load(specs / "specs", specs)
    assert not problems
    return contract(vendor)
