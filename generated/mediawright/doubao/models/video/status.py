# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Any, Literal

from mediawright_runtime.models import RequestModel, ResponseModel


class StatusRequest(RequestModel):
    conversation_id: str
    """One of the two identifiers that the create call answered."""
    message_id: str
    """The other identifier that the create call answered."""


class StatusResponseTask(ResponseModel):
    conversation_id: str | None = None
    """One of the two identifiers of the task."""
    message_id: str | None = None
    """The other identifier of the task."""
    status: Literal["pending", "processing", "completed", "failed"] | str | None = None
    """How the task stands."""
    video_urls: list[Any] | None = None
    """Addresses of the videos."""
    retry_count: int | None = None
    """How many attempts the server has made to fetch the video."""
    max_retries: int | None = None
    """How many attempts the server makes at most."""
    created_at: str | None = None
    """When the task was created."""
    updated_at: str | None = None
    """When the task last changed."""
    error: str | None = None
    """Why the task failed; null otherwise."""


class StatusResponse(ResponseModel):
    success: bool | None = None
    """true when the task was found."""
    task: StatusResponseTask | None = None
