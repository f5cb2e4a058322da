# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mediawright_runtime.models import RequestModel, ResponseModel


class Wan26Request(RequestModel):
    image: str
    """Address of the picture to work from."""
    prompt: Annotated[str, Field(max_length=1500)]
    """What the output shows."""
    resolution: Literal["720P", "1080P"] | None = None
    """Size of the output by its usual name."""
    duration: Literal["5s", "10s", "15s"] | None = None
    """Length of the video; the s stands for seconds."""
    shot_type: Literal["Multi", "Single"] | None = None
    """Whether the video has several shots or one."""
    generate_audio: Literal["True", "False"] | None = None
    """Whether the video has sound; a string, not a boolean."""


class Wan26ResponseData(ResponseModel):
    task_id: str | None = None
    """Identifier to ask for the result with."""


class Wan26Response(ResponseModel):
    code: int | None = None
    """0 for success."""
    msg: str | None = None
    """Empty on success."""
    trace_id: str | None = None
    """Identifier of the request; not every documented answer has it."""
    data: Wan26ResponseData | None = None
