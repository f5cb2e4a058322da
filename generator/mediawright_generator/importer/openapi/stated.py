"""The operations of documents where they stand, each with its place below the vendor's address."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import parse_qsl

from mediawright_generator.importer.openapi.losses import Loss
from mediawright_generator.importer.openapi.misshapen import in_operation, in_place_of_operation, in_place_of_path
from mediawright_generator.importer.openapi.reference import Node
from mediawright_generator.importer.openapi.servers import addresses, root_and_prefixes, unusable
from mediawright_generator.importer.openapi.template import endpoint
from mediawright_runtime.shapes import is_object

_METHODS: Final = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
_HOST: Final = re.compile(r"[a-z]+://[^/]+", re.IGNORECASE)
_OTHERS: Final = ("TRACE", "QUERY", "CONNECT")


@dataclass(frozen=True, slots=True)
class Stated:
    """One operation where it stands in its document."""

    root: Node
    item: Node
    node: Node
    method: str
    path: str
    endpoint: str
    servers: tuple[str, ...] = ()
    """Where it is served, if not where the vendor's others are."""
    twin: "Stated | None" = None
    """The operation of the same method and path whose query says something else."""

    @property
    def title(self) -> str:
        """How messages call it."""
        return f"{self.method} {self.path}"

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from any other operation."""
        return self.root.document, self.title

    @property
    def constants(self) -> tuple[tuple[str, str], ...]:
        """What stands in the query of the path itself."""
        return tuple(parse_qsl(self.path.partition("?")[2].partition("#")[0], keep_blank_values=True))


@dataclass(frozen=True, slots=True)
class Served:
    """Where operations are served: the addresses of the vendor, and each operation below the first, or its own."""

    servers: tuple[str, ...]
    operations: tuple[Stated, ...]
    losses: tuple[Loss, ...] = ()
    is_known: bool = True
    """Whether any document names an address."""


def operations_of(root: Node) -> tuple[list[Stated], list[Loss]]:
    """Find the operations of a document, and what in their place is none."""
    found: list[Stated] = []
    losses: list[Loss] = []
    for path, node in root.get("paths").items():
        item = node.followed()
        if node.reference is not None and item.value is None:
            what = f"$ref {node.reference!r} of path {path!r} leads nowhere"
            losses.append(Loss(node.place, "broken-reference", what))
        elif not is_object(item.value) and path.startswith("/"):
            losses.append(in_place_of_path(node, path))
        operations, lost = _of_item(root, path, item)
        found += operations
        losses += lost
    return found, losses


def _of_item(root: Node, path: str, item: Node) -> tuple[list[Stated], list[Loss]]:
    """Find the operations of one path."""
    found: list[Stated] = []
    losses: list[Loss] = []
    for key, operation in item.items():
        target, title = operation.followed(), f"{key.upper()} {path}"
        if key.upper() in _OTHERS:
            losses.append(Loss(operation.place, "method", f"no client calls {key.upper()}", title))
        elif key.upper() in _METHODS and not is_object(target.value):
            losses.append(in_place_of_operation(operation, title))
        elif key.upper() in _METHODS:
            found.append(Stated(root, item, target, key.upper(), path, path))
            losses += in_operation(target, item, title)
            if host := _HOST.match(path):
                losses.append(Loss(operation.place, "server-of-its-own", f"is served at {host[0]}", title))
    return found, losses


def served(roots: Sequence[Node], operations: Sequence[Stated], name: str, origin: str | None) -> Served:
    """Find the vendor's address, and put what comes behind it into endpoints.

    Args:
        roots: the documents.
        operations: all their operations.
        name: the vendor's name, which makes an address where nothing else does.
        origin: the server of relative addresses, and of documents without any.
    """
    own = [(each, _addresses(each, origin)) for each in operations]
    nodes = {node.identity: node for each in operations for node in _levels(each)}
    strange = tuple(loss for node in nodes.values() for loss in unusable(node, origin))
    used = Counter(urls[0] for _, urls in own if urls)
    if not used:
        url = origin.rstrip("/") if origin else f"https://{name.replace('_', '-')}.example"
        return Served((url,), _unlike(_placed(each, (url,), {url: ""}) for each in operations), strange, bool(origin))
    main = used.most_common(1)[0][0]
    base, prefixes = root_and_prefixes([main, *(url for url in used if url != main)])
    placed = [_placed(each, urls or (main,), prefixes) for each, urls in own]
    shared = dict.fromkeys(url for root in roots for url in addresses(root.get("servers"), origin))
    others = [
        url.removesuffix(prefixes[main]) for url in shared if url not in prefixes and url.endswith(prefixes[main])
    ]
    servers = dict.fromkeys((base, *(url for url in others if not f"{url}/".startswith(f"{base}/"))))
    return Served(tuple(servers), _unlike(placed), strange)


def _placed(stated: Stated, urls: tuple[str, ...], prefixes: Mapping[str, str]) -> Stated:
    """Put an operation below the vendor's address, or below its own."""
    servers = () if urls[0] in prefixes else urls
    return replace(stated, endpoint=endpoint(stated.path, prefixes.get(urls[0], "")), servers=servers)


def _addresses(stated: Stated, origin: str | None) -> tuple[str, ...]:
    return next((urls for level in _levels(stated) if (urls := addresses(level, origin))), ())


def _levels(stated: Stated) -> Iterator[Node]:
    return (each.get("servers") for each in (stated.node, stated.item, stated.root))


def _unlike(operations: Iterable[Stated]) -> tuple[Stated, ...]:
    """Tell which operations are other forms of an earlier one, by what stands in their query."""
    return tuple(_told_apart(operations))


def _told_apart(operations: Iterable[Stated]) -> Iterator[Stated]:
    known: dict[tuple[str, str], Stated] = {}
    for each in operations:
        first = known.setdefault((each.method, each.endpoint), each)
        yield each if first is each else replace(each, twin=first)


def without_repeated(operations: Iterable[Stated]) -> tuple[tuple[Stated, ...], tuple[Loss, ...]]:
    """Leave out what has method, address and query of an earlier operation."""
    kept: list[Stated] = []
    losses: list[Loss] = []
    seen: dict[tuple[str, str, tuple[tuple[str, str], ...]], Stated] = {}
    for each in operations:
        first = seen.setdefault((each.method, each.endpoint, each.constants), each)
        if first is each:
            kept.append(each)
        else:
            what = f"has the address of {first.title}, {first.node.place}"
            losses.append(Loss(each.node.place, "repeated-operation", what, f"{each.title} ({each.node.place})"))
    return tuple(kept), tuple(losses)
