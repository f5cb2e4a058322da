# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from mediawright_runtime.models import RequestModel, ResponseModel


class MotionControlKling26Request(RequestModel):
    video: str
    """Address of the video whose motion is taken."""
    image: str
    """Address of the picture to work from."""
    prompt: Annotated[str | None, Field(max_length=2500)] = None
    """What the output shows."""


class MotionControlKling26ResponseData(ResponseModel):
    task_id: str | None = None
    """Identifier to ask for the result with."""


class MotionControlKling26Response(ResponseModel):
    code: int | None = None
    """0 for success."""
    msg: str | None = None
    """Empty on success."""
    trace_id: str | None = None
    """Identifier of the request; not every documented answer has it."""
    data: MotionControlKling26ResponseData | None = None
