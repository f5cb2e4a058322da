"""One spec file: its bytes become a located model and the problems of the file, whatever the bytes are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Generic, TypeVar

from mediawright_generator.load.build import Built, build
from mediawright_generator.load.document import read_document
from mediawright_generator.load.fields import approvals_by_field, record_by_field, vendor_by_field
from mediawright_generator.load.json_allow import Taken, take_allows
from mediawright_generator.load.located import Located
from mediawright_generator.load.nodes import Node
from mediawright_generator.problems import Place
from mediawright_generator.spec import Changelog, Operation, Vendor
from mediawright_generator.spec.base import Spec

T = TypeVar("T", bound=Spec)


@dataclass(frozen=True, slots=True)
class FileKind(Generic[T]):
    """One kind of spec file: its model, how its scalars are read, and what stands in for keys that it lacks."""

    model: type[T]
    by_field: Callable[[Node], Node]
    stand_in: Mapping[str, object]
    """Every required key; with it a file with problems can still be checked, and nothing is emitted from it."""


RECORD: Final = FileKind(
    Operation, record_by_field, {"name": "unknown", "category": "unknown", "method": "POST", "endpoint": "/unknown"}
)
VENDOR: Final = FileKind(
    Vendor,
    vendor_by_field,
    {
        "name": "unknown",
        "title": "unknown",
        "client": "Unknown",
        "servers": ({"url": "https://vendor.example"},),
    },
)
CHANGELOG: Final = FileKind(Changelog, approvals_by_field, {"changes": ()})


def parse(content: bytes, file: str, kind: FileKind[T]) -> Built[T]:
    """Read one file: nothing but its bytes and its name decide the value."""
    document = read_document(content, file)
    if document.root is None:
        return None, document.problems
    taken = take_allows(document.root, file) if file.endswith(".json") else Taken(document.root, document.allows)
    located, problems = build(kind.by_field(taken.root), kind.model, file, kind.stand_in)
    return located and replace(located, allows=taken.allows), (*document.problems, *taken.problems, *problems)


def stand_in(file: str, kind: FileKind[T]) -> Located[T]:
    """Make what stands for a file that cannot be read at all."""
    return Located(kind.model.model_validate(kind.stand_in), file, {(): Place(file)}, incomplete=frozenset({()}))
