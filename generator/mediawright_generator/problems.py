"""Problems in specs: values with a place, collected and printed, never raised."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_LONGEST_SHOWN: Final = 80


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

    def __str__(self) -> str:
        """Write the problem as one line."""
        return f"{self.place}: {self.rule}: {self.what}; {self.remedy}"


def shown(value: object) -> str:
    """Show a value in a message, shortened where it is long."""
    text = repr(list(value) if isinstance(value, tuple) else value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 3]}..."


def listed(values: Iterable[object]) -> str:
    """Show several values in a message."""
    return ", ".join(shown(value) for value in values) or "(there are none)"
