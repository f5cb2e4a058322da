"""What a fetched file is: by its first bytes, by what the server says, by how its address ends."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from mediawright_runtime.signatures import recognised

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
_ALSO = {
    "jpg": (".jpeg",),
    "heic": (".heif",),
    "mkv": (".webm",),
    "mp3": (".aac", ".flac"),
    "mp4": (".m4v", ".m4a", ".mov"),
    "ogg": (".opus", ".ogv"),
    "tiff": (".tif",),
}
"""Other extensions of files that start alike."""
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
    found = recognised(head)
    if found is None or found.kinds == ("page",):
        return ()
    if found == ("mp4", ("audio",)):
        return (".m4a",)
    return (f".{found.name}", *_ALSO.get(found.name, ()))


def _bare(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


def _ending(url: str) -> str:
    ending = PurePosixPath(urlsplit(url).path).suffix.lower()
    return ending if _EXTENSION.fullmatch(ending) else ""
