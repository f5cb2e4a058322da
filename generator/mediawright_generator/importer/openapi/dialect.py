"""The keywords of schemas, and what documents write in their place."""

from collections.abc import Mapping
from typing import Any, Final

MEANT: Final[Mapping[str, dict[str, Any]]] = {
    "file": {"type": "string", "format": "binary"},
    "binary": {"type": "string", "format": "binary"},
    "int": {"type": "integer"},
    "long": {"type": "integer"},
    "float": {"type": "number"},
    "double": {"type": "number"},
    "decimal": {"type": "number"},
    "bool": {"type": "boolean"},
    "str": {"type": "string"},
    "text": {"type": "string"},
    "date": {"type": "string", "format": "date"},
    "datetime": {"type": "string", "format": "date-time"},
    "uuid": {"type": "string", "format": "uuid"},
    "enum": {"type": "string"},
    "list": {"type": "array"},
    "dict": {"type": "object"},
    "map": {"type": "object"},
    "any": {},
    "": {},
}
"""Types that no JSON Schema has, and what they mean."""
COUNTS: Final = ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties")
NUMBERS: Final = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
AS_THEY_ARE: Final = ("enum", "const", "default", "dependentRequired", "minContains", "maxContains")
ONE_BELOW: Final = (
    "items",
    "additionalProperties",
    "not",
    "if",
    "then",
    "else",
    "contains",
    "propertyNames",
    "unevaluatedProperties",
    "unevaluatedItems",
)
SEVERAL_BELOW: Final = ("allOf", "anyOf", "oneOf", "prefixItems")
NAMED_BELOW: Final = ("properties", "patternProperties", "dependentSchemas")
WITHOUT_FACTS: Final = frozenset(
    {
        *("title", "description", "example", "examples", "externalDocs", "xml", "deprecated", "$comment", "summary"),
        *("$schema", "$id", "$anchor", "$dynamicAnchor", "$defs", "definitions", "discriminator", "nullable", "tags"),
        *("$ref", "type", "required", "format", "pattern", "uniqueItems", "readOnly", "writeOnly", "collectionFormat"),
        *("contentMediaType", "contentEncoding", "contentSchema", "in", "name", "optional", "enumNames", "order"),
    }
)
"""Keys that say nothing to a validator, and those that are read by themselves."""
