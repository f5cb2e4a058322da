# Emitted from specs/mediaio/apis/motion_control_kling_2_6.yaml by `make generate`. Edit the spec, not this file.

"""What `image_to_video.motion_control_kling_2_6` sends and accepts."""

from __future__ import annotations

from mediawright.mediaio.models.image_to_video.motion_control_kling_2_6 import (
    MotionControlKling26Request,
    MotionControlKling26Response,
)
from mediawright_runtime.declarations import Operation, Parameter

OPERATION = Operation(
    path="image_to_video.motion_control_kling_2_6",
    name="Motion Control Kling 2.6",
    method="POST",
    endpoint="/generation/kling/i2v-motion-control-kling-v2-6",
    parameters=(
        Parameter(name="video", wire_name="video", allowed="a string"),
        Parameter(name="image", wire_name="image", allowed="a string"),
        Parameter(name="prompt", wire_name="prompt", allowed="a string of at most 2500 characters"),
    ),
    request=MotionControlKling26Request,
    response=MotionControlKling26Response,
    wrap="data",
    task="generation",
    output_kind="video",
    source="002_7ebea7f48f16395c.txt:3008-3025",
)
