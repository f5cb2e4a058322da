"""Documented names of values: an integer may be given by a name that stands for it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediawright_runtime.words import closest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mediawright_runtime.declarations import Scalar


class Labels:
    """The names of one parameter's values; capitals and spaces around a name do not count."""

    __slots__ = ("_values", "names")

    def __init__(self, labels: Iterable[tuple[Scalar, str]]) -> None:
        self._values: dict[str, list[Scalar]] = {}
        self.names: dict[str, str] = {}
        """As they are documented, by how they are compared."""
        for value, name in labels:
            self.names.setdefault(_compared(name), name)
            values = self._values.setdefault(_compared(name), [])
            values += [value] if value not in values else []

    def value(self, given: object) -> object:
        """Find the value of a name; whatever is not the name of one value stays as it is."""
        found = self.values(given) if isinstance(given, str) else []
        return found[0] if len(found) == 1 else given

    def values(self, name: str) -> list[Scalar]:
        """List the values of a name."""
        return self._values.get(_compared(name), [])

    def closest(self, name: str) -> str | None:
        """Find the documented name that looks most like another."""
        near = closest(_compared(name), self.names)
        return self.names[near] if near else None


def _compared(name: str) -> str:
    return name.strip().casefold()
