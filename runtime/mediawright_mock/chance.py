"""Chance: ids and numbers that nobody can foresee, or, under a seed, the same ones each time."""

from __future__ import annotations

from random import Random
from uuid import UUID

_BITS = 128


class Chance:
    """Draws what a vendor would make up."""

    def __init__(self, seed: int | str | None = None) -> None:
        """Begin; the same seed gives the same draws in the same order."""
        self._seed = seed
        self._random = Random(seed)  # noqa: S311 (names and durations of a mock guard nothing)

    @property
    def seeded(self) -> bool:
        """Whether the draws can be foreseen."""
        return self._seed is not None

    def restart(self) -> None:
        """Begin anew: under a seed the same draws follow again."""
        self._random.seed(self._seed)

    def new_id(self) -> str:
        """Draw an id in the form of a UUID."""
        return str(UUID(int=self._random.getrandbits(_BITS), version=4))

    def below(self, bound: int) -> int:
        """Draw a whole number from 0 on."""
        return self._random.randrange(bound)

    def between(self, least: float, most: float) -> float:
        """Draw a number."""
        return self._random.uniform(least, most)
