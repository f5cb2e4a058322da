"""Schemas without what of them contradicts itself, so that no value could ever be right."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from mediawright_generator.check.fragments import contradictions
from mediawright_runtime.conformity import Conformity
from mediawright_runtime.shapes import is_list, is_object

Schema = dict[str, Any]

_HIGHEST: Final = {
    "minimum": "maximum",
    "minLength": "maxLength",
    "minItems": "maxItems",
    "minProperties": "maxProperties",
}
_MAPPINGS: Final = ("properties", "patternProperties", "dependentSchemas")


class Sound:
    """Takes contradictions out of schemas; `named` are the shared ones to which they may refer."""

    def __init__(self, named: Mapping[str, Schema]) -> None:
        """Take the shared schemas."""
        self._holds = Conformity(named)

    def settled(self, schema: Any) -> tuple[Any, tuple[str, ...]]:
        """Give a schema without its contradictions, and say each."""
        told: list[str] = []
        return self._below(schema, told), tuple(told)

    def _below(self, schema: Any, told: list[str]) -> Any:
        if is_list(schema):
            return [self._below(each, told) for each in schema]
        if not is_object(schema):
            return schema
        own = dict(self._own(schema, told))
        return {key: each if key in _VALUES else self._inside(key, each, told) for key, each in own.items()}

    def _inside(self, key: str, value: Any, told: list[str]) -> Any:
        if key in _MAPPINGS and is_object(value):
            return {name: self._below(each, told) for name, each in value.items()}
        return self._below(value, told)

    def _own(self, schema: Mapping[str, Any], told: list[str]) -> Iterator[tuple[str, Any]]:
        now: Schema = dict(schema)
        while found := next(contradictions(self._holds, now), None):
            (key, *_), what, _ = found
            told.append(what)
            now = _without(now, str(key), found[0])
        yield from now.items()


_VALUES: Final = ("default", "const", "enum", "examples", "required", "dependentRequired")
"""Keywords that hold values, which are no schemas."""


def _without(schema: Schema, key: str, path: tuple[Any, ...]) -> Schema:
    if key == "required":
        names = [each for index, each in enumerate(schema["required"]) if index != path[1]]
        rest = {name: each for name, each in schema.items() if name != "required"}
        return {**rest, "required": names} if names else rest
    return {name: each for name, each in schema.items() if name not in (key, _HIGHEST.get(key))}
