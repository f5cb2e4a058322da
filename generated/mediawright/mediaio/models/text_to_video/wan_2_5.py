# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mediawright_runtime.models import RequestModel, ResponseModel


class Wan25Request(RequestModel):
    prompt: Annotated[str, Field(max_length=800, min_length=1)]
    """What the output shows."""
    ratio: Literal["16:9", "9:16", "1:1", "4:3", "3:4"] | None = None
    """Shape of the output, width to height."""
    duration: Literal["5s", "10s"] | None = None
    """Length of the video; the s stands for seconds."""


class Wan25ResponseData(ResponseModel):
    task_id: str | None = None
    """Identifier to ask for the result with."""


class Wan25Response(ResponseModel):
    code: int | None = None
    """0 for success."""
    msg: str | None = None
    """Empty on success."""
    trace_id: str | None = None
    """Identifier of the request; not every documented answer has it."""
    data: Wan25ResponseData | None = None
