# Emitted from specs/qianfan/vendor.yaml by `make generate`. Edit the spec, not this file.

"""What holds for all operations of a vendor, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.qianfan import AsyncQianfan, Qianfan
from mediawright_runtime import testing

SUBJECT = testing.Subject(
    operation="picture_book.create", server="https://qianfan.baidubce.com", credentials={"api_key": "test-api_key"}
)
EITHER = pytest.mark.parametrize("client", [Qianfan, AsyncQianfan])


@EITHER
@pytest.mark.parametrize(
    ("variables", "request_"),
    [
        pytest.param(
            {"BAIDU_API_KEY": "test-api_key"},
            {
                "method": "POST",
                "path": "/v2/tools/ai_picture_book/task_create",
                "query": {},
                "headers": {"Authorization": "Bearer test-api_key", "Content-Type": "application/json"},
                "body": {"method": 9, "input_type": "1", "input_content": "a paper boat sails"},
            },
            id="api_key",
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
            {"method": 9, "content": "a paper boat sails"},
            answer={"errno": 0, "data": {"task_id": "task-1"}},
            **request_,
        )
