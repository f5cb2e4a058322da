# Emitted from specs/akool/apis/get_video_info_result.yaml by `make generate`. Edit the spec, not this file.

"""What `tasks.video_info` sends and accepts."""

from __future__ import annotations

from mediawright.akool.models.tasks.video_info import VideoInfoRequest, VideoInfoResponse
from mediawright_runtime.declarations import Operation, Parameter

OPERATION = Operation(
    path="tasks.video_info",
    name="Get Video Info Result",
    method="GET",
    endpoint="/api/open/v3/content/video/infobymodelid",
    parameters=(Parameter(name="video_model_id", wire_name="video_model_id", location="query", allowed="a string"),),
    request=VideoInfoRequest,
    response=VideoInfoResponse,
    output_kind="file",
    source="004_1fb93d04d981643c.txt:25-42",
)
