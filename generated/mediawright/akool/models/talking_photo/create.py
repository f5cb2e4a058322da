# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mediawright_runtime.models import RequestModel, ResponseModel


class CreateRequest(RequestModel):
    talking_photo_url: str
    """Address of the picture that speaks."""
    audio_url: str
    """Address of the audio that is spoken."""
    prompt: str | None = None
    """Which gestures accompany the speech."""
    resolution: Literal["720", "1080"] | None = None
    """Size of the video by its usual name."""
    webhook_url: str | None = None
    """HTTP address to which the vendor posts when the task ends."""


class CreateResponseData(ResponseModel):
    field_id: Annotated[str | None, Field(alias="_id")] = None
    """Identifier to ask for the result with."""
    create_time: int | None = None
    """When the task was created; milliseconds since 1970."""
    uid: int | None = None
    """Neither it nor its type is documented."""
    type: int | None = None
    """Neither it nor its type is documented."""
    from_: Annotated[int | None, Field(alias="from")] = None
    """Neither it nor its type is documented."""
    talking_photo: str | None = None
    """Neither it nor its type is documented."""
    video: str | None = None
    """Address of the video; empty in a new task."""
    video_status: Literal[1, 2, 3, 4] | int | None = None
    """How the task stands: queued, in progress, done, failed."""


class CreateResponse(ResponseModel):
    code: int | None = None
    """1000 for success; every other value is a failure."""
    msg: str | None = None
    """OK on success."""
    data: CreateResponseData | None = None
