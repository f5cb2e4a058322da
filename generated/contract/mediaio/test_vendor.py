# Emitted from specs/mediaio/vendor.yaml by `make generate`. Edit the spec, not this file.

"""What holds for all operations of a vendor, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.mediaio import AsyncMediaIO, MediaIO
from mediawright_runtime import testing

SUBJECT = testing.Subject(
    operation="account.credits", server="https://openapi.media.io", credentials={"api_key": "test-api_key"}
)
EITHER = pytest.mark.parametrize("client", [MediaIO, AsyncMediaIO])


@EITHER
@pytest.mark.parametrize(
    ("variables", "request_"),
    [
        pytest.param(
            {"MEDIAIO_API_KEY": "test-api_key"},
            {
                "method": "POST",
                "path": "/user/credits",
                "query": {},
                "headers": {"X-API-KEY": "test-api_key", "Content-Type": "application/json"},
                "body": {},
            },
            id="api_key",
        ),
    ],
)
def test_takes_credentials_from_the_environment(
    client: testing.ClientClass, variables: dict[str, str | None], request_: dict[str, Any]
) -> None:
    with testing.environment(variables):
        testing.check_wire(client, SUBJECT._replace(credentials={}), {}, answer={"code": 0}, **request_)
