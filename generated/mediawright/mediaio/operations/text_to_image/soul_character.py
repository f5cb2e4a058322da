# Emitted from specs/mediaio/apis/soul_character.yaml by `make generate`. Edit the spec, not this file.

"""What `text_to_image.soul_character` sends and accepts."""

from __future__ import annotations

from mediawright.mediaio.models.text_to_image.soul_character import SoulCharacterRequest, SoulCharacterResponse
from mediawright_runtime.declarations import Operation, Parameter

OPERATION = Operation(
    path="text_to_image.soul_character",
    name="soul_character",
    method="POST",
    endpoint="/generation/soul/t2i-soul-character",
    parameters=(
        Parameter(name="prompt", wire_name="prompt", allowed="a string of at most 2000 characters"),
        Parameter(
            name="ratio", wire_name="ratio", default="16:9", allowed="one of '2:3', '1:1', '3:2', '9:16', '16:9'"
        ),
    ),
    request=SoulCharacterRequest,
    response=SoulCharacterResponse,
    wrap="data",
    task="generation",
    output_kind="image",
    source="002_7ebea7f48f16395c.txt:3044-3061",
)
