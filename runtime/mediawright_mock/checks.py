"""Whether a request is what the contract asks for: its headers, its parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator

from mediawright_mock.credentials import Credentials
from mediawright_mock.refusals import Refusal
from mediawright_mock.values import address_values, body_values
from mediawright_runtime.header import names
from mediawright_runtime.schema import body_schema, parameters_schema, rule_schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jsonschema.exceptions import ValidationError

    from mediawright_mock.contract import Operation
    from mediawright_mock.issuer import Issuer
    from mediawright_mock.messages import Request

_LONGEST_MESSAGE = 400


class Checks:
    """What one operation asks of a request."""

    def __init__(self, operation: Operation, issuer: Issuer) -> None:
        """Prepare the checks."""
        self._operation = operation
        self._issuer = issuer
        self._credentials = Credentials(operation, issuer)
        schema = body_schema(operation.record)
        self._body = Draft202012Validator(schema) if schema is not None else None
        self._address = Draft202012Validator(parameters_schema(_in_address(operation)))
        self._rules = Draft202012Validator({"allOf": _rules_beyond_body(operation)})

    def refusal(self, request: Request, in_path: Mapping[str, str]) -> Refusal | None:
        """Find the first thing that is wrong with a request."""
        return next(self._refusals(request, in_path), None)

    def _refusals(self, request: Request, in_path: Mapping[str, str]) -> Iterator[Refusal]:
        wrong = self._credentials.refusal(request)
        if wrong:
            yield wrong
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
        else:
            yield from self._wrong_bytes(request)
        values = {**values, **body_values(self._operation, body)}
        yield from _violations(self._rules, values)
        yield from self._wrong_secrets(values)

    def _wrong_headers(self, request: Request) -> Iterator[Refusal]:
        for name, value in self._operation.headers:
            if names(value) or (name.lower() == "content-type" and not request.body):
                continue
            given = request.headers.get(name.lower(), "")
            if given.partition(";")[0].strip().lower() != value.lower():
                yield Refusal("invalid", f"{name}: it is {given!r}; send {value!r}")

    def _wrong_bytes(self, request: Request) -> Iterator[Refusal]:
        raw = self._operation.raw
        if raw is None and request.body:
            yield Refusal("invalid", f"body: {request.method} takes none here; send it without")
        if raw is not None and raw["required"] and not request.body:
            yield Refusal("invalid", f"{raw['name']}: the body is empty; send its bytes")

    def _wrong_secrets(self, values: Mapping[str, Any]) -> Iterator[Refusal]:
        """Refuse credentials in parameters that are not those accepted: of an operation that issues a token."""
        for token in self._operation.issues:
            for name, credential in token.parameters:
                value = values.get(self._operation.wire_name(name))
                if value is not None and not self._issuer.accepts(credential, str(value)):
                    yield Refusal("auth", f"{name}: it is not the accepted {credential}")


def _in_address(operation: Operation) -> list[Mapping[str, Any]]:
    return [each for each in operation.parameters if each["in"] in {"path", "query", "header"}]


def _rules_beyond_body(operation: Operation) -> list[dict[str, Any]]:
    elsewhere = {each["name"] for each in operation.parameters if each["in"] != "body"}
    rules = operation.record.get("rules", ())
    return [rule_schema(each, operation.parameters) for each in rules if elsewhere & {*each["when"], *each["then"]}]


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
