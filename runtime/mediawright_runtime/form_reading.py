"""Bodies that are forms, read: what contract tests and the mock see of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl, unquote

if TYPE_CHECKING:
    from collections.abc import Iterator

_BOUNDARY = re.compile(r'boundary="?([^";]+)"?', re.IGNORECASE)
_NAME = re.compile(r'[; ]name="([^"]*)"')
_FILE_NAME = re.compile(r'filename="([^"]*)"')
_TYPE = re.compile(r"^content-type: *([^;\r\n]+)", re.IGNORECASE | re.MULTILINE)


class Field(NamedTuple):
    """One field of a form."""

    name: str
    content: bytes
    file_name: str | None = None
    """None where it is no file."""
    media_type: str | None = None

    @property
    def text(self) -> str:
        """The content as text."""
        return self.content.decode(errors="replace")


def read_form(content_type: str, body: bytes) -> list[Field]:
    """Read a form in the order of its fields.

    Raises:
        ValueError: It is no form of this type.
    """
    if content_type.partition(";")[0].strip().lower() == "multipart/form-data":
        return list(_parts(content_type, body))
    return [Field(name, text.encode()) for name, text in parse_qsl(body.decode(), keep_blank_values=True)]


def _parts(content_type: str, body: bytes) -> Iterator[Field]:
    boundary = _BOUNDARY.search(content_type)
    if boundary is None:
        raise ValueError("the content type names no boundary")
    first, *parts = (b"\r\n" + body).split(f"\r\n--{boundary[1]}".encode())
    if first or not parts or not parts[-1].startswith(b"--"):
        raise ValueError("the form does not end")
    for part in parts[:-1]:
        head, found, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        yield _field(head.decode(errors="replace"), content if found else b"")


def _field(head: str, content: bytes) -> Field:
    name, file_name, kind = _NAME.search(head), _FILE_NAME.search(head), _TYPE.search(head)
    if name is None:
        raise ValueError("a part has no name")
    return Field(
        unquote(name[1]), content, unquote(file_name[1]) if file_name else None, kind[1].strip() if kind else None
    )
