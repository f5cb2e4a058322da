"""A documented request taken apart: which values it gives where, and whether its body has the right shape."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from mediawright_generator.check.fit import Value
from mediawright_generator.check.rule import Finding, Record
from mediawright_generator.load.nodes import Path
from mediawright_generator.load.scalars import core_value
from mediawright_generator.problems import Place, shown
from mediawright_generator.spec import Parameter
from mediawright_generator.spec.operation import RequestDemo
from mediawright_generator.spec.parameter import Location
from mediawright_runtime.shapes import is_object

REMEDY: Final = "correct the example or the record"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a request: the parameters that go there, and the values that stand there by wire name."""

    location: Location
    parameters: tuple[Parameter, ...]
    values: Mapping[str, Value]
    path: Path

    def key(self, parameter: Parameter) -> str | None:
        """Find the key that gives a parameter; names of headers are the same in capitals."""
        if self.location != "header":
            return parameter.wire if parameter.wire in self.values else None
        return next((name for name in self.values if name.lower() == parameter.wire.lower()), None)

    def value(self, parameter: Parameter, key: str) -> Value:
        """Give the value of a parameter; headers are text, whatever they mean."""
        value = self.values[key]
        return core_value(value) if self.location == "header" and parameter.type != "string" else value


@dataclass(frozen=True, slots=True)
class Example:
    """One documented request of an operation."""

    record: Record
    demo: RequestDemo
    path: Path

    def place(self, *path: str | int) -> Place:
        """Find a value of the example."""
        return self.record.located.place(*self.path, *path)

    def parts(self) -> tuple[Part, ...]:
        """Take the request apart; a body of another shape than the record's has no parts."""
        parts = [
            self._part("path", self.demo.path, "path"),
            self._part("query", self.demo.query, "query"),
            self._part("header", self.demo.header, "header"),
        ]
        if not self._is_raw() and not any(self.body_findings()):
            parts.append(self._body_part(self.record.vendor.body.key, self.demo.body or {}))
        return tuple(parts)

    def body_findings(self) -> Iterator[Finding]:
        """Find what is wrong with the shape of the body."""
        key, body = self.record.vendor.body.key, self.demo.body
        if body is None or self._is_raw():
            return
        if self.record.operation.method == "GET":
            if any(each.location in {"body", "raw"} for each in self.record.operation.api_body):
                return
            yield Finding(self.place("body"), "the example has a body, which GET does not have", REMEDY)
        elif not is_object(body):
            yield Finding(self.place("body"), f"body {shown(body)} of the example is not a mapping", REMEDY)
        elif key is not None and body:
            yield from self._wrapping_findings(key, body)

    def _wrapping_findings(self, key: str, body: Mapping[str, Value]) -> Iterator[Finding]:
        if key not in body:
            yield Finding(self.place("body"), f"the example lacks the key {key!r} around its parameters", REMEDY)
            return
        if not is_object(body[key]):
            yield Finding(self.place("body", key), f"{key} {shown(body[key])} of the example is not a mapping", REMEDY)
        elif not body[key]:
            what = f"the example has {key!r} around nothing, where the body is {{}}"
            yield Finding(self.place("body", key), what, REMEDY)
        for other in body:
            if other != key:
                place = self.record.located.key_place(*self.path, "body", other)
                yield Finding(place, f"key {other!r} of the example stands beside {key!r}", REMEDY)

    def _body_part(self, key: str | None, body: Mapping[str, Value]) -> Part:
        if key is None or not body:
            return self._part("body", body, "body")
        return self._part("body", body[key], "body", key)

    def _part(self, location: Location, values: Mapping[str, Value], *path: str) -> Part:
        parameters = tuple(each for each in self.record.operation.api_body if each.location == location)
        return Part(location, parameters, values, (*self.path, *path))

    def _is_raw(self) -> bool:
        return any(parameter.location == "raw" for parameter in self.record.operation.api_body)
