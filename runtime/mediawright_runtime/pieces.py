"""A file of which only pieces are at hand, and a reader of it that notes what it lacks instead of waiting for it.

So a parser that reads as it goes can run inside a flow: it is started again when the lacking piece has come.
"""

from __future__ import annotations

from io import SEEK_CUR, SEEK_END, SEEK_SET


class UnreachableError(Exception):
    """Nothing can be read there; the message says why."""


class UntoldError(Exception):
    """There may be a file, and what it is cannot be told; the message says why."""


class Pieces:
    """What is at hand of a file."""

    __slots__ = ("_held", "size")

    def __init__(self, size: int | None = None) -> None:
        self.size = size
        """Bytes of the whole file, once that is known."""
        self._held: list[tuple[int, bytes]] = []

    def add(self, start: int, content: bytes) -> None:
        """Add a piece that starts there."""
        if content:
            self._held.append((start, content))

    def at(self, position: int, count: int) -> bytes:
        """Take what is at hand from a position on, at most so many bytes."""
        taken = bytearray()
        while len(taken) < count and (more := self._from(position + len(taken), count - len(taken))):
            taken += more
        return bytes(taken)

    def _from(self, position: int, count: int) -> bytes:
        for start, content in self._held:
            if start <= position < start + len(content):
                return content[position - start : position - start + count]
        return b""


class PartialFile:
    """Reads a file of which the size is known; where a piece is lacking it reads as if it ended there."""

    __slots__ = ("_pieces", "_position", "_size", "lacks")

    def __init__(self, pieces: Pieces, size: int) -> None:
        self._pieces = pieces
        self._size = size
        self._position = 0
        self.lacks: int | None = None
        """The first position that was asked for in vain; from then on nothing is read."""

    def read(self, size: int = -1) -> bytes:
        """Read what is at hand."""
        rest = max(0, self._size - self._position)
        count = rest if size < 0 else min(size, rest)
        content = self._pieces.at(self._position, count) if self.lacks is None else b""
        self._position += len(content)
        if len(content) < count and self.lacks is None:
            self.lacks = self._position
        return content

    def seek(self, offset: int, whence: int = SEEK_SET) -> int:
        """Go to a position."""
        origins = {SEEK_SET: 0, SEEK_CUR: self._position, SEEK_END: self._size}
        self._position = max(0, origins[whence] + offset)
        return self._position

    def tell(self) -> int:
        """Say the position."""
        return self._position
