# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from mediawright_runtime.models import RequestModel, ResponseModel


class GenerateRequest(RequestModel):
    prompt: str
    """What the music is like: genre, mood, instruments and use. What is over 77 tokens is cut off."""
    duration: Annotated[int, Field(ge=0, le=95)]
    """Length of the music."""
    qty: Annotated[int, Field(ge=1, le=4)]
    """How many pieces to make."""
    disable_translate: bool | None = None
    """Whether the prompt is left untranslated."""
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
