"""Who calls, operation by operation: the vendor's own way, and where one differs."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mediawright_generator.importer.openapi.losses import Ledger
from mediawright_generator.importer.openapi.reading import Reading
from mediawright_generator.importer.openapi.reference import Node
from mediawright_generator.importer.openapi.security import (
    Access,
    Means,
    Schemes,
    chosen,
    header_means,
    is_key_header,
    passed_over,
)
from mediawright_generator.importer.openapi.stated import Stated
from mediawright_runtime.shapes import is_list

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Callers:
    """How operations say who calls."""

    access: Access
    means: Mapping[Key, tuple[Means, ...] | None]
    """The ways of each operation; none where nobody needs to say it."""
    ledgers: Mapping[Key, Ledger]
    """What operations demand that no specs can say."""

    def differ(self, reading: Reading) -> bool:
        """Tell whether an operation needs no credentials, though others do."""
        means = self.means[reading.stated.key]
        return means is None or (means == () and any(self.means.values()) and not reading.keys)


def callers(roots: Sequence[Node], operations: Sequence[Stated]) -> Callers:
    """Find out how operations say who calls, and which way is the vendor's."""
    schemes = {root.document: Schemes(root) for root in roots}
    shared = {root.document: schemes[root.document].of(root.get("security"), Ledger()) for root in roots}
    ledgers = {each.key: Ledger() for each in operations}
    means = {
        each.key: _means(each, schemes[each.root.document], shared[each.root.document], ledgers[each.key])
        for each in operations
    }
    taken, others = chosen(each for each in means.values() if each)
    return Callers(
        Access(taken, passed_over(others)) if taken else _undeclared(roots, operations, schemes, means), means, ledgers
    )


def _means(each: Stated, schemes: Schemes, shared: tuple[Means, ...], ledger: Ledger) -> tuple[Means, ...] | None:
    own = each.node.get("security")
    if is_list(own.value):
        read = schemes.of(own, ledger)
        is_free = not own.value or any(requirement == {} for requirement in own.value)
        return read or (None if is_free else shared or ())
    return shared if is_list(each.root.get("security").value) else ()


def _undeclared(
    roots: Sequence[Node],
    operations: Sequence[Stated],
    schemes: Mapping[str, Schemes],
    means: Mapping[Key, tuple[Means, ...] | None],
) -> Access:
    """Take a header parameter that is a credential, or the one scheme that nothing demands, for the vendor's way."""
    headers = [node for each in operations for node in _key_headers(each)]
    if headers:
        counted = Counter(node.text("name").lower() for node in headers)
        usual = next(each for each in headers if each.text("name").lower() == counted.most_common(1)[0][0])
        note = f"inferred from the header parameter {usual.text('name')!r}, which no security scheme declares"
        return Access((header_means(usual.text("name"), _said(usual)),), (("credentials", note),))
    names = [(root, name) for root in roots for name, _ in root.get("components", "securitySchemes").items()]
    demanded = any(is_list(root.get("security").value) for root in roots) or None in means.values()
    if len(names) != 1 or demanded:
        return Access()
    root, name = names[0]
    read = schemes[root.document].named(name)
    note = f"inferred from the security scheme {name!r}, which no operation demands"
    return Access((read,), (("credentials", note),)) if read else Access()


def _key_headers(stated: Stated) -> Iterator[Node]:
    for node in (*stated.item.get("parameters").each(), *stated.node.get("parameters").each()):
        target = node.followed()
        if target.text("in").lower() == "header" and is_key_header(target.text("name")):
            yield target


def _said(node: Node) -> str:
    """Gather what a document says of a header: its words, its example and its default."""
    schema = node.get("schema").followed()
    parts = (node.value.get("description"), node.value.get("example"), schema.value)
    return " ".join(str(each) for each in parts if each)


def put_credentials(readings: Sequence[Reading], found: Callers, prefix: str) -> list[dict[str, Any]]:
    """Say of each operation how it differs from the vendor's way; give the credentials that only some need."""
    usual = {one.carriers for one in found.access.means}
    extra: dict[str, None] = {}
    for each in readings:
        means = found.means[each.stated.key]
        if found.differ(each):
            each.more["authenticated"] = False
        elif means and not {one.carriers for one in means} & usual:
            extra |= dict.fromkeys(_give_own_way(each, means[0]))
    known = {name for each in found.access.means for name in each.credentials}
    return [
        {"name": name, "environment": f"{prefix}_{name.upper()}", "required": False}
        for name in extra
        if name not in known
    ]


def _give_own_way(reading: Reading, means: Means) -> tuple[str, ...]:
    headers = [each for each in means.carriers if each.location == "header"]
    if len(headers) < len(means.carriers):
        what = "the operation alone takes its credential in the query"
        reading.ledger.lose(reading.stated.node.get("security"), "security", what)
    if headers:
        reading.more["api_header"] = [{"name": each.name, "value": each.value} for each in headers]
    return tuple(name for each in headers for name in each.credentials)
