"""The literals of what was removed, and what the errors for it say."""

from collections.abc import Mapping

from mediawright_generator.plan.docstrings import one_line
from mediawright_generator.plan.spelling import Spelled, spell
from mediawright_generator.spec.reserved import ReservedOperation, ReservedParameter


def removed_operation(entry: ReservedOperation) -> Spelled:
    """Spell an operation that was removed."""
    return _removed(entry, name=entry.operation, names=entry.names)


def removed_parameter(entry: ReservedParameter, keywords: Mapping[str, str]) -> Spelled:
    """Spell a parameter, or a value, that was removed; `keywords` are those of the parameters that are there."""
    keyword = keywords.get(entry.parameter, entry.python_keyword)
    names = () if keyword == entry.parameter else (entry.parameter,)
    value = None if entry.value is None else Spelled(repr(entry.value))  # stands also where it is empty
    return _removed(entry, name=keyword, names=names, value=value)


def _removed(entry: ReservedOperation | ReservedParameter, **named: object) -> Spelled:
    instead = one_line(entry.instead or "")
    return Spelled(spell("Reserved", **named, since=entry.since, reason=one_line(entry.reason), instead=instead))
