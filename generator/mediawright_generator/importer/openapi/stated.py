"""The operations of documents where they stand, each with its place below the vendor's address."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import parse_qsl

from mediawright_generator.importer.openapi.losses import Loss
from mediawright_generator.importer.openapi.reference import Node
from mediawright_generator.importer.openapi.servers import addresses, root_and_prefixes
from mediawright_runtime.shapes import is_object

_METHODS: Final = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
_OTHERS: Final = ("TRACE", "QUERY", "CONNECT")
_BEHIND: Final = re.compile(r"[?#].*")
_STRANGE: Final = re.compile(r"[^A-Za-z0-9/._~!$&'()*+,;=:@%{}-]")


@dataclass(frozen=True, slots=True)
class Stated:
    """One operation where it stands in its document."""

    root: Node
    item: Node
    node: Node
    method: str
    path: str
    endpoint: str
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
    """Where operations are served: the addresses of the vendor, and each operation below the first of them."""

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
        for key, operation in item.items():
            target = operation.followed()
            if key.upper() in _METHODS and is_object(target.value):
                found.append(Stated(root, item, target, key.upper(), path, path))
            elif key.upper() in _OTHERS:
                losses.append(
                    Loss(operation.place, "method", f"no client calls {key.upper()}", f"{key.upper()} {path}")
                )
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
    used = Counter(urls[0] for _, urls in own if urls)
    if not used:
        url = origin.rstrip("/") if origin else f"https://{name.replace('_', '-')}.example"
        return Served(
            (url,), _unlike(replace(each, endpoint=_endpoint(each.path, "")) for each in operations), (), bool(origin)
        )
    main = used.most_common(1)[0][0]
    base, prefixes = root_and_prefixes([main, *(url for url in used if url != main)])
    placed = [
        replace(each, endpoint=_endpoint(each.path, prefixes.get(urls[0], "") if urls else prefixes[main]))
        for each, urls in own
    ]
    losses = [
        Loss(
            each.node.place,
            "server-of-its-own",
            f"is served at {urls[0]}, not at {base}; give that as base_url",
            each.title,
        )
        for each, urls in own
        if urls and urls[0] not in prefixes
    ]
    shared = [url for root in roots for url in addresses(root.get("servers"), origin)]
    others = [url for url in shared if url not in prefixes and not url.startswith(base)]
    servers: list[str] = [base] if prefixes[main] else [base, *others]
    return Served(tuple(dict.fromkeys(servers)), _unlike(placed), tuple(losses))


def _addresses(stated: Stated, origin: str | None) -> tuple[str, ...]:
    levels = (each.get("servers") for each in (stated.node, stated.item, stated.root))
    return next((urls for level in levels if (urls := addresses(level, origin))), ())


def _endpoint(path: str, prefix: str) -> str:
    bare = _BEHIND.sub("", path.strip())
    joined = f"{prefix}/{bare.lstrip('/')}" if bare.strip("/") else prefix or "/"
    return _STRANGE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), joined)


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
