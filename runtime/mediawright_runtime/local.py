"""Reads pieces of what a caller gives itself: bytes, or what a `data:` address spells out."""

from __future__ import annotations

from base64 import b64decode
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

if TYPE_CHECKING:
    from mediawright_runtime.pieces import Pieces
    from mediawright_runtime.steps import Steps


class Held:
    """Bytes at hand."""

    __slots__ = ("_content",)

    def __init__(self, content: bytes) -> None:
        self._content = content

    def read(self, pieces: Pieces, start: int, stop: int) -> Steps[None]:
        """Take a piece."""
        pieces.size = len(self._content)
        pieces.add(start, self._content[start:stop])
        yield from ()


def spelled_out(url: str) -> bytes:
    """Take the file out of a `data:` address.

    Raises:
        ValueError: It is not well formed.
    """
    head, comma, text = url.partition(",")
    if not comma:
        raise ValueError("a data address has a comma before the file")
    content = unquote_to_bytes(text)
    return b64decode(content) if head.lower().endswith(";base64") else content
