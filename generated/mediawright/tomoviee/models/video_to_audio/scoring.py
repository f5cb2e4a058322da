# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from mediawright_runtime.models import RequestModel, ResponseModel


class ScoringRequest(RequestModel):
    video: str
    """Address of the video; it must be open to the public."""
    prompt: str | None = None
    """Style and mood of the music."""
    duration: Annotated[int | None, Field(ge=5, le=900)] = None
    """Length of the music, best that of the video or of the music in mind."""
    callback: str | None = None
    """Address that is told when the task ends."""
    params: str | None = None
    """Text that comes back unchanged in the callback."""


class ScoringResponseData(ResponseModel):
    task_id: str | None = None
    """Identifier to ask for the result with."""


class ScoringResponse(ResponseModel):
    code: int | None = None
    """0 for success; the vendor's page says that errors are six digits that begin with 68."""
    msg: str | None = None
    """What is wrong."""
    data: ScoringResponseData | None = None
