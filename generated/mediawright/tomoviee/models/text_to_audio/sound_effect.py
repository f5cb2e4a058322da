# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from mediawright_runtime.models import RequestModel, ResponseModel


class SoundEffectRequest(RequestModel):
    prompt: str
    """What is to be heard."""
    duration: Annotated[int, Field(ge=5, le=180)]
    """Length of the sound."""
    qty: Annotated[int | None, Field(ge=1, le=4)] = None
    """How many variants to make."""
    callback: str | None = None
    """Address that is told when the task ends."""
    params: str | None = None
    """Text that comes back unchanged in the callback."""


class SoundEffectResponseData(ResponseModel):
    task_id: str | None = None
    """Identifier to ask for the result with."""


class SoundEffectResponse(ResponseModel):
    code: int | None = None
    """0 for success; the vendor's page says that errors are six digits that begin with 68."""
    msg: str | None = None
    """What is wrong."""
    data: SoundEffectResponseData | None = None
