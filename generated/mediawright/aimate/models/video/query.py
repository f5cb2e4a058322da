# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Literal

from mediawright_runtime.models import RequestModel, ResponseModel


class QueryRequest(RequestModel):
    task_id: str
    """Identifier that the create call answered."""


class QueryResponseDataResult(ResponseModel):
    video_url: str | None = None
    """Address of the video; result is null until the task is done."""
    duration: float | None = None
    """Length of the video."""
    resolution: str | None = None
    """Width and height of the video."""


class QueryResponseData(ResponseModel):
    id: str | None = None
    """Identifier of the task."""
    model: str | None = None
    """The model at work."""
    status: Literal["pending", "processing", "completed", "failed"] | str | None = None
    """How the task stands."""
    created_at: int | None = None
    """When the task was created; by the sample seconds since 1970."""
    updated_at: int | None = None
    """When the task last changed; by the sample seconds since 1970."""
    result: QueryResponseDataResult | None = None
    error: str | None = None
    """Why the task failed; null otherwise."""


class QueryResponse(ResponseModel):
    code: int | None = None
    """0 for success."""
    message: str | None = None
    """A sentence for people."""
    data: QueryResponseData | None = None
