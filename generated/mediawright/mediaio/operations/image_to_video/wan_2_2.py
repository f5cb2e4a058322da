# Emitted from specs/mediaio/apis/wan_2_2.yaml by `make generate`. Edit the spec, not this file.

"""What `image_to_video.wan_2_2` sends and accepts."""

from __future__ import annotations

from mediawright.mediaio.models.image_to_video.wan_2_2 import Wan22Request, Wan22Response
from mediawright_runtime.declarations import Operation, Parameter
from mediawright_runtime.media import Limit, Media

OPERATION = Operation(
    path="image_to_video.wan_2_2",
    name="Wan 2.2",
    method="POST",
    endpoint="/generation/wan/i2v-wan-v2-2",
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
        Parameter(name="prompt", wire_name="prompt", allowed="a string of at most 800 characters"),
        Parameter(name="resolution", wire_name="resolution", default="1080P", allowed="'1080P'"),
        Parameter(name="duration", wire_name="duration", default="5s", allowed="'5s'"),
    ),
    request=Wan22Request,
    response=Wan22Response,
    wrap="data",
    task="generation",
    output_kind="video",
    source="002_7ebea7f48f16395c.txt:2810-2827",
)
