# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from mediawright_runtime.models import RequestModel, ResponseModel


class ScoringVendorPageRequest(RequestModel):
    prompt: str
    """Style and mood of the music."""
    file_link: str
    """Address of the video, which must be 360p to 1080p."""
    callback: str | None = None
    """Address that is told when the task ends."""
    params: str | None = None
    """Text that comes back unchanged in the callback."""


class ScoringVendorPageResponseData(ResponseModel):
    task_id: str | None = None
    """Identifier to ask for the result with."""


class ScoringVendorPageResponse(ResponseModel):
    code: int | None = None
    """0 for success; the vendor's page says that errors are six digits that begin with 68."""
    msg: str | None = None
    """What is wrong."""
    data: ScoringVendorPageResponseData | None = None
