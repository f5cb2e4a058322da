# Emitted from specs/mediaio/apis/vidu_q2.yaml by `make generate`. Edit the spec, not this file.

"""What `image_to_video.vidu_q2` sends and accepts."""

from __future__ import annotations

from mediawright.mediaio.models.image_to_video.vidu_q2 import ViduQ2Request, ViduQ2Response
from mediawright_runtime.declarations import Operation, Parameter
from mediawright_runtime.media import Limit, Media

OPERATION = Operation(
    path="image_to_video.vidu_q2",
    name="Vidu Q2",
    method="POST",
    endpoint="/generation/vidu/i2v-vidu-q2",
    parameters=(
        Parameter(
            name="image",
            wire_name="image",
            allowed="a string",
            media=Media(
                kind="image",
                formats=("png", "jpeg", "jpg", "webp", "gif", "heic"),
                limits=(
                    Limit(fact="megabytes", bound="max", value=(10,)),
                    Limit(fact="size", bound="min", value=(150, 150)),
                    Limit(fact="size", bound="max", value=(4000, 4000)),
                    Limit(fact="ratio", bound="min", value=(1, 4)),
                    Limit(fact="ratio", bound="max", value=(4, 1)),
                ),
                allowed="an image (png, jpeg, jpg, webp, gif, heic), at most 10 MB, 150x150 to 4000x4000 pixels, aspect ratio 1:4 to 4:1",
            ),
        ),
        Parameter(name="prompt", wire_name="prompt", allowed="a string of at most 2000 characters"),
        Parameter(name="duration", wire_name="duration", default="4s", allowed="one of '4s', '6s', '8s'"),
        Parameter(name="resolution", wire_name="resolution", default="720P", allowed="one of '720P', '1080P'"),
    ),
    request=ViduQ2Request,
    response=ViduQ2Response,
    wrap="data",
    task="generation",
    output_kind="video",
    source="002_7ebea7f48f16395c.txt:2954-2971",
)
