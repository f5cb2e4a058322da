# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from mediawright_runtime.models import RequestModel, ResponseModel


class GenerateRequest(RequestModel):
    text: Annotated[str, Field(max_length=5000)]
    """What to read; punctuation makes the pauses."""
    voice_id: str | None = None
    """The voice, which goes with a language; there are more than those listed."""
    callback: str | None = None
    """Address that is told when the task ends."""
    params: str | None = None
    """Text that comes back unchanged in the callback."""


class GenerateResponseData(ResponseModel):
    task_id: str | None = None
    """Identifier to ask for the result with."""


class GenerateResponse(ResponseModel):
    code: int | None = None
    """0 for success; the vendor's page says that errors are six digits that begin with 68."""
    msg: str | None = None
    """What is wrong."""
    data: GenerateResponseData | None = None
