"""Files that a call sends as its whole body: read once, so that what is sent again is the same to the byte."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol, TypeGuard, runtime_checkable


class UnreadableError(Exception):
    """What was given cannot be read; the text says why."""


@runtime_checkable
class _Readable(Protocol):
    def read(self) -> object: ...


def read(value: object) -> bytes:
    """Read what was given for a body; an open file is read from where it stands, and stays open.

    Raises:
        UnreadableError: It is neither bytes, nor a path, nor a binary file, has no bytes, or cannot be read.
    """
    content = _bytes(value)
    if not content:
        raise UnreadableError("has no bytes, and a body without any is none")
    return content


def _bytes(value: object) -> bytes:
    try:
        content = _content(value)
    except (OSError, ValueError) as error:
        raise UnreadableError(f"cannot be read ({type(error).__name__}: {error})") from error
    if isinstance(content, memoryview):
        return content.tobytes()
    if isinstance(content, (bytes, bytearray)):
        return bytes(content)
    if content is value:
        raise UnreadableError("is text and no file" if isinstance(value, str) else "is neither bytes nor a file")
    said = "text; open it with 'rb'" if isinstance(content, str) else f"{type(content).__name__} in place of bytes"
    raise UnreadableError(f"reads as {said}")


def _content(value: object) -> object:
    if _is_path(value):
        return Path(os.fsdecode(value)).read_bytes()
    return value.read() if isinstance(value, _Readable) else value


def _is_path(value: object) -> TypeGuard[os.PathLike[str]]:
    return isinstance(value, os.PathLike)
