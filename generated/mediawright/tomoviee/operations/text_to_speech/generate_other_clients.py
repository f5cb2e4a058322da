# Emitted from specs/tomoviee/apis/text_to_speech_other_clients.yaml by `make generate`. Edit the spec, not this file.

"""What `text_to_speech.generate_other_clients` sends and accepts."""

from __future__ import annotations

from mediawright.tomoviee.models.text_to_speech.generate_other_clients import (
    GenerateOtherClientsRequest,
    GenerateOtherClientsResponse,
)
from mediawright_runtime.declarations import Operation, Parameter

OPERATION = Operation(
    path="text_to_speech.generate_other_clients",
    name="Text-to-Speech (other clients)",
    method="POST",
    endpoint="/v1/open/capacity/application/tm_text2speech_b",
    parameters=(
        Parameter(name="text", wire_name="text", allowed="a string"),
        Parameter(name="speaker_choice", wire_name="speaker_choice", allowed="a string"),
        Parameter(name="emotion_choice", wire_name="emotion_choice", allowed="a string"),
        Parameter(name="speed_adjustment", wire_name="speed_adjustment", allowed="a number"),
        Parameter(name="key_adjustment", wire_name="key_adjustment", allowed="a number"),
        Parameter(name="loudness_adjustment", wire_name="loudness_adjustment", allowed="a number"),
        Parameter(name="lang_code", wire_name="lang_code", allowed="a string"),
        Parameter(name="callback", wire_name="callback", allowed="a string"),
        Parameter(name="params", wire_name="params", allowed="a string"),
    ),
    request=GenerateOtherClientsRequest,
    response=GenerateOtherClientsResponse,
    task="generation",
    output_kind="audio",
    source="vendors.md:59",
)
