# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mediawright_runtime.models import RequestModel, ResponseModel


class FlowchartRequest(RequestModel):
    prompt: Annotated[str, Field(min_length=1)]
    """What the diagram shows, in plain words."""
    lang: Literal["en", "cn", "jp", "kr", "es", "fr", "de", "it", "tw", "pt", "ru", "id"] | None = None
    """Language of the diagram."""
    platform: Literal["web", "win", "mac", "ios", "android", "linux"] | None = None
    """Where the caller runs."""


class FlowchartResponseData(ResponseModel):
    png_url: str | None = None
    """Address of the picture as PNG."""
    svg_url: str | None = None
    """Address of the picture as SVG."""
    mermaid_code: str | None = None
    """Source of the diagram in Mermaid, to edit and draw again."""


class FlowchartResponse(ResponseModel):
    code: int | None = None
    """0 for success."""
    msg: str | None = None
    """What went wrong; on success it is empty or says so."""
    data: FlowchartResponseData | None = None
