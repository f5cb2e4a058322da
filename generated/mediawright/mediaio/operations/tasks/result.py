# Emitted from specs/mediaio/apis/task_result.yaml by `make generate`. Edit the spec, not this file.

"""What `tasks.result` sends and accepts."""

from __future__ import annotations

from mediawright.mediaio.models.tasks.result import ResultRequest, ResultResponse
from mediawright_runtime.declarations import ErrorCode, Operation, Parameter

OPERATION = Operation(
    path="tasks.result",
    name="Task Result",
    method="POST",
    endpoint="/generation/result/{task_id}",
    parameters=(Parameter(name="task_id", wire_name="task_id", location="path", allowed="a string"),),
    request=ResultRequest,
    response=ResultResponse,
    wrap="data",
    errors=(
        ErrorCode(code=40001, describe="The key is wrong.", kind="auth"),
        ErrorCode(code=40002, describe="The key has expired.", kind="auth"),
        ErrorCode(code=40003, describe="No task has this identifier.", kind="not_found"),
    ),
    output_kind="file",
    source="002_7ebea7f48f16395c.txt:2720-2737",
)
