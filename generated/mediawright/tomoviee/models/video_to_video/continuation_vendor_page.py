# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from mediawright_runtime.models import RequestModel, ResponseModel


class ContinuationVendorPageRequest(RequestModel):
    prompt: str
    """How the video goes on."""
    video: str
    """Address of the video to continue."""
    callback: str | None = None
    """Address that is told when the task ends."""
    params: str | None = None
    """Text that comes back unchanged in the callback."""


class ContinuationVendorPageResponseData(ResponseModel):
    task_id: str | None = None
    """Identifier to ask for the result with."""


class ContinuationVendorPageResponse(ResponseModel):
    code: int | None = None
    """0 for success; the vendor's page says that errors are six digits that begin with 68."""
    msg: str | None = None
    """What is wrong."""
    data: ContinuationVendorPageResponseData | None = None
