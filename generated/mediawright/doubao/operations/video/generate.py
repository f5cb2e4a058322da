# Emitted from specs/doubao/apis/generate_video.yaml by `make generate`. Edit the spec, not this file.

"""What `video.generate` sends and accepts."""

from __future__ import annotations

from mediawright.doubao.models.video.generate import GenerateRequest, GenerateResponse
from mediawright_runtime.declarations import ErrorCode, Operation, Parameter
from mediawright_runtime.media import Media

OPERATION = Operation(
    path="video.generate",
    name="Generate Video",
    method="POST",
    endpoint="/api/video-gen/generate",
    parameters=(
        Parameter(name="prompt", wire_name="prompt", allowed="a string"),
        Parameter(name="image_attachment", wire_name="image_attachment", allowed="an object"),
        Parameter(
            name="image_url", wire_name="image_url", allowed="a string", media=Media(kind="image", allowed="an image")
        ),
        Parameter(name="guest", wire_name="guest", default=False, allowed="true or false"),
        Parameter(name="conversation_id", wire_name="conversation_id", allowed="a string"),
        Parameter(name="section_id", wire_name="section_id", allowed="a string"),
    ),
    request=GenerateRequest,
    response=GenerateResponse,
    headers=(("Content-Type", "application/json"),),
    errors=(
        ErrorCode(
            http_status=422,
            describe="A parameter is missing or of another type; detail lists what and where.",
            kind="invalid",
        ),
        ErrorCode(
            http_status=500,
            describe="Whatever else went wrong; detail says what.",
            kind="vendor",
            action="See whether the server's session has expired (auto_get_session.py fetches a new one), whether the prompt is sensible, and whether the network works.",
        ),
    ),
    task="video",
    output_kind="video",
    source="001_47e450859633a831.txt:50-84",
)
