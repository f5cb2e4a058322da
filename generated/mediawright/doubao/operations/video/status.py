# Emitted from specs/doubao/apis/query_video_status.yaml by `make generate`. Edit the spec, not this file.

"""What `video.status` sends and accepts."""

from __future__ import annotations

from mediawright.doubao.models.video.status import StatusRequest, StatusResponse
from mediawright_runtime.declarations import ErrorCode, Operation, Parameter

OPERATION = Operation(
    path="video.status",
    name="Query Video Status",
    method="GET",
    endpoint="/api/video-gen/status",
    parameters=(
        Parameter(name="conversation_id", wire_name="conversation_id", location="query", allowed="a string"),
        Parameter(name="message_id", wire_name="message_id", location="query", allowed="a string"),
    ),
    request=StatusRequest,
    response=StatusResponse,
    errors=(ErrorCode(http_status=404, describe="No task has these two identifiers.", kind="not_found"),),
    output_kind="file",
    source="001_47e450859633a831.txt:86-116",
)
