# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mediawright_runtime.models import RequestModel, ResponseModel


class Wan22Request(RequestModel):
    image: str
    """Address of the picture to work from."""
    prompt: Annotated[str, Field(max_length=800)]
    """What the output shows."""
    resolution: Literal["1080P"] | None = None
    """Size of the output by its usual name."""
    duration: Literal["5s"] | None = None
    """Length of the video; the s stands for seconds."""


class Wan22ResponseData(ResponseModel):
    task_id: str | None = None
    """Identifier to ask for the result with."""


class Wan22Response(ResponseModel):
    code: int | None = None
    """0 for success."""
    msg: str | None = None
    """Empty on success."""
    trace_id: str | None = None
    """Identifier of the request; not every documented answer has it."""
    data: Wan22ResponseData | None = None
