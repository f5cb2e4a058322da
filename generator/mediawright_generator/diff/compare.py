"""Two states of the specs become the changes between them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mediawright_generator.diff.change import Change
from mediawright_generator.diff.found import Fact, Found, Spot, canonical
from mediawright_generator.diff.matching import Matched, match
from mediawright_generator.diff.pair import changes_of_pair
from mediawright_generator.diff.reservations import advice
from mediawright_generator.diff.words import told
from mediawright_generator.load import LoadedVendor
from mediawright_generator.spec import Operation, Vendor

_HALF = 0.5


def compare(base: tuple[LoadedVendor, ...], head: tuple[LoadedVendor, ...]) -> tuple[Change, ...]:
    """List what changed in the contract from `base` to `head`, a change once; texts and their order do not count."""
    found = match(base, head, [lambda each: each.vendor.model.name], _likeness)
    changes = [change for each in (_there(found), _renamed(found), _within(found)) for change in each]
    return tuple(sorted(changes, key=lambda each: (each.vendor, each.python, each.pointer, each.rule, str(each.place))))


def _likeness(one: LoadedVendor, other: LoadedVendor) -> float:
    """Measure how much two vendors of different names are one: by their addresses, and what is called there."""
    before, after = ({(each.model.method, each.model.endpoint) for each in side.operations} for side in (one, other))
    servers = {each.url for each in one.vendor.model.servers} & {each.url for each in other.vendor.model.servers}
    rate = len(before & after) / (len(before | after) or 1)
    return rate + bool(servers) if rate >= _HALF else 0


def _there(found: Matched[LoadedVendor]) -> Iterator[Change]:
    for gone in found.gone:
        name = gone.vendor.model.name
        yield told(Fact((name,), name, None, Spot(gone.vendor)).found("vendor-removed"), name, None)
    for new in found.new:
        name = new.vendor.model.name
        yield told(Fact((name,), None, name, Spot(new.vendor)).found("vendor-added"), name, None)


def _renamed(found: Matched[LoadedVendor]) -> Iterator[Change]:
    for old, new in found.pairs:
        names = old.vendor.model.name, new.vendor.model.name
        if names[0] != names[1]:
            fact = Fact(("name",), *names, Spot(new.vendor, ("name",)))
            yield told(fact.found("vendor-renamed"), names[1], None)


def _within(found: Matched[LoadedVendor]) -> Iterator[Change]:
    for old, new in found.pairs:
        yield from _once(changes_of_pair(old, new), new.vendor.model)


def _once(found: Iterable[tuple[Found, Operation | None]], vendor: Vendor) -> Iterator[Change]:
    """Tell each difference once, however many operations have it from vendor.yaml."""
    seen: set[str] = set()
    for each, operation in found:
        change = told(each, vendor.name, operation)
        change = replace(change, todo=" ".join(filter(None, [change.todo, advice(each, vendor, operation)])))
        key = canonical([change.rule, change.operation, change.pointer, each.before, each.after])
        if key not in seen:
            seen.add(key)
            yield change
