# Emitted from specs/tomoviee/apis/text_to_speech.yaml by `make generate`. Edit the spec, not this file.

"""What `text_to_speech.generate` sends and accepts."""

from __future__ import annotations

from mediawright.tomoviee.models.text_to_speech.generate import GenerateRequest, GenerateResponse
from mediawright_runtime.declarations import Operation, Parameter

OPERATION = Operation(
    path="text_to_speech.generate",
    name="Text-to-Speech",
    method="POST",
    endpoint="/v1/open/capacity/application/tm_text2speech",
    parameters=(
        Parameter(name="text", wire_name="text", allowed="a string of at most 5000 characters"),
        Parameter(name="voice_id", wire_name="voice_id", default="zh-CN-YunxiNeural", allowed="a string"),
        Parameter(name="callback", wire_name="callback", allowed="a string"),
        Parameter(name="params", wire_name="params", allowed="a string"),
    ),
    request=GenerateRequest,
    response=GenerateResponse,
    task="generation",
    output_kind="audio",
    expected=(5, 30),
    source="002_7ebea7f48f16395c.txt:7032-7081",
)
