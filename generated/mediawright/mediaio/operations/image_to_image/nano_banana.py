# Emitted from specs/mediaio/apis/nano_banana.yaml by `make generate`. Edit the spec, not this file.

"""What `image_to_image.nano_banana` sends and accepts."""

from __future__ import annotations

from mediawright.mediaio.models.image_to_image.nano_banana import NanoBananaRequest, NanoBananaResponse
from mediawright_runtime.declarations import Operation, Parameter

OPERATION = Operation(
    path="image_to_image.nano_banana",
    name="Nano Banana",
    method="POST",
    endpoint="/generation/banana/i2i-banana",
    parameters=(
        Parameter(name="images", wire_name="images", allowed="a list of at most 9 items, each a string"),
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
