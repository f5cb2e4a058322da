"""Bodies that are forms: fields as text, lists as repeated fields, objects as JSON, files as parts."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

from mediawright_runtime.shapes import is_list, is_object
from mediawright_runtime.uploads import Part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

MULTIPART = "multipart/form-data"


class Form(NamedTuple):
    """A form as it goes out."""

    content_type: str
    content: bytes


def written(media_type: str, fields: Mapping[str, object], text: Callable[[object], str]) -> Form:
    """Write a form; `text` writes a value as it stands outside of JSON.

    Raises:
        TypeError: A value is none that JSON has.
        ValueError: The same.
    """
    pairs = [(name, item) for name, value in fields.items() for item in (value if is_list(value) else [value])]
    if media_type != MULTIPART:
        return Form(media_type, urlencode([(name, text(value)) for name, value in pairs]).encode())
    parts = [b"".join(_part(name, value, text)) for name, value in pairs]
    return _joined(parts)


def _joined(parts: list[bytes]) -> Form:
    """Put parts between boundaries that the parts themselves decide: the same form is the same to the byte."""
    digest = sha256()
    for part in parts:
        digest.update(b"%d:" % len(part) + part)
    boundary = f"mediawright-{digest.hexdigest()[:32]}"
    line = f"--{boundary}".encode()
    content = b"".join(line + b"\r\n" + part + b"\r\n" for part in parts) + line + b"--\r\n"
    return Form(f"{MULTIPART}; boundary={boundary}", content)


def _part(name: str, value: object, text: Callable[[object], str]) -> Iterator[bytes]:
    place = f'Content-Disposition: form-data; name="{_quoted(name)}"'
    if isinstance(value, Part):
        yield f'{place}; filename="{_quoted(value.name)}"\r\nContent-Type: {value.media_type}\r\n\r\n'.encode()
        yield value.content
        return
    kind = "\r\nContent-Type: application/json" if is_object(value) else ""
    yield f"{place}{kind}\r\n\r\n{text(value)}".encode()


def _quoted(name: str) -> str:
    """Write a name so that it stays within its quotes, as browsers do."""
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
