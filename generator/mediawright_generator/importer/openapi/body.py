"""The body of a request as parameters: its fields where it is an object, the whole of it where it is something else."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, Final

from mediawright_generator.importer.openapi.content import bare, concrete, is_form, is_json
from mediawright_generator.importer.openapi.losses import Ledger
from mediawright_generator.importer.openapi.parameter import LEFT_OUT, UNSAID, Keys, described
from mediawright_generator.importer.openapi.reference import Node
from mediawright_generator.importer.openapi.schema import Schemas
from mediawright_generator.importer.openapi.schema_object import Schema
from mediawright_generator.importer.openapi.simplify import simplify
from mediawright_runtime.shapes import is_object

_CLOSING: Final = ("additionalProperties", "unevaluatedProperties")
_OF_OBJECTS: Final = frozenset(
    {"type", "properties", "required", "default", *_CLOSING, "minProperties", "maxProperties"}
)
_UNIONS: Final = ("anyOf", "oneOf")
_WORD_OF_BODY: Final = "body"
_MOST_VARIANTS: Final = 40


@dataclass(frozen=True, slots=True)
class Body:
    """The parameters of a body, and rules across them."""

    parameters: tuple[Keys, ...] = ()
    rules: tuple[dict[str, Any], ...] = ()
    content_type: str | None = None
    """None for JSON."""


def read_body(media_type: str, media: Node, schemas: Schemas, ledger: Ledger, *, required: bool) -> Body:
    """Read one content of a request body."""
    schema = schemas.read(media.get("schema"), ledger)
    if not is_json(media_type) and not is_form(media_type):
        whole: Keys = {
            "name": _WORD_OF_BODY,
            "in": "raw",
            "type": "string",
            "format": "binary",
            "describe": "The body.",
        }
        is_text = bare(media_type).startswith("text/") and schema.get("format") != "binary"
        whole = {key: each for key, each in whole.items() if not (is_text and key == "format")}
        return Body(({**whole, **({"required": True} if required else {})},), (), concrete(media_type))
    told = None if is_json(media_type) and bare(media_type) in ("application/json", "") else bare(media_type)
    content_type = None if told in (None, "*/*", "application/*") else told
    top = simplify(schema, schemas).schema
    for key in _UNIONS:
        if key in top and (found := _Variants(top, key, schemas).flat()) is not None:
            return Body(found.parameters, found.rules, content_type)
    if _is_flat(top):
        _leave_limits(top, media, ledger)
        return Body(tuple(_fields(top, schemas)), (), content_type)
    if top.keys() <= {"default"} and not top.get("properties"):
        top = {"type": "object"} if is_form(media_type) else {}
    return Body((_whole(schema, top, schemas, required=required),), (), content_type)


def _leave_limits(top: Schema, media: Node, ledger: Ledger) -> None:
    """List what a set of parameters does not say of the object that they make."""
    for key in ("minProperties", "maxProperties"):
        if key in top:
            ledger.leave(media, "body-limit", f"{key!r} {top[key]} of the whole body")
    if any(is_object(top.get(key)) and top[key] for key in _CLOSING):
        ledger.leave(media, "open-body", "the body takes fields of any name, too; send them with `extra`")


def _is_flat(top: Schema) -> bool:
    """Tell whether an object is no more than its properties."""
    if top.get("type") != "object" or top.keys() - _OF_OBJECTS:
        return False
    return bool(top.get("properties")) or top.get("additionalProperties") is False


def _fields(top: Schema, schemas: Schemas) -> Iterator[Keys]:
    properties: Mapping[str, Schema] = top.get("properties", {})
    required = top.get("required", ())
    for name, schema in properties.items():
        if schemas.resolved(schema).get("readOnly") is not True:
            yield {"name": name, **described(name, schema, schemas, required=name in required)}
    for name in required:
        if name not in properties:
            yield {"name": name, **described(name, {}, schemas, required=True)}


def _whole(schema: Schema, top: Schema, schemas: Schemas, *, required: bool) -> Keys:
    """Take a body that is no plain object as one parameter, which is the whole JSON."""
    keys = described(_WORD_OF_BODY, schema if top else {}, schemas, required=required)
    keys.pop("default", None)
    return {"name": _WORD_OF_BODY, "in": "raw", **keys, "describe": "The whole body."}


@dataclass(frozen=True, slots=True)
class _Variants:
    """A body that is one of several objects."""

    top: Schema
    key: str
    schemas: Schemas
    _found: list[Schema] = field(default_factory=list[Schema])

    def flat(self) -> Body | None:
        """Say the variants as one object with rules; nothing where rules do not reach."""
        variants = [simplify(each, self.schemas).schema for each in self.top[self.key]]
        own = {key: each for key, each in self.top.items() if key != self.key}
        if own.keys() - _OF_OBJECTS or len(variants) > _MOST_VARIANTS:
            return None
        if own.get("properties") and all(
            each.keys() <= {"required", "type"} and each.get("required") for each in variants
        ):
            return self._demanding(own, [tuple(each["required"]) for each in variants])
        if own.get("properties") or not all(map(_is_flat, variants)):
            return None
        return self._told_apart(variants)

    def _demanding(self, own: Schema, demanded: Sequence[tuple[str, ...]]) -> Body | None:
        """Say that one of several fields must be there: where all others are absent, the last one is present."""
        always = set(own.get("required", ()))
        if any(len(each) != 1 for each in demanded) or len({*demanded}) < len(demanded):
            return None
        names = [each[0] for each in demanded]
        if always & {*names} or not all(name in own["properties"] for name in names):
            return None
        *others, last = names
        rules = [{"when": {name: {"present": False} for name in others}, "then": {last: {"present": True}}}]
        if self.key == "oneOf":
            rules += [
                {"when": {one: {"present": True}}, "then": {other: {"present": False}}}
                for one, other in combinations(names, 2)
            ]
        fields = tuple(_without_default(each, names) for each in _fields(own, self.schemas))
        return Body(fields, tuple(rules))

    def _told_apart(self, variants: Sequence[Schema]) -> Body | None:
        """Say variants that one field tells apart as one object, and what each demands as rules."""
        tag = self._tag(variants)
        if tag is None:
            return None
        fields = [{each["name"]: each for each in _fields(variant, self.schemas)} for variant in variants]
        if any(not {"const", "keywords"} & each[tag].keys() for each in fields):
            return None
        tags = [_listed(each[tag]) for each in fields]
        names = list(dict.fromkeys(name for each in fields for name in each if name != tag))
        merged = {name: _merged([each[name] for each in fields if name in each], len(fields)) for name in names}
        if any(each is None for each in merged.values()):
            return None
        rules = [
            rule
            for values, each in zip(tags, fields, strict=True)
            for rule in _demands(tag, values, each, {name: keys for name, keys in merged.items() if keys})
        ]
        tagging: Keys = {**fields[0][tag], "keywords": [value for values in tags for value in values], "required": True}
        tagging.pop("const", None)
        tagging.setdefault("describe", "Which kind of request it is.")
        if defaults := [each for variant in variants for each in self._defaults(variant, tag)]:
            tagging[LEFT_OUT] = defaults[0]
        return Body((tagging, *(keys for keys in merged.values() if keys)), tuple(rules))

    def _tag(self, variants: Sequence[Schema]) -> str | None:
        """Find the field whose values tell the variants apart."""
        for name in variants[0].get("properties", {}):
            if all(name in each.get("required", ()) for each in variants):
                listed = [self._values(each, name) for each in variants]
                values = [value for each in listed for value in each]
                if all(listed) and len(values) == len(set(map(str, values))):
                    return str(name)
        return None

    def _defaults(self, variant: Schema, name: str) -> list[Any]:
        found = simplify(variant["properties"][name], self.schemas).schema
        return [found["default"]] if "default" in found else []

    def _values(self, variant: Schema, name: str) -> list[Any]:
        found = simplify(variant.get("properties", {}).get(name, {}), self.schemas).schema
        values = [found["const"]] if "const" in found else found.get("enum", ())
        return [each for each in values if isinstance(each, str)]


def _listed(keys: Keys) -> list[Any]:
    return [keys["const"]] if "const" in keys else list(keys["keywords"])


_FREE: Final = ("required", "default", "describe", "means", LEFT_OUT, UNSAID)
_AS_RULES: Final = ("minimum", "maximum", "min_length", "max_length", "min_items", "max_items", "keywords", "const")


def _merged(several: Sequence[Keys], count: int) -> Keys | None:
    """Say what a field is in all variants together; nothing where rules could not tell the rest."""
    shapes = [{key: each for key, each in keys.items() if key not in (*_FREE, *_AS_RULES)} for keys in several]
    if any(each != shapes[0] for each in shapes):
        return None
    merged: Keys = {"name": several[0]["name"], **shapes[0]}
    for low in ("minimum", "min_length", "min_items"):
        if all(low in each for each in several):
            merged[low] = min(each[low] for each in several)
    for high in ("maximum", "max_length", "max_items"):
        if all(high in each for each in several):
            merged[high] = max(each[high] for each in several)
    if all("keywords" in each or "const" in each for each in several):
        merged["keywords"] = list(dict.fromkeys(value for each in several for value in _listed(each)))
    if len(several) == count and all(each.get("required") or "const" in each for each in several):
        merged["required"] = True
    defaults = [each.get("default") for each in several]
    if len(several) == count and None not in defaults and all(each == defaults[0] for each in defaults):
        merged["default"] = defaults[0]
    elif stated := [each for each in defaults if each is not None]:
        merged[LEFT_OUT] = stated[0] if len(stated) == 1 else stated
    merged["describe"] = next((each["describe"] for each in several if "describe" in each), "")
    return merged


def _demands(
    tag: str, values: list[Any], fields: Mapping[str, Keys], merged: Mapping[str, Keys]
) -> Iterator[dict[str, Any]]:
    """Say what one variant demands beyond what all of them do."""
    then: dict[str, Any] = {}
    for name, all_of_them in merged.items():
        keys = fields.get(name)
        if keys is None:
            then[name] = {"present": False}
        elif demand := _demand(keys, all_of_them):
            then[name] = demand
            if (
                "keywords" in all_of_them
                and (keys.get("required") or "const" in keys)
                and not all_of_them.get("required")
            ):
                yield {"when": {tag: values}, "then": {name: {"present": True}}}
    for name, demand in then.items():
        yield {"when": {tag: values}, "then": {name: demand}}


def _demand(keys: Keys, merged: Keys) -> Any:
    if "keywords" in merged and (own := _listed(keys)) != merged["keywords"]:
        return own
    if "keywords" not in merged and ("keywords" in keys or "const" in keys):
        return _listed(keys)
    bounds: dict[str, Any] = {key: keys[key] for key in _AS_RULES if key in keys and keys[key] != merged.get(key)}
    bounds.pop("const", None)
    bounds.pop("keywords", None)
    if (keys.get("required") or "const" in keys) and not merged.get("required"):
        bounds["present"] = True
    return bounds


def _without_default(keys: Keys, names: Sequence[str]) -> Keys:
    if "default" not in keys or keys["name"] not in names:
        return keys
    return {**{key: each for key, each in keys.items() if key != "default"}, LEFT_OUT: keys["default"]}
