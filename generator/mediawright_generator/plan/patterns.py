"""Texts for regular expressions that are one run of characters and sets, as those of ids are."""

import re
from typing import Final

_PIECE: Final = re.compile(r"(\[(?!\^)(?:\\.|[^\]\\])+\]|\\.|[^\\\[\](){}|?*+^$.])(?:\{(\d+)(?:,\d*)?\}|([+*?]))?")
_SETS: Final = {"d": "1", "w": "a", "s": " "}


def matching(pattern: str) -> str | None:
    """Make a text that an expression describes; None where it is more than a run of characters and sets."""
    rest = pattern.removeprefix("^").removesuffix("$")
    pieces = list(_PIECE.finditer(rest))
    if "".join(each[0] for each in pieces) != rest:
        return None
    return "".join(_first(each[1]) * _count(each) for each in pieces)


def _first(characters: str) -> str:
    """Take a character of a set, or the one that stands there."""
    inside = characters.removeprefix("[")
    return _SETS.get(inside[1], inside[1]) if inside.startswith("\\") else inside[0]


def _count(piece: re.Match[str]) -> int:
    return int(piece[2]) if piece[2] else int(piece[3] not in {"*", "?"})
