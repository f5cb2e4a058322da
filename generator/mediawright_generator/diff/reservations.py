"""Names that were removed: told with their removal, and told above all when they come back."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Final

from mediawright_generator.diff.found import Fact, Found, Spot, canonical
from mediawright_generator.spec import Operation, Vendor
from mediawright_generator.spec.reserved import ReservedOperation, ReservedParameter

_NEW_PARAMETER: Final = frozenset({"param-added-optional", "param-added-required", "param-renamed"})
_NEW_VALUE: Final = frozenset({"enum-value-added", "enum-value-renamed", "enum-value-replaced"})
_NEW_OPERATION: Final = frozenset({"operation-added", "operation-renamed", "operation-moved"})
_GONE_VALUE: Final = frozenset({"enum-value-removed", "enum-value-replaced"})
_GONE: Final = _GONE_VALUE | {"param-removed", "operation-removed"}
_ADVICE: Final = "In the spec, put the name under `reserved`, so that it never comes back with another meaning."


def reused(found: Found, vendor: Vendor, before: Operation | None, after: Operation | None) -> Found:
    """Tell a name that comes back though it was reserved as just that; `before` and `vendor` are the old ones."""
    known = _comes_back(found, vendor, before, after)
    return replace(found, rule="reserved-name-reused") if known else found


def _comes_back(found: Found, vendor: Vendor, before: Operation | None, after: Operation | None) -> bool:
    if found.rule in _NEW_OPERATION and after:
        names = {after.python_path, after.name, after.model_code}
        return any(names & {each.operation, *each.names} for each in vendor.reserved)
    if before is None or found.rule not in _NEW_PARAMETER | _NEW_VALUE:
        return False
    value = canonical(found.after if found.rule in _NEW_VALUE else None)
    return any((each.parameter, canonical(each.value)) == (found.pointer[1], value) for each in before.reserved)


def advice(found: Found, vendor: Vendor, operation: Operation | None) -> str:
    """Say what is left to do in the spec about a name that is gone: it is to be reserved; here are the new files."""
    if found.rule not in _GONE:
        return ""
    if found.rule == "operation-removed":
        return "" if any(each.operation == found.before for each in vendor.reserved) else _ADVICE
    value = canonical(found.before if found.rule in _GONE_VALUE else None)
    reserved = operation.reserved if operation else ()
    known = any((each.parameter, canonical(each.value)) == (found.pointer[1], value) for each in reserved)
    return "" if known else _ADVICE


def parameters(base: Operation, head: Operation, spot: Spot) -> Iterator[Found]:
    """Compare the names that an operation reserves, but for those that were used till now, or are again."""
    used = {each.name for side in (base, head) for each in side.api_body}
    taken = {
        (each.name, canonical(value)) for side in (base, head) for each in side.api_body for value in each.keywords
    }
    old, new = ([each for each in side.reserved if _is_free(each, used, taken)] for side in (base, head))
    yield from _compare(old, new, spot)


def _is_free(each: ReservedParameter, used: AbstractSet[str], taken: AbstractSet[tuple[str, str]]) -> bool:
    if each.value is None:
        return each.parameter not in used
    return (each.parameter, canonical(each.value)) not in taken


def operations(base: Vendor, head: Vendor, used: frozenset[str], spot: Spot) -> Iterator[Found]:
    """Compare the operations that a vendor reserves, but for those that were used till now, or are again."""
    old, new = ([each for each in side.reserved if each.operation not in used] for side in (base, head))
    yield from _compare(old, new, spot)


Reserved = ReservedParameter | ReservedOperation


def _compare(before: Iterable[Reserved], after: Iterable[Reserved], spot: Spot) -> Iterator[Found]:
    old, new = ({each.subject: each for each in side} for side in (before, after))
    for name in (each for each in old if each not in new):
        yield Fact(("reserved", name), name, None, spot).found("reservation-removed")
    for name in (each for each in new if each not in old):
        yield Fact(("reserved", name), None, name, spot).found("reservation-added")
