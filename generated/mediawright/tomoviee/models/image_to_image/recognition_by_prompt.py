# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from mediawright_runtime.models import RequestModel, ResponseModel


class RecognitionByPromptRequest(RequestModel):
    prompt: str
    """What to recognise."""
    image: str
    """Address of the picture to look at; it must be open to the public."""
    callback: str | None = None
    """Address that is told when the task ends."""
    params: str | None = None
    """Text that comes back unchanged in the callback."""


class RecognitionByPromptResponseData(ResponseModel):
    task_id: str | None = None
    """Identifier to ask for the result with."""


class RecognitionByPromptResponse(ResponseModel):
    code: int | None = None
    """0 for success; the vendor's page says that errors are six digits that begin with 68."""
    msg: str | None = None
    """What is wrong."""
    data: RecognitionByPromptResponseData | None = None
