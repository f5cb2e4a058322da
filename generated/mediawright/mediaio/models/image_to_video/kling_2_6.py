# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mediawright_runtime.models import RequestModel, ResponseModel


class Kling26Request(RequestModel):
    image: str
    """Address of the picture to work from."""
    prompt: Annotated[str, Field(max_length=2500)]
    """What the output shows."""
    duration: Literal["5s", "10s"] | None = None
    """Length of the video; the s stands for seconds."""
    generate_audio: Literal["True", "False"] | None = None
    """Whether the video has sound; a string, not a boolean."""


class Kling26ResponseData(ResponseModel):
    task_id: str | None = None
    """Identifier to ask for the result with."""


class Kling26Response(ResponseModel):
    code: int | None = None
    """0 for success."""
    msg: str | None = None
    """Empty on success."""
    trace_id: str | None = None
    """Identifier of the request; not every documented answer has it."""
    data: Kling26ResponseData | None = None
