# Emitted from specs/tomoviee/apis/text_to_music.yaml by `make generate`. Edit the spec, not this file.

"""What `text_to_music.generate` sends and accepts."""

from __future__ import annotations

from mediawright.tomoviee.models.text_to_music.generate import GenerateRequest, GenerateResponse
from mediawright_runtime.declarations import Operation, Parameter

OPERATION = Operation(
    path="text_to_music.generate",
    name="Text-to-Music",
    method="POST",
    endpoint="/v1/open/capacity/application/tm_text2music",
    parameters=(
        Parameter(name="prompt", wire_name="prompt", allowed="a string"),
        Parameter(name="duration", wire_name="duration", allowed="an integer at least 0 and at most 95"),
        Parameter(name="qty", wire_name="qty", allowed="an integer at least 1 and at most 4"),
        Parameter(name="disable_translate", wire_name="disable_translate", allowed="true or false"),
        Parameter(name="callback", wire_name="callback", allowed="a string"),
        Parameter(name="params", wire_name="params", allowed="a string"),
    ),
    request=GenerateRequest,
    response=GenerateResponse,
    task="generation",
    output_kind="audio",
    expected=(30, 120),
    source="002_7ebea7f48f16395c.txt:8202-8265",
)
