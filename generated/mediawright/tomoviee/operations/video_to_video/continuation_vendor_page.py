# Emitted from specs/tomoviee/apis/video_continuation_vendor_page.yaml by `make generate`. Edit the spec, not this file.

"""What `video_to_video.continuation_vendor_page` sends and accepts."""

from __future__ import annotations

from mediawright.tomoviee.models.video_to_video.continuation_vendor_page import (
    ContinuationVendorPageRequest,
    ContinuationVendorPageResponse,
)
from mediawright_runtime.declarations import Operation, Parameter
from mediawright_runtime.media import Media

OPERATION = Operation(
    path="video_to_video.continuation_vendor_page",
    name="Video Continuation (vendor page)",
    method="POST",
    endpoint="/v1/open/capacity/application/tm_video_continuation",
    parameters=(
        Parameter(name="prompt", wire_name="prompt", allowed="a string"),
        Parameter(name="video", wire_name="video", allowed="a string", media=Media(kind="video", allowed="a video")),
        Parameter(name="callback", wire_name="callback", allowed="a string"),
        Parameter(name="params", wire_name="params", allowed="a string"),
    ),
    request=ContinuationVendorPageRequest,
    response=ContinuationVendorPageResponse,
    task="generation",
    output_kind="video",
    source="vendors.md:61",
)
