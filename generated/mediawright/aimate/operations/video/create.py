# Emitted from specs/aimate/apis/create_video_task.yaml by `make generate`. Edit the spec, not this file.

"""What `video.create` sends and accepts."""

from __future__ import annotations

from mediawright.aimate.models.video.create import CreateRequest, CreateResponse
from mediawright_runtime.declarations import ErrorCode, Operation, Parameter
from mediawright_runtime.media import Media

OPERATION = Operation(
    path="video.create",
    name="Create Video Task",
    method="POST",
    endpoint="/api/v1/videos/tasks",
    parameters=(
        Parameter(name="prompt", wire_name="prompt", allowed="a string of at least 1 character"),
        Parameter(
            name="image_url", wire_name="image_url", allowed="a string", media=Media(kind="image", allowed="an image")
        ),
    ),
    request=CreateRequest,
    response=CreateResponse,
    headers=(("Content-Type", "application/json"),),
    errors=(
        ErrorCode(http_status=400, describe="A parameter is wrong.", kind="invalid"),
        ErrorCode(http_status=500, describe="A fault in the service.", kind="vendor"),
        ErrorCode(http_status=503, describe="The service does not reach what makes the videos.", kind="vendor"),
    ),
    task="video",
    output_kind="video",
    source="003_6eede877449326ac.txt:15-121",
)
