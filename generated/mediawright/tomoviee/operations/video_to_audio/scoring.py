# Emitted from specs/tomoviee/apis/video_soundtrack.yaml by `make generate`. Edit the spec, not this file.

"""What `video_to_audio.scoring` sends and accepts."""

from __future__ import annotations

from mediawright.tomoviee.models.video_to_audio.scoring import ScoringRequest, ScoringResponse
from mediawright_runtime.declarations import Operation, Parameter
from mediawright_runtime.media import Limit, Media

OPERATION = Operation(
    path="video_to_audio.scoring",
    name="Video Soundtrack",
    method="POST",
    endpoint="/v1/open/capacity/application/tm_video_scoring",
    parameters=(
        Parameter(
            name="video",
            wire_name="video",
            allowed="a string",
            media=Media(
                kind="video",
                formats=("mp4",),
                limits=(Limit(fact="megabytes", bound="exclusive_max", value=(200,)),),
                allowed="a video (mp4), less than 200 MB",
            ),
        ),
        Parameter(name="prompt", wire_name="prompt", allowed="a string"),
        Parameter(name="duration", wire_name="duration", default=20, allowed="an integer at least 5 and at most 900"),
        Parameter(name="callback", wire_name="callback", allowed="a string"),
        Parameter(name="params", wire_name="params", allowed="a string"),
    ),
    request=ScoringRequest,
    response=ScoringResponse,
    task="generation",
    output_kind="audio",
    expected=(60, 180),
    source="002_7ebea7f48f16395c.txt:6782-6826",
)
