# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Literal

from mediawright_runtime.models import RequestModel, ResponseModel


class QueryRequest(RequestModel):
    task_id: list[str]
    """Identifiers that create calls answered."""


class QueryResponseDataResult(ResponseModel):
    video_bos_url: str | None = None
    """Address of the video."""
    video_cdn_url: str | None = None
    """Another address of the video."""


class QueryResponseData(ResponseModel):
    status: Literal[0, 1, 3, 2] | int | None = None
    """How the task stands."""
    result: QueryResponseDataResult | None = None


class QueryResponse(ResponseModel):
    errno: int | None = None
    """0 for success; an answer may be without it."""
    errmsg: str | None = None
    """What went wrong."""
    data: list[QueryResponseData] | None = None
