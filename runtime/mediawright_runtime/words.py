"""Words for people: what is to be chosen from, and what somebody may have meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def closest(word: str, words: Iterable[str]) -> str | None:
    """Find the word that looks most like another."""
    from difflib import get_close_matches  # noqa: PLC0415 (weight: needed only when a call is refused)

    return next(iter(get_close_matches(word, list(words), n=1)), None)


def one_of(words: Iterable[str]) -> str:
    """List what is to be chosen from."""
    return f"one of {', '.join(words)}"
