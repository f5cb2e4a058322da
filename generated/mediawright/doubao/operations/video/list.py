# Emitted from specs/doubao/apis/list_tasks.yaml by `make generate`. Edit the spec, not this file.

"""What `video.list` sends and accepts."""

from __future__ import annotations

from mediawright.doubao.models.video.list import ListRequest, ListResponse
from mediawright_runtime.declarations import Operation, Parameter

OPERATION = Operation(
    path="video.list",
    name="List Tasks",
    method="GET",
    endpoint="/api/video-gen/list",
    parameters=(Parameter(name="conversation_id", wire_name="conversation_id", location="query", allowed="a string"),),
    request=ListRequest,
    response=ListResponse,
    output_kind="file",
    source="001_47e450859633a831.txt:118-128",
)
