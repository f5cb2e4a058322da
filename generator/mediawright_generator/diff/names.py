"""What was renamed, so that whatever mentions a name is compared under the new one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from mediawright_generator.diff.schemas import Shared
from mediawright_runtime.shapes import is_list

_PLACEHOLDER = re.compile(r"\{((?:base64:)?)(\w+(?::\w+)*)\}")

Words = Mapping[str, str]
"""The new name of each old one; what is not in it keeps its name."""


@dataclass(frozen=True, slots=True)
class Names:
    """The new names of what a vendor has."""

    operations: Words = field(default_factory=dict[str, str])
    categories: Words = field(default_factory=dict[str, str])
    credentials: Words = field(default_factory=dict[str, str])
    parameters: Mapping[str, Words] = field(default_factory=dict[str, Words])
    """By the old name of the operation."""
    values: Mapping[tuple[str, str], Mapping[str, Any]] = field(
        default_factory=dict[tuple[str, str], Mapping[str, Any]]
    )
    """New values of a parameter by how the old ones are written, by the old names of operation and parameter."""

    schemas: Shared = field(default_factory=Shared)
    """What references lead to, on both sides."""

    late: "Names | None" = None
    """What still mentions an old name that is gone means the new one; see `now`."""

    @property
    def now(self) -> "Names":
        """Read mentions in the newer files."""
        return self.late or Names()

    def with_late(self) -> "Names":
        """Know which old names are gone."""
        parameters = {self.operations.get(name, name): _gone(each) for name, each in self.parameters.items()}
        values = {
            (self.operations.get(name, name), self.parameter(name, parameter) or ""): _gone_values(each)
            for (name, parameter), each in self.values.items()
        }
        operations, credentials = _gone(self.operations), _gone(self.credentials)
        late = Names(operations=operations, credentials=credentials, parameters=parameters, values=values)
        return replace(self, late=late)

    def operation(self, name: str | None) -> str | None:
        """Say what an operation is called now."""
        return self.operations.get(name, name) if name is not None else None

    def category(self, name: str) -> str:
        """Say what a category is called now."""
        return self.categories.get(name, name)

    def credential(self, name: str | None) -> str | None:
        """Say what a credential is called now."""
        return self.credentials.get(name, name) if name is not None else None

    def parameter(self, operation: str, name: str | None) -> str | None:
        """Say what a parameter is called now, of an operation under its old name."""
        return self.parameters.get(operation, {}).get(name, name) if name is not None else None

    def template(self, text: str) -> str:
        """Write placeholders for credentials under their new names."""
        return _PLACEHOLDER.sub(lambda found: f"{{{found[1]}{self._filled(found[2])}}}", text)

    def value(self, operation: str, parameter: str, value: Any) -> Any:
        """Say what a value is now, or the items of one."""
        words = self.values.get((operation, parameter), {})
        if is_list(value):
            return [self.value(operation, parameter, each) for each in value]
        return words.get(repr(value), value)

    def _filled(self, inner: str) -> str:
        return ":".join(self.credentials.get(name, name) for name in inner.split(":"))


def _gone(words: Words) -> Words:
    return {old: new for old, new in words.items() if old not in words.values()}


def _gone_values(words: Mapping[str, Any]) -> Mapping[str, Any]:
    return {old: new for old, new in words.items() if old not in map(repr, words.values())}


def placeholders(template: str) -> frozenset[str]:
    """Name the credentials that a text stands for."""
    return frozenset(name for _, inner in _PLACEHOLDER.findall(template) for name in inner.split(":"))
