# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mediawright_runtime.models import RequestModel, ResponseModel


class Hailuo23Request(RequestModel):
    image: str
    """Address of the picture to work from."""
    prompt: Annotated[str, Field(max_length=2000)]
    """What the output shows."""
    resolution: Literal["768P", "1080P"] | None = None
    """Size of the output by its usual name."""
    duration: Literal["6s", "10s"] | None = None
    """Length of the video; the s stands for seconds."""


class Hailuo23ResponseData(ResponseModel):
    task_id: str | None = None
    """Identifier to ask for the result with."""


class Hailuo23Response(ResponseModel):
    code: int | None = None
    """0 for success."""
    msg: str | None = None
    """Empty on success."""
    trace_id: str | None = None
    """Identifier of the request; not every documented answer has it."""
    data: Hailuo23ResponseData | None = None
