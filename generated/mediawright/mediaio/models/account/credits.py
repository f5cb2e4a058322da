# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from mediawright_runtime.models import RequestModel, ResponseModel


class CreditsRequest(RequestModel):
    pass


class CreditsResponseData(ResponseModel):
    credits: int | None = None
    """Credits that are left."""


class CreditsResponse(ResponseModel):
    code: int | None = None
    """0 for success."""
    msg: str | None = None
    """Empty on success."""
    trace_id: str | None = None
    """Identifier of the request; not every documented answer has it."""
    data: CreditsResponseData | None = None
