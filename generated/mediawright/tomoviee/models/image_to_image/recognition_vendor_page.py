# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Any

from mediawright_runtime.models import RequestModel, ResponseModel


class RecognitionVendorPageRequest(RequestModel):
    template_info: list[dict[str, Any]]
    """Objects with input_params, an object that holds control_type and init_image."""
    callback: str | None = None
    """Address that is told when the task ends."""
    params: str | None = None
    """Text that comes back unchanged in the callback."""


class RecognitionVendorPageResponseData(ResponseModel):
    task_id: str | None = None
    """Identifier to ask for the result with."""


class RecognitionVendorPageResponse(ResponseModel):
    code: int | None = None
    """0 for success; the vendor's page says that errors are six digits that begin with 68."""
    msg: str | None = None
    """What is wrong."""
    data: RecognitionVendorPageResponseData | None = None
