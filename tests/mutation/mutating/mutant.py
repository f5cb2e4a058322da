"""What one mutant is, and what became of it: values that all three kinds of mutants share."""

from collections.abc import Callable
from typing import NamedTuple


class Place(NamedTuple):
    """Where a mutant differs from the original: a file below the root, a line, and the names around it."""

    file: str
    line: int
    within: str

    def __str__(self):
        return f"{self.file}:{self.line} ({self.within})" if self.within else f"{self.file}:{self.line}"


class Mutant(NamedTuple):
    """One change; `make` gives what the changed file is to whoever judges it, and may be called once in a process."""

    place: Place
    kind: str
    before: str
    after: str
    make: Callable[[], object]

    def __str__(self):
        return f"{self.place}: {self.kind}: {self.before} -> {self.after}"

    @property
    def key(self):
        """Tell a mutant from others of its file, wherever its line has moved."""
        return (self.place.file, self.place.within, self.before, self.after)


STILLBORN = "it cannot be loaded at all"
"""Of a mutant that breaks by itself: whether tests are good it does not tell, so it counts neither way."""


class Verdict(NamedTuple):
    """What noticed a mutant; nothing, for a survivor."""

    mutant: Mutant
    noticed_by: str | None

    @property
    def killed(self):
        return self.noticed_by is not None

    @property
    def stillborn(self):
        return self.noticed_by == STILLBORN
