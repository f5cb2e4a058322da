# Emitted from specs/mediaio/apis/hailuo_2_3.yaml by `make generate`. Edit the spec, not this file.

"""What `image_to_video.hailuo_2_3` sends and accepts."""

from __future__ import annotations

from mediawright.mediaio.models.image_to_video.hailuo_2_3 import Hailuo23Request, Hailuo23Response
from mediawright_runtime.declarations import Constraint, Operation, Parameter, Rule
from mediawright_runtime.media import Limit, Media

OPERATION = Operation(
    path="image_to_video.hailuo_2_3",
    name="Hailuo 2.3",
    method="POST",
    endpoint="/generation/minimax/i2v-minimax-v2-3",
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
        Parameter(name="resolution", wire_name="resolution", default="768P", allowed="one of '768P', '1080P'"),
        Parameter(name="duration", wire_name="duration", default="6s", allowed="one of '6s', '10s'"),
    ),
    request=Hailuo23Request,
    response=Hailuo23Response,
    wrap="data",
    rules=(
        Rule(
            when={"resolution": Constraint(values=("1080P",), allowed="'1080P'")},
            then={"duration": Constraint(values=("6s",), allowed="'6s'")},
            describe="1080P exists for 6 seconds only.",
        ),
    ),
    task="generation",
    output_kind="video",
    source="002_7ebea7f48f16395c.txt:2936-2953",
)
