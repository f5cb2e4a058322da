# Emitted from specs/mediaio/apis/nano_banana.yaml by `make generate`. Edit the spec, not this file.

"""What `image_to_image.nano_banana` sends and accepts."""

from __future__ import annotations

from mediawright.mediaio.models.image_to_image.nano_banana import NanoBananaRequest, NanoBananaResponse
from mediawright_runtime.declarations import Operation, Parameter
from mediawright_runtime.media import Limit, Media

OPERATION = Operation(
    path="image_to_image.nano_banana",
    name="Nano Banana",
    method="POST",
    endpoint="/generation/banana/i2i-banana",
    parameters=(
        Parameter(
            name="images",
            wire_name="images",
            allowed="a list of at most 9 items, each a string",
            media=Media(
                kind="image",
                formats=("png", "jpeg", "jpg"),
                limits=(
                    Limit(fact="megabytes", bound="max", value=(20,)),
                    Limit(fact="size", bound="min", value=(300, 300)),
                    Limit(fact="size", bound="max", value=(1280, 1280)),
                    Limit(fact="ratio", bound="min", value=(1, 2)),
                    Limit(fact="ratio", bound="max", value=(2, 1)),
                ),
                allowed="an image (png, jpeg, jpg), at most 20 MB, 300x300 to 1280x1280 pixels, aspect ratio 1:2 to 2:1",
            ),
        ),
        Parameter(name="prompt", wire_name="prompt", allowed="a string of at most 1200 characters"),
        Parameter(
            name="ratio",
            wire_name="ratio",
            default="16:9",
            allowed="one of '9:16', '16:9', '1:1', '4:3', '3:4', '3:2', '2:3', '21:9'",
        ),
    ),
    request=NanoBananaRequest,
    response=NanoBananaResponse,
    wrap="data",
    task="generation",
    output_kind="image",
    source="002_7ebea7f48f16395c.txt:2738-2755",
)
