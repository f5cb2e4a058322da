# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mediawright_runtime.models import RequestModel, ResponseModel


class SoulCharacterRequest(RequestModel):
    prompt: Annotated[str, Field(max_length=2000)]
    """What the output shows."""
    ratio: Literal["2:3", "1:1", "3:2", "9:16", "16:9"] | None = None
    """Shape of the output, width to height."""


class SoulCharacterResponseData(ResponseModel):
    task_id: str | None = None
    """Identifier to ask for the result with."""


class SoulCharacterResponse(ResponseModel):
    code: int | None = None
    """0 for success."""
    msg: str | None = None
    """Empty on success."""
    trace_id: str | None = None
    """Identifier of the request; not every documented answer has it."""
    data: SoulCharacterResponseData | None = None
