# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from mediawright_runtime.models import RequestModel, ResponseModel


class GetTokenRequest(RequestModel):
    client_id: str | None = None
    """Identifier of the client."""
    client_secret: str | None = None
    """Secret of the client."""


class GetTokenResponse(ResponseModel):
    code: int | None = None
    """1000 for success; every other value is a failure."""
    token: str | None = None
    """The token."""
