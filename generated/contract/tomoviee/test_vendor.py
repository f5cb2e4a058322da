# Emitted from specs/tomoviee/vendor.yaml by `make generate`. Edit the spec, not this file.

"""What holds for all operations of a vendor, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.tomoviee import AsyncTomoviee, Tomoviee
from mediawright_runtime import testing

SUBJECT = testing.Subject(
    operation="image_to_image.recognition",
    server="https://openapi.wondershare.cc",
    credentials={"app_key": "test-app_key", "app_secret": "test-app_secret"},
)
SECRETS = {"app_key": "test-app_key", "app_secret": "test-app_secret"}
SEAL: dict[str, Any] | None = None
EITHER = pytest.mark.parametrize("client", [Tomoviee, AsyncTomoviee])


@EITHER
@pytest.mark.parametrize(
    ("variables", "request_"),
    [
        pytest.param(
            {"TOMOVIEE_APP_KEY": "test-app_key", "TOMOVIEE_APP_SECRET": "test-app_secret"},
            {
                "method": "POST",
                "path": "/v1/open/capacity/application/tm_reference_img2mask",
                "query": {},
                "headers": {
                    "Content-Type": "application/json",
                    "X-App-Key": "test-app_key",
                    "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
                },
                "body": {"image": "https://example.com/in.jpg"},
            },
            id="app_key and app_secret",
        ),
    ],
)
def test_takes_credentials_from_the_environment(
    client: testing.ClientClass, variables: dict[str, str | None], request_: dict[str, Any]
) -> None:
    with testing.environment(variables):
        testing.check_wire(
            client,
            SUBJECT._replace(credentials={}),
            {"image": "https://example.com/in.jpg"},
            answer={"code": 0, "data": {"task_id": "task-1"}},
            **request_,
        )


@EITHER
@pytest.mark.parametrize(
    ("payload", "expect"),
    [
        pytest.param({"task_id": "task-1", "status": 1}, {"id": "task-1", "state": "queued", "raw": 1}, id="1"),
        pytest.param({"task_id": "task-1", "status": 2}, {"id": "task-1", "state": "running", "raw": 2}, id="2"),
        pytest.param({"task_id": "task-1", "status": 3}, {"id": "task-1", "state": "succeeded", "raw": 3}, id="3"),
        pytest.param({"task_id": "task-1", "status": 4}, {"id": "task-1", "state": "failed", "raw": 4}, id="4"),
        pytest.param({"task_id": "task-1", "status": 5}, {"id": "task-1", "state": "cancelled", "raw": 5}, id="5"),
        pytest.param({"task_id": "task-1", "status": 6}, {"id": "task-1", "state": "expired", "raw": 6}, id="6"),
        pytest.param(
            {
                "task_id": "task-1",
                "status": 3,
                "result": '{"video_path": ["https://example.com/out-1", "https://example.com/out-2"]}',
            },
            {
                "id": "task-1",
                "state": "succeeded",
                "raw": 3,
                "outputs": ["https://example.com/out-1", "https://example.com/out-2"],
                "kinds": ["video", "video"],
            },
            id="outputs in result@json.video_path[]",
        ),
        pytest.param(
            {
                "task_id": "task-1",
                "status": 3,
                "result": '{"images_path": ["https://example.com/out-1", "https://example.com/out-2"]}',
            },
            {
                "id": "task-1",
                "state": "succeeded",
                "raw": 3,
                "outputs": ["https://example.com/out-1", "https://example.com/out-2"],
                "kinds": ["image", "image"],
            },
            id="outputs in result@json.images_path[]",
        ),
        pytest.param(
            {
                "task_id": "task-1",
                "status": 3,
                "result": '{"image_path": ["https://example.com/out-1", "https://example.com/out-2"]}',
            },
            {
                "id": "task-1",
                "state": "succeeded",
                "raw": 3,
                "outputs": ["https://example.com/out-1", "https://example.com/out-2"],
                "kinds": ["image", "image"],
            },
            id="outputs in result@json.image_path[]",
        ),
        pytest.param(
            {
                "task_id": "task-1",
                "status": 3,
                "result": '{"images_path": ["https://example.com/out-1"], "image_path": ["https://example.com/out-2"]}',
            },
            {
                "id": "task-1",
                "state": "succeeded",
                "raw": 3,
                "outputs": ["https://example.com/out-1"],
                "kinds": ["image"],
            },
            id="outputs in all of result@json.images_path[]|result@json.image_path[]",
        ),
        pytest.param(
            {
                "task_id": "task-1",
                "status": 3,
                "result": '{"mask_path": ["https://example.com/out-1", "https://example.com/out-2"]}',
            },
            {
                "id": "task-1",
                "state": "succeeded",
                "raw": 3,
                "outputs": ["https://example.com/out-1", "https://example.com/out-2"],
                "kinds": ["image", "image"],
            },
            id="outputs in result@json.mask_path[]",
        ),
        pytest.param(
            {
                "task_id": "task-1",
                "status": 3,
                "result": '{"audio_path": ["https://example.com/out-1", "https://example.com/out-2"]}',
            },
            {
                "id": "task-1",
                "state": "succeeded",
                "raw": 3,
                "outputs": ["https://example.com/out-1", "https://example.com/out-2"],
                "kinds": ["audio", "audio"],
            },
            id="outputs in result@json.audio_path[]",
        ),
    ],
)
def test_reads_a_callback(client: testing.ClientClass, payload: dict[str, Any], expect: dict[str, Any]) -> None:
    testing.check_callback(client, SUBJECT._replace(credentials=SECRETS), payload, expect, seal=SEAL)
