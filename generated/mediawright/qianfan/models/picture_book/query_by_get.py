# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Literal

from mediawright_runtime.models import RequestModel, ResponseModel


class QueryByGetRequest(RequestModel):
    task_id: str
    """Identifier that the create call answered."""


class QueryByGetResponse(ResponseModel):
    errno: int | None = None
    """0 for success; an answer may be without it."""
    errmsg: str | None = None
    """What went wrong."""
    status: Literal[0, 1, 3, 2] | int | None = None
    """How the task stands."""
    video_bos_url: str | None = None
    """Address of the video."""
