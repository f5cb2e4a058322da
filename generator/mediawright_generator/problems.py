"""Problems in specs: values with a place, collected and printed, never raised."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final, Literal, cast

_LONGEST_SHOWN: Final = 80
_MOST_LISTED: Final = 30

Severity = Literal["error", "warning"]
"""Whether a problem stops the generator, or is only said by `check`."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a spec file; lines and columns count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """Write the place as editors read it: `file:line:column`."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong with a spec: where, which rule, what is, and what to do."""

    place: Place
    rule: str
    what: str
    remedy: str
    severity: Severity = "error"

    def __str__(self) -> str:
        """Write the problem as one line."""
        return f"{self.place}: {self.rule}: {self.what}; {self.remedy}"


def shown(value: object) -> str:
    """Show a value in a message, shortened where it is long."""
    text = repr(list(cast("tuple[object, ...]", value)) if isinstance(value, tuple) else value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 3]}..."


def closest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """Guess which known word was meant; nothing if none is close."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=cutoff)), "")


def listed(values: Iterable[object]) -> str:
    """Show several values in a message, and how many more there are."""
    texts = [shown(value) for value in values]
    more = f" and {len(texts) - _MOST_LISTED} more" if len(texts) > _MOST_LISTED else ""
    return ", ".join(texts[:_MOST_LISTED]) + more or "(there are none)"
