"""The coverage for people and for programs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from mediawright_generator.coverage.measure import Covered

_NAMED = 3
"""As many facts are named for a reason."""
_WIDE = 80
"""Characters of a fact that are printed."""


def as_data(vendors: Mapping[str, Sequence[Covered]]) -> dict[str, Any]:
    """Say of every fact which cases exercise it, or why none does."""
    every = [each for covered in vendors.values() for each in covered]
    return {
        "format": 1,
        "total": _count(every),
        "vendors": {name: {"total": _count(each), "operations": _operations(each)} for name, each in vendors.items()},
    }


def _operations(covered: Sequence[Covered]) -> dict[str, Any]:
    return {name: {"total": _count(each), "facts": list(map(_fact, each))} for name, each in _by_operation(covered)}


def _fact(covered: Covered) -> dict[str, Any]:
    fact = covered.fact
    known = {"kind": fact.kind, "subject": fact.subject, "value": fact.value}
    return (
        {**known, "cases": list(covered.cases)} if covered.cases else {**known, "cases": [], "reason": covered.reason}
    )


def _count(covered: Sequence[Covered]) -> dict[str, int]:
    return {"facts": len(covered), "exercised": sum(bool(each.cases) for each in covered)}


def as_text(vendors: Mapping[str, Sequence[Covered]]) -> str:
    """Say per operation which facts are exercised, by kind, and which are not, by reason; then the totals."""
    lines = [line for name, covered in vendors.items() for line in _vendor(name, covered)]
    every = [each for covered in vendors.values() for each in covered]
    totals = [_total(name, covered) for name, covered in vendors.items()]
    return "\n".join([*lines, *totals, *([_total("all vendors", every)] if len(vendors) > 1 else [])]) + "\n"


def _vendor(name: str, covered: Sequence[Covered]) -> Iterator[str]:
    for operation, each in _by_operation(covered):
        yield _total(f"{name} {operation}", each)
        yield f"  exercised: {_kinds(each)}"
        yield from _reasons([one for one in each if not one.cases])
        yield ""


def _total(name: str, covered: Sequence[Covered]) -> str:
    count = _count(covered)
    share = 100 * count["exercised"] // count["facts"] if count["facts"] else 100
    return f"{name}: {count['exercised']} of {count['facts']} facts exercised ({share}%)"


def _kinds(covered: Iterable[Covered]) -> str:
    """Count the facts that are exercised, by their kind."""
    kinds = [each.fact.kind for each in covered if each.cases]
    return ", ".join(f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(kinds)) or "none"


def _reasons(covered: Sequence[Covered]) -> Iterator[str]:
    for why in dict.fromkeys(each.reason for each in covered):
        facts = [each.fact for each in covered if each.reason == why]
        more = f" and {len(facts) - _NAMED} more" if len(facts) > _NAMED else ""
        yield f"  not: {'; '.join(_short(str(fact)) for fact in facts[:_NAMED])}{more}"
        yield f"       {why}"


def _short(text: str) -> str:
    return text if len(text) <= _WIDE else f"{text[:_WIDE]}..."


def _by_operation(covered: Sequence[Covered]) -> Iterator[tuple[str, list[Covered]]]:
    for name, group in groupby(covered, key=lambda each: each.operation):
        yield name, list(group)
