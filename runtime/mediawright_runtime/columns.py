"""Plain text in aligned columns."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_GAP = "  "


def aligned(rows: Sequence[Sequence[str]], indent: str = "") -> Iterator[str]:
    """Write rows as lines in which each column starts at one place; line breaks in a cell become spaces."""
    flat = [[" ".join(cell.split()) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip_longest(*flat, fillvalue="")]
    yield from ((indent + _line(row, widths)).rstrip() for row in flat)


def _line(row: Iterable[str], widths: Iterable[int]) -> str:
    return _GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=False))
