# Emitted from specs/mediaio/apis/wan_2_6.yaml by `make generate`. Edit the spec, not this file.

"""What `image_to_video.wan_2_6` sends and accepts."""

from __future__ import annotations

from mediawright.mediaio.models.image_to_video.wan_2_6 import Wan26Request, Wan26Response
from mediawright_runtime.declarations import Operation, Parameter
from mediawright_runtime.media import Limit, Media

OPERATION = Operation(
    path="image_to_video.wan_2_6",
    name="Wan 2.6",
    method="POST",
    endpoint="/generation/wan/i2v-wan-v2-6",
    parameters=(
        Parameter(
            name="image",
            wire_name="image",
            allowed="a string",
            media=Media(
                kind="image",
                formats=("png", "jpeg", "jpg", "webp", "bmp"),
                limits=(
                    Limit(fact="megabytes", bound="max", value=(10,)),
                    Limit(fact="size", bound="min", value=(300, 300)),
                    Limit(fact="size", bound="max", value=(2000, 2000)),
                    Limit(fact="ratio", bound="min", value=(2, 5)),
                    Limit(fact="ratio", bound="max", value=(5, 2)),
                ),
                allowed="an image (png, jpeg, jpg, webp, bmp), at most 10 MB, 300x300 to 2000x2000 pixels, aspect ratio 0.4:1 to 2.5:1",
            ),
        ),
        Parameter(name="prompt", wire_name="prompt", allowed="a string of at most 1500 characters"),
        Parameter(name="resolution", wire_name="resolution", default="720P", allowed="one of '720P', '1080P'"),
        Parameter(name="duration", wire_name="duration", default="5s", allowed="one of '5s', '10s', '15s'"),
        Parameter(name="shot_type", wire_name="shot_type", default="Multi", allowed="one of 'Multi', 'Single'"),
        Parameter(name="generate_audio", wire_name="generate_audio", default="True", allowed="one of 'True', 'False'"),
    ),
    request=Wan26Request,
    response=Wan26Response,
    wrap="data",
    task="generation",
    output_kind="video",
    source="002_7ebea7f48f16395c.txt:2792-2809",
)
