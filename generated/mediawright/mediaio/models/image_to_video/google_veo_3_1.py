# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mediawright_runtime.models import RequestModel, ResponseModel


class GoogleVeo31Request(RequestModel):
    image: str
    """Address of the picture to work from."""
    prompt: Annotated[str, Field(max_length=1000)]
    """What the output shows."""
    aspect_ratio: Literal["9:16", "16:9"] | None = None
    """Shape of the output, width to height."""
    resolution: Literal["720P", "1080P"] | None = None
    """Size of the output by its usual name."""
    duration: Literal["4s", "6s", "8s"] | None = None
    """Length of the video; the s stands for seconds."""
    generate_audio: Literal["True", "False"] | None = None
    """Whether the video has sound; a string, not a boolean."""


class GoogleVeo31ResponseData(ResponseModel):
    task_id: str | None = None
    """Identifier to ask for the result with."""


class GoogleVeo31Response(ResponseModel):
    code: int | None = None
    """0 for success."""
    msg: str | None = None
    """Empty on success."""
    trace_id: str | None = None
    """Identifier of the request; not every documented answer has it."""
    data: GoogleVeo31ResponseData | None = None
