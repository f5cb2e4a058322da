"""Whether a request is what the contract asks for: its headers, its parameters."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from mediawright_mock.credentials import Credentials
from mediawright_mock.refusals import Refusal
from mediawright_mock.values import address_values, body_values, sent_body
from mediawright_mock.violations import Demand
from mediawright_runtime.header import names
from mediawright_runtime.schema import body_schema, form_type, idempotency_key, parameters_schema, rooted, rule_schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mediawright_mock.contract import Operation
    from mediawright_mock.issuer import Issuer
    from mediawright_mock.messages import Request


class Checks:
    """What one operation asks of a request."""

    def __init__(self, operation: Operation, issuer: Issuer) -> None:
        """Take the operation; what it asks is prepared when it is first called, as most never are."""
        self._operation = operation
        self._issuer = issuer

    def refusal(self, request: Request, in_path: Mapping[str, str]) -> Refusal | None:
        """Find the first thing that is wrong with a request."""
        return next(self._refusals(request, in_path), None)

    @cached_property
    def _credentials(self) -> Credentials:
        return Credentials(self._operation, self._issuer)

    @cached_property
    def _constants(self) -> list[tuple[str, str]]:
        return [(name, value) for name, value in self._operation.headers if not names(value)]

    @cached_property
    def _body(self) -> Demand | None:
        schema = body_schema(self._operation.record)
        rules = [number for number, beyond in enumerate(self._beyond_body) if not beyond]
        return None if schema is None else Demand(schema, rules)

    @cached_property
    def _address(self) -> Demand:
        operation = self._operation
        parameters = [each for each in operation.parameters if each["in"] in {"path", "query", "header", "cookie"}]
        schema = parameters_schema([*parameters, *idempotency_key(operation.record, "query")])
        return Demand(rooted(schema, operation.record))

    @cached_property
    def _rules(self) -> Demand:
        operation = self._operation
        rules = [number for number, beyond in enumerate(self._beyond_body) if beyond]
        schemas = [rule_schema(operation.record["rules"][number], operation.parameters) for number in rules]
        return Demand({"allOf": schemas} if schemas else {}, rules)

    @cached_property
    def _beyond_body(self) -> list[bool]:
        """Tell of each rule whether it is about more than the body."""
        elsewhere = {each["name"] for each in self._operation.parameters if each["in"] != "body"}
        return [bool(elsewhere & {*each["when"], *each["then"]}) for each in self._operation.record.get("rules", ())]

    def _refusals(self, request: Request, in_path: Mapping[str, str]) -> Iterator[Refusal]:
        wrong = self._credentials.refusal(request)
        if wrong:
            yield wrong
        yield from self._wrong_headers(request)
        values = address_values(self._operation, request, in_path)
        yield from self._address.violations(values)
        body = None
        if self._body is not None and (request.body or not self._may_be_empty):
            try:
                body = sent_body(self._operation, request)
            except (ValueError, RecursionError):
                yield self._unreadable()
            yield from self._body.violations(body)
        else:
            yield from self._wrong_bytes(request)
        values = {**values, **body_values(self._operation, body)}
        yield from self._rules.violations(values)
        yield from self._wrong_secrets(values)

    @cached_property
    def _may_be_empty(self) -> bool:
        """Whether a request may come without its body: one value that is not required."""
        return any(each["in"] == "json" and not each["required"] for each in self._operation.parameters)

    def _unreadable(self) -> Refusal:
        form = form_type(self._operation.record)
        if form is not None:
            return Refusal("invalid", f"body: it is no form that can be read; send {form}", rule="form body")
        return Refusal("invalid", "body: it is not JSON that can be read; send a JSON object", rule="json body")

    def _wrong_headers(self, request: Request) -> Iterator[Refusal]:
        for name, value in self._constants:
            if name.lower() == "content-type" and not request.body:
                continue
            given = request.headers.get(name.lower(), "")
            if given.partition(";")[0].strip().lower() != value.lower():
                yield Refusal("invalid", f"{name}: it is {given!r}; send {value!r}", rule=f"header {name}")

    def _wrong_bytes(self, request: Request) -> Iterator[Refusal]:
        raw = self._operation.raw
        if raw is None and request.body:
            yield Refusal("invalid", f"body: {request.method} takes none here; send it without", rule="empty body")
        if raw is not None and raw["required"] and not request.body:
            yield Refusal(
                "invalid", f"{raw['name']}: the body is empty; send its bytes", rule=f"required {raw['name']}"
            )

    def _wrong_secrets(self, values: Mapping[str, Any]) -> Iterator[Refusal]:
        """Refuse credentials in parameters that are not those accepted: of an operation that issues a token."""
        for token in self._operation.issues:
            for name, credential in token.parameters:
                value = values.get(self._operation.wire_name(name))
                if value is not None and not self._issuer.accepts(credential, str(value)):
                    message = f"{name}: it is not the accepted {credential}"
                    yield Refusal("auth", message, rule=f"credential {name}")
