# Emitted from specs/tomoviee/apis/video_soundtrack_vendor_page.yaml by `make generate`. Edit the spec, not this file.

"""What `video_to_audio.scoring_vendor_page` sends and accepts."""

from __future__ import annotations

from mediawright.tomoviee.models.video_to_audio.scoring_vendor_page import (
    ScoringVendorPageRequest,
    ScoringVendorPageResponse,
)
from mediawright_runtime.declarations import Operation, Parameter

OPERATION = Operation(
    path="video_to_audio.scoring_vendor_page",
    name="Video Soundtrack (vendor page)",
    method="POST",
    endpoint="/v1/open/capacity/application/tm_video_scoring",
    parameters=(
        Parameter(name="prompt", wire_name="prompt", allowed="a string"),
        Parameter(name="file_link", wire_name="file_link", allowed="a string"),
        Parameter(name="callback", wire_name="callback", allowed="a string"),
        Parameter(name="params", wire_name="params", allowed="a string"),
    ),
    request=ScoringVendorPageRequest,
    response=ScoringVendorPageResponse,
    task="generation",
    output_kind="audio",
    source="vendors.md:58",
)
