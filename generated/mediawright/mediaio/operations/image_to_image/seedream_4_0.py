# Emitted from specs/mediaio/apis/seedream_4_0.yaml by `make generate`. Edit the spec, not this file.

"""What `image_to_image.seedream_4_0` sends and accepts."""

from __future__ import annotations

from mediawright.mediaio.models.image_to_image.seedream_4_0 import Seedream40Request, Seedream40Response
from mediawright_runtime.declarations import Operation, Parameter
from mediawright_runtime.media import Limit, Media

OPERATION = Operation(
    path="image_to_image.seedream_4_0",
    name="Seedream 4.0",
    method="POST",
    endpoint="/generation/seedream/i2i-seedream-v4-0",
    parameters=(
        Parameter(
            name="images",
            wire_name="images",
            allowed="a list of at most 9 items, each a string",
            media=Media(
                kind="image",
                formats=("png", "jpeg", "jpg"),
                limits=(
                    Limit(fact="megabytes", bound="max", value=(10,)),
                    Limit(fact="size", bound="min", value=(300, 300)),
                    Limit(fact="size", bound="max", value=(1280, 1280)),
                    Limit(fact="ratio", bound="min", value=(3, 10)),
                    Limit(fact="ratio", bound="max", value=(3, 1)),
                ),
                allowed="an image (png, jpeg, jpg), at most 10 MB, 300x300 to 1280x1280 pixels, aspect ratio 3:10 to 3:1",
            ),
        ),
        Parameter(name="prompt", wire_name="prompt", allowed="a string of at most 800 characters"),
        Parameter(
            name="ratio",
            wire_name="ratio",
            default="9:16",
            allowed="one of '9:16', '16:9', '1:1', '4:3', '3:4', '3:2', '2:3'",
        ),
    ),
    request=Seedream40Request,
    response=Seedream40Response,
    wrap="data",
    task="generation",
    output_kind="image",
    source="002_7ebea7f48f16395c.txt:2756-2773",
)
