# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from mediawright_runtime.models import RequestModel, ResponseModel


class HealthRequest(RequestModel):
    pass


class HealthResponse(ResponseModel):
    status: str | None = None
    """The sample of a working service has healthy."""
    service: str | None = None
    """Name of the service."""
    message: str | None = None
    """A sentence for people."""
