"""The values of a tree of facts: nothing, words, lists without order, and all that YAML and JSON know."""

from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from typing import Any, Final, TypeGuard

from mediawright_generator.spec.base import Scalar

_DIGEST: Final = "sha256:"
_LONGEST_WORDS: Final = 160


class Absent(Enum):
    """What stands where nothing is said, which is not the same as a null."""

    ABSENT = "nothing"


ABSENT: Final = Absent.ABSENT


@dataclass(frozen=True, slots=True)
class Words:
    """A text that is compared by its digest, so that a vendor's sentences need not be kept."""

    digest: str
    text: str | None = None
    """None where only the digest is known."""

    def __eq__(self, other: object) -> bool:
        """Compare by digest alone."""
        return isinstance(other, Words) and other.digest == self.digest

    def __hash__(self) -> int:
        """Agree with equality."""
        return hash(self.digest)


@dataclass(frozen=True, slots=True)
class Listed:
    """Values whose order says nothing."""

    values: tuple[Scalar, ...]

    def __eq__(self, other: object) -> bool:
        """Compare without order."""
        return isinstance(other, Listed) and set(map(_typed, self.values)) == set(map(_typed, other.values))

    def __hash__(self) -> int:
        """Agree with equality."""
        return hash(frozenset(map(_typed, self.values)))

    def has(self, value: Scalar) -> bool:
        """Tell whether a value is listed."""
        return _typed(value) in map(_typed, self.values)

    def without(self, others: "Listed") -> tuple[Scalar, ...]:
        """Give the values that others do not have."""
        return tuple(value for value in self.values if not others.has(value))


def is_tree(value: object) -> TypeGuard[dict[str, Any]]:
    """Tell whether there is something below a value."""
    return isinstance(value, dict)


def is_row(value: object) -> TypeGuard[tuple[Any, ...]]:
    """Tell whether a value is a list whose order counts."""
    return isinstance(value, tuple)


def words(text: str) -> Words:
    """Make words of a text, or of a digest that was kept."""
    if is_digest(text):
        return Words(text)
    return Words(_DIGEST + sha256(text.encode()).hexdigest()[:16], text)


def is_digest(text: str) -> bool:
    """Tell whether a text is what was kept of words."""
    return text.startswith(_DIGEST)


def same(one: Any, other: Any) -> bool:
    """Compare as JSON does: `true` is not 1, though 1.0 is."""
    if is_tree(one) and is_tree(other):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if is_row(one) and is_row(other):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(_typed(one) == _typed(other))


def at(tree: Any, labels: tuple[str, ...]) -> Any:
    """Find what a tree has under some labels."""
    for label in labels:
        tree = tree.get(label, ABSENT) if is_tree(tree) else ABSENT
    return tree


def said(value: Any) -> str:
    """Show a value in a message."""
    if isinstance(value, Words):
        text = repr(value.text) if value.text is not None else "in other words"
        return text if len(text) <= _LONGEST_WORDS else f"{text[: _LONGEST_WORDS - 3]}..."
    if isinstance(value, Listed):
        return repr(list(value.values))
    if is_tree(value):
        return "{" + ", ".join(f"{key}: {said(each)}" for key, each in value.items()) + "}"
    if is_row(value):
        return "[" + ", ".join(map(said, value)) + "]"
    return ABSENT.value if value is ABSENT else repr(value)


def plain(value: Any) -> Any:
    """Give a value as YAML and JSON have it; of words nobody kept, the digest."""
    if isinstance(value, Words):
        return value.digest if value.text is None else value.text
    if isinstance(value, Listed):
        return list(value.values)
    if is_tree(value):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if is_row(value) else value


def _typed(value: Any) -> Any:
    return (isinstance(value, bool), value)
