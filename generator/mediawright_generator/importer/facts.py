"""Facts about a parameter: gathered one by one, each refused that does not fit or contradicts an earlier one."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from mediawright_generator.spec.base import Scalar
from mediawright_generator.spec.parameter import ParameterType, ScalarType

Facts = Mapping[str, Any]
"""Values by key of a parameter; `media.max_size` is a key within a key."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a sentence is not taken as a fact."""

    reason: str


@dataclass(frozen=True, slots=True)
class Condition:
    """A value that is allowed only when another parameter has one of some values."""

    value: Scalar
    parameter: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """The parameter that facts are about."""

    name: str
    type: ParameterType
    items: ScalarType | None = None
    keywords: tuple[Scalar, ...] = ()
    """The values that are documented beside the prose."""
    media: str | None = None
    """What sort of file the parameter is the address of."""

    @property
    def numeric(self) -> bool:
        """Whether its values are numbers."""
        return self.type in ("integer", "number")

    @property
    def value_type(self) -> ScalarType:
        """The type of a value, or of an item where the parameter is an array."""
        return (self.items or "string") if self.type == "array" else self.type


_BOUNDS = (
    ("minimum", "maximum"),
    ("min_length", "max_length"),
    ("min_items", "max_items"),
    *((f"media.min_{limit}", f"media.max_{limit}") for limit in ("megabytes", "size", "ratio", "fps", "seconds")),
)


def gather(known: Facts, new: Facts, subject: Subject) -> Facts | Refusal:
    """Add new facts to the known ones, all or none."""
    refusal = next(filter(None, (_misfit(key, value, subject) for key, value in new.items())), None)
    together = {**new, **known}
    return refusal or _contradiction(known, new) or _crossed(together) or _bad_default(together) or together


def _misfit(key: str, value: Any, subject: Subject) -> Refusal | None:
    """Tell why a parameter cannot have a fact."""
    if key.startswith("media."):
        return None if subject.media else Refusal("is about a file, and nothing says of what sort")
    if key.endswith("_length") and subject.type != "string":
        return Refusal(f"is about text, and the type is {subject.type}")
    if key.endswith("_items") and subject.type != "array":
        return Refusal(f"is about a list, and the type is {subject.type}")
    if key in ("minimum", "maximum") and not subject.numeric:
        return Refusal(f"is about a number, and the type is {subject.type}")
    return Refusal("is not a whole number") if isinstance(value, float) and subject.type != "number" else None


def _contradiction(known: Facts, new: Facts) -> Refusal | None:
    for key, value in new.items():
        if key in known and _comparable(key, known[key]) != _comparable(key, value):
            return Refusal(f"contradicts {key} {known[key]!r}")
    return None


def _comparable(key: str, value: Any) -> Any:
    """Make values that differ in order only equal."""
    return frozenset(value) if key in ("keywords", "media.formats") else value


def _crossed(facts: Facts) -> Refusal | None:
    for low, high in _BOUNDS:
        if low in facts and high in facts and not _at_most(facts[low], facts[high]):
            return Refusal(f"puts {low} {facts[low]!r} above {high} {facts[high]!r}")
    return None


def _at_most(low: Any, high: Any) -> bool:
    return all(small <= large for small, large in zip(_measures(low), _measures(high), strict=True))


def _measures(value: Any) -> tuple[Any, ...]:
    """Make numbers of a number, of both sides of a pixel size, or of a ratio."""
    if not isinstance(value, str):
        return (value,)
    if "x" in value:
        return tuple(map(int, value.split("x")))
    width, height = value.split(":")
    return (Fraction(width) / Fraction(height),)


def _bad_default(facts: Facts) -> Refusal | None:
    default = facts.get("default")
    if default is None:
        return None
    if "keywords" not in facts and isinstance(default, str) and " " in default:
        return Refusal("does not read as one value")
    if default not in facts.get("keywords", (default,)):
        return Refusal(f"puts default {default!r} outside keywords {facts['keywords']!r}")
    if default < facts.get("minimum", default) or default > facts.get("maximum", default):
        return Refusal(f"puts default {default!r} outside the range")
    return None
