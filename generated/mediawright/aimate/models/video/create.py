# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from mediawright_runtime.models import RequestModel, ResponseModel


class CreateRequest(RequestModel):
    prompt: Annotated[str, Field(min_length=1)]
    """What the video shows."""
    image_url: str | None = None
    """Public HTTPS address of the picture to start from."""


class CreateResponseData(ResponseModel):
    id: str | None = None
    """Identifier to ask for the result with."""
    model: str | None = None
    """The model at work."""
    status: Literal["pending", "processing", "completed", "failed"] | str | None = None
    """How the task stands."""
    created_at: int | None = None
    """When the task was created; by the sample seconds since 1970."""
    updated_at: int | None = None
    """When the task last changed; null in a new task."""
    result: dict[str, Any] | None = None
    """The video; null in a new task."""
    error: str | None = None
    """Why the task failed; null otherwise."""


class CreateResponse(ResponseModel):
    code: int | None = None
    """0 for success."""
    message: str | None = None
    """A sentence for people."""
    data: CreateResponseData | None = None
