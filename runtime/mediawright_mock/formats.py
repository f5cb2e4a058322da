"""Formats of output files: a small valid file of each, made another one by a mark that its readers pass over."""

from __future__ import annotations

import struct
import zlib
from functools import cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Name = Literal["png", "jpeg", "svg", "mp4", "wav", "mp3"]
_LARGEST_SEGMENT = 0xFFFF - 2
"""Bytes that fit into one comment of a JPEG."""


class Format(NamedTuple):
    """A format of files, and how a mark goes into one."""

    extension: str
    content_type: str
    marked: Callable[[bytes, bytes], bytes]
    """Puts bytes into a file where whoever shows or plays it does not look."""

    def content(self, mark: str, size: int = 0) -> bytes:
        """Make a file of its own for a mark; filled up to about `size` bytes where it is smaller."""
        plain = _sample(self.extension)
        text = mark.encode()
        return self.marked(plain, text.ljust(size - len(plain), b" "))


def _png(plain: bytes, mark: bytes) -> bytes:
    chunk = b"tEXt" + b"Comment\0" + mark
    end = plain.rindex(b"IEND") - 4
    return plain[:end] + struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) + plain[end:]


def _jpeg(plain: bytes, mark: bytes) -> bytes:
    parts = (mark[start : start + _LARGEST_SEGMENT] for start in range(0, len(mark), _LARGEST_SEGMENT))
    comments = (b"\xff\xfe" + struct.pack(">H", len(part) + 2) + part for part in parts)
    return plain[:2] + b"".join(comments) + plain[2:]


def _svg(plain: bytes, mark: bytes) -> bytes:
    return plain.replace(b"</svg>", b"<desc>" + escape(mark.decode()).encode() + b"</desc></svg>")


def _mp4(plain: bytes, mark: bytes) -> bytes:
    return plain + struct.pack(">I", len(mark) + 8) + b"free" + mark


def _wav(plain: bytes, mark: bytes) -> bytes:
    even = mark + b" " * (len(mark) % 2)
    whole = plain + b"JUNK" + struct.pack("<I", len(even)) + even
    return whole[:4] + struct.pack("<I", len(whole) - 8) + whole[8:]


def _mp3(plain: bytes, mark: bytes) -> bytes:
    text = b"\0" + mark
    frame = b"TIT2" + _in_sevens(len(text)) + b"\0\0" + text
    return b"ID3\x04\0\0" + _in_sevens(len(frame)) + frame + plain


def _in_sevens(length: int) -> bytes:
    """Write a length as ID3 does, seven bits a byte."""
    return bytes(length >> shift & 0x7F for shift in (21, 14, 7, 0))


@cache
def _sample(extension: str) -> bytes:
    return (files("mediawright_mock") / "media" / f"sample.{extension}").read_bytes()


FORMATS: Mapping[Name, Format] = {
    "png": Format("png", "image/png", _png),
    "jpeg": Format("jpg", "image/jpeg", _jpeg),
    "svg": Format("svg", "image/svg+xml", _svg),
    "mp4": Format("mp4", "video/mp4", _mp4),
    "wav": Format("wav", "audio/wav", _wav),
    "mp3": Format("mp3", "audio/mpeg", _mp3),
}
OF_KIND: Mapping[str, Name] = {"image": "png", "video": "mp4", "audio": "wav"}
"""The usual format of a kind of output."""
