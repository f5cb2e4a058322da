# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mediawright_runtime.models import RequestModel, ResponseModel


class CreateRequest(RequestModel):
    method: Literal[9, 10]
    """Type of the picture book."""
    content: Annotated[str, Field(min_length=1)]
    """The story, or a description of one."""


class CreateResponseData(ResponseModel):
    task_id: str | None = None
    """Identifier to ask for the result with."""


class CreateResponse(ResponseModel):
    errno: int | None = None
    """0 for success; an answer may be without it."""
    errmsg: str | None = None
    """What went wrong."""
    data: CreateResponseData | None = None
