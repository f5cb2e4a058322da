"""Names of saved files: after a task or a call, safe on every system, never from a text that a server chose."""

from __future__ import annotations

import re
from zlib import crc32

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")
_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]", re.IGNORECASE)
"""What Windows takes for a device, with any extension."""
_LONGEST = 100


def stem(text: str, number: int, count: int) -> str:
    """Name one of several outputs, without extension: after a task's id or a call, with a number if it is not alone."""
    name = _safe(text)
    return name if count == 1 else f"{name}-{number:0{len(str(count))}}"


def _safe(text: str) -> str:
    """Leave a safe text as it is; what is changed or cut gets a mark, so that no two texts become one name."""
    name = _UNSAFE.sub("-", text).strip("-")[:_LONGEST]
    if name and name == text and not _RESERVED.fullmatch(name):
        return name
    return f"{name or 'task'}-{crc32(text.encode(errors='surrogatepass')):08x}"
