"""Names that were removed from a vendor's contract, and what callers are told who still use one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mediawright_runtime.declarations import Scalar


class Reserved(NamedTuple):
    """One operation, parameter or value that was removed."""

    name: str
    """`category.method` of an operation, or a parameter's keyword."""
    since: str
    """The day of the removal, in ISO 8601."""
    reason: str
    instead: str | None = None
    names: tuple[str, ...] = ()
    """The other names that it went by."""
    value: Scalar | None = None
    """The value of the parameter that was removed, where the parameter itself is still there."""

    def is_called(self, word: str) -> bool:
        """Whether a word is a name of what was removed, as it is or as a method spells it."""
        return word in {self.name, *self.names} or _slug(word) == self.name.rpartition(".")[2]

    def is_value(self, keyword: str, value: object) -> bool:
        """Whether a value of a parameter is the one that was removed."""
        return self.name == keyword and type(value) is type(self.value) and value == self.value

    def __str__(self) -> str:
        """Say since when it is gone, why, and what to use."""
        remedy = f"; use {self.instead} instead" if self.instead else ""
        return f"was removed on {self.since}: {self.reason.rstrip('.')}{remedy}"


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", re.sub(r"\s*\([^()]*\)\s*$", "", name).lower()).strip("_")
