# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from mediawright_runtime.models import RequestModel, ResponseModel


class GenerateOtherClientsRequest(RequestModel):
    text: str
    """What to read."""
    speaker_choice: str | None = None
    """The voice."""
    emotion_choice: str | None = None
    """The mood of the voice."""
    speed_adjustment: float | None = None
    """How fast the voice speaks."""
    key_adjustment: float | None = None
    """How high the voice is."""
    loudness_adjustment: float | None = None
    """How loud the voice is."""
    lang_code: str | None = None
    """The language."""
    callback: str | None = None
    """Address that is told when the task ends."""
    params: str | None = None
    """Text that comes back unchanged in the callback."""


class GenerateOtherClientsResponseData(ResponseModel):
    task_id: str | None = None
    """Identifier to ask for the result with."""


class GenerateOtherClientsResponse(ResponseModel):
    code: int | None = None
    """0 for success; the vendor's page says that errors are six digits that begin with 68."""
    msg: str | None = None
    """What is wrong."""
    data: GenerateOtherClientsResponseData | None = None
