# Emitted from specs/mediaio/apis/kling_2_1.yaml by `make generate`. Edit the spec, not this file.

"""What `image_to_video.kling_2_1` sends and accepts."""

from __future__ import annotations

from mediawright.mediaio.models.image_to_video.kling_2_1 import Kling21Request, Kling21Response
from mediawright_runtime.declarations import Operation, Parameter
from mediawright_runtime.media import Limit, Media

OPERATION = Operation(
    path="image_to_video.kling_2_1",
    name="Kling 2.1",
    method="POST",
    endpoint="/generation/kling/i2v-kling-v2-1",
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
        Parameter(name="prompt", wire_name="prompt", allowed="a string of at most 2000 characters"),
        Parameter(name="duration", wire_name="duration", default="5s", allowed="one of '5s', '10s'"),
        Parameter(name="resolution", wire_name="resolution", default="720P", allowed="one of '720P', '1080P'"),
    ),
    request=Kling21Request,
    response=Kling21Response,
    wrap="data",
    task="generation",
    output_kind="video",
    source="002_7ebea7f48f16395c.txt:2846-2863",
)
