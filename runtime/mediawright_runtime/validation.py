"""Checks what a caller gives for one operation before anything is sent."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError

from mediawright_runtime import rules
from mediawright_runtime.errors import InvalidRequestError
from mediawright_runtime.labels import Labels
from mediawright_runtime.models import ResponseModel
from mediawright_runtime.redaction import shown
from mediawright_runtime.shapes import is_list, is_object
from mediawright_runtime.words import closest, one_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

    from mediawright_runtime.declarations import Operation, Parameter

Validate = Literal["strict", "warn", "off"]

_LOGGER = logging.getLogger("mediawright")
_PLAIN = (str, int, float, bytes)


class Checker:
    """What one operation accepts, made ready once."""

    __slots__ = (
        "_defaults",
        "_exact",
        "_keywords",
        "_labels",
        "_needed",
        "_nullable",
        "_operation",
        "_readers",
        "_required",
        "_schemas",
        "sent_defaults",
    )

    def __init__(self, operation: Operation[ResponseModel]) -> None:
        self._operation = operation
        self._keywords = {parameter.name: parameter for parameter in operation.parameters}
        self._required = tuple(_required(operation))
        self._needed = frozenset(self._required)
        self._defaults = {each.name: each.default for each in operation.parameters if each.default is not None}
        self._exact = dict(_exact(operation))
        self._schemas = {each.name: each.schema for each in operation.parameters if each.schema is not None}
        self._nullable = frozenset(name for name in self._schemas if name in self._needed and self._takes_null(name))
        self._labels = {each.name: Labels(each.labels) for each in operation.parameters if _has_names(each)}
        self._readers: dict[str, Callable[[object], object]] = {
            **{name: labels.value for name, labels in self._labels.items()},
            **{each.name: partial(self._read, each.name) for each in operation.parameters if each.location == "raw"},
            **{each.name: partial(self._read_files, each.name) for each in operation.parameters if each.file},
            **{each.name: _listed for each in operation.parameters if each.single},
        }
        self.sent_defaults = {each.name: _sendable(each.default) for each in operation.parameters if each.send_default}
        """What is sent where nothing is given, by keyword."""

    def check(self, params: Mapping[str, object], validate: Validate) -> dict[str, object]:
        """Bring parameters into the form in which they are sent.

        Raises:
            InvalidRequestError: A keyword is missing or unknown, a file cannot be read, or (if strict) a value is not
                allowed.
        """
        given = {
            name: self._sent(name, value)
            for name, value in params.items()
            if value is not None or name in self._nullable
        }
        self._refuse_keywords(params, given)
        if self.sent_defaults:
            given = {**self.sent_defaults, **given}
        for name in self._readers.keys() & given.keys() if self._readers else ():
            given[name] = self._readers[name](given[name])
        if validate != "off":
            self._judge(given, validate)
        return given

    def _sent(self, name: str, value: object) -> object:
        try:
            return _sendable(value)
        except RecursionError:
            raise self._refusal(name, value, reason="is nested too deep") from None

    def _read(self, name: str, value: object) -> bytes:
        """Read the file that is to be sent, once and before anything goes out."""
        from mediawright_runtime import uploads  # noqa: PLC0415 (weight: few operations send a file)

        try:
            return uploads.read(value)
        except uploads.UnreadableError as problem:
            raise self._refusal(name, value, reason=f"{shown(value)} {problem}") from problem

    def _read_files(self, name: str, value: object) -> object:
        """Read the files of one field of a form."""
        from mediawright_runtime import uploads  # noqa: PLC0415 (weight: few operations send a file)

        try:
            return uploads.read_parts(self._keywords[name].wire_name, value)
        except uploads.UnreadableError as problem:
            raise self._refusal(name, value, reason=f"{shown(value)} {problem}") from problem

    def _takes_null(self, name: str) -> bool:
        from mediawright_runtime.conformity import Conformity  # noqa: PLC0415 (weight: few operations have a schema)

        return Conformity(self._operation.schemas).accepts(self._schemas[name], None)

    def _refuse_keywords(self, params: Mapping[str, object], given: Mapping[str, object]) -> None:
        if not params.keys() <= self._keywords.keys():
            name = next(name for name in params if name not in self._keywords)
            raise self._unknown(name)
        if not given.keys() >= self._needed:
            name = next(name for name in self._required if name not in given)
            raise self._refusal(name, None, reason=f"is missing; {self._needs()}")

    def _judge(self, given: dict[str, object], validate: Validate) -> None:
        told: set[str] = set()
        for problem in self._problems(given):
            if validate == "strict":
                raise problem
            if problem.field not in told:
                told.add(problem.field)
                what = "%s: %s is sent though it is not allowed; documented: %s"
                _LOGGER.warning(what, problem.operation, problem.field, problem.allowed)

    def _problems(self, given: dict[str, object]) -> Iterator[InvalidRequestError]:
        """Find what is not allowed, one after the other; rules are asked of values that are allowed alone."""
        for name, labels in self._labels.items():
            value = given.get(name)
            if isinstance(value, str):
                yield self._refused_name(name, value, labels)
        for name in self._exact.keys() & given.keys() if self._exact else ():
            if not _is_of(self._exact[name], given[name]):
                yield self._refusal(name, given[name], reason=f"{shown(given[name])} is not allowed")
        if self._schemas:
            yield from self._misfits(given)
        try:
            self._operation.request.model_validate(given)
        except ValidationError as error:
            facts = error.errors(include_url=False, include_context=False)
            yield from (self._refused_value(fact, given) for fact in facts)
        else:
            yield from self._broken_rules(given)

    def _misfits(self, given: Mapping[str, object]) -> Iterator[InvalidRequestError]:
        """Hold what is given against the schemas of its parameters."""
        from mediawright_runtime.conformity import Conformity  # noqa: PLC0415 (weight: few operations have a schema)

        judge, operation = Conformity(self._operation.schemas), self._operation
        for name in (each for each in self._schemas if each in given):
            try:
                found = next(judge.misfits(self._schemas[name], given[name]), None)
            except RecursionError:
                yield self._refusal(name, given[name], reason="is nested too deep")
                continue
            if found is not None:
                field = f"{name}{_place(found.path)}"
                allowed = found.allowed if found.path else self._keywords[name].allowed
                facts = {"reason": found.what, "operation": operation.path}
                yield InvalidRequestError(field, found.value, allowed, operation.source, **facts)

    def _broken_rules(self, given: dict[str, object]) -> Iterator[InvalidRequestError]:
        for rule in self._operation.rules:
            refused = rules.broken(rule, given, self._defaults)
            if refused is not None:
                name, demand = refused
                why = rules.reason(rule, name, given, self._defaults)
                yield self._refusal(name, given.get(name), reason=why, allowed=demand.allowed)

    def _refused_name(self, name: str, value: str, labels: Labels) -> InvalidRequestError:
        """Refuse a text in place of an integer: it names no value, or several."""
        several = labels.values(value)
        if several:
            reason = f"{shown(value)} stands for {' and '.join(map(str, several))}"
            return self._refusal(name, value, reason=reason, allowed=one_of(map(str, several)))
        near = labels.closest(value)
        hint = f" (did you mean {near!r}?)" if near else ""
        allowed = f"{self._keywords[name].allowed}, or by name {one_of(map(repr, labels.names.values()))}"
        return self._refusal(name, value, reason=f"{shown(value)} names no value{hint}", allowed=allowed)

    def _refused_value(self, fact: ErrorDetails, given: Mapping[str, object]) -> InvalidRequestError:
        place = fact["loc"]
        name = str(place[0]) if place else ""
        value = fact["input"] if fact["type"] != "missing" else None
        where = "".join(f"[{step!r}]" for step in place[1:] if isinstance(step, int))
        reason = f"{where + ' ' if where else ''}{shown(value)} is not allowed"
        return self._refusal(name, value if where else given.get(name), reason=reason, said=fact["msg"])

    def _refusal(
        self, name: str, value: object, *, reason: str, allowed: str = "", said: str = ""
    ) -> InvalidRequestError:
        parameter = self._keywords.get(name)
        declared = parameter.allowed if parameter else ""
        operation = self._operation
        allowed = allowed or declared or said or "a value"
        removed = next((each for each in operation.reserved if each.is_value(name, value)), None)
        reason = f"{reason}: it {removed}" if removed else reason
        return InvalidRequestError(name, value, allowed, operation.source, reason=reason, operation=operation.path)

    def _unknown(self, name: str) -> InvalidRequestError:
        operation = self._operation
        removed = next((each for each in operation.reserved if each.value is None and each.is_called(name)), None)
        near = None if removed else closest(name, self._keywords)
        hint = f" (did you mean {near}?)" if near else ""
        reason = f"{removed or f'is not a parameter{hint}'}; {self._needs()}"
        allowed = one_of(self._keywords) if self._keywords else "no parameters"
        return InvalidRequestError(name, None, allowed, operation.source, reason=reason, operation=operation.path)

    def _needs(self) -> str:
        return f"required: {', '.join(self._required)}" if self._required else "nothing is required"


def _sendable(value: object) -> object:
    """Bring a value into the form of JSON: a list for a tuple, the fields that a model of pydantic's has."""
    if isinstance(value, _PLAIN):
        return value
    if is_list(value):
        return [_sendable(item) for item in value]
    if isinstance(value, ResponseModel):
        return value.model_dump(by_alias=True, exclude_unset=True, warnings=False)
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True, exclude_none=True, warnings=False)
    return {key: _sendable(item) for key, item in value.items()} if is_object(value) else value


def _place(path: tuple[str | int, ...]) -> str:
    """Write the way to a value below a parameter: `[0].role`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)


def _listed(value: object) -> object:
    """Put one id as it is into the list in which it is sent."""
    return value if is_list(value) else [value]


def _has_names(parameter: Parameter) -> bool:
    """Whether an integer may be given by name: the values that have names are integers."""
    return bool(parameter.labels) and all(type(value) is int for value, _ in parameter.labels)


def _exact(operation: Operation[ResponseModel]) -> Iterator[tuple[str, frozenset[object]]]:
    """Name the keywords that take one of some integers or flags, and the types of those; a text is judged as a name.

    To a `Literal` True, 1 and 1.0 are one, even if it is strict.
    """
    for parameter in operation.parameters:
        field = _field(operation, parameter)
        kinds = frozenset(_kinds(field.annotation) if field is not None else ())
        if kinds & {int, bool} and float not in kinds:
            yield parameter.name, kinds | {str}


def _kinds(annotation: object) -> Iterator[object]:
    """List the types of the values of every `Literal` in an annotation, and `float` where it takes any number."""
    if annotation is float:
        yield float
    if get_origin(annotation) is Literal:
        yield from map(type, get_args(annotation))
    else:
        for each in get_args(annotation):
            yield from _kinds(each)


def _is_of(kinds: frozenset[object], value: object) -> bool:
    """Whether a value is exactly of one of these types, or a list of such."""
    return all(type(item) in kinds for item in (value if is_list(value) else (value,)))


def _required(operation: Operation[ResponseModel]) -> Iterator[str]:
    """Name the keywords that must be there: the request model's, and credentials, which the client may have."""
    for parameter in operation.parameters:
        field = _field(operation, parameter)
        if parameter.credential or (field is not None and field.is_required()):
            yield parameter.name


def _field(operation: Operation[ResponseModel], parameter: Parameter) -> FieldInfo | None:
    """Find the request model's field of a parameter; where Python keeps the keyword for itself, it is an alias."""
    fields = operation.request.model_fields
    by_alias = (field for field in fields.values() if field.alias == parameter.name)
    return fields.get(parameter.name) or next(by_alias, None)
