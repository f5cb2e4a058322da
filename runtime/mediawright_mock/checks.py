"""Whether a request is what the contract asks for: its credentials, its headers, its parameters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator

from mediawright_mock.values import address_values, body_values
from mediawright_runtime.schema import body_schema, parameters_schema, rule_schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jsonschema.exceptions import ValidationError

    from mediawright_mock.contract import Operation
    from mediawright_mock.messages import Request
    from mediawright_runtime.declarations import ErrorKind

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_LONGEST_MESSAGE = 400


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is refused; the message names the field."""

    kind: ErrorKind
    message: str


class Checks:
    """What one operation asks of a request."""

    def __init__(self, operation: Operation, accepted: Mapping[str, str]) -> None:
        """Prepare the checks; `accepted` fixes credentials by name, and of any other every value will do."""
        self._operation = operation
        self._accepted = accepted
        self._required = {each.name for each in operation.credentials if each.required}
        schema = body_schema(operation.record)
        self._body = Draft202012Validator(schema) if schema is not None else None
        self._takes_bytes = any(each["in"] == "raw" for each in operation.parameters)
        self._address = Draft202012Validator(parameters_schema(_in_address(operation)))
        self._rules = Draft202012Validator({"allOf": _rules_beyond_body(operation)})

    def refusal(self, request: Request, in_path: Mapping[str, str]) -> Refusal | None:
        """Find the first thing that is wrong with a request."""
        return next(self._refusals(request, in_path), None)

    def _refusals(self, request: Request, in_path: Mapping[str, str]) -> Iterator[Refusal]:
        yield from self._wrong_credentials(request)
        yield from self._wrong_headers(request)
        values = address_values(self._operation, request, in_path)
        yield from _violations(self._address, values)
        body = None
        if self._body is not None:
            try:
                body = request.json()
            except (ValueError, RecursionError):
                yield Refusal("invalid", "body: it is not JSON that can be read; send a JSON object")
            yield from _violations(self._body, body)
        elif request.body and not self._takes_bytes:
            yield Refusal("invalid", f"body: {request.method} takes none here; send it without")
        yield from _violations(self._rules, {**values, **body_values(self._operation, body)})

    def _wrong_credentials(self, request: Request) -> Iterator[Refusal]:
        for name, template in self._operation.headers:
            credentials = _PLACEHOLDER.findall(template)
            if not credentials:
                continue
            text = request.headers.get(name.lower())
            if text is None and not self._required.intersection(credentials):
                continue
            given = _filled_in(template, text or "")
            wrong = [each for each in credentials if not self._accepts(each, given.get(each, ""))]
            if wrong:
                yield Refusal("auth", f"{name}: it does not carry an accepted {wrong[0]}; send `{name}: {template}`")

    def _accepts(self, credential: str, value: str) -> bool:
        return value == self._accepted.get(credential, value) and value != ""

    def _wrong_headers(self, request: Request) -> Iterator[Refusal]:
        for name, value in self._operation.headers:
            if _PLACEHOLDER.search(value) or (name.lower() == "content-type" and not request.body):
                continue
            given = request.headers.get(name.lower(), "")
            if given.partition(";")[0].strip().lower() != value.lower():
                yield Refusal("invalid", f"{name}: it is {given!r}; send {value!r}")


def _in_address(operation: Operation) -> list[Mapping[str, Any]]:
    return [each for each in operation.parameters if each["in"] in {"path", "query", "header"}]


def _rules_beyond_body(operation: Operation) -> list[dict[str, Any]]:
    elsewhere = {each["name"] for each in operation.parameters if each["in"] != "body"}
    rules = operation.record.get("rules", ())
    return [rule_schema(each, operation.parameters) for each in rules if elsewhere & {*each["when"], *each["then"]}]


def _filled_in(template: str, text: str) -> dict[str, str]:
    """Read the credentials out of a header's value: `Bearer k1` by `Bearer {key}` gives `{"key": "k1"}`."""
    pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(template))
    match = re.fullmatch(pattern, text)
    return match.groupdict() if match else {}


def _violations(validator: Draft202012Validator, value: Any) -> Iterator[Refusal]:
    errors = validator.iter_errors(value)  # pyright: ignore[reportUnknownMemberType] (an untyped overload in the stubs)
    for error in errors:
        yield Refusal("invalid", f"{_field(error)}: {error.message[:_LONGEST_MESSAGE]}")


def _field(error: ValidationError) -> str:
    """Name the field that a violation is about; of an object that lacks or has a name too many, that name."""
    path = [str(step) for step in error.absolute_path]
    schema: Any = error.schema
    instance: Any = error.instance
    if error.validator == "required":
        path += [name for name in schema["required"] if name not in instance][:1]
    if error.validator == "additionalProperties":
        path += [name for name in instance if name not in schema["properties"]][:1]
    return ".".join(path) or "body"
