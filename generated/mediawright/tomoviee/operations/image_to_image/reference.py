# Emitted from specs/tomoviee/apis/image_to_image.yaml by `make generate`. Edit the spec, not this file.

"""What `image_to_image.reference` sends and accepts."""

from __future__ import annotations

from mediawright.tomoviee.models.image_to_image.reference import ReferenceRequest, ReferenceResponse
from mediawright_runtime.declarations import Constraint, Operation, Parameter, Rule
from mediawright_runtime.media import Limit, Media

OPERATION = Operation(
    path="image_to_image.reference",
    name="Image-to-Image",
    method="POST",
    endpoint="/v1/open/capacity/application/tm_reference_img2img",
    parameters=(
        Parameter(name="prompt", wire_name="prompt", allowed="a string"),
        Parameter(
            name="reference_image",
            wire_name="reference_image",
            allowed="a string",
            media=Media(
                kind="image",
                formats=("jpg", "jpeg", "png", "webp"),
                limits=(Limit(fact="megabytes", bound="exclusive_max", value=(200,)),),
                allowed="an image (jpg, jpeg, png, webp), less than 200 MB",
            ),
        ),
        Parameter(name="control_type", wire_name="control_type", allowed="one of '0', '1', '2', '3'"),
        Parameter(name="width", wire_name="width", allowed="an integer at least 512 and at most 2048"),
        Parameter(name="height", wire_name="height", allowed="an integer at least 512 and at most 2048"),
        Parameter(name="batch_size", wire_name="batch_size", allowed="an integer at least 1 and at most 4"),
        Parameter(name="control_intensity", wire_name="control_intensity", allowed="a number at least 0 and at most 1"),
        Parameter(
            name="init_image",
            wire_name="init_image",
            allowed="a string",
            media=Media(
                kind="image",
                formats=("jpg", "jpeg", "png", "webp"),
                limits=(Limit(fact="megabytes", bound="exclusive_max", value=(200,)),),
                allowed="an image (jpg, jpeg, png, webp), less than 200 MB",
            ),
        ),
        Parameter(name="callback", wire_name="callback", allowed="a string"),
        Parameter(name="params", wire_name="params", allowed="a string"),
    ),
    request=ReferenceRequest,
    response=ReferenceResponse,
    rules=(
        Rule(
            when={"control_type": Constraint(values=("2",), allowed="'2'")},
            then={"init_image": Constraint(present=True, allowed="a value")},
            describe="Control type 2 needs a picture to start from.",
        ),
    ),
    task="generation",
    output_kind="image",
    expected=(30, 120),
    source="002_7ebea7f48f16395c.txt:5901-5972",
)
