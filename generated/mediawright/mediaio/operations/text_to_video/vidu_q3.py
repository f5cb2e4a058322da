# Emitted from specs/mediaio/apis/vidu_q3_text_to_video.yaml by `make generate`. Edit the spec, not this file.

"""What `text_to_video.vidu_q3` sends and accepts."""

from __future__ import annotations

from mediawright.mediaio.models.text_to_video.vidu_q3 import ViduQ3Request, ViduQ3Response
from mediawright_runtime.declarations import Operation, Parameter

OPERATION = Operation(
    path="text_to_video.vidu_q3",
    name="Vidu Q3 (Text To Video)",
    method="POST",
    endpoint="/generation/vidu/t2v-vidu-q3",
    parameters=(
        Parameter(name="prompt", wire_name="prompt", allowed="a string of at most 2000 characters"),
        Parameter(
            name="ratio", wire_name="ratio", default="16:9", allowed="one of '9:16', '16:9', '1:1', '4:3', '3:4'"
        ),
        Parameter(name="resolution", wire_name="resolution", default="720P", allowed="one of '540P', '720P', '1080P'"),
        Parameter(name="duration", wire_name="duration", default="8s", allowed="one of '4s', '8s', '12s', '16s'"),
        Parameter(name="generate_audio", wire_name="generate_audio", default="True", allowed="one of 'True', 'False'"),
    ),
    request=ViduQ3Request,
    response=ViduQ3Response,
    wrap="data",
    task="generation",
    output_kind="video",
    source="002_7ebea7f48f16395c.txt:3080-3097",
)
