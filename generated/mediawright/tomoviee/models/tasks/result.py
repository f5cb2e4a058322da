# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Literal

from mediawright_runtime.models import RequestModel, ResponseModel


class ResultRequest(RequestModel):
    task_id: str
    """Identifier that the create call answered."""


class ResultResponseData(ResponseModel):
    task_id: str | None = None
    """Identifier of the task."""
    status: Literal[1, 2, 3, 4, 5, 6] | int | None = None
    """How the task stands: 1 queued, 2 processing, 3 success, 4 failed, 5 cancelled, 6 timed out."""
    reason: str | None = None
    """Why the task did not succeed."""
    process: float | None = None
    """Progress in percent."""
    progress: float | None = None
    """Progress in percent under its other published name."""
    params: str | None = None
    """What the create call gave as params."""
    result: str | None = None
    """JSON in a text: lists of addresses under video_path, images_path or image_path, mask_path, audio_path."""


class ResultResponse(ResponseModel):
    code: int | None = None
    """0 for success; the vendor's page says that errors are six digits that begin with 68."""
    msg: str | None = None
    """What is wrong."""
    data: ResultResponseData | None = None
