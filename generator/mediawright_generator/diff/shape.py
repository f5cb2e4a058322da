"""What a parameter takes, with what is said of its items where it is a list: the same facts, wherever they are said."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from mediawright_generator.diff.found import Spot, canonical
from mediawright_generator.spec import Parameter

OF_ITEMS: Final = (
    "format",
    "keywords",
    "minimum",
    "maximum",
    "exclusive_minimum",
    "exclusive_maximum",
    "multiple_of",
    "min_length",
    "max_length",
    "pattern",
)
"""What may stand at the items or at the list, and means the same."""
_NAMES: Final = frozenset({"name", "wire_name", "python_name", "location", "describe", "items"})
_SILENT: Final = {key: each.get_default(call_default_factory=True) for key, each in Parameter.model_fields.items()}
"""What it means that nothing is said."""
PRICED: Final = frozenset({"duration", "resolution", "count", "audio", "width", "height"})
"""What parameters are about by whose values vendors charge."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The facts of a parameter but for its names."""

    type: str
    item_type: str | None
    item_null: bool
    facts: Mapping[str, Any]
    at_items: frozenset[str]
    """Facts that stand at the items."""

    @property
    def of_integers(self) -> bool:
        """Whether its values, or its items, are integers."""
        return (self.item_type or self.type) == "integer"

    @property
    def priced(self) -> bool:
        """Whether the price depends on it."""
        means = self.facts.get("means")
        return "price" in self.facts.get("affects", ()) or (means is not None and means.quantity in PRICED)

    def spot(self, parameter: Spot, key: str) -> Spot:
        """Find where a fact stands."""
        return parameter.below("items", key) if key in self.at_items else parameter.below(key)

    def __str__(self) -> str:
        """Write the shape in the one way that all equal shapes have."""
        facts = {**self.facts, "keywords": sorted(map(canonical, self.facts.get("keywords", ())))}
        return canonical([self.type, self.item_type, self.item_null, facts])


def shape(parameter: Parameter) -> Shape:
    """Read what a parameter takes."""
    own = {key: each for key, each in parameter if key not in _NAMES and each != _SILENT[key]}
    items = parameter.items
    of_items = {key: getattr(items, key) for key in OF_ITEMS if getattr(items, key, None) not in {None, ()}}
    facts = {**of_items, **own}
    del facts["type"]
    nullable = bool(items and items.nullable)
    return Shape(
        parameter.type, items.type if items else None, nullable, facts, frozenset(of_items.keys() - own.keys())
    )
