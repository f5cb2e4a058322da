"""Finds for each fact the cases that exercise it: by what the cases hold, not by what they are called."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mediawright_generator.coverage.facts import BOUNDS, Fact, Record, facts
from mediawright_generator.coverage.reasons import reason
from mediawright_generator.plan.answers import read_all
from mediawright_generator.plan.case import Case, Cases
from mediawright_generator.plan.cases import cases_of, subject_of
from mediawright_generator.plan.samples import WITHIN, holds
from mediawright_runtime.shapes import is_list, is_object

_COUNTS = ("min_items", "max_items")
_TYPES: Mapping[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "array": is_list,
    "object": is_object,
}


@dataclass(frozen=True, slots=True)
class Covered:
    """One fact, the cases that exercise it, and, where there is none, the reason."""

    operation: str
    fact: Fact
    cases: tuple[str, ...]
    reason: str = ""


def measure(contract: Record) -> Iterator[Covered]:
    """Measure all operations of a vendor's contract."""
    operations = {each["python"]: each for each in contract["operations"]}
    for name, operation in operations.items():
        cases = cases_of(subject_of(contract["vendor"], operation, operations), operations)
        seen = Seen(operation, cases)
        for fact in facts(operation, operations):
            found = tuple(dict.fromkeys(seen.exercising(fact)))
            yield Covered(name, fact, found, "" if found else reason(operation, fact))


class Seen:
    """What the cases of one operation hold."""

    def __init__(self, operation: Record, cases: Cases) -> None:
        self._operation = operation
        self._cases = cases
        self._parameters: dict[str, Record] = {each["name"]: each for each in operation["api_body"]}
        self._sent = [(each, each.request) for each in cases.sent if each.request is not None]

    def exercising(self, fact: Fact) -> Iterator[str]:
        """Name the cases that would fail if the fact were another."""
        if fact.subject in self._parameters and fact.kind in _OF_PARAMETERS:
            yield from _OF_PARAMETERS[fact.kind](self, self._parameters[fact.subject], fact.value)
        elif fact.kind in _OF_OPERATIONS:
            yield from _OF_OPERATIONS[fact.kind](self, fact)

    # requests

    def requests(self, _: Fact) -> Iterator[str]:
        """Name the cases that compare a whole request."""
        yield from (case.name for case, _ in self._sent)

    def servers(self, fact: Fact) -> Iterator[str]:
        """A client that is given no address sends to the first."""
        if fact.value == self._operation["servers"][0]["url"]:
            yield from self.requests(fact)

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

    def keyed(self, fact: Fact) -> Iterator[str]:
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

    # rules

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
        present = condition.get("present") if isinstance(condition, Mapping) else None
        if present is not None and present is not (value is not None):
            return False
        value = self._parameters[name].get("default") if value is None else value
        try:
            return missing if value is None and present is None else value is None or holds(condition, value)
        except TypeError:
            return False

    # parameters

    def placed(self, parameter: Record, _: Any) -> Iterator[str]:
        """Name the cases in which a parameter stands in its place."""
        yield from (case.name for case, request in self._sent if self._at(parameter, request) is not None)

    def typed(self, parameter: Record, kind: str) -> Iterator[str]:
        """Name the cases that give a value of another type."""
        for case in self._refused(parameter):
            value = case.given.get(parameter["name"])
            if value is not None and not (_TYPES[kind](value) or (kind == "string" and isinstance(value, bytes))):
                yield case.name

    def missing(self, parameter: Record, _: Any) -> Iterator[str]:
        """Name the cases that leave a required parameter out; of one that is sent anyway, those that show that it is."""
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
            if any(same(each, value) or each == _text(value) for each in _each(self._at(parameter, request))):
                yield case.name

    def closed(self, parameter: Record, values: tuple[Any, ...]) -> Iterator[str]:
        """Name the cases that give a value of the right type which is none of the list."""
        kind = parameter.get("items", {}).get("type", "string") if parameter["type"] == "array" else parameter["type"]
        for case in self._refused(parameter):
            given = _each(case.given.get(parameter["name"]))
            if given and all(_TYPES[kind](each) and not any(same(each, value) for value in values) for each in given):
                yield case.name

    def labelled(self, parameter: Record, named: tuple[str, str]) -> Iterator[str]:
        """Name the cases that give a value by its name, or are refused as the name has several values."""
        value, label = named
        for case, request in self._sent:
            if case.given.get(parameter["name"]) == label and _text(self._at(parameter, request)) == value:
                yield case.name
        yield from (each.name for each in self._refused(parameter) if each.given.get(parameter["name"]) == label)

    def single(self, parameter: Record, _: Any) -> Iterator[str]:
        """Name the cases that give one id as it is."""
        for case, request in self._sent:
            value = case.given.get(parameter["name"])
            if value is not None and same(self._at(parameter, request), [value]):
                yield case.name

    def bounded(self, key: str) -> Callable[[Record, Any], Iterator[str]]:
        """Find the cases on both sides of a bound; one side alone does not exercise it."""

        def found(parameter: Record, bound: Any) -> Iterator[str]:
            beyond = [
                each.name
                for each in self._refused(parameter)
                if not _within(key, bound, each.given.get(parameter["name"]))
            ]
            at = [case.name for case, request in self._sent if _touches(key, bound, self._at(parameter, request))]
            if beyond and at:
                yield from (*at, *beyond)

        return found

    def _refused(self, parameter: Record) -> Iterator[Case]:
        return (each for each in self._cases.refused if each.refused == parameter["python_name"])

    def _at(self, parameter: Record, request: Record) -> Any:
        """Find a parameter in a request; None where it is not in its place."""
        name = parameter["wire_name"]
        match parameter["in"]:
            case "body":
                key = self._operation["body"].get("key")
                body = (request["body"] or {}).get(key, {}) if key else request["body"] or {}
                return body.get(name)
            case "query":
                return request["query"].get(name)
            case "header":
                return next((value for key, value in request["headers"].items() if key.lower() == name.lower()), None)
            case "raw":
                return request["body"]
            case _:
                return _in_path(self._operation["endpoint"], request["path"], name)

    # answers

    def successes(self, fact: Fact) -> Iterator[str]:
        """Name the cases of answers with a code that means success."""
        place = self._operation["envelope"]["code"]
        told = (*self._cases.answers, *self._cases.tasks)
        yield from (each.name for each in told if any(same(code, fact.value) for code in read_all(each.answer, place)))

    def uncoded(self, fact: Fact) -> Iterator[str]:
        """Name the cases of answers without a code."""
        yield from (each.name for each in self._cases.answers if not read_all(each.answer, fact.value))

    def told(self, key: str) -> Callable[[Fact], Iterator[str]]:
        """Find the cases of errors that say something in a place."""

        def found(fact: Fact) -> Iterator[str]:
            for each in self._cases.codes:
                if each.expect.get(key) is not None and any(
                    same(value, each.expect[key]) for value in read_all(each.answer, fact.value)
                ):
                    yield each.name

        return found

    def errors(self, fact: Fact) -> Iterator[str]:
        """Name the cases of a documented error."""
        for each in self._cases.codes:
            wanted = (fact.value.get("code"), fact.value.get("http_status", 200), fact.value.get("retries", 0))
            if (each.expect["code"], each.expect.get("status", 200), each.expect.get("retries", 0)) == wanted:
                yield each.name

    def renewed(self, fact: Fact) -> Iterator[str]:
        """Name the cases in which a code has a token fetched anew."""
        yield from (
            each.name for each in self._cases.codes if "fetched" in each.expect and each.expect["code"] == fact.value
        )

    def shown(self, fact: Fact) -> Iterator[str]:
        """Name the cases of a documented answer."""
        yield from (each.name for each in self._told() if same(each.answer, fact.value))

    def fields(self, fact: Fact) -> Iterator[str]:
        """Name the cases of answers that have a field, of which a caller's view is compared."""
        for each in self._cases.answers:
            if "answer" in each.expect and read_all(each.answer, fact.value):
                yield each.name

    def ids(self, fact: Fact) -> Iterator[str]:
        """Name the cases in which a task's id is read."""
        for each in self._cases.answers:
            token = each.expect.get("token", {})
            known = [token.get("id"), *token.get("ids", {}).values()]
            if any(same(value, id_) for value in read_all(each.answer, fact.value) for id_ in known):
                yield each.name

    def outputs(self, fact: Fact) -> Iterator[str]:
        """Name the cases in which the files of a place are read."""
        for each in self._told():
            there = [value for value in read_all(each.answer, fact.value) if value]
            if there and set(map(str, there)) <= set(each.expect.get("outputs", ())):
                yield each.name

    def states(self, fact: Fact) -> Iterator[str]:
        """Name the cases of a status word."""
        yield from (
            each.name
            for each in self._cases.tasks
            if _text(each.expect.get("raw")) == fact.subject and each.expect["state"] == fact.value
        )

    def other_state(self, fact: Fact) -> Iterator[str]:
        """Name the cases of a status that nobody documents."""
        yield from (
            each.name
            for each in self._cases.tasks
            if each.expect.get("raw") == "no such status" and each.expect["state"] == fact.value
        )

    def tasks(self, key: str) -> Callable[[Fact], Iterator[str]]:
        """Find the cases of tasks in which something is read in a place."""

        def found(fact: Fact) -> Iterator[str]:
            for each in self._cases.tasks:
                there = [value for value in read_all(each.answer, fact.value) if value is not None]
                if key in each.expect and there and each.expect[key] == there[0]:
                    yield each.name

        return found

    def tolerated(self, fact: Fact) -> Iterator[str]:
        """Name the cases of tasks that tell of an error beside what counts more."""
        envelope = self._operation["envelope"]
        for each in self._cases.tasks:
            codes = read_all(each.answer, envelope["code"])
            if codes and codes[0] not in envelope["success"] and read_all(each.answer, fact.value):
                yield each.name

    def _told(self) -> tuple[Case, ...]:
        return (*self._cases.answers, *self._cases.tasks, *self._cases.documented)


def same(one: Any, other: Any) -> bool:
    """Compare as JSON does: `true` is not 1."""
    return bool(one == other) and isinstance(one, bool) == isinstance(other, bool)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, default=repr)


def _each(value: Any) -> list[Any]:
    return [] if value is None else list(value) if is_list(value) else [value]


def _in_path(endpoint: str, path: str, name: str) -> str | None:
    pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(endpoint))
    found = re.fullmatch(pattern, path)
    return found[name] if found else None


def _measures(key: str, value: Any) -> list[Any]:
    """List what a bound is about: a list itself for its count, else each item."""
    return [value] if key in _COUNTS else _each(value)


def _within(key: str, bound: Any, value: Any) -> bool:
    try:
        return all(WITHIN[key](each, bound) for each in _measures(key, value))
    except TypeError:
        return True


def _touches(key: str, bound: Any, value: Any) -> bool:
    """Say whether a value lies at a bound: nothing between the two would be another value."""
    sizes = [
        len(each) if key.endswith(("_length", "_items")) else each for each in _measures(key, value) if each is not None
    ]
    numbers = [each for each in sizes if isinstance(each, int | float) and not isinstance(each, bool)]
    if key.startswith("exclusive"):
        return any(0 < abs(each - bound) <= 1 for each in numbers)
    return any(each == bound for each in numbers)


_OF_PARAMETERS: Mapping[str, Callable[[Seen, Record, Any], Iterator[str]]] = {
    "in": Seen.placed,
    "type": Seen.typed,
    "required": Seen.missing,
    "default": Seen.omitted,
    "send_default": Seen.standing_in,
    "credential": Seen.standing_in,
    "const": Seen.constant,
    "value": Seen.valued,
    "closed list": Seen.closed,
    "label": Seen.labelled,
    "single": Seen.single,
    **{key: lambda seen, parameter, bound, key=key: seen.bounded(key)(parameter, bound) for key in BOUNDS},
}
_OF_OPERATIONS: Mapping[str, Callable[[Seen, Fact], Iterator[str]]] = {
    "method": Seen.requests,
    "path": Seen.requests,
    "server": Seen.servers,
    "wrapper": Seen.wrapped,
    "header": Seen.headers,
    "credentials": Seen.credentials,
    "idempotency key": Seen.keyed,
    "documented request": Seen.documented,
    "documented answer": Seen.shown,
    "rule kept": Seen.kept,
    "rule broken": Seen.broken,
    "success": Seen.successes,
    "code may be missing": Seen.uncoded,
    "code in": lambda seen, fact: seen.told("code")(fact),
    "message in": lambda seen, fact: seen.told("message")(fact),
    "trace_id in": lambda seen, fact: seen.told("trace_id")(fact),
    "error": Seen.errors,
    "token expired": Seen.renewed,
    "field of the answer": Seen.fields,
    "id in": Seen.ids,
    "output": Seen.outputs,
    "output of a task": Seen.outputs,
    "status": Seen.states,
    "any other status": Seen.other_state,
    "status in": lambda seen, fact: seen.tasks("raw")(fact),
    "reason in": lambda seen, fact: seen.tasks("reason")(fact),
    "progress in": lambda seen, fact: seen.tasks("progress")(fact),
    "tolerated beside": Seen.tolerated,
}
