"""What the head of an answer says of a file's bytes: which of them come, how many there are, how they travel."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_RANGE = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18}|\*)", re.ASCII)
_LENGTH = re.compile(r"\d{1,18}", re.ASCII)
_BOUNDED = frozenset({"deflate", "gzip"})
"""Encodings that every transport undoes, to about a thousand times as many bytes at most."""


class Extent(NamedTuple):
    """Which bytes of a file a partial answer has."""

    first: int
    last: int
    total: int | None
    """How many the file has; None where the server does not say."""


def extent(headers: Mapping[str, str]) -> Extent | None:
    """Read which bytes come; None where that is not said, or makes no sense."""
    found = _RANGE.fullmatch(headers.get("content-range", ""))
    if found is None or int(found[2]) < int(found[1]):
        return None
    return Extent(int(found[1]), int(found[2]), None if found[3] == "*" else int(found[3]))


def length(headers: Mapping[str, str]) -> int | None:
    """Read how many bytes the body will have; unknown where it travels encoded."""
    found = _LENGTH.fullmatch(headers.get("content-length", ""))
    return int(found[0]) if found and encoding(headers) is None else None


def encoding(headers: Mapping[str, str]) -> str | None:
    """Say how the body travels; None where it does as it is."""
    name = headers.get("content-encoding", "").strip().lower()
    return None if name in {"", "identity"} else name


def unreadable(headers: Mapping[str, str]) -> str | None:
    """Say in which encoding the body travels that may not be undone, or without any bound; None where it is well."""
    name = encoding(headers)
    return None if name is None or name in _BOUNDED else name
