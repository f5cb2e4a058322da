"""Which operation a request is for: methods and paths, with placeholders."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mediawright_mock.contract import Operation

_PLACEHOLDER = re.compile(r"\\\{([^{}]+)\\\}")


@dataclass(frozen=True, slots=True)
class Match:
    """An operation that a request may be for, and what stands in its path's placeholders."""

    operation: Operation
    values: Mapping[str, str]


class Routes:
    """The addresses of a vendor's operations; a path without placeholders goes before one with them."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        self._fixed: dict[tuple[str, str], list[Match]] = {}
        self._open: list[tuple[str, re.Pattern[str], tuple[str, ...], Operation]] = []
        for operation in sorted(operations, key=_is_alternative):
            self._add(operation)

    def matches(self, method: str, path: str) -> tuple[Match, ...]:
        """Find the operations at an address: several, where the vendor tells them apart by their parameters."""
        if fixed := self._fixed.get((method, path)):
            return tuple(fixed)
        found = ((pattern.fullmatch(path), names, each) for at, pattern, names, each in self._open if at == method)
        return tuple(_match(each, names, values.groups()) for values, names, each in found if values)

    def known(self, method: str) -> tuple[str, ...]:
        """List the endpoints that a method has."""
        fixed = [endpoint for at, endpoint in self._fixed if at == method]
        return tuple(sorted([*fixed, *(each.endpoint for at, _, _, each in self._open if at == method)]))

    def _add(self, operation: Operation) -> None:
        names = tuple(re.findall(r"\{([^{}]+)\}", operation.endpoint))
        if names:
            pattern = re.compile(_PLACEHOLDER.sub("([^/]+)", re.escape(operation.endpoint)))
            self._open.append((operation.method, pattern, names, operation))
        else:
            self._fixed.setdefault((operation.method, operation.endpoint), []).append(Match(operation, {}))


def _is_alternative(operation: Operation) -> bool:
    return "alternative_of" in operation.record


def _match(operation: Operation, names: tuple[str, ...], values: tuple[str, ...]) -> Match:
    return Match(operation, {name: unquote(value) for name, value in zip(names, values, strict=True)})
