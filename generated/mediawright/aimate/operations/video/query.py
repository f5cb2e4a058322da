# Emitted from specs/aimate/apis/query_video_task.yaml by `make generate`. Edit the spec, not this file.

"""What `video.query` sends and accepts."""

from __future__ import annotations

from mediawright.aimate.models.video.query import QueryRequest, QueryResponse
from mediawright_runtime.declarations import ErrorCode, Operation, Parameter

OPERATION = Operation(
    path="video.query",
    name="Query Video Task",
    method="GET",
    endpoint="/api/v1/videos/tasks/{task_id}",
    parameters=(Parameter(name="task_id", wire_name="task_id", location="path", allowed="a string"),),
    request=QueryRequest,
    response=QueryResponse,
    errors=(
        ErrorCode(http_status=500, describe="A fault in the service.", kind="vendor"),
        ErrorCode(http_status=503, describe="The service does not reach what makes the videos.", kind="vendor"),
    ),
    output_kind="file",
    source="003_6eede877449326ac.txt:125-236",
)
