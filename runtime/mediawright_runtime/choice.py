"""The choice of one word among known ones, and its refusal, which says what there is and what was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediawright_runtime.errors import InvalidRequestError
from mediawright_runtime.redaction import shown
from mediawright_runtime.words import closest, one_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from mediawright_runtime.reserved import Reserved


def choose(
    field: str, word: str, known: Collection[str], offered: Collection[str] = (), removed: Iterable[Reserved] = ()
) -> str:
    """Take a word that is known; a refusal lists what is `offered`, or everything known, and says if it was `removed`.

    Raises:
        InvalidRequestError: The word is not known.
    """
    if word in known:
        return word
    gone = next((each for each in removed if each.is_called(word)), None)
    near = closest(word, known)
    hint = f" (did you mean {near!r}?)" if near else ""
    why = str(gone) if gone else f"is not known{hint}"
    raise InvalidRequestError(field, word, one_of(offered or known), reason=f"{shown(word)} {why}")
