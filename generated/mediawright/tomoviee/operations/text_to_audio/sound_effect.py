# Emitted from specs/tomoviee/apis/text_to_sound_effect.yaml by `make generate`. Edit the spec, not this file.

"""What `text_to_audio.sound_effect` sends and accepts."""

from __future__ import annotations

from mediawright.tomoviee.models.text_to_audio.sound_effect import SoundEffectRequest, SoundEffectResponse
from mediawright_runtime.declarations import Operation, Parameter

OPERATION = Operation(
    path="text_to_audio.sound_effect",
    name="Text-to-Sound-Effect",
    method="POST",
    endpoint="/v1/open/capacity/application/tm_text2sfx",
    parameters=(
        Parameter(name="prompt", wire_name="prompt", allowed="a string"),
        Parameter(name="duration", wire_name="duration", allowed="an integer at least 5 and at most 180"),
        Parameter(name="qty", wire_name="qty", allowed="an integer at least 1 and at most 4"),
        Parameter(name="callback", wire_name="callback", allowed="a string"),
        Parameter(name="params", wire_name="params", allowed="a string"),
    ),
    request=SoundEffectRequest,
    response=SoundEffectResponse,
    task="generation",
    output_kind="audio",
    expected=(10, 60),
    source="002_7ebea7f48f16395c.txt:7868-7929",
)
