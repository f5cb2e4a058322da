"""Schemas of OpenAPI 3.0 and 3.1, and what people write in their place, as JSON Schema 2020-12 without prose."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from mediawright_generator.importer.openapi.dialect import (
    AS_THEY_ARE,
    COUNTS,
    MEANT,
    NAMED_BELOW,
    NUMBERS,
    ONE_BELOW,
    SEVERAL_BELOW,
    WITHOUT_FACTS,
)
from mediawright_generator.importer.openapi.losses import Ledger
from mediawright_generator.importer.openapi.reference import Node
from mediawright_generator.importer.openapi.spelling import folded, typed_by_keys, with_null
from mediawright_generator.importer.openapi.value import as_type, compiles, fitting_default, number_of, unlike
from mediawright_runtime.shapes import is_list, is_object

Schema = dict[str, Any]

PREFIX: Final = "#/schemas/"
SAID: Final = "x-said"
"""Where the words about a text are kept while a document is read; specs do not have them."""
_MOST_SAID: Final = 1000
_LONGEST_SHOWN: Final = 60
_JOINED: Final = frozenset({"properties", "required", "allOf", "anyOf", "oneOf", "items"})
"""Keywords that hold both where they stand beside a reference and behind it."""
_TYPES: Final = ("string", "integer", "number", "boolean", "array", "object", "null")


@dataclass(slots=True)
class Schemas:
    """The schemas of an import by the names under which specs keep them; each is read once."""

    named: dict[str, Schema] = field(default_factory=dict[str, Schema])
    ledgers: dict[str, Ledger] = field(default_factory=dict[str, Ledger])
    _names: dict[tuple[str, tuple[str, ...]], str] = field(default_factory=dict[tuple[str, tuple[str, ...]], str])

    def read(self, node: Node, ledger: Ledger) -> Schema:
        """Read a schema; what it refers to is kept by name."""
        if isinstance(node.value, bool):
            return {} if node.value else {"not": {}}
        if not is_object(node.value):
            if node.value is not None:
                ledger.lose(node, "malformed-schema", f"a schema is {_shown(node.value)}; anything is taken")
            return {}
        return self._referring(node, ledger) if node.reference is not None else _Reading(self, node, ledger).schema()

    def _referring(self, node: Node, ledger: Ledger) -> Schema:
        target = node.followed()
        if target.value is None:
            ledger.lose(node, "broken-reference", f"$ref {node.reference!r} leads nowhere; anything is taken")
            return {}
        read: Schema = {"$ref": PREFIX + self._name(target)}
        beside = _Reading(self, node, ledger).schema()
        return with_null(read | beside) if node.value.get("nullable") is True else read | beside

    def _name(self, target: Node) -> str:
        known = self._names.get(target.identity)
        if known:
            return known
        name = self._free_name(target)
        self._names[target.identity] = name
        self.named[name] = {}  # while it is read: what it refers to may refer to it
        self.ledgers[name] = Ledger()
        self.named[name] = self.read(target, self.ledgers[name])
        return name

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


@dataclass(frozen=True, slots=True)
class _Reading:
    """One mapping that is read as a schema."""

    schemas: Schemas
    node: Node
    ledger: Ledger

    def schema(self) -> Schema:
        read: Schema = {
            **self._type(),
            **self._below(),
            **self._counts(),
            **self._numbers(),
            **self._text(),
            **{key: self.node.value[key] for key in AS_THEY_ARE if key in self.node.value},
        }
        if not is_list(read.get("enum", [])):
            del read["enum"]
        for key in ("readOnly", "writeOnly"):
            if self.node.value.get(key) is True:
                read[key] = True
        if required := self._required(read):
            read["required"] = required
        self._say_unknown()
        read = typed_by_keys(read)
        self._settle_values(read)
        if read.get("type") in ("string", "integer") and "enum" not in read and (said := self.node.text("description")):
            read[SAID] = said[:_MOST_SAID]
        whole = folded(read)
        return with_null(whole) if self._is_nullable() else whole

    def _is_nullable(self) -> bool:
        flag = self.node.value.get("nullable", self.node.value.get("x-nullable"))
        return self.node.reference is None and flag in (True, "true", "True")

    def _type(self) -> Schema:
        stated = self.node.value.get("type")
        listed = stated if is_list(stated) else [stated] if stated is not None else []
        known = ["null" if each is None else each for each in listed]
        meant = [MEANT.get(str(each).lower()) for each in known if each not in _TYPES]
        if any(each is None for each in meant):
            what = f"type {_shown(stated)} is none that JSON Schema has; anything is taken"
            self.ledger.lose(self.node.get("type"), "unknown-type", what)
            return {}
        if meant:
            return dict(meant[0] or {}) if len(known) == 1 else {}
        return {} if not known else {"type": known[0] if len(known) == 1 else known}

    def _below(self) -> Schema:
        read: Schema = {}
        for key, each in self.node.items():
            if key in ONE_BELOW and (is_object(each.value) or isinstance(each.value, bool)):
                read[key] = each.value if isinstance(each.value, bool) else self._read(each)
            elif key == "items" and is_list(each.value):
                read["prefixItems"] = [self._read(item) for item in each.each()]
            elif key in SEVERAL_BELOW and each.value:
                parts = each.each() if is_list(each.value) else (part for _, part in each.items())
                read[key] = [self._read(part) for part in parts]
            elif key in NAMED_BELOW and is_object(each.value):
                read[key] = {name: self._read(part) for name, part in each.items()}
        return read

    def _read(self, node: Node) -> Schema:
        return self.schemas.read(node, self.ledger)

    def _counts(self) -> Schema:
        numbers = {key: number_of(self.node.value[key]) for key in COUNTS if key in self.node.value}
        return {key: int(each) for key, each in numbers.items() if each is not None and each >= 0}

    def _numbers(self) -> Schema:
        value = self.node.value
        read = {key: number_of(value[key]) for key in NUMBERS if key in value and not isinstance(value[key], bool)}
        for bound, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
            if value.get(exclusive) is True and read.get(bound) is not None:
                read[exclusive] = read.pop(bound)
        bounds: Schema = {key: each for key, each in read.items() if each is not None}
        if bounds.get("multipleOf", 1) <= 0:
            del bounds["multipleOf"]
        if bounds.get("minimum", 0) > bounds.get("maximum", bounds.get("minimum", 0)):
            what = f"minimum {bounds['minimum']} is above maximum {bounds['maximum']}; neither is taken"
            self.ledger.leave(self.node, "contradictory-bounds", what)
            del bounds["minimum"], bounds["maximum"]
        return bounds

    def _text(self) -> Schema:
        value = self.node.value
        read: Schema = {key: value[key] for key in ("format", "pattern") if isinstance(value.get(key), str)}
        if value.get("uniqueItems") is True:
            read["uniqueItems"] = True
        if isinstance(value.get("contentMediaType"), str) and "contentEncoding" not in value:
            is_file = not value["contentMediaType"].startswith(("text/", "application/json"))
            read |= {"format": "binary"} if is_file and "format" not in read else {}
        if value.get("contentEncoding") == "base64":
            read.setdefault("format", "byte")
        if "pattern" in read and not compiles(read["pattern"]):
            what = f"pattern {_shown(read.pop('pattern'))} is no regular expression that can be checked"
            self.ledger.lose(self.node.get("pattern"), "pattern", what)
        return read

    def _required(self, read: Schema) -> list[str]:
        stated = self.node.value.get("required")
        names = [str(each) for each in stated] if is_list(stated) else []
        flagged = [name for name, each in self.node.get("properties").items() if _flagged(each)]
        properties = read.get("properties", {})
        wanted = dict.fromkeys((*names, *flagged))
        return [name for name in wanted if properties.get(name, {}).get("readOnly") is not True]

    def _say_unknown(self) -> None:
        known = {*WITHOUT_FACTS, *AS_THEY_ARE, *ONE_BELOW, *SEVERAL_BELOW, *NAMED_BELOW, *COUNTS, *NUMBERS}
        for key, each in self.node.items():
            if key not in known and not key.startswith("x-"):
                self.ledger.leave(each, "unknown-keyword", f"no schema has a key {key!r}")

    def _settle_values(self, read: Schema) -> None:
        """Read values by the type that is stated beside them."""
        if "enum" in read:
            self._settle_enum(read)
        if "default" in read:
            default = fitting_default(read)
            if default is None:
                if read["default"] is not None:
                    what = f"default {_shown(read['default'])} is no value of its own schema"
                    self.ledger.leave(self.node.get("default"), "default-refused", what)
                del read["default"]
            else:
                read["default"] = default

    def _settle_enum(self, read: Schema) -> None:
        stated = read["enum"]
        values = [as_type(each, read) for each in stated]
        fitting = [each for each, value in zip(values, stated, strict=True) if each is not None or value is None]
        if len(fitting) < len(stated):
            what = f"values of the enum {_shown(stated)} are none of type {read.get('type')!r}; all types are taken"
            self.ledger.leave(self.node.get("enum"), "enum-of-another-type", what)
            del read["type"]
            fitting = stated
        values = unlike(fitting)
        if len(values) < len(stated):
            self.ledger.leave(self.node.get("enum"), "repeated-value", "a value of the enum stands twice")
        if values:
            read["enum"] = values
        else:
            del read["enum"]


def _flagged(node: Node) -> bool:
    return is_object(node.value) and node.value.get("required") in (True, "true")


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 3]}..."
