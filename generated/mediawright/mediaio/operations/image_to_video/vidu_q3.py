# Emitted from specs/mediaio/apis/vidu_q3.yaml by `make generate`. Edit the spec, not this file.

"""What `image_to_video.vidu_q3` sends and accepts."""

from __future__ import annotations

from mediawright.mediaio.models.image_to_video.vidu_q3 import ViduQ3Request, ViduQ3Response
from mediawright_runtime.declarations import Operation, Parameter
from mediawright_runtime.media import Limit, Media

OPERATION = Operation(
    path="image_to_video.vidu_q3",
    name="Vidu Q3",
    method="POST",
    endpoint="/generation/vidu/i2v-vidu-q3",
    parameters=(
        Parameter(
            name="image",
            wire_name="image",
            allowed="a string",
            media=Media(
                kind="image",
                formats=("png", "jpeg", "jpg"),
                limits=(
                    Limit(fact="megabytes", bound="max", value=(10,)),
                    Limit(fact="size", bound="min", value=(150, 150)),
                    Limit(fact="size", bound="max", value=(4000, 4000)),
                    Limit(fact="ratio", bound="min", value=(1, 4)),
                    Limit(fact="ratio", bound="max", value=(4, 1)),
                ),
                allowed="an image (png, jpeg, jpg), at most 10 MB, 150x150 to 4000x4000 pixels, aspect ratio 1:4 to 4:1",
            ),
        ),
        Parameter(name="prompt", wire_name="prompt", allowed="a string of at most 2000 characters"),
        Parameter(name="resolution", wire_name="resolution", default="720P", allowed="one of '540P', '720P', '1080P'"),
        Parameter(name="duration", wire_name="duration", default="4s", allowed="one of '4s', '8s', '12s', '16s'"),
        Parameter(name="generate_audio", wire_name="generate_audio", default="True", allowed="one of 'True', 'False'"),
    ),
    request=ViduQ3Request,
    response=ViduQ3Response,
    wrap="data",
    task="generation",
    output_kind="video",
    source="002_7ebea7f48f16395c.txt:2864-2881",
)
