"""What a record documents of its answers: whether a place that something reads stands there at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from mediawright_generator.check.rule import Record
from mediawright_generator.check.successes import successes
from mediawright_generator.problems import closest
from mediawright_generator.spec.operation import ResponseField
from mediawright_runtime import paths

_ALIKE: Final = 0.75
"""How alike two paths are of which one is a typing error."""

Names = tuple[str, ...]
"""The keys on the way to a field."""


@dataclass(frozen=True, slots=True)
class Fields:
    """The documented fields of an operation's answer, and its documented answers."""

    by_names: Mapping[Names, ResponseField]
    bodies: tuple[Any, ...]

    @property
    def are_known(self) -> bool:
        """Whether fields are documented: an answer alone need not show them all."""
        return bool(self.by_names)

    def unknown(self, path: str, *, may_hold_more: bool = False) -> str | None:
        """Give the first alternative of a path that nothing documents; `may_hold_more` takes objects and lists too."""
        for text, place in zip(path.split("|"), paths.places(path), strict=True):
            is_shown = any(paths.first(body, text) is not None for body in self.bodies)
            if not is_shown and not self._has(_names(place), may_hold_more=may_hold_more):
                return text
        return None

    def meant(self, path: str) -> str:
        """Guess which field a path that nothing documents is meant to lead to; nothing if none is like it."""
        known = [each.name for each in self.by_names.values() if each.type != "object"]
        return closest(path, known, cutoff=_ALIKE)

    def _has(self, names: Names, *, may_hold_more: bool) -> bool:
        if names in self.by_names:
            return may_hold_more or self.by_names[names].type != "object"
        if any(each[: len(names)] == names for each in self.by_names):
            return may_hold_more
        return any(self._is_open(names[:length]) for length in range(1, len(names)))

    def _is_open(self, names: Names) -> bool:
        """Tell whether a field holds what nobody lists."""
        found = self.by_names.get(names)
        is_listed = any(each[: len(names)] == names and each != names for each in self.by_names)
        return found is not None and found.type in {"object", "array"} and not is_listed


def fields_of(record: Record) -> Fields:
    """Gather what a record documents of its answers; what all operations of a vendor answer is not its own."""
    by_names = {names_of(each): each for each in record.operation.api_response}
    return Fields(by_names, tuple(answer.body for _, answer in successes(record)))


def names_of(field: ResponseField) -> Names:
    """Give the keys on the way to a field."""
    return tuple(name.removesuffix("[]") for name in field.name.split("."))


def _names(place: paths.Place) -> Names:
    """Give the keys of a place up to the text that is read as JSON, inside which nothing is documented."""
    until = next((index for index, step in enumerate(place, 1) if step.opens), len(place))
    return tuple(step.name for step in place[:until])
