# Emitted from specs/tomoviee/apis/image_recognition_by_prompt.yaml by `make generate`. Edit the spec, not this file.

"""What `image_to_image.recognition_by_prompt` sends and accepts."""

from __future__ import annotations

from mediawright.tomoviee.models.image_to_image.recognition_by_prompt import (
    RecognitionByPromptRequest,
    RecognitionByPromptResponse,
)
from mediawright_runtime.declarations import Operation, Parameter
from mediawright_runtime.media import Limit, Media

OPERATION = Operation(
    path="image_to_image.recognition_by_prompt",
    name="Image Recognition (by prompt)",
    method="POST",
    endpoint="/v1/open/capacity/application/tm_reference_img2mask",
    parameters=(
        Parameter(name="prompt", wire_name="prompt", allowed="a string"),
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
        Parameter(name="callback", wire_name="callback", allowed="a string"),
        Parameter(name="params", wire_name="params", allowed="a string"),
    ),
    request=RecognitionByPromptRequest,
    response=RecognitionByPromptResponse,
    task="generation",
    output_kind="image",
    expected=(30, 120),
    source="002_7ebea7f48f16395c.txt:4372-4424",
)
