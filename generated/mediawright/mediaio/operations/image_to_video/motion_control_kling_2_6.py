# Emitted from specs/mediaio/apis/motion_control_kling_2_6.yaml by `make generate`. Edit the spec, not this file.

"""What `image_to_video.motion_control_kling_2_6` sends and accepts."""

from __future__ import annotations

from mediawright.mediaio.models.image_to_video.motion_control_kling_2_6 import (
    MotionControlKling26Request,
    MotionControlKling26Response,
)
from mediawright_runtime.declarations import Operation, Parameter
from mediawright_runtime.media import Limit, Media

OPERATION = Operation(
    path="image_to_video.motion_control_kling_2_6",
    name="Motion Control Kling 2.6",
    method="POST",
    endpoint="/generation/kling/i2v-motion-control-kling-v2-6",
    parameters=(
        Parameter(
            name="video",
            wire_name="video",
            allowed="a string",
            media=Media(
                kind="video",
                formats=("mp4", "mov"),
                limits=(
                    Limit(fact="megabytes", bound="max", value=(100,)),
                    Limit(fact="size", bound="min", value=(720, 720)),
                    Limit(fact="size", bound="max", value=(2160, 2160)),
                    Limit(fact="fps", bound="min", value=(24,)),
                    Limit(fact="fps", bound="max", value=(60,)),
                    Limit(fact="seconds", bound="min", value=(3,)),
                    Limit(fact="seconds", bound="max", value=(30,)),
                ),
                allowed="a video (mp4, mov), at most 100 MB, 720x720 to 2160x2160 pixels, 24 to 60 frames per second, 3 to 30 seconds",
            ),
        ),
        Parameter(
            name="image",
            wire_name="image",
            allowed="a string",
            media=Media(
                kind="image",
                formats=("png", "jpeg", "jpg"),
                limits=(
                    Limit(fact="megabytes", bound="max", value=(10,)),
                    Limit(fact="size", bound="min", value=(300, 300)),
                    Limit(fact="size", bound="max", value=(4000, 4000)),
                    Limit(fact="ratio", bound="min", value=(1, 2)),
                    Limit(fact="ratio", bound="max", value=(2, 1)),
                ),
                allowed="an image (png, jpeg, jpg), at most 10 MB, 300x300 to 4000x4000 pixels, aspect ratio 1:2 to 2:1",
            ),
        ),
        Parameter(name="prompt", wire_name="prompt", allowed="a string of at most 2500 characters"),
    ),
    request=MotionControlKling26Request,
    response=MotionControlKling26Response,
    wrap="data",
    task="generation",
    output_kind="video",
    source="002_7ebea7f48f16395c.txt:3008-3025",
)
