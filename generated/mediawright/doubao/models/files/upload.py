# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Literal

from mediawright_runtime.models import RequestModel, ResponseModel


class UploadRequest(RequestModel):
    file_type: Literal[1, 2]
    """Sort of the file."""
    file_name: str
    """Name of the file."""
    file_bytes: bytes
    """The file itself; it is the whole body."""


class UploadResponseOption(ResponseModel):
    height: int | None = None
    """Height of the picture in pixels."""
    width: int | None = None
    """Width of the picture in pixels."""


class UploadResponse(ResponseModel):
    key: str | None = None
    """Where Doubao keeps the file."""
    name: str | None = None
    """Name of the file."""
    type: str | None = None
    """Doubao's word for the sort of file; the sample of a picture has vlm_image."""
    file_review_state: int | None = None
    """Not documented."""
    file_parse_state: int | None = None
    """Not documented."""
    identifier: str | None = None
    """Identifier of the file."""
    option: UploadResponseOption | None = None
    """Size of the picture in pixels; null where it does not apply."""
    md5: str | None = None
    """MD5 of the file; null where it does not apply."""
    size: int | None = None
    """Size of the file; null where it does not apply."""
