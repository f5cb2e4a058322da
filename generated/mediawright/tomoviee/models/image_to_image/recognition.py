# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Literal

from mediawright_runtime.models import RequestModel, ResponseModel


class RecognitionRequest(RequestModel):
    image: str
    """Address of the picture to look at; it must be open to the public."""
    control_type: Literal["0", "1", "2", "3"] | None = None
    """What to look for."""
    callback: str | None = None
    """Address that is told when the task ends."""
    params: str | None = None
    """Text that comes back unchanged in the callback."""


class RecognitionResponseData(ResponseModel):
    task_id: str | None = None
    """Identifier to ask for the result with."""


class RecognitionResponse(ResponseModel):
    code: int | None = None
    """0 for success; the vendor's page says that errors are six digits that begin with 68."""
    msg: str | None = None
    """What is wrong."""
    data: RecognitionResponseData | None = None
