# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from mediawright_runtime.models import RequestModel, ResponseModel


class RedrawingRequest(RequestModel):
    prompt: str
    """What is to be seen where the picture is drawn anew."""
    init_image: str
    """Address of the picture; it must be open to the public."""
    mask_url: str | None = None
    """Address of the mask, which should have as many pixels each way as the picture."""
    callback: str | None = None
    """Address that is told when the task ends."""
    params: str | None = None
    """Text that comes back unchanged in the callback."""


class RedrawingResponseData(ResponseModel):
    task_id: str | None = None
    """Identifier to ask for the result with."""


class RedrawingResponse(ResponseModel):
    code: int | None = None
    """0 for success; the vendor's page says that errors are six digits that begin with 68."""
    msg: str | None = None
    """What is wrong."""
    data: RedrawingResponseData | None = None
