# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mediawright_runtime.models import RequestModel, ResponseModel


class VideoInfoRequest(RequestModel):
    video_model_id: str
    """The _id that the create call answered."""


class VideoInfoResponseData(ResponseModel):
    field_id: Annotated[str | None, Field(alias="_id")] = None
    """Identifier of the task."""
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
    """Address of the video."""
    video_status: Literal[1, 2, 3, 4] | int | None = None
    """How the task stands: queued, in progress, done, failed."""
    video_id: str | None = None
    """Neither it nor its type is documented."""
    external_video: str | None = None
    """Neither it nor its type is documented."""
    progress: float | None = None
    """How far the task is; the unit is not documented."""
    error_code: int | None = None
    """Code of the failure."""
    error_reason: str | None = None
    """Why the task failed."""


class VideoInfoResponse(ResponseModel):
    code: int | None = None
    """1000 for success; every other value is a failure."""
    msg: str | None = None
    """OK on success."""
    data: VideoInfoResponseData | None = None
