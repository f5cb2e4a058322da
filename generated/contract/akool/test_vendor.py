# Emitted from specs/akool/vendor.yaml by `make generate`. Edit the spec, not this file.

"""What holds for all operations of a vendor, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.akool import Akool, AsyncAkool
from mediawright_runtime import testing

SUBJECT = testing.Subject(
    operation="account.credit",
    server="https://openapi.akool.com",
    credentials={"api_key": "test-api_key", "client_id": "test-client_id", "client_secret": "test-client_secret"},
    tokens={"token": "test-token"},
)
SECRETS = {
    "api_key": "test-api_key",
    "client_id": "test-client_id0000000000",
    "client_secret": "test-client_secret000000",
}
SEAL: dict[str, Any] | None = {
    "payload": "dataEncrypt",
    "key": "client_secret",
    "iv": "client_id",
    "signature": "signature",
    "digest": "sha1",
    "signed": ["{client_id}", "timestamp", "nonce", "dataEncrypt"],
    "timestamp": "timestamp",
}
EITHER = pytest.mark.parametrize("client", [Akool, AsyncAkool])


@EITHER
@pytest.mark.parametrize(
    ("variables", "request_"),
    [
        pytest.param(
            {"AKOOL_API_KEY": "test-api_key", "AKOOL_CLIENT_ID": None, "AKOOL_CLIENT_SECRET": None},
            {
                "method": "GET",
                "path": "/api/open/v3/faceswap/quota/info",
                "query": {},
                "headers": {"x-api-key": "test-api_key"},
                "body": None,
            },
            id="api_key",
        ),
        pytest.param(
            {"AKOOL_API_KEY": None, "AKOOL_CLIENT_ID": "test-client_id", "AKOOL_CLIENT_SECRET": "test-client_secret"},
            {
                "method": "GET",
                "path": "/api/open/v3/faceswap/quota/info",
                "query": {},
                "headers": {"Authorization": "Bearer test-token"},
                "body": None,
            },
            id="client_id and client_secret",
        ),
    ],
)
def test_takes_credentials_from_the_environment(
    client: testing.ClientClass, variables: dict[str, str | None], request_: dict[str, Any]
) -> None:
    with testing.environment(variables):
        testing.check_wire(client, SUBJECT._replace(credentials={}), {}, answer={"code": 1000}, **request_)


@EITHER
@pytest.mark.parametrize(
    ("payload", "expect"),
    [
        pytest.param({"_id": "task-1", "status": 1}, {"id": "task-1", "state": "queued", "raw": 1}, id="1"),
        pytest.param({"_id": "task-1", "status": 2}, {"id": "task-1", "state": "running", "raw": 2}, id="2"),
        pytest.param({"_id": "task-1", "status": 3}, {"id": "task-1", "state": "succeeded", "raw": 3}, id="3"),
        pytest.param({"_id": "task-1", "status": 4}, {"id": "task-1", "state": "failed", "raw": 4}, id="4"),
        pytest.param(
            {"_id": "task-1", "status": 3, "url": "https://example.com/out-1"},
            {
                "id": "task-1",
                "state": "succeeded",
                "raw": 3,
                "outputs": ["https://example.com/out-1"],
                "kinds": ["video"],
            },
            id="outputs in url",
        ),
    ],
)
def test_reads_a_callback(client: testing.ClientClass, payload: dict[str, Any], expect: dict[str, Any]) -> None:
    testing.check_callback(client, SUBJECT._replace(credentials=SECRETS), payload, expect, seal=SEAL)
