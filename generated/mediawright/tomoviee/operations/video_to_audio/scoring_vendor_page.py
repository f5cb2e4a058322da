# Emitted from specs/tomoviee/apis/video_soundtrack_vendor_page.yaml by `make generate`. Edit the spec, not this file.

"""What `video_to_audio.scoring_vendor_page` sends and accepts."""

from __future__ import annotations

from mediawright.tomoviee.models.video_to_audio.scoring_vendor_page import (
    ScoringVendorPageRequest,
    ScoringVendorPageResponse,
)
from mediawright_runtime.declarations import Operation, Parameter
from mediawright_runtime.media import Limit, Media

OPERATION = Operation(
    path="video_to_audio.scoring_vendor_page",
    name="Video Soundtrack (vendor page)",
    method="POST",
    endpoint="/v1/open/capacity/application/tm_video_scoring",
    parameters=(
        Parameter(name="prompt", wire_name="prompt", allowed="a string"),
        Parameter(
            name="file_link",
            wire_name="file_link",
            allowed="a string",
            media=Media(
                kind="video",
                formats=("mp4", "mov", "avi", "m4v", "mkv", "ts", "flv", "mpg"),
                limits=(
                    Limit(fact="megabytes", bound="max", value=(120,)),
                    Limit(fact="fps", bound="min", value=(15,)),
                    Limit(fact="fps", bound="max", value=(60,)),
                    Limit(fact="seconds", bound="max", value=(95,)),
                ),
                allowed="a video (mp4, mov, avi, m4v, mkv, ts, flv, mpg), at most 120 MB, 15 to 60 frames per second, at most 95 seconds",
            ),
        ),
        Parameter(name="callback", wire_name="callback", allowed="a string"),
        Parameter(name="params", wire_name="params", allowed="a string"),
    ),
    request=ScoringVendorPageRequest,
    response=ScoringVendorPageResponse,
    task="generation",
    output_kind="audio",
    source="vendors.md:58",
)
