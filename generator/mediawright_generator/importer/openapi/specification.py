"""All documents of a vendor as one specification: what its operations share, a record each, and what has no place."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from mediawright_generator.importer.openapi.access import Callers, callers, put_credentials
from mediawright_generator.importer.openapi.callbacks import notices
from mediawright_generator.importer.openapi.envelope import envelope_of
from mediawright_generator.importer.openapi.losses import Ledger, Loss
from mediawright_generator.importer.openapi.naming import Called, Name, names_of
from mediawright_generator.importer.openapi.outputs import outputs_of, without_echoes
from mediawright_generator.importer.openapi.reading import Reading, read_operation
from mediawright_generator.importer.openapi.reference import Node
from mediawright_generator.importer.openapi.schema import Schemas, without_words
from mediawright_generator.importer.openapi.security import Access
from mediawright_generator.importer.openapi.soundness import Sound
from mediawright_generator.importer.openapi.stated import Served, Stated, operations_of, served, without_repeated
from mediawright_generator.importer.openapi.tasks import lifecycles
from mediawright_generator.importer.openapi.words import title_of, words_of
from mediawright_generator.problems import Place
from mediawright_generator.spec.naming import class_name
from mediawright_runtime.shapes import is_list

_IDEMPOTENCY: Final = ("idempotency-key", "x-idempotency-key")


@dataclass(frozen=True, slots=True)
class Specification:
    """A vendor as its documents describe it."""

    vendor: Mapping[str, Any]
    """The keys of `vendor.yaml`."""
    records: tuple[Mapping[str, Any], ...]
    losses: tuple[Loss, ...]
    operations: int
    """How many operations the documents have."""
    stated: Mapping[str, tuple[str, Place]]
    """Method, path and place by the name of a record."""


def specification(roots: Sequence[Node], name: str, read_on: str, origin: str | None = None) -> Specification:
    """Read documents.

    Args:
        roots: the documents that have operations.
        name: the vendor's name in the specs.
        read_on: the day of reading, as year-month-day.
        origin: the server of relative addresses, and of documents without any.
    """
    schemas = Schemas()
    operations, losses = _operations(roots)
    place = served(roots, operations, name, origin)
    stated, repeated = without_repeated(place.operations)
    found = callers(roots, stated)
    readings = _readings(stated, found.access, schemas, name)
    extra = put_credentials(readings, found, name.upper())
    tasks, review = lifecycles(readings, schemas)
    told = notices(roots, readings, tasks, schemas)
    envelope, inferred = envelope_of(readings, schemas)
    for each in readings:
        _settle_results(each)
    shared = found.access.vendor_keys(name.upper())
    used = schemas.used_by(*(row.get("schema") for each in readings for row in each.parameters))
    kept = _sound({key: without_words(schemas.named[key]) for key in sorted(used)}, readings, schemas)
    vendor: dict[str, Any] = {
        "name": name,
        "title": title_of(name),
        "client": class_name(name),
        "servers": [{"url": url} for url in place.servers],
        **shared,
        "credentials": [*shared.get("credentials", []), *extra],
        "envelope": envelope,
        "tasks": tasks,
        "callback": told.callback,
        "schemas": kept,
        "sources": [{"document": root.document, "read_on": read_on, "verified_live": False} for root in roots],
        "review": [*_unknown(place), *_inferred(found.access), *review, *told.review, *inferred],
    }
    return Specification(
        {key: each for key, each in vendor.items() if each not in ([], {}, None)},
        tuple(each.record(_source(each, read_on)) for each in readings),
        tuple(sorted({*losses, *told.losses, *repeated, *place.losses, *_of_readings(readings, schemas, found)})),
        len(operations) + sum(each.kind in ("method", "no-operation") for each in losses),
        {each.name.name: (each.stated.title, each.stated.node.place) for each in readings},
    )


def _sound(named: dict[str, Any], readings: Iterable[Reading], schemas: Schemas) -> dict[str, Any]:
    """Leave out what in schemas contradicts itself, of the shared ones and of those of parameters."""
    sound = Sound(named)
    for each in readings:
        each.parameters = tuple(_settled(keys, sound, each) for keys in each.parameters)
    found = {name: sound.settled(schema) for name, schema in named.items()}
    for name, (_, told) in found.items():
        for what in told:
            schemas.ledgers[name].leave(schemas.nodes[name], "contradicting-schema", f"of schema {name!r}: {what}")
    return {name: schema for name, (schema, _) in found.items()}


def _settled(keys: dict[str, Any], sound: Sound, reading: Reading) -> dict[str, Any]:
    if "schema" not in keys:
        return keys
    schema, told = sound.settled(keys["schema"])
    for what in told:
        reading.ledger.leave(reading.stated.node, "contradicting-schema", f"of {keys['name']!r}: {what}")
    return {**keys, "schema": schema}


def _operations(roots: Sequence[Node]) -> tuple[list[Stated], list[Loss]]:
    """Find all operations, and what stands beside them that specs do not have."""
    operations: list[Stated] = []
    losses: list[Loss] = []
    for root in roots:
        found, lost = operations_of(root)
        operations += found
        losses += lost
        for each in root.library.documents[root.document].repeated:
            what = f"key {each.pointer[-1]!r} stands twice; of what both say the last one counts"
            losses.append(Loss(each.place, "repeated-key", what))
    return operations, losses


def _unknown(place: Served) -> Iterator[dict[str, str]]:
    if not place.is_known:
        yield {"fact": "servers", "note": "unknown: the document names no address; correct it, or give base_url"}


def _inferred(access: Access) -> Iterator[dict[str, str]]:
    return ({"fact": fact, "note": note} for fact, note in access.reviews)


def _source(reading: Reading, read_on: str) -> dict[str, Any]:
    place = reading.stated.node.place
    return {"document": place.file, "lines": str(place.line), "read_on": read_on, "verified_live": False}


def _of_readings(readings: Iterable[Reading], schemas: Schemas, found: Callers) -> Iterator[Loss]:
    """Give the losses of operations, those of the schemas that they use among them."""
    for each in readings:
        for ledger in (each.ledger, found.ledgers.get(each.stated.key, Ledger())):
            yield from (replace(loss, operation=each.stated.title) for loss in schemas.losses(ledger))


def _readings(stated: Sequence[Stated], access: Access, schemas: Schemas, vendor: str) -> list[Reading]:
    called = names_of([_called(each) for each in stated], class_name(vendor))
    names = {each.key: name for each, name in zip(stated, called, strict=True)}
    ids = Counter(each.node.text("operationId") for each in stated)
    held = frozenset(each.place for each in access.carriers)
    readings: list[Reading] = []
    taken: set[str] = set()
    for each, name in zip(stated, called, strict=True):
        own = each.node.text("operationId")
        identity = own if own and ids[own] == 1 else each.title
        for reading in read_operation(each, name, identity, schemas, held):
            free = next(n for n in _numbered(reading.name.name) if n not in taken)
            reading.name = Name(reading.name.category, free)
            taken.add(free)
            if each.twin and reading.alternative_of is None:
                reading.alternative_of = names[each.twin.key].name
            readings.append(reading)
    return readings


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name} {number}" for number in range(2, 10_000))


def _called(stated: Stated) -> Called:
    node = stated.node
    tags = node.get("tags").value
    tag = str(tags[0]) if is_list(tags) and tags else ""
    return Called(stated.method, stated.path, node.text("operationId"), node.text("summary"), tag)


def _settle_results(reading: Reading) -> None:
    """Say where the answer of a call without a task has files, and which header is a key against doubles."""
    words = words_of(f"{reading.name.category} {reading.name.name} {reading.stated.path}")
    is_made = reading.stated.method == "POST" and not {"upload", "uploads", "file", "files", "webhook", "list"} & {
        *words
    }
    sent = {str(each.get("wire_name", each["name"])) for each in reading.parameters}
    outputs = without_echoes(outputs_of(reading.answer, words), sent) if is_made else ()
    if "task" not in reading.more and outputs:
        reading.more["outputs"] = [dict(each) for each in outputs]
        reading.infer("outputs", "inferred from the names of the answer's fields")
    if not {"task", "outputs"} & reading.more.keys():
        return
    for keys in reading.parameters:
        if keys.get("in") == "header" and keys["name"].lower() in _IDEMPOTENCY:
            reading.more["idempotency"] = {"in": "header", "name": keys["name"]}
            reading.parameters = tuple(each for each in reading.parameters if each is not keys)
            reading.infer("idempotency", "inferred from the name of the header")
            return
