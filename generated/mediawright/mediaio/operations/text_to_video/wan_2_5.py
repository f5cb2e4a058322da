# Emitted from specs/mediaio/apis/wan_2_5_text_to_video.yaml by `make generate`. Edit the spec, not this file.

"""What `text_to_video.wan_2_5` sends and accepts."""

from __future__ import annotations

from mediawright.mediaio.models.text_to_video.wan_2_5 import Wan25Request, Wan25Response
from mediawright_runtime.declarations import Operation, Parameter

OPERATION = Operation(
    path="text_to_video.wan_2_5",
    name="Wan 2.5 (Text To Video)",
    method="POST",
    endpoint="/generation/wan/t2v-wan-v2-5",
    parameters=(
        Parameter(name="prompt", wire_name="prompt", allowed="a string of 1 to 800 characters"),
        Parameter(
            name="ratio", wire_name="ratio", default="16:9", allowed="one of '16:9', '9:16', '1:1', '4:3', '3:4'"
        ),
        Parameter(name="duration", wire_name="duration", default="5s", allowed="one of '5s', '10s'"),
    ),
    request=Wan25Request,
    response=Wan25Response,
    wrap="data",
    task="generation",
    output_kind="video",
    source="002_7ebea7f48f16395c.txt:3098-3115",
)
