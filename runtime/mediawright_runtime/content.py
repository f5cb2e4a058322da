"""What a fetched file is: by its first bytes, by what the server says, by how its address ends."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

HEAD = 512
"""Bytes that tell what a file is; a drawing may have a comment before its first element."""
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
    "image/heic": ".heic",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/svg+xml": ".svg",
    "image/webp": ".webp",
    "video/mp4": ".mp4",
    "video/quicktime": ".mov",
    "video/webm": ".webm",
    "video/x-matroska": ".mkv",
}
_SIGNATURES = tuple(
    (re.compile(pattern, re.DOTALL | re.IGNORECASE if pattern.endswith(b"<svg") else re.DOTALL), endings)
    for pattern, endings in (
        (rb"\x89PNG", (".png",)),
        (rb"\xff\xd8\xff", (".jpg", ".jpeg")),
        (rb"GIF8", (".gif",)),
        (rb"RIFF.{4}WEBP", (".webp",)),
        (rb"RIFF.{4}WAVE", (".wav",)),
        (rb"RIFF.{4}AVI ", (".avi",)),
        (rb".{4}ftypavi[fs]", (".avif",)),
        (rb".{4}ftyp(?:hei|hev|mif1|msf1)", (".heic", ".heif", ".avif")),
        (rb".{4}ftypqt", (".mov",)),
        (rb".{4}ftypM4A", (".m4a",)),
        (rb".{4}ftyp", (".mp4", ".m4v", ".m4a", ".mov")),
        (rb"\x1aE\xdf\xa3.{0,60}webm", (".webm",)),
        (rb"\x1aE\xdf\xa3", (".mkv", ".webm")),
        (rb"ID3", (".mp3", ".aac", ".flac")),
        (rb"\xff[\xfb\xf3\xf2]", (".mp3",)),
        (rb"\xff[\xf1\xf9]", (".aac",)),
        (rb"fLaC", (".flac",)),
        (rb"OggS", (".ogg", ".opus", ".ogv")),
        (rb"II\*\0|MM\0\*", (".tiff", ".tif")),
        (rb"%PDF-", (".pdf",)),
        (rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg", (".svg",)),
    )
)
_EXTENSION = re.compile(r"\.[a-z0-9]{1,5}")
_MEDIA = frozenset({"image", "video", "audio"})
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<(?:!doctype|html|head|body|\?xml|error)\b|[{\[])", re.IGNORECASE)
_TEXT = re.compile(r"text/.*|application/(?:.*\+)?(?:json|xml)|application/.*javascript")


def extension(url: str, content_type: str, head: bytes = b"") -> str:
    """Choose an extension by the file's first bytes, else by what it is said to be, else by how its address ends."""
    said, ending = _EXTENSIONS.get(_bare(content_type), ""), _ending(url)
    possible = _possible(head)
    if possible:
        return next((each for each in (said, ending) if each in possible), possible[0])
    return said or ending or ".bin"


def mistaken(kind: str, content_type: str, head: bytes) -> str | None:
    """Say why a file cannot be of its kind: it is a page or a message; None if it can, or if the kind says nothing."""
    if kind not in _MEDIA or _possible(head):
        return None
    said = _bare(content_type) or "something without a Content-Type"
    if _TEXT.fullmatch(said):
        return f"the answer is {said} where the output is of kind {kind!r}"
    if _PAGE.match(head):
        return f"the answer is {said} and starts as a page or message does, where the output is of kind {kind!r}"
    return None


def _possible(head: bytes) -> tuple[str, ...]:
    return next((endings for pattern, endings in _SIGNATURES if pattern.match(head)), ())


def _bare(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


def _ending(url: str) -> str:
    ending = PurePosixPath(urlsplit(url).path).suffix.lower()
    return ending if _EXTENSION.fullmatch(ending) else ""
