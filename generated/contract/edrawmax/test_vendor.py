# Emitted from specs/edrawmax/vendor.yaml by `make generate`. Edit the spec, not this file.

"""What holds for all operations of a vendor, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.edrawmax import AsyncEdrawMax, EdrawMax
from mediawright_runtime import testing

SUBJECT = testing.Subject(
    operation="text_to_diagram.flowchart",
    server="https://api.edrawmax.cn/api/ai",
    credentials={"user_id": "test-user_id"},
)
EITHER = pytest.mark.parametrize("client", [EdrawMax, AsyncEdrawMax])


@EITHER
@pytest.mark.parametrize(
    ("variables", "request_"),
    [
        pytest.param(
            {"EDRAWMAX_USER_ID": "test-user_id"},
            {
                "method": "POST",
                "path": "/skills/generate-flowchart",
                "query": {},
                "headers": {"X-User-ID": "test-user_id", "Content-Type": "application/json"},
                "body": {"prompt": "a paper boat sails"},
            },
            id="user_id",
        ),
    ],
)
def test_takes_credentials_from_the_environment(
    client: testing.ClientClass, variables: dict[str, str | None], request_: dict[str, Any]
) -> None:
    with testing.environment(variables):
        testing.check_wire(
            client, SUBJECT._replace(credentials={}), {"prompt": "a paper boat sails"}, answer={"code": 0}, **request_
        )


@EITHER
def test_fetches_files_from_documented_hosts_alone(client: testing.ClientClass) -> None:
    testing.check_hosts(
        client,
        SUBJECT,
        allowed=[
            "https://files.aliyuncs.com/file",
            "https://files.wondershare.com/file",
            "https://files.edrawsoft.com/file",
            "https://files.edrawmax.com/file",
        ],
        refused=[
            "https://evilaliyuncs.com/file",
            "https://files.aliyuncs.com.example.com/file",
            "https://aliyuncs.com/file",
            "https://evilwondershare.com/file",
            "https://files.wondershare.com.example.com/file",
            "https://wondershare.com/file",
            "https://eviledrawsoft.com/file",
            "https://files.edrawsoft.com.example.com/file",
            "https://edrawsoft.com/file",
            "https://eviledrawmax.com/file",
            "https://files.edrawmax.com.example.com/file",
            "https://edrawmax.com/file",
        ],
    )
