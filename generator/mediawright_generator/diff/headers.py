"""Changes of what each call carries beside its parameters: headers and keys of the query."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mediawright_generator.check.rule import Record
from mediawright_generator.diff.found import Fact, Found, Spot
from mediawright_generator.diff.inherited import Item, gone_spot, items
from mediawright_generator.diff.matching import match
from mediawright_generator.diff.names import Names, placeholders
from mediawright_generator.spec.operation import Header
from mediawright_generator.spec.vendor import QueryKey

_BODILESS = frozenset({"GET", "HEAD", "OPTIONS"})


class Sent(NamedTuple):
    """One header, or one key of the query."""

    key: str
    """The name as it is compared: capitals of headers do not count."""
    name: str
    value: str
    item: Item[Header] | Item[QueryKey]

    @property
    def secret(self) -> bool:
        """Whether it carries a credential."""
        return bool(placeholders(self.value))


Sides = tuple[list[Sent], list[Sent]]
"""What was sent in one place, and what is."""


def sent(base: Record, head: Record, names: Names, loose: frozenset[str]) -> Iterator[Found]:
    """Compare the headers and the query of an operation; what only carries `loose` credentials is told with these."""
    before = {where: _known(listed(base, names), loose) for where, listed in _PLACES.items()}
    after = {where: _known(listed(head, names.now), loose) for where, listed in _PLACES.items()}
    for one, other in (("header", "query"), ("query", "header")):
        for old, new in _moved((before[one], after[one]), (before[other], after[other])):
            spot = new.item.spot(head)
            yield Fact((f"api_{other}", new.name), f"{one} {old.name}", f"{other} {new.name}", spot).found("auth-moved")
            before[one].remove(old)
            after[other].remove(new)
    for where in _PLACES:
        yield from _compare(where, before[where], after[where], head)


def _known(listed: Sequence[Sent], loose: frozenset[str]) -> list[Sent]:
    return [each for each in listed if not _is_loose(each, loose)]


def _moved(left: Sides, taken: Sides) -> list[tuple[Sent, Sent]]:
    """Find the credential that left one place and is in another."""
    gone = [each for each in left[0] if each.secret and each.key not in {other.key for other in left[1]}]
    new = [each for each in taken[1] if each.secret and each.key not in {other.key for other in taken[0]}]
    return [(one, other) for one in gone for other in new if placeholders(one.value) == placeholders(other.value)][:1]


def _is_loose(each: Sent, loose: frozenset[str]) -> bool:
    return each.secret and placeholders(each.value) <= loose


def content_type(record: Record) -> str | None:
    """Say what the body of an operation is; none where it has none."""
    operation = record.operation
    bodies = {each.location for each in operation.api_body} & {"body", "raw"}
    if operation.method in _BODILESS and not bodies:
        return None
    otherwise = "application/octet-stream" if "raw" in bodies else "application/json"
    return operation.content_type or _content_type_header(record) or otherwise


def content_type_spot(record: Record) -> Spot:
    """Find what says so."""
    if record.operation.content_type:
        return Spot(record.located, ("content_type",))
    said = [each for each in _listed_headers(record, Names()) if each.key == "content-type"]
    return said[-1].item.spot(record).below("value") if said else Spot(record.located, ("api_header",))


def _content_type_header(record: Record) -> str | None:
    said = [each.value for each in _listed_headers(record, Names()) if each.key == "content-type"]
    return said[-1] if said else None


def _headers(record: Record, names: Names) -> list[Sent]:
    """List headers of which later ones replace earlier ones alike; of a body, its type is told apart."""
    told_apart = "content-type" if content_type(record) else ""
    by_name = {each.key: each for each in _listed_headers(record, names) if each.key != told_apart}
    return list(by_name.values())


def _listed_headers(record: Record, names: Names) -> list[Sent]:
    found = items(record, "api_header", lambda each: each.api_header)
    return [Sent(each.value.name.lower(), each.value.name, names.template(each.value.value), each) for each in found]


def _query(record: Record, names: Names) -> list[Sent]:
    keys = enumerate(record.vendor.api_query)
    found = [Item(each, True, ("api_query", index)) for index, each in keys]
    return [Sent(each.value.name, each.value.name, names.template(each.value.value), each) for each in found]


_PLACES = {"header": _headers, "query": _query}


def _compare(where: str, before: Sequence[Sent], after: Sequence[Sent], head: Record) -> Iterator[Found]:
    found = match(before, after, [lambda each: each.key], _likeness)
    for old, new in found.pairs:
        yield from _pair(where, old, new, head)
    for gone in found.gone:
        fact = Fact((f"api_{where}", gone.name), gone.value, None, gone_spot(head, gone.item))
        yield fact.found(_rule(where, "removed", secret=gone.secret))
    for new in found.new:
        fact = Fact((f"api_{where}", new.name), None, new.value, new.item.spot(head))
        yield fact.found(_rule(where, "added", secret=new.secret))


def _likeness(one: Sent, other: Sent) -> float:
    return float(one.value == other.value)


def _pair(where: str, old: Sent, new: Sent, head: Record) -> Iterator[Found]:
    spot = new.item.spot(head)
    secret = old.secret or new.secret
    renamed = Fact((f"api_{where}", new.name, "name"), old.name, new.name, spot.below("name"))
    value = Fact((f"api_{where}", new.name, "value"), old.value, new.value, spot.below("value"))
    if old.key != new.key:
        yield renamed.found(_rule(where, "renamed", secret=secret))
    if value.differs:
        yield value.found(_rule(where, "changed", secret=secret))


def _rule(where: str, how: str, *, secret: bool) -> str:
    return f"auth-{where}-{how}" if secret else f"{where}-{how}"
