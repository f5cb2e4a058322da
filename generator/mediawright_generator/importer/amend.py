"""A record's text with changes of its facts: the lines concerned change, and no other."""

from collections.abc import Iterable

from mediawright_generator.importer.edit import sheet
from mediawright_generator.importer.labels import BODY, DEMOS, RULES, Labels, is_item, is_parameter_key
from mediawright_generator.importer.leaves import ABSENT, Listed, at, plain
from mediawright_generator.importer.merge import Change
from mediawright_generator.importer.tree import FactTree
from mediawright_generator.load.fault import known_keys
from mediawright_generator.load.nodes import Path
from mediawright_generator.spec import Operation
from mediawright_generator.spec.operation import Source


def amended(text: str, changes: Iterable[Change], ours: FactTree) -> str:
    """Make changes in the text of a record."""
    changes = tuple(changes)
    for change in changes:
        if not is_item(change.labels):
            text = _with_fact(text, change, ours)
    gone = [change.labels for change in changes if change.value is ABSENT and _is_item_of(ours, change.labels)]
    for path in sorted(map(ours.path, gone), key=_last_first, reverse=True):
        text = sheet(text).drop(path)
    orders = {labels: [each for each in order if (*labels, each) not in gone] for labels, order in ours.orders.items()}
    for change in changes:
        if is_item(change.labels) and change.value is not ABSENT:
            text = _with_item(text, change, ours.path(change.labels[:-1]), orders[change.labels[:-1]])
    for change in changes:
        if _is_rename(change, ours):
            text = _with_renamed_conditions(text, ours.names[change.labels[1]], str(change.value))
    return text


def _is_item_of(ours: FactTree, labels: Labels) -> bool:
    return is_item(labels) and labels[-1] in ours.orders[labels[:-1]]


def with_source(text: str, sources: tuple[Source, ...], former: Source | None, read: Source) -> str:
    """Say where the facts of a record were read: in place of where they were read before, if nobody has touched that.

    The first source is the one that error messages cite.
    """
    at = next((index for index, each in enumerate(sources) if _is_former(each, former)), None)
    stated = read.model_dump(exclude_unset=True)
    if not sources:
        return sheet(text).put(("sources",), [stated], known_keys(Operation, ()))
    if at is None:
        return sheet(text).add(("sources",), 0, stated)
    for key, value in stated.items():
        if value != getattr(sources[at], key):
            text = sheet(text).put(("sources", at, key), value, known_keys(Operation, ("sources", at)))
    return text


def _is_former(source: Source, former: Source | None) -> bool:
    if former is None or source.verified_live:
        return False
    return (source.document, source.lines) == (former.document, former.lines)


def _last_first(path: Path) -> tuple[int, ...]:
    """Order what is deeper behind what holds it, and later items behind earlier ones."""
    return (len(path), *(step for step in path if isinstance(step, int)))


def _with_fact(text: str, change: Change, ours: FactTree) -> str:
    path, page = _path(change.labels, ours), sheet(text)
    if len(path) > 1 and path[-2:] == ("items", "type") and page.is_scalar(path[:-1]):
        path = path[:-1]
    if change.value is ABSENT:
        return page.drop(path, leave_empty=change.labels[0] == DEMOS) if page.has(path) else text
    now = at(ours.tree, change.labels)
    if isinstance(change.value, Listed) and isinstance(now, Listed) and page.is_list(path):
        return _with_values(text, path, now, change.value)
    return page.put(path, plain(change.value), known_keys(Operation, path[:-1]))


def _path(labels: Labels, ours: FactTree) -> Path:
    path = ours.path(labels)
    is_wire_name = is_parameter_key(labels) and path[-1] == "name" and "wire_name" in ours.tree[BODY][labels[1]]
    return (*path[:-1], "wire_name") if is_wire_name else path


def _with_values(text: str, path: Path, now: Listed, wanted: Listed) -> str:
    """Add values to a list at their places, then take others out, so that it is never left empty in between."""
    values = list(now.values)
    for index, value in enumerate(wanted.values):
        if not now.has(value):
            before = [values.index(each) for each in wanted.values[:index] if each in values]
            at = before[-1] + 1 if before else 0
            text = sheet(text).add(path, at, value)
            values.insert(at, value)
    for index in reversed(range(len(values))):
        if not wanted.has(values[index]):
            text = sheet(text).drop((*path, index))
    return text


def _with_item(text: str, change: Change, path: Path, order: list[str]) -> str:
    page = sheet(text)
    at = next((order.index(label) + 1 for label in change.behind if label in order), len(order))
    order.insert(at, change.labels[-1])
    if page.has(path) and page.is_list(path):
        return page.add(path, at, change.value)
    return page.put(path, [change.value], known_keys(Operation, path[:-1]))


def _is_rename(change: Change, ours: FactTree) -> bool:
    is_name = is_parameter_key(change.labels) and change.labels[-1] == "name"
    return is_name and "wire_name" not in ours.tree[BODY][change.labels[1]]


def _with_renamed_conditions(text: str, before: str, now: str) -> str:
    """Let the rules of a record, whoever wrote them, follow a parameter to its new name."""
    if not sheet(text).has((RULES,)):
        return text
    for index in range(sheet(text).count((RULES,))):
        for part in ("when", "then"):
            if sheet(text).has((RULES, index, part, before)):
                text = sheet(text).rename((RULES, index, part, before), now)
    return text
