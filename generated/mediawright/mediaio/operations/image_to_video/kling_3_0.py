# Emitted from specs/mediaio/apis/kling_3_0.yaml by `make generate`. Edit the spec, not this file.

"""What `image_to_video.kling_3_0` sends and accepts."""

from __future__ import annotations

from mediawright.mediaio.models.image_to_video.kling_3_0 import Kling30Request, Kling30Response
from mediawright_runtime.declarations import Operation, Parameter
from mediawright_runtime.media import Limit, Media

OPERATION = Operation(
    path="image_to_video.kling_3_0",
    name="Kling 3.0",
    method="POST",
    endpoint="/generation/kling/i2v-kling-v3-0",
    parameters=(
        Parameter(
            name="image",
            wire_name="image",
            allowed="a string",
            media=Media(
                kind="image",
                formats=("png", "jpeg", "jpg", "webp", "gif", "heic"),
                limits=(
                    Limit(fact="megabytes", bound="max", value=(20,)),
                    Limit(fact="size", bound="min", value=(300, 300)),
                    Limit(fact="size", bound="max", value=(4000, 4000)),
                    Limit(fact="ratio", bound="min", value=(2, 5)),
                    Limit(fact="ratio", bound="max", value=(5, 2)),
                ),
                allowed="an image (png, jpeg, jpg, webp, gif, heic), at most 20 MB, 300x300 to 4000x4000 pixels, aspect ratio 0.4:1 to 2.5:1",
            ),
        ),
        Parameter(name="prompt", wire_name="prompt", allowed="a string of at most 2500 characters"),
        Parameter(name="resolution", wire_name="resolution", default="1080P", allowed="one of '720P', '1080P'"),
        Parameter(name="duration", wire_name="duration", default="5s", allowed="one of '5s', '8s', '10s', '15s'"),
        Parameter(name="multi_shots", wire_name="multi_shots", default="True", allowed="one of 'True', 'False'"),
        Parameter(name="generate_audio", wire_name="generate_audio", default="True", allowed="one of 'True', 'False'"),
    ),
    request=Kling30Request,
    response=Kling30Response,
    wrap="data",
    task="generation",
    output_kind="video",
    source="002_7ebea7f48f16395c.txt:2918-2935",
)
