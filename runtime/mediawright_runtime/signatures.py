"""What a file is, by its first bytes; neither its name nor its content type is believed.

No library is asked: the maintained ones take HEIC for MP4, or want the file whole.
"""

from __future__ import annotations

from typing import NamedTuple

ENOUGH = 4096
"""Bytes that tell a format."""


class Format(NamedTuple):
    """A format of files, by the extension that it is best known by."""

    name: str
    kinds: tuple[str, ...]
    """What it may hold: image, video, audio, document; or page, which is what a browser shows in place of a file."""


_START: tuple[tuple[bytes, Format], ...] = (
    (b"\x89PNG\r\n\x1a\n", Format("png", ("image",))),
    (b"\xff\xd8\xff", Format("jpg", ("image",))),
    (b"GIF87a", Format("gif", ("image", "video"))),
    (b"GIF89a", Format("gif", ("image", "video"))),
    (b"BM", Format("bmp", ("image",))),
    (b"II*\x00", Format("tiff", ("image",))),
    (b"MM\x00*", Format("tiff", ("image",))),
    (b"\x00\x00\x01\xba", Format("mpg", ("video",))),
    (b"\x00\x00\x01\xb3", Format("mpg", ("video",))),
    (b"FLV\x01", Format("flv", ("video",))),
    (b"ID3", Format("mp3", ("audio",))),
    (b"\xff\xf1", Format("aac", ("audio",))),
    (b"\xff\xf9", Format("aac", ("audio",))),
    (b"\xff\xfb", Format("mp3", ("audio",))),
    (b"\xff\xfa", Format("mp3", ("audio",))),
    (b"\xff\xf3", Format("mp3", ("audio",))),
    (b"\xff\xf2", Format("mp3", ("audio",))),
    (b"fLaC", Format("flac", ("audio",))),
    (b"OggS", Format("ogg", ("video", "audio"))),
    (b"%PDF-", Format("pdf", ("document",))),
)
_RIFF = {
    b"WEBP": Format("webp", ("image",)),
    b"WAVE": Format("wav", ("audio",)),
    b"AVI ": Format("avi", ("video",)),
}
_BRANDS = (
    (frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"}), Format("heic", ("image",))),
    (frozenset({b"avif", b"avis"}), Format("avif", ("image",))),
    (frozenset({b"qt  "}), Format("mov", ("video", "audio"))),
    (frozenset({b"M4A ", b"M4B "}), Format("mp4", ("audio",))),
)
_PICTURES = frozenset({b"mif1", b"msf1"})
_OLD_MOVIE = frozenset({b"moov", b"mdat", b"wide", b"pnot"})
_MP4 = Format("mp4", ("video", "audio"))
_ALIASES = {
    "jpeg": "jpg",
    "jfif": "jpg",
    "tif": "tiff",
    "heif": "heic",
    "m4v": "mp4",
    "m4a": "mp4",
    "mpeg": "mpg",
    "oga": "ogg",
}
KNOWN = frozenset(
    {each.name for _, each in (*_START, *_BRANDS)}
    | {each.name for each in _RIFF.values()}
    | {"mp4", "mkv", "webm", "svg", "html"}
)
"""The names of all formats that are told apart here."""


def named(extension: str) -> str:
    """Bring the name of a format into the one that is used here: `jpeg` and `jpg` are one."""
    return _ALIASES.get(extension, extension)


def recognised(head: bytes) -> Format | None:
    """Tell the format of a file by how it starts; None where it is not known."""
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12])
    if head[4:8] == b"ftyp":
        return _branded(head)
    if head[4:8] in _OLD_MOVIE:
        return Format("mov", ("video", "audio"))
    if head[:4] == b"\x1aE\xdf\xa3":
        return Format("webm" if b"webm" in head[:64] else "mkv", ("video", "audio"))
    return next((each for start, each in _START if head.startswith(start)), None) or _written(head)


def _branded(head: bytes) -> Format | None:
    """Tell the formats apart that share the container of MP4: by the major brand, then by the others."""
    end = min(int.from_bytes(head[:4], "big"), len(head))
    major, *others = (head[at : at + 4] for at in (8, *range(16, end - 3, 4)))
    for brands, found in _BRANDS:
        if major in brands or (major in _PICTURES and brands & {*others}):
            return found
    return None if major in _PICTURES else _MP4


def _written(head: bytes) -> Format | None:
    """Tell formats that are text: a page that stands where a file was expected is one."""
    text = head[:ENOUGH].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if text.startswith((b"<!doctype html", b"<html")):
        return Format("html", ("page",))
    return Format("svg", ("image",)) if text.startswith((b"<svg", b"<?xml")) and b"<svg" in text else None
