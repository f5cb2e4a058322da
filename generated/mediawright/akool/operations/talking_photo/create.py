# Emitted from specs/akool/apis/talking_photo.yaml by `make generate`. Edit the spec, not this file.

"""What `talking_photo.create` sends and accepts."""

from __future__ import annotations

from mediawright.akool.models.talking_photo.create import CreateRequest, CreateResponse
from mediawright_runtime.declarations import Operation, Parameter
from mediawright_runtime.media import Media

OPERATION = Operation(
    path="talking_photo.create",
    name="Talking Photo",
    method="POST",
    endpoint="/api/open/v3/content/video/createbytalkingphoto",
    parameters=(
        Parameter(
            name="talking_photo_url",
            wire_name="talking_photo_url",
            allowed="a string",
            media=Media(kind="image", allowed="an image"),
        ),
        Parameter(
            name="audio_url", wire_name="audio_url", allowed="a string", media=Media(kind="audio", allowed="an audio")
        ),
        Parameter(name="prompt", wire_name="prompt", allowed="a string"),
        Parameter(name="resolution", wire_name="resolution", allowed="one of '720', '1080'"),
        Parameter(name="webhook_url", wire_name="webhookUrl", allowed="a string"),
    ),
    request=CreateRequest,
    response=CreateResponse,
    task="talking_photo",
    output_kind="video",
    source="004_1fb93d04d981643c.txt:2-24",
)
