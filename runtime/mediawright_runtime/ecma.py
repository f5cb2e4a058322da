"""Regular expressions as JSON Schema means them: those of ECMAScript, written as Python reads them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from re import Match, Pattern

_PARTS = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\$|\(\?<(?![=!])", re.DOTALL)


@lru_cache(maxsize=512)
def compiled(pattern: str) -> Pattern[str]:
    """Compile an expression: `$` is the very end, and digits and words are those of ASCII.

    Raises:
        re.error: Python has no such expression.
    """
    return re.compile(_PARTS.sub(_as_python, pattern), re.ASCII)


def _as_python(part: Match[str]) -> str:
    text = part[0]
    if text == "$":
        return r"\Z"
    if text == "(?<":
        return "(?P<"
    return f"[{_unnested(text[1:-1])}]" if text.startswith("[") else text


def _unnested(inside: str) -> str:
    """Write a bracket in a set so that no later Python takes it for a set within."""
    return re.sub(r"\\.|\[", lambda found: found[0] if len(found[0]) > 1 else r"\[", inside)
