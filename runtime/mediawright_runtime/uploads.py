"""Files that a call sends, as its whole body or in a form: read once, so that a second sending is the same."""

from __future__ import annotations

import mimetypes
import os
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol, TypeGuard, runtime_checkable

from mediawright_runtime.shapes import is_list
from mediawright_runtime.signatures import recognised


class UnreadableError(Exception):
    """What was given cannot be read; the text says why."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a form."""

    name: str
    """The file's own name."""
    media_type: str
    content: bytes


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


def read_parts(field: str, value: object) -> Part | list[Part]:
    """Read one file of a form, or a list of them.

    A file has the name of its path; bytes are named after their field, with the extension that their start tells.

    Raises:
        UnreadableError: It is neither bytes, nor a path, nor a binary file, has no bytes, or cannot be read.
    """
    return [_part(field, each) for each in value] if is_list(value) else _part(field, value)


def _part(field: str, value: object) -> Part:
    content = read(value)
    known = recognised(content)
    name = _name(value) or (f"{field}.{known.name}" if known else field)
    return Part(name, _media_type(name), content)


def _name(value: object) -> str:
    """Find the name of a file that has one: without folders, and without what no header may hold."""
    path = os.fsdecode(value) if _is_path(value) else getattr(value, "name", "")
    return re.sub(r"[^\x20-\x7e]|[\"\\]", "_", Path(path).name) if isinstance(path, str) else ""


def _media_type(name: str) -> str:
    return _known_types().guess_type(name)[0] or "application/octet-stream"


@cache
def _known_types() -> mimetypes.MimeTypes:
    """Tell types by extensions as Python does, and no machine's own files: the same everywhere."""
    return mimetypes.MimeTypes()


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
