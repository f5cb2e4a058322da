# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mediawright_runtime.models import RequestModel, ResponseModel


class NanoBananaRequest(RequestModel):
    images: Annotated[list[str], Field(max_length=9)]
    """Addresses of the pictures to work from."""
    prompt: Annotated[str, Field(max_length=1200)]
    """What the output shows."""
    ratio: Literal["9:16", "16:9", "1:1", "4:3", "3:4", "3:2", "2:3", "21:9"] | None = None
    """Shape of the output, width to height."""


class NanoBananaResponseData(ResponseModel):
    task_id: str | None = None
    """Identifier to ask for the result with."""


class NanoBananaResponse(ResponseModel):
    code: int | None = None
    """0 for success."""
    msg: str | None = None
    """Empty on success."""
    trace_id: str | None = None
    """Identifier of the request; not every documented answer has it."""
    data: NanoBananaResponseData | None = None
