"""One schema as a document writes it, OpenAPI 3.0, 3.1 or what people take for it, as JSON Schema 2020-12."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor
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
from mediawright_generator.importer.openapi.losses import Ledger, shown
from mediawright_generator.importer.openapi.reference import Node
from mediawright_generator.importer.openapi.spelling import folded, typed_by_keys, with_null
from mediawright_generator.importer.openapi.value import as_type, compiles, fitting_default, number_of, unlike
from mediawright_runtime.shapes import is_list, is_object

Schema = dict[str, Any]

SAID: Final = "x-said"
"""Where the words about a text are kept while a document is read; specs do not have them."""
_MOST_SAID: Final = 1000
_MOST_COUNTED: Final = 2**53
_CONTRADICTIONS: Final = (
    *((low, high) for low in ("minimum", "exclusiveMinimum") for high in ("maximum", "exclusiveMaximum")),
    *((f"min{what}", f"max{what}") for what in ("Length", "Items", "Properties")),
)
_TYPES: Final = ("string", "integer", "number", "boolean", "array", "object", "null")
_TYPES_BY_WORD: Final = {**{each: each for each in _TYPES}, "none": "null"}


@dataclass(frozen=True, slots=True)
class SchemaObject:
    """One mapping that is read as a schema; `below` reads the schemas in it."""

    node: Node
    ledger: Ledger
    below: Callable[[Node, Ledger], Schema]

    def schema(self) -> Schema:
        """Read it, what it refers to left out."""
        read: Schema = {
            **self._type(),
            **self._below(),
            **self._counts(),
            **self._numbers(),
            **self._text(),
            **{key: self.node.value[key] for key in AS_THEY_ARE if key in self.node.value},
        }
        self._leave_misshapen()
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
        known = unlike([_TYPES_BY_WORD.get(str(each).lower(), each) for each in listed])
        meant = [MEANT.get(str(each).lower()) for each in known if each not in _TYPES]
        if any(each is None for each in meant):
            what = f"type {shown(stated)} is none that JSON Schema has; anything is taken"
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
        return self.below(node, self.ledger)

    def _counts(self) -> Schema:
        numbers = {key: number_of(self.node.value[key]) for key in COUNTS if key in self.node.value}
        counts: Schema = {
            key: int(each) for key, each in numbers.items() if each is not None and 0 <= each < _MOST_COUNTED
        }
        self._settle_bounds(counts)
        return counts

    def _numbers(self) -> Schema:
        value = self.node.value
        read = {key: number_of(value[key]) for key in NUMBERS if key in value and not isinstance(value[key], bool)}
        for bound, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
            if value.get(exclusive) is True and read.get(bound) is not None:
                read[exclusive] = read.pop(bound)
        bounds: Schema = {key: each for key, each in read.items() if each is not None}
        if value.get("type") == "integer":
            bounds |= {key: ceil(bounds[key]) for key in ("minimum",) if key in bounds}
            bounds |= {key: floor(bounds[key]) for key in ("maximum",) if key in bounds}
        step = bounds.get("multipleOf", 1)
        if step <= 0 or (value.get("type") == "integer" and step != int(step)):
            self.ledger.leave(self.node.get("multipleOf"), "multiple-of", f"multipleOf {step} means nothing here")
            del bounds["multipleOf"]
        self._settle_bounds(bounds)
        return bounds

    def _settle_bounds(self, read: Schema) -> None:
        """Leave out pairs of bounds that no value keeps."""
        for low, high in _CONTRADICTIONS:
            if low not in read or high not in read:
                continue
            is_met = read[low] <= read[high] if "exclusive" not in low + high else read[low] < read[high]
            if not is_met:
                what = f"{low} {read[low]} and {high} {read[high]} leave no value; neither is taken"
                self.ledger.leave(self.node, "contradictory-bounds", what)
                del read[low], read[high]

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
            what = f"pattern {shown(read.pop('pattern'))} is no regular expression that can be checked"
            self.ledger.lose(self.node.get("pattern"), "pattern", what)
        return read

    def _required(self, read: Schema) -> list[str]:
        stated = self.node.value.get("required")
        names = [str(each) for each in stated] if is_list(stated) else []
        flagged = [name for name, each in self.node.get("properties").items() if _flagged(each)]
        properties = read.get("properties", {})
        wanted = dict.fromkeys((*names, *flagged))
        return [name for name in wanted if properties.get(name, {}).get("readOnly") is not True]

    def _leave_misshapen(self) -> None:
        """List the keywords whose values have another shape than any schema's."""
        for key, each in self.node.items():
            is_list_missing = key in ("enum", *SEVERAL_BELOW) and not is_list(each.value)
            if (is_list_missing or (key in NAMED_BELOW and not is_object(each.value))) and each.value is not None:
                shape = "list" if is_list_missing else "mapping"
                self.ledger.lose(each, "malformed-schema", f"{key!r} is {shown(each.value)}, no {shape}")

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
                    what = f"default {shown(read['default'])} is no value of its own schema"
                    self.ledger.leave(self.node.get("default"), "default-refused", what)
                del read["default"]
            else:
                read["default"] = default

    def _settle_enum(self, read: Schema) -> None:
        stated = read["enum"]
        values = [as_type(each, read) for each in stated]
        fitting = [each for each, value in zip(values, stated, strict=True) if each is not None or value is None]
        if len(fitting) < len(stated):
            what = f"values of the enum {shown(stated)} are none of type {read.get('type')!r}; all types are taken"
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
