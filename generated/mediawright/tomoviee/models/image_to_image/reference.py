# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mediawright_runtime.models import RequestModel, ResponseModel


class ReferenceRequest(RequestModel):
    prompt: str
    """What to keep of the picture and what to change."""
    reference_image: str
    """Address of the picture to go by; it must be open to the public."""
    control_type: Literal["0", "1", "2", "3"]
    """What of the picture controls the output."""
    width: Annotated[int, Field(ge=512, le=2048)]
    """Width of the output."""
    height: Annotated[int, Field(ge=512, le=2048)]
    """Height of the output."""
    batch_size: Annotated[int, Field(ge=1, le=4)]
    """How many pictures to make."""
    control_intensity: Annotated[float, Field(ge=0.0, le=1.0)]
    """How strong the control is."""
    init_image: str | None = None
    """Address of the picture to start from; control type 2 needs it."""
    callback: str | None = None
    """Address that is told when the task ends."""
    params: str | None = None
    """Text that comes back unchanged in the callback."""


class ReferenceResponseData(ResponseModel):
    task_id: str | None = None
    """Identifier to ask for the result with."""


class ReferenceResponse(ResponseModel):
    code: int | None = None
    """0 for success; the vendor's page says that errors are six digits that begin with 68."""
    msg: str | None = None
    """What is wrong."""
    data: ReferenceResponseData | None = None
