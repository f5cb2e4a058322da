"""Which cases exercise a fact of a whole request: its address, its headers, its rules."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from mediawright_generator.coverage.compare import same
from mediawright_generator.coverage.facts import Fact, Record
from mediawright_generator.plan.case import Case, Cases
from mediawright_generator.plan.samples import holds
from mediawright_runtime.shapes import is_object


class OfRequests:
    """What the cases of one operation hold of its requests."""

    def __init__(self, operation: Record, cases: Cases) -> None:
        """Take the cases."""
        self._operation = operation
        self._cases = cases
        self._parameters: dict[str, Record] = {each["name"]: each for each in operation["api_body"]}
        self._sent = [(each, each.request) for each in cases.sent if each.request is not None]

    def exercising(self, fact: Fact) -> Iterator[str]:
        """Name the cases that would fail if the fact were another."""
        if fact.kind in _FOUND:
            yield from _FOUND[fact.kind](self, fact)

    def whole(self, _: Fact) -> Iterator[str]:
        """Name the cases that compare a whole request, which all have it."""
        yield from (case.name for case, _ in self._sent)

    def servers(self, fact: Fact) -> Iterator[str]:
        """A client that is given no address sends to the first."""
        if fact.value == self._operation["servers"][0]["url"]:
            yield from self.whole(fact)

    def wrapped(self, fact: Fact) -> Iterator[str]:
        """Name the cases with a wrapper."""
        yield from (case.name for case, request in self._sent if fact.value in (request["body"] or {}))

    def headers(self, fact: Fact) -> Iterator[str]:
        """Name the cases with a header, filled."""
        for case, request in self._sent:
            if request["headers"].get(fact.subject) and "{" not in request["headers"][fact.subject]:
                yield case.name

    def credentials(self, fact: Fact) -> Iterator[str]:
        """Name the cases that go with a set of credentials; without a word the first is used."""
        first = list(fact.value) == list(self._operation["credential_sets"][0])
        for case, request in self._sent:
            if request.get("credentials") == list(fact.value) or (first and "credentials" not in request):
                yield case.name

    def keyed(self, _: Fact) -> Iterator[str]:
        """Name the cases that send the key of a create."""
        key = self._operation["idempotency"]["name"]
        yield from (case.name for case, request in self._sent if f'"{key}"' in json.dumps(request, default=repr))

    def documented(self, fact: Fact) -> Iterator[str]:
        """Name the cases that send a documented request."""
        body = fact.value.get("body")
        for case, request in self._sent:
            if all(same(request["query"].get(key), value) for key, value in fact.value.get("query", {}).items()) and (
                body is None or same(request["body"], body)
            ):
                yield case.name

    def kept(self, fact: Fact) -> Iterator[str]:
        """Name the cases that trigger a rule and keep it."""
        for case, _ in self._sent:
            if self._meets(fact.value["when"], case, missing=False) and self._meets(
                fact.value["then"], case, missing=True
            ):
                yield case.name

    def broken(self, fact: Fact) -> Iterator[str]:
        """Name the cases that break a rule at one parameter."""
        rule, name = fact.value["rule"], fact.value["at"]
        keyword = self._parameters[name]["python_name"]
        for case in self._cases.refused:
            triggered = self._meets(rule["when"], case, missing=False)
            if (
                case.refused == keyword
                and triggered
                and not self._meets({name: rule["then"][name]}, case, missing=True)
            ):
                yield case.name

    def _meets(self, conditions: Record, case: Case, *, missing: bool) -> bool:
        return all(self._met(name, condition, case.given, missing=missing) for name, condition in conditions.items())

    def _met(self, name: str, condition: Any, given: Record, *, missing: bool) -> bool:
        value = given.get(name)
        present = condition.get("present") if is_object(condition) else None
        if present is not None and present is not (value is not None):
            return False
        value = self._parameters[name].get("default") if value is None else value
        try:
            return missing if value is None and present is None else value is None or holds(condition, value)
        except TypeError:
            return False


_FOUND: Mapping[str, Callable[[OfRequests, Fact], Iterator[str]]] = {
    "method": OfRequests.whole,
    "path": OfRequests.whole,
    "server": OfRequests.servers,
    "wrapper": OfRequests.wrapped,
    "header": OfRequests.headers,
    "credentials": OfRequests.credentials,
    "idempotency key": OfRequests.keyed,
    "documented request": OfRequests.documented,
    "rule kept": OfRequests.kept,
    "rule broken": OfRequests.broken,
}
