"""Reads pieces of what a caller holds himself: bytes, or a file of this machine."""

from __future__ import annotations

from base64 import b64decode
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from mediawright_runtime.pieces import UnreachableError
from mediawright_runtime.steps import aside

if TYPE_CHECKING:
    from pathlib import Path

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


class LocalFile:
    """A file of this machine."""

    __slots__ = ("_path",)

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self, pieces: Pieces, start: int, stop: int) -> Steps[None]:
        """Read a piece.

        Raises:
            UnreachableError: There is no such file, or it cannot be read.
        """
        try:
            pieces.size, content = yield from aside(lambda: self._piece(start, stop))
        except OSError as error:
            raise UnreachableError(f"cannot be read ({error.strerror or type(error).__name__})") from error
        pieces.add(start, content)

    def _piece(self, start: int, stop: int) -> tuple[int, bytes]:
        with self._path.open("rb") as file:
            file.seek(start)
            return self._path.stat().st_size, file.read(stop - start)


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
