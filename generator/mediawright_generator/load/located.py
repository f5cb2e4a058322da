"""What loading produces: spec models that know where everything in them stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from mediawright_generator.load.allow import Allow
from mediawright_generator.load.nodes import Path
from mediawright_generator.problems import Place
from mediawright_generator.spec import Changelog, Operation, Vendor
from mediawright_generator.spec.base import Spec

T_co = TypeVar("T_co", bound=Spec, covariant=True)


@dataclass(frozen=True, slots=True)
class Located(Generic[T_co]):
    """A spec model with the places of its values and keys, by their path of YAML keys and list indexes."""

    model: T_co
    file: str
    """Path of the file below the root of the checkout, with `/`."""
    places: Mapping[Path, Place]
    keys: Mapping[Path, Place] = field(default_factory=dict[Path, Place])
    incomplete: frozenset[Path] = frozenset()
    """Values out of which something faulty was left; their problems are reported already."""
    allows: tuple[Allow, ...] = ()
    """What the file allows of findings in it."""

    def place(self, *path: str | int) -> Place:
        """Find a value; what stands nowhere is where the value around it is."""
        return self.places[self._known(path)]

    def key_place(self, *path: str | int) -> Place:
        """Find the key of a value, or the value where it has none."""
        return self.keys.get(path) or self.place(*path)

    def complete(self, *path: str | int) -> bool:
        """Tell whether a value is all that the file says of it, so that what is missing is missing there, too."""
        known = self._known(path)
        if known != path:
            return known not in self.incomplete
        return not any(each[: len(path)] == path for each in self.incomplete)

    def _known(self, path: Path) -> Path:
        while path not in self.places:
            path = path[:-1]
        return path


@dataclass(frozen=True, slots=True)
class LoadedVendor:
    """One vendor with its operations, sorted by file."""

    vendor: Located[Vendor]
    operations: tuple[Located[Operation], ...]
    unread: tuple[str, ...] = ()
    """Files of operations that could not be read at all; their problems are reported already."""
    changelog: Located[Changelog] | None = None
    """What was said of changes; none where there is no such file, or it cannot be read."""
