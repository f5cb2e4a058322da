# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Any, Literal

from mediawright_runtime.models import RequestModel, ResponseModel


class GenerateRequest(RequestModel):
    prompt: str
    """What the video shows."""
    image_attachment: dict[str, Any] | None = None
    """The picture to start from, as files.upload answered it."""
    image_url: str | None = None
    """Address of the picture to start from."""
    guest: bool | None = None
    """Whether to use a guest account, with which videos may not work."""
    conversation_id: str | None = None
    """Conversation to go on with."""
    section_id: str | None = None
    """Section of that conversation."""


class GenerateResponse(ResponseModel):
    success: bool | None = None
    """true when the task was created."""
    message: str | None = None
    """A sentence for people."""
    conversation_id: str | None = None
    """One of the two identifiers of the task."""
    message_id: str | None = None
    """The other identifier of the task."""
    section_id: str | None = None
    """Section of the conversation."""
    task_status: Literal["pending", "processing", "completed", "failed"] | str | None = None
    """How the task stands."""
    estimated_time: str | None = None
    """How long it will take, in words."""
