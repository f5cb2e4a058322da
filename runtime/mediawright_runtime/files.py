"""The file that an output becomes: its name, and its way from a temporary name to the final one."""

from __future__ import annotations

import re
import secrets
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType
    from typing import BinaryIO, Self

_EXTENSIONS = {
    "application/pdf": ".pdf",
    "audio/aac": ".aac",
    "audio/flac": ".flac",
    "audio/mp4": ".m4a",
    "audio/mpeg": ".mp3",
    "audio/ogg": ".ogg",
    "audio/wav": ".wav",
    "audio/x-wav": ".wav",
    "image/avif": ".avif",
    "image/gif": ".gif",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/svg+xml": ".svg",
    "image/webp": ".webp",
    "video/mp4": ".mp4",
    "video/quicktime": ".mov",
    "video/webm": ".webm",
}
_EXTENSION = re.compile(r"\.[a-z0-9]{1,5}")
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST_STEM = 100


def stem(text: str, number: int, count: int) -> str:
    """Name one of several outputs, without extension: after a task's id or a call, with a number if it is not alone."""
    name = _UNSAFE.sub("-", text).strip("-")[:_LONGEST_STEM] or "task"
    return name if count == 1 else f"{name}-{number:0{len(str(count))}}"


def extension(url: str, content_type: str) -> str:
    """Choose an extension by what the file is said to be, else by how its address ends."""
    known = _EXTENSIONS.get(content_type.partition(";")[0].strip().lower())
    if known:
        return known
    ending = PurePosixPath(urlsplit(url).path).suffix.lower()
    return ending if _EXTENSION.fullmatch(ending) else ".bin"


class Landing:
    """A file that gets its final name only when it is whole, and leaves nothing behind otherwise."""

    def __init__(self, directory: Path, name: str, headers: Mapping[str, str]) -> None:
        self._path = directory / name
        self._part = directory / f".{name}.{secrets.token_hex(4)}.part"
        self._expected = _length(headers)
        self._received = 0
        self._file: BinaryIO

    def __enter__(self) -> Self:
        """Open the temporary file."""
        self._file = self._part.open("xb")
        return self

    def write(self, piece: bytes) -> None:
        """Take the next piece."""
        self._received += self._file.write(piece)

    def keep(self) -> Path:
        """Give the file its final name.

        Raises:
            EOFError: Less or more came than was announced.
        """
        if self._expected not in {None, self._received}:
            raise EOFError(f"{self._received} bytes came of {self._expected}")
        self._file.close()
        return self._part.replace(self._path)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave no temporary file behind."""
        self._file.close()
        self._part.unlink(missing_ok=True)


def _length(headers: Mapping[str, str]) -> int | None:
    """Read the length that the body will have; unknown where it travels compressed."""
    if headers.get("content-encoding", "identity").lower() != "identity":
        return None
    length = headers.get("content-length", "")
    return int(length) if length.isascii() and length.isdigit() else None
