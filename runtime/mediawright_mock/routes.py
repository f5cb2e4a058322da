"""Which operation a request is for: methods and paths, with placeholders."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mediawright_mock.contract import Operation

_PLACEHOLDER = re.compile(r"\\\{([^{}]+)\\\}")

Places: TypeAlias = tuple[int, ...]
"""The segments of a path that hold placeholders, by number."""


class Match(NamedTuple):
    """An operation that a request may be for, and what stands in its path's placeholders."""

    operation: Operation
    values: Mapping[str, str]


class Open(NamedTuple):
    """An operation whose path has placeholders."""

    number: int
    """Its place among all."""
    pattern: re.Pattern[str]
    names: tuple[str, ...]
    operation: Operation

    def match(self, path: str) -> Match | None:
        """Read the placeholders of a path; None where it is another's."""
        found = self.pattern.fullmatch(path)
        return (
            Match(self.operation, dict(zip(self.names, map(unquote, found.groups()), strict=True))) if found else None
        )


class Routes:
    """The addresses of a vendor's operations; a path without placeholders goes before one with them.

    Both kinds are looked up, not searched: the last of many costs as much as the first.
    """

    def __init__(self, operations: Iterable[Operation]) -> None:
        self._fixed: dict[tuple[str, str], tuple[Match, ...]] = {}
        self._open: dict[tuple[str, int], dict[Places, dict[tuple[str, ...], list[Open]]]] = {}
        for number, operation in enumerate(sorted(operations, key=_is_alternative)):
            self._add(operation, number)

    def matches(self, method: str, path: str) -> tuple[Match, ...]:
        """Find the operations at an address: several, where the vendor tells them apart by their parameters."""
        if fixed := self._fixed.get((method, path)):
            return fixed
        found = ((each.number, each.match(path)) for each in self._like(method, path.split("/")))
        return tuple(match for _, match in sorted(found, key=lambda each: each[0]) if match)

    def known(self, method: str) -> tuple[str, ...]:
        """List the endpoints that a method has."""
        shapes = (shapes for (at, _), shapes in self._open.items() if at == method)
        opens = (each for shape in shapes for group in shape.values() for found in group.values() for each in found)
        fixed = (endpoint for at, endpoint in self._fixed if at == method)
        return tuple(sorted([*fixed, *(each.operation.endpoint for each in opens)]))

    def _like(self, method: str, segments: list[str]) -> Iterator[Open]:
        for places, groups in self._open.get((method, len(segments)), {}).items():
            yield from groups.get(_beside(places, segments), ())

    def _add(self, operation: Operation, number: int) -> None:
        names = tuple(re.findall(r"\{([^{}]+)\}", operation.endpoint))
        at = (operation.method, operation.endpoint)
        if not names:
            self._fixed[at] = (*self._fixed.get(at, ()), Match(operation, {}))
            return
        segments = operation.endpoint.split("/")
        places = tuple(index for index, segment in enumerate(segments) if "{" in segment)
        pattern = re.compile(_PLACEHOLDER.sub("([^/]+)", re.escape(operation.endpoint)))
        groups = self._open.setdefault((operation.method, len(segments)), {}).setdefault(places, {})
        groups.setdefault(_beside(places, segments), []).append(Open(number, pattern, names, operation))


def _beside(places: Places, segments: list[str]) -> tuple[str, ...]:
    """Take the segments that are the same in every path to an operation."""
    return tuple(segment for index, segment in enumerate(segments) if index not in places)


def _is_alternative(operation: Operation) -> bool:
    return "alternative_of" in operation.record
