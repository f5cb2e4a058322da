# Emitted from specs/tomoviee/apis/image_redrawing.yaml by `make generate`. Edit the spec, not this file.

"""What `image_to_image.redrawing` sends and accepts."""

from __future__ import annotations

from mediawright.tomoviee.models.image_to_image.redrawing import RedrawingRequest, RedrawingResponse
from mediawright_runtime.declarations import Operation, Parameter
from mediawright_runtime.media import Limit, Media

OPERATION = Operation(
    path="image_to_image.redrawing",
    name="Image Redrawing",
    method="POST",
    endpoint="/v1/open/capacity/application/tm_redrawing",
    parameters=(
        Parameter(name="prompt", wire_name="prompt", allowed="a string"),
        Parameter(
            name="init_image",
            wire_name="init_image",
            allowed="a string",
            media=Media(
                kind="image",
                formats=("jpg", "png"),
                limits=(
                    Limit(fact="size", bound="exclusive_min", value=(512, 512)),
                    Limit(fact="size", bound="exclusive_max", value=(2048, 2048)),
                    Limit(fact="ratio", bound="exclusive_max", value=(3, 1)),
                ),
                allowed="an image (jpg, png), more than 512x512 and less than 2048x2048 pixels, aspect ratio less than 3:1",
            ),
        ),
        Parameter(
            name="mask_url",
            wire_name="mask_url",
            allowed="a string",
            media=Media(
                kind="image",
                formats=("jpg", "png"),
                limits=(
                    Limit(fact="size", bound="exclusive_min", value=(512, 512)),
                    Limit(fact="size", bound="exclusive_max", value=(2048, 2048)),
                    Limit(fact="ratio", bound="exclusive_max", value=(3, 1)),
                ),
                allowed="an image (jpg, png), more than 512x512 and less than 2048x2048 pixels, aspect ratio less than 3:1",
            ),
        ),
        Parameter(name="callback", wire_name="callback", allowed="a string"),
        Parameter(name="params", wire_name="params", allowed="a string"),
    ),
    request=RedrawingRequest,
    response=RedrawingResponse,
    task="generation",
    output_kind="image",
    expected=(30, 120),
    source="002_7ebea7f48f16395c.txt:5062-5128",
)
