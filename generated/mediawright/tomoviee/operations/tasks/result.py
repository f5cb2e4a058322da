# Emitted from specs/tomoviee/apis/task_result.yaml by `make generate`. Edit the spec, not this file.

"""What `tasks.result` sends and accepts."""

from __future__ import annotations

from mediawright.tomoviee.models.tasks.result import ResultRequest, ResultResponse
from mediawright_runtime.declarations import Operation, Parameter

OPERATION = Operation(
    path="tasks.result",
    name="Task Result",
    method="POST",
    endpoint="/v1/open/pub/task",
    parameters=(Parameter(name="task_id", wire_name="task_id", allowed="a string"),),
    request=ResultRequest,
    response=ResultResponse,
    output_kind="file",
    source="vendors.md:55",
)
