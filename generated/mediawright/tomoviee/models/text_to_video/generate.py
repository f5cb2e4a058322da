# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mediawright_runtime.models import RequestModel, ResponseModel


class GenerateRequest(RequestModel):
    prompt: str
    """What the video shows: subject, action, scene, camera and light."""
    resolution: Literal["720p", "1080p"] | None = None
    """Size of the output by its usual name; 720p is 1280x720 and takes less time, 1080p is 1920x1080."""
    duration: Literal[5] | None = None
    """Length of the output; there is one."""
    aspect_ratio: Literal["16:9", "9:16", "4:3", "3:4", "1:1"] | None = None
    """Shape of the output."""
    camera_move_index: Annotated[int | None, Field(ge=1, le=46)] = None
    """Number of a camera movement; without it the service chooses one."""
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
