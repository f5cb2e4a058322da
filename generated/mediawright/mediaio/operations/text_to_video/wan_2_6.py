# Emitted from specs/mediaio/apis/wan_2_6_text_to_video.yaml by `make generate`. Edit the spec, not this file.

"""What `text_to_video.wan_2_6` sends and accepts."""

from __future__ import annotations

from mediawright.mediaio.models.text_to_video.wan_2_6 import Wan26Request, Wan26Response
from mediawright_runtime.declarations import Operation, Parameter

OPERATION = Operation(
    path="text_to_video.wan_2_6",
    name="Wan 2.6 (Text To Video)",
    method="POST",
    endpoint="/generation/wan/t2v-wan-v2-6",
    parameters=(
        Parameter(name="prompt", wire_name="prompt", allowed="a string of at most 1500 characters"),
        Parameter(name="size", wire_name="size", default="16:9", allowed="one of '9:16', '16:9', '1:1', '4:3', '3:4'"),
        Parameter(name="duration", wire_name="duration", default="5s", allowed="one of '5s', '10s', '15s'"),
        Parameter(name="shot_type", wire_name="shot_type", default="Multi", allowed="one of 'Multi', 'Single'"),
        Parameter(name="generate_audio", wire_name="generate_audio", default="True", allowed="one of 'True', 'False'"),
    ),
    request=Wan26Request,
    response=Wan26Response,
    wrap="data",
    task="generation",
    output_kind="video",
    source="002_7ebea7f48f16395c.txt:3062-3079",
)
