# Emitted from specs/tomoviee/apis/image_recognition.yaml by `make generate`. Edit the spec, not this file.

"""What `image_to_image.recognition` sends and accepts."""

from __future__ import annotations

from mediawright.tomoviee.models.image_to_image.recognition import RecognitionRequest, RecognitionResponse
from mediawright_runtime.declarations import Operation, Parameter
from mediawright_runtime.media import Limit, Media

OPERATION = Operation(
    path="image_to_image.recognition",
    name="Image Recognition",
    method="POST",
    endpoint="/v1/open/capacity/application/tm_reference_img2mask",
    parameters=(
        Parameter(
            name="image",
            wire_name="image",
            allowed="a string",
            media=Media(
                kind="image",
                formats=("jpg", "jpeg", "png", "webp"),
                limits=(Limit(fact="megabytes", bound="exclusive_max", value=(200,)),),
                allowed="an image (jpg, jpeg, png, webp), less than 200 MB",
            ),
        ),
        Parameter(name="control_type", wire_name="control_type", allowed="one of '0', '1', '2', '3'"),
        Parameter(name="callback", wire_name="callback", allowed="a string"),
        Parameter(name="params", wire_name="params", allowed="a string"),
    ),
    request=RecognitionRequest,
    response=RecognitionResponse,
    task="generation",
    output_kind="image",
    expected=(30, 120),
    source="002_7ebea7f48f16395c.txt:4145-4188",
)
