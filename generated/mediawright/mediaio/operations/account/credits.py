# Emitted from specs/mediaio/apis/credits.yaml by `make generate`. Edit the spec, not this file.

"""What `account.credits` sends and accepts."""

from __future__ import annotations

from mediawright.mediaio.models.account.credits import CreditsRequest, CreditsResponse
from mediawright_runtime.declarations import ErrorCode, Operation

OPERATION = Operation(
    path="account.credits",
    name="Credits",
    method="POST",
    endpoint="/user/credits",
    parameters=(),
    request=CreditsRequest,
    response=CreditsResponse,
    wrap="data",
    errors=(
        ErrorCode(code=40001, describe="The key is wrong.", kind="auth"),
        ErrorCode(code=40002, describe="The key has expired.", kind="auth"),
    ),
    output_kind="file",
    source="002_7ebea7f48f16395c.txt:2702-2719",
)
