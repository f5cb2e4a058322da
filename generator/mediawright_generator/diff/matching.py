"""What was becomes what is: by one key after the other, then by likeness, the best first."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

T = TypeVar("T")
Key = Callable[[T], Hashable | None]
Likeness = Callable[[T, T], float]
"""How alike two are that no key brings together: 0 for two that have nothing to do with each other."""

ALIKE = 0.6
"""From here on two names count as alike."""


@dataclass(frozen=True, slots=True)
class Matched(Generic[T]):
    """What belongs together, what is gone and what is new."""

    pairs: tuple[tuple[T, T], ...]
    gone: tuple[T, ...]
    new: tuple[T, ...]


def match(base: Sequence[T], head: Sequence[T], keys: Sequence[Key[T]], likeness: Likeness[T]) -> Matched[T]:
    """Bring together what has one key, or is alike; each at most once."""
    pairs: list[tuple[T, T]] = []
    gone, new = list(base), list(head)
    for key in keys:
        _take(pairs, list(_with_one_key(gone, new, key)), gone, new)
    for pair in _by_likeness(gone, new, likeness):
        if any(pair[0] is each for each in gone) and any(pair[1] is each for each in new):
            _take(pairs, [pair], gone, new)
    return Matched(tuple(pairs), tuple(gone), tuple(new))


def alike(one: str, other: str) -> float:
    """Measure how alike two names are, from 0 to 1; capitals and separators do not count."""
    return SequenceMatcher(None, _letters(one), _letters(other)).ratio()


def _letters(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "").replace(" ", "")


def _take(pairs: list[tuple[T, T]], found: list[tuple[T, T]], gone: list[T], new: list[T]) -> None:
    pairs += found
    gone[:] = [each for each in gone if not any(each is pair[0] for pair in found)]
    new[:] = [each for each in new if not any(each is pair[1] for pair in found)]


def _with_one_key(gone: Sequence[T], new: Sequence[T], key: Key[T]) -> Iterator[tuple[T, T]]:
    before, after = _by_key(gone, key), _by_key(new, key)
    for found, those in before.items():
        if found is not None and len(those) == len(after.get(found, ())) == 1:
            yield those[0], after[found][0]


def _by_key(those: Sequence[T], key: Key[T]) -> dict[Hashable | None, list[T]]:
    found: dict[Hashable | None, list[T]] = {}
    for each in those:
        found.setdefault(key(each), []).append(each)
    return found


def _by_likeness(gone: Sequence[T], new: Sequence[T], likeness: Likeness[T]) -> list[tuple[T, T]]:
    rated = ((likeness(one, other), one, other) for one in gone for other in new)
    return [(one, other) for rate, one, other in sorted(rated, key=lambda each: -each[0]) if rate > 0]
