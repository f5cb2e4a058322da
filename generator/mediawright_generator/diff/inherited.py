"""What an operation has of its own and from its vendor, in one list, each with where it stands."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from mediawright_generator.check.rule import Record
from mediawright_generator.diff.found import Spot
from mediawright_generator.load.nodes import Path
from mediawright_generator.spec import Operation, Vendor

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Item(Generic[T]):
    """One of a list; its own, or the vendor's."""

    value: T
    shared: bool
    path: Path

    def spot(self, record: Record) -> Spot:
        """Find it in the record of its own side."""
        return Spot(record.loaded.vendor if self.shared else record.located, self.path)


def items(record: Record, key: str, values: Callable[[Vendor | Operation], Iterable[T]]) -> list[Item[T]]:
    """List what the vendor says and what the record says, under the same key of both files."""
    shared = [Item(each, True, (key, index)) for index, each in enumerate(values(record.vendor))]
    return [*shared, *(Item(each, False, (key, index)) for index, each in enumerate(values(record.operation)))]


def gone_spot(record: Record, item: Item[Any]) -> Spot:
    """Find what would hold an item that is gone, in the newer files."""
    return Spot(record.loaded.vendor if item.shared else record.located, item.path[:1])
