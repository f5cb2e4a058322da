"""Which cases exercise a fact of a parameter: its place, its type, its values, its bounds."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from mediawright_generator.coverage.compare import each_of, is_of_type, same, text, touches, within
from mediawright_generator.coverage.facts import BOUNDS, Fact, Record
from mediawright_generator.plan.case import Case, Cases


class OfParameters:
    """What the cases of one operation hold of its parameters."""

    def __init__(self, operation: Record, cases: Cases) -> None:
        """Take the cases."""
        self._operation = operation
        self._cases = cases
        self._parameters: dict[str, Record] = {each["name"]: each for each in operation["api_body"]}
        self._sent = [(each, each.request) for each in cases.sent if each.request is not None]

    def exercising(self, fact: Fact) -> Iterator[str]:
        """Name the cases that would fail if the fact were another."""
        if fact.subject not in self._parameters:
            return
        parameter = self._parameters[fact.subject]
        if fact.kind in BOUNDS:
            yield from self._bounded(fact.kind, parameter, fact.value)
        elif fact.kind in _FOUND:
            yield from _FOUND[fact.kind](self, parameter, fact.value)

    def placed(self, parameter: Record, _: Any) -> Iterator[str]:
        """Name the cases in which a parameter stands in its place."""
        yield from (case.name for case, request in self._sent if self._at(parameter, request) is not None)

    def typed(self, parameter: Record, kind: str) -> Iterator[str]:
        """Name the cases that give a value of another type."""
        for case in self._refused(parameter):
            value = case.given.get(parameter["name"])
            if value is not None and not is_of_type(kind, value):
                yield case.name

    def missing(self, parameter: Record, _: Any) -> Iterator[str]:
        """Name the cases that leave a required parameter out, or that show what is sent in its stead."""
        name = parameter["name"]
        yield from (
            each.name
            for each in self._cases.missing
            if name not in each.given and each.refused == parameter["python_name"]
        )
        yield from self._standing_in(parameter)

    def omitted(self, parameter: Record, _: Any) -> Iterator[str]:
        """Name the cases in which nothing is given and nothing sent, as a default is only documented."""
        for case, request in self._sent:
            if case.given.get(parameter["name"]) is None and self._at(parameter, request) is None:
                yield case.name

    def _standing_in(self, parameter: Record) -> Iterator[str]:
        for case, request in self._sent:
            if case.given.get(parameter["name"]) is None and self._at(parameter, request) is not None:
                yield case.name

    def standing_in(self, parameter: Record, _: Any) -> Iterator[str]:
        """Name the cases in which nothing is given and something sent."""
        yield from self._standing_in(parameter)

    def constant(self, parameter: Record, value: Any) -> Iterator[str]:
        """Name the cases that send a constant."""
        yield from (case.name for case, request in self._sent if same(self._at(parameter, request), value))

    def valued(self, parameter: Record, value: Any) -> Iterator[str]:
        """Name the cases that send a value."""
        for case, request in self._sent:
            if any(same(each, value) or each == text(value) for each in each_of(self._at(parameter, request))):
                yield case.name

    def closed(self, parameter: Record, values: tuple[Any, ...]) -> Iterator[str]:
        """Name the cases that give a value of the right type which is none of the list."""
        kind = parameter.get("items", {}).get("type", "string") if parameter["type"] == "array" else parameter["type"]
        for case in self._refused(parameter):
            given = each_of(case.given.get(parameter["name"]))
            if given and all(
                is_of_type(kind, each) and not any(same(each, value) for value in values) for each in given
            ):
                yield case.name

    def labelled(self, parameter: Record, named: tuple[str, str]) -> Iterator[str]:
        """Name the cases that give a value by its name, or are refused as the name has several values."""
        value, label = named
        for case, request in self._sent:
            if case.given.get(parameter["name"]) == label and text(self._at(parameter, request)) == value:
                yield case.name
        yield from (each.name for each in self._refused(parameter) if each.given.get(parameter["name"]) == label)

    def single(self, parameter: Record, _: Any) -> Iterator[str]:
        """Name the cases that give one id as it is."""
        for case, request in self._sent:
            value = case.given.get(parameter["name"])
            if value is not None and same(self._at(parameter, request), [value]):
                yield case.name

    def _bounded(self, key: str, parameter: Record, bound: Any) -> Iterator[str]:
        """Name the cases on both sides of a bound; one side alone does not exercise it."""
        name = parameter["name"]
        beyond = [each.name for each in self._refused(parameter) if not within(key, bound, each.given.get(name))]
        at = [case.name for case, request in self._sent if touches(key, bound, self._at(parameter, request))]
        if beyond and at:
            yield from (*at, *beyond)

    def _refused(self, parameter: Record) -> Iterator[Case]:
        return (each for each in self._cases.refused if each.refused == parameter["python_name"])

    def _at(self, parameter: Record, request: Record) -> Any:
        """Find a parameter in a request; None where it is not in its place."""
        name = parameter["wire_name"]
        match parameter["in"]:
            case "body":
                key = self._operation["body"].get("key")
                body: Record = request["body"] or {}
                inner: Record = body.get(key, {}) if key else body
                return inner.get(name)
            case "query":
                return request["query"].get(name)
            case "header":
                return next((value for key, value in request["headers"].items() if key.lower() == name.lower()), None)
            case "raw":
                return request["body"]
            case _:
                return _in_path(self._operation["endpoint"], request["path"], name)


def _in_path(endpoint: str, path: str, name: str) -> str | None:
    pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(endpoint))
    found = re.fullmatch(pattern, path)
    return found[name] if found else None


_FOUND: Mapping[str, Callable[[OfParameters, Record, Any], Iterator[str]]] = {
    "in": OfParameters.placed,
    "type": OfParameters.typed,
    "required": OfParameters.missing,
    "default": OfParameters.omitted,
    "send_default": OfParameters.standing_in,
    "credential": OfParameters.standing_in,
    "const": OfParameters.constant,
    "value": OfParameters.valued,
    "closed list": OfParameters.closed,
    "label": OfParameters.labelled,
    "single": OfParameters.single,
}
