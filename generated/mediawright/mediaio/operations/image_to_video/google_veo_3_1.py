# Emitted from specs/mediaio/apis/google_veo_3_1.yaml by `make generate`. Edit the spec, not this file.

"""What `image_to_video.google_veo_3_1` sends and accepts."""

from __future__ import annotations

from mediawright.mediaio.models.image_to_video.google_veo_3_1 import GoogleVeo31Request, GoogleVeo31Response
from mediawright_runtime.declarations import Operation, Parameter
from mediawright_runtime.media import Limit, Media

OPERATION = Operation(
    path="image_to_video.google_veo_3_1",
    name="Google Veo 3.1",
    method="POST",
    endpoint="/generation/veo/i2v-veo-v3-1",
    parameters=(
        Parameter(
            name="image",
            wire_name="image",
            allowed="a string",
            media=Media(
                kind="image",
                formats=("jpg", "jpeg", "png", "webp", "gif", "heic"),
                limits=(
                    Limit(fact="megabytes", bound="max", value=(50,)),
                    Limit(fact="size", bound="min", value=(300, 300)),
                    Limit(fact="size", bound="max", value=(4000, 4000)),
                    Limit(fact="ratio", bound="min", value=(2, 5)),
                    Limit(fact="ratio", bound="max", value=(2, 1)),
                ),
                allowed="an image (jpg, jpeg, png, webp, gif, heic), at most 50 MB, 300x300 to 4000x4000 pixels, aspect ratio 0.4:1 to 2:1",
            ),
        ),
        Parameter(name="prompt", wire_name="prompt", allowed="a string of at most 1000 characters"),
        Parameter(name="aspect_ratio", wire_name="aspect_ratio", default="9:16", allowed="one of '9:16', '16:9'"),
        Parameter(name="resolution", wire_name="resolution", default="720P", allowed="one of '720P', '1080P'"),
        Parameter(name="duration", wire_name="duration", default="4s", allowed="one of '4s', '6s', '8s'"),
        Parameter(name="generate_audio", wire_name="generate_audio", default="True", allowed="one of 'True', 'False'"),
    ),
    request=GoogleVeo31Request,
    response=GoogleVeo31Response,
    wrap="data",
    task="generation",
    output_kind="video",
    source="002_7ebea7f48f16395c.txt:2900-2917",
)
