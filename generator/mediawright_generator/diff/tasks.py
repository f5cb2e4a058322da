"""Changes of how tasks start, are asked for, and end."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from mediawright_generator.diff.found import Fact, Found, Spot, changed, existence
from mediawright_generator.diff.matching import ALIKE, alike, match
from mediawright_generator.diff.names import Names
from mediawright_generator.diff.places import outputs, place
from mediawright_generator.spec.vendor import Kept, Lifecycle, Polling, Search

_TERMINAL: Final = frozenset({"succeeded", "failed", "cancelled", "expired"})
_PLACES: Final = {"status": "status-path-changed", "reason": "reason-path-changed", "progress": "progress-path-changed"}


def lifecycle(pointer: tuple[str, ...], base: Lifecycle, head: Lifecycle, spot: Spot, names: Names) -> Iterator[Found]:
    """Compare two lifecycles."""
    yield from _ids(pointer, base, head, spot, names)
    for key, rule in _PLACES.items():
        fact = Fact((*pointer, key), getattr(base, key), getattr(head, key), spot.below(key))
        yield from place(fact, rule)
    yield from outputs((*pointer, "outputs"), base.outputs, head.outputs, spot.below("outputs"))
    yield from _states(pointer, base, head, spot.below("states"))
    for key, rule in (("otherwise", "otherwise-changed"), ("tolerates", "tolerates-changed")):
        yield from changed(Fact((*pointer, key), getattr(base, key), getattr(head, key), spot.below(key)), rule)
    yield from _polling((*pointer, "polling"), base.polling, head.polling, spot.below("polling"))
    yield from _kept((*pointer, "kept"), base.kept, head.kept, spot.below("kept"))
    yield from _others(pointer, base, head, spot, names)


def words_renamed(base: Lifecycle, head: Lifecycle) -> Mapping[str, str]:
    """Say which words of a status were renamed."""
    pairs = match(list(base.states.items()), list(head.states.items()), [lambda each: each[0]], _word_likeness).pairs
    return {old: new for (old, _), (new, _) in pairs if old != new}


def _word_likeness(one: tuple[str, str], other: tuple[str, str]) -> float:
    rate = alike(one[0], other[0])
    return rate + 1 if one[1] == other[1] else rate if rate >= ALIKE else 0


def _ids(pointer: tuple[str, ...], base: Lifecycle, head: Lifecycle, spot: Spot, names: Names) -> Iterator[Found]:
    before, after = _by_parameter(base, names), _by_parameter(head, names.now)
    if before.keys() != after.keys():
        yield Fact((*pointer, "id"), base.id, head.id, spot.below("id")).found("task-id-path-changed")
        return
    for name in after:
        at = (*pointer, "id", name) if name else (*pointer, "id")
        path = ("id", name) if name else ("id",)
        yield from place(Fact(at, before[name], after[name], spot.below(*path)), "task-id-path-changed")


def _by_parameter(each: Lifecycle, names: Names) -> Mapping[str, str]:
    if not isinstance(each.id, dict):
        return {"": each.id}
    return {names.parameter(each.query.operation, name) or "": path for name, path in each.id.items()}


def _states(pointer: tuple[str, ...], base: Lifecycle, head: Lifecycle, spot: Spot) -> Iterator[Found]:
    renamed = words_renamed(base, head)
    before = {renamed.get(word, word): state for word, state in base.states.items()}
    for old, new in renamed.items():
        yield Fact((*pointer, "states", new), old, new, spot.below(new)).found("status-value-renamed")
    for word in before.keys() | head.states.keys():
        fact = Fact((*pointer, "states", word), before.get(word), head.states.get(word), spot.below(word))
        removed = "terminal-set-changed" if _ends_otherwise(fact.before, head.otherwise) else "status-value-removed"
        yield from existence(fact, "status-value-added", removed, _mapping(fact))


def _ends_otherwise(before: str | None, otherwise: str | None) -> bool:
    """Tell whether waiting no longer ends at a word that is gone."""
    return before in _TERMINAL and otherwise not in _TERMINAL


def _mapping(fact: Fact) -> str:
    crosses = (fact.before in _TERMINAL) is not (fact.after in _TERMINAL)
    return "terminal-set-changed" if crosses else "status-mapping-changed"


def _polling(pointer: tuple[str, ...], base: Polling, head: Polling, spot: Spot) -> Iterator[Found]:
    for key in ("interval", "initial_delay"):
        fact = Fact((*pointer, key), getattr(base, key), getattr(head, key), spot.below(key))
        yield from changed(fact, "poll-timing-changed")


def _kept(pointer: tuple[str, ...], base: Kept | None, head: Kept | None, spot: Spot) -> Iterator[Found]:
    days = Fact((*pointer, "days"), base and base.days, head and head.days, spot.below("days"))
    shorter = bool(base and head and head.days < base.days)
    yield from existence(
        days, "retention-added", "retention-removed", f"retention-{'shortened' if shorter else 'lengthened'}"
    )
    if base and head:
        since = Fact((*pointer, "since"), base.since, head.since, spot.below("since"))
        yield from changed(since, "retention-start-changed")


def _others(pointer: tuple[str, ...], base: Lifecycle, head: Lifecycle, spot: Spot, names: Names) -> Iterator[Found]:
    query = Fact((*pointer, "query"), _asked(base.query, names), _asked(head.query, names.now), spot.below("query"))
    yield from changed(query, "task-query-changed")
    cancel = Fact(
        (*pointer, "cancel"), _asked(base.cancel, names), _asked(head.cancel, names.now), spot.below("cancel")
    )
    yield from existence(cancel, "cancel-added", "cancel-removed", "cancel-changed")
    search = Fact(
        (*pointer, "search"), _sought(base.search, names), _sought(head.search, names.now), spot.below("search")
    )
    yield from existence(search, "search-added", "search-removed", "search-changed")


def _asked(query: Any, names: Names) -> Any:
    if query is None:
        return None
    return {
        "operation": names.operation(query.operation),
        "parameter": names.parameter(query.operation, query.parameter),
    }


def _sought(search: Search | None, names: Names) -> Search | None:
    if search is None:
        return None
    by = {names.parameter(search.operation, name) or "": each for name, each in search.by.items()}
    return search.model_copy(update={"operation": names.operation(search.operation), "by": by})
