"""The schemas of an import by the names under which specs keep them, and what refers to them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from mediawright_generator.importer.openapi.cycles import without_cycles
from mediawright_generator.importer.openapi.losses import Ledger, Loss, shown
from mediawright_generator.importer.openapi.reference import Node
from mediawright_generator.importer.openapi.schema_object import SAID, Schema, SchemaObject
from mediawright_generator.importer.openapi.spelling import with_null
from mediawright_runtime.shapes import is_list, is_object

PREFIX: Final = "#/schemas/"
_JOINED: Final = frozenset({"properties", "required", "allOf", "anyOf", "oneOf", "items"})
"""Keywords that hold both where they stand beside a reference and behind it."""


@dataclass(slots=True)
class Schemas:
    """The schemas of an import by the names under which specs keep them; each is read once."""

    named: dict[str, Schema] = field(default_factory=dict[str, Schema])
    ledgers: dict[str, Ledger] = field(default_factory=dict[str, Ledger])
    nodes: dict[str, Node] = field(default_factory=dict[str, Node])
    """Where they stand."""
    _new: list[str] = field(default_factory=list[str])
    """Those that were read lately."""
    _open: int = 0
    """How many are being read."""
    _names: dict[tuple[str, tuple[str, ...]], str] = field(default_factory=dict[tuple[str, tuple[str, ...]], str])

    def read(self, node: Node, ledger: Ledger) -> Schema:
        """Read a schema; what it refers to is kept by name."""
        if isinstance(node.value, bool):
            return {} if node.value else {"not": {}}
        if not is_object(node.value):
            if node.value is not None:
                ledger.lose(node, "malformed-schema", f"a schema is {shown(node.value)}; anything is taken")
            return {}
        return (
            self._referring(node, ledger)
            if node.reference is not None
            else SchemaObject(node, ledger, self.read).schema()
        )

    def _referring(self, node: Node, ledger: Ledger) -> Schema:
        target = node.followed()
        if target.value is None:
            ledger.lose(node, "broken-reference", f"$ref {node.reference!r} leads nowhere; anything is taken")
            return {}
        name = self._name(target)
        ledger.schemas.add(name)
        read: Schema = {"$ref": PREFIX + name}
        beside = SchemaObject(node, ledger, self.read).schema()
        return with_null(read | beside) if node.value.get("nullable") is True else read | beside

    def _name(self, target: Node) -> str:
        known = self._names.get(target.identity)
        if known:
            return known
        name = self._free_name(target)
        self._names[target.identity] = name
        self.named[name] = {}  # while it is read: what it refers to may refer to it
        self.ledgers[name] = Ledger()
        self.nodes[name] = target
        self._new.append(name)
        self._open += 1
        self.named[name] = self.read(target, self.ledgers[name])
        self._open -= 1
        if not self._open:
            self._end_cycles()
        return name

    def _end_cycles(self) -> None:
        """Look at the schemas that were read since the last time, once all that they refer to is read."""
        for name, schema in without_cycles(self.named, self._new, PREFIX).items():
            self.named[name] = schema
            what = f"schema {name!r} holds itself where it stands; it is taken without that"
            self.ledgers[name].leave(self.nodes[name], "schema-in-itself", what)
        self._new.clear()

    def _free_name(self, target: Node) -> str:
        steps = [each for each in target.pointer if each not in ("components", "schemas", "definitions", "$defs")]
        stem = target.document.rpartition("/")[2].partition(".")[0]
        own = "_".join(re.sub(r"[^A-Za-z0-9]+", "_", each).strip("_") for each in steps if each) or stem
        candidates = (own, f"{stem}_{own}", *(f"{own}_{number}" for number in range(2, 1000)))
        return next(each for each in (re.sub(r"^(?=\d)", "S", each) for each in candidates) if each not in self.named)

    def resolved(self, schema: Schema) -> Schema:
        """Put what a reference leads to in its place; what stands beside it counts more."""
        seen: set[str] = set()
        while "$ref" in schema and schema["$ref"] not in seen:
            seen.add(schema["$ref"])
            beside = {key: each for key, each in schema.items() if key != "$ref"}
            target = self.named.get(schema["$ref"].removeprefix(PREFIX), {})
            if target.keys() & beside.keys() & _JOINED:
                return {**beside, "allOf": [*beside.get("allOf", ()), {"$ref": schema["$ref"]}]}
            schema = target | beside
        return {key: each for key, each in schema.items() if key != "$ref"}

    def used_by(self, *schemas: object) -> set[str]:
        """Name all schemas that some lead to."""
        found: set[str] = set()
        waiting = [name for schema in schemas for name in references(schema)]
        while waiting:
            name = waiting.pop()
            if name not in found and name in self.named:
                found.add(name)
                waiting.extend(references(self.named[name]))
        return found

    def losses(self, ledger: Ledger) -> Iterator[Loss]:
        """Give the losses of an operation, those of all schemas that it leads to among them."""
        yield from ledger.losses
        found: set[str] = set()
        waiting = [*ledger.schemas]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                yield from self.ledgers[name].losses
                waiting.extend(self.ledgers[name].schemas)


def without_words(value: Any) -> Any:
    """Leave out what is only of use while a document is read."""
    if is_object(value):
        kept = {key: each for key, each in value.items() if key not in (SAID, "readOnly", "writeOnly")}
        return {key: without_words(each) for key, each in kept.items()}
    return [without_words(each) for each in value] if is_list(value) else value


def references(value: object) -> Iterator[str]:
    """Name the schemas that a value refers to."""
    if is_object(value):
        for key, each in value.items():
            if key == "$ref" and isinstance(each, str):
                yield each.removeprefix(PREFIX)
            else:
                yield from references(each)
    elif is_list(value):
        for each in value:
            yield from references(each)
