"""What there is to say of a rule, whichever table it stands in."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from mediawright_generator.check import ALLOWS, RULES, Rule
from mediawright_generator.diff.rule import ChangeRule
from mediawright_generator.diff.table import CHANGE_RULES
from mediawright_generator.load.mistakes import MISTAKES, Mistake

_PLACEHOLDER: Final = re.compile(r"\{(\w+?)(?:_word)?\}")


@dataclass(frozen=True, slots=True)
class Lesson:
    """One rule in words."""

    id: str
    table: str
    """What the table says of all its rules."""
    severity: str
    purpose: str
    fix: str


TABLES: Final[tuple[tuple[str, Iterable[Mistake | Rule | ChangeRule]], ...]] = (
    ("Problems of reading a file, which cannot be allowed", MISTAKES),
    ("Rules on specs", RULES),
    ("Rules on what is allowed", ALLOWS),
    ("Changes of the contract", tuple(CHANGE_RULES.values())),
)
"""All tables of rules, in the order of the index; a table of another kind is one line here."""


def lessons() -> Mapping[str, Lesson]:
    """Give all that there is to say, by id."""
    return {lesson.id: lesson for lesson in _all()}


def _all() -> Iterator[Lesson]:
    for table, kinds in TABLES:
        for kind in kinds:
            if isinstance(kind, ChangeRule):
                yield _of_change(table, kind)
            else:
                yield Lesson(kind.id, table, kind.severity, kind.purpose, kind.fix)


def _of_change(table: str, rule: ChangeRule) -> Lesson:
    severity = f"{rule.severity}: {', '.join(rule.effects)}" if rule.effects else rule.severity
    todo = _PLACEHOLDER.sub(r"*\1*", rule.todo) or "Nothing need be done."
    return Lesson(rule.id, table, severity, rule.purpose, todo)
