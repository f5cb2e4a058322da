"""What of a document has no place in specs: named with its kind and its place, never dropped in silence."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from mediawright_generator.importer.openapi.reference import Node
from mediawright_generator.problems import Place

_LONGEST_SHOWN: Final = 60


@dataclass(frozen=True, slots=True, order=True)
class Loss:
    """One thing that specs do not say."""

    place: Place
    kind: str
    what: str
    operation: str = ""
    """Method and path of the operation that it is about; empty where it is about no single one."""
    harmless: bool = False
    """Whether every call can still be made, and its answer read, as the document says."""

    def __str__(self) -> str:
        """Say it in one line."""
        subject = f"{self.operation}: " if self.operation else ""
        return f"{self.place}: {'left-aside' if self.harmless else 'lost'}: {self.kind}: {subject}{self.what}"


@dataclass(slots=True)
class Ledger:
    """Collects losses, all of one operation or of a shared schema."""

    losses: list[Loss] = field(default_factory=list[Loss])
    schemas: set[str] = field(default_factory=set[str])
    """The shared schemas to which it refers, whose losses are its own, too."""

    def lose(self, node: Node, kind: str, what: str) -> None:
        """Note something without which the document's calls are not all there."""
        self.losses.append(Loss(node.place, kind, what))

    def leave(self, node: Node, kind: str, what: str) -> None:
        """Note something that no call needs."""
        self.losses.append(Loss(node.place, kind, what, harmless=True))


def kinds(losses: Iterable[Loss]) -> Counter[str]:
    """Count losses by kind."""
    return Counter(each.kind for each in losses)


def shown(value: object) -> str:
    """Write a value of a document in a message, shortened."""
    text = repr(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 3]}..."
