# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Literal

from mediawright_runtime.models import RequestModel, ResponseModel


class ResultRequest(RequestModel):
    task_id: str
    """Identifier that the create call answered."""


class ResultResponseDataResult(ResponseModel):
    val: str | None = None
    """Not documented."""
    preview: str | None = None
    """Address of the file."""
    status: str | None = None
    """How this file stands."""


class ResultResponseData(ResponseModel):
    task_id: str | None = None
    """Identifier of the task."""
    status: Literal["waiting", "pending", "processing", "completed", "succeeded", "failed", "timeout"] | str | None = (
        None
    )
    """How the task stands."""
    reason: str | None = None
    """Why the task stands so; the sample of a completed task says success."""
    result: list[ResultResponseDataResult] | None = None


class ResultResponse(ResponseModel):
    code: int | None = None
    """0 for success."""
    msg: str | None = None
    """Empty on success."""
    trace_id: str | None = None
    """Identifier of the request; not every documented answer has it."""
    data: ResultResponseData | None = None
