"""What there is to say of a rule, whichever table it stands in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from mediawright_generator.check import ALLOWS, RULES
from mediawright_generator.load.mistakes import MISTAKES


class Kind(Protocol):
    """A kind of problem, as the tables have it."""

    @property
    def id(self) -> str:
        """Its name."""
        ...

    @property
    def severity(self) -> str:
        """How bad it is."""
        ...

    @property
    def purpose(self) -> str:
        """Why it is bad."""
        ...

    @property
    def fix(self) -> str:
        """What to do about it."""
        ...


@dataclass(frozen=True, slots=True)
class Lesson:
    """One rule in words."""

    id: str
    table: str
    """What the table says of all its rules."""
    severity: str
    purpose: str
    fix: str


TABLES: Final[tuple[tuple[str, Iterable[Kind]], ...]] = (
    ("Problems of reading a file, which cannot be allowed", MISTAKES),
    ("Rules on specs", RULES),
    ("Rules on what is allowed", ALLOWS),
)
"""All tables of rules, in the order of the index; a table of another kind is one line here."""


def lessons() -> Mapping[str, Lesson]:
    """Give all that there is to say, by id."""
    return {lesson.id: lesson for lesson in _all()}


def _all() -> Iterator[Lesson]:
    for table, kinds in TABLES:
        for kind in kinds:
            yield Lesson(kind.id, table, kind.severity, kind.purpose, kind.fix)
