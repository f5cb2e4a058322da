"""An answer that is a file: its bytes, what they are, and the way to keep them."""

from __future__ import annotations

import os
from pathlib import Path


class FileAnswer:
    """What a call has answered that answers with a file, or with text."""

    __slots__ = ("_name", "content", "media_type")

    def __init__(self, content: bytes, media_type: str, name: str) -> None:
        self.content = content
        """The bytes, as they came."""
        self.media_type = media_type
        """What the vendor says that they are, as `audio/mpeg`."""
        self._name = name

    @property
    def text(self) -> str:
        """The content as text in UTF-8; what is none is replaced."""
        return self.content.decode(errors="replace")

    def save(self, directory: str | os.PathLike[str]) -> Path:
        """Write it into a directory, which is made if need be; the file appears only when it is whole.

        Args:
            directory: Where the file goes. It is named after the call and its content: the same bytes are one file.

        Raises:
            OSError: It cannot be written.
        """
        from zlib import crc32  # noqa: PLC0415 (weight: needed only to save)

        from mediawright_runtime.content import extension  # noqa: PLC0415 (weight: needed only to save)

        ending = extension("", self.media_type, self.content[:512])
        path = Path(directory) / f"{self._name}-{crc32(self.content):08x}{ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            part.write_bytes(self.content)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        return path

    def __repr__(self) -> str:
        """Say what it is, and how large."""
        return f"FileAnswer({self.media_type}, {len(self.content)} bytes)"
