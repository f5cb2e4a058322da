"""Which operations are the same ones, and what changed of each beside its parameters, rules and answers."""

import re
from collections.abc import Hashable, Iterator, Mapping

from mediawright_generator.check.rule import Record
from mediawright_generator.diff.found import Fact, Found, Spot, changed, existence, flag
from mediawright_generator.diff.headers import content_type, content_type_spot
from mediawright_generator.diff.matching import Matched, match
from mediawright_generator.diff.names import Names
from mediawright_generator.diff.places import outputs
from mediawright_generator.diff.values import matched_values
from mediawright_generator.diff.vendors import address
from mediawright_generator.load import LoadedVendor
from mediawright_generator.plan.contract import output_kind
from mediawright_generator.spec import Operation
from mediawright_generator.spec.operation import Idempotency

_HALF = 0.5


def matched_operations(base: LoadedVendor, head: LoadedVendor) -> Matched[Record]:
    """Bring together what has one id, one name, or does the same at the same address."""
    before, after = ([Record(one, each) for each in one.operations] for one in (base, head))
    return match(before, after, [lambda each: each.operation.id, lambda each: each.operation.name], _likeness)


def _likeness(one: Record, other: Record) -> float:
    before, after = one.operation, other.operation
    known = {each.wire for each in before.api_body}, {each.wire for each in after.api_body}
    shared = len(known[0] & known[1]) / (len(known[0] | known[1]) or 1)
    same_address = _address(before) == _address(after)
    same_code = before.model_code is not None and before.model_code == after.model_code
    same_path = before.python_path == after.python_path
    if same_code or same_path or (same_address and (shared >= _HALF or not any(known))):
        return 1 + shared + same_code + same_path + same_address
    return 0


def _address(operation: Operation) -> Hashable:
    return operation.method, _endpoint(operation)


def _endpoint(operation: Operation) -> str:
    """Write the path without the names of its placeholders, which nobody sends."""
    return re.sub(r"\{[^{}]*\}", "{}", operation.endpoint)


def renamed_categories(found: Matched[Record]) -> Mapping[str, str]:
    """Say which categories were renamed: those whose operations all went to one that is new."""
    before = {old.operation.category for old, _ in found.pairs}
    after = {new.operation.category for _, new in found.pairs}
    moves = {(old.operation.category, new.operation.category) for old, new in found.pairs}
    gone = before - after - {each.operation.category for each in found.new}
    return {
        old: new
        for old, new in moves
        if old in gone and new not in before and [one for one, _ in moves].count(old) == 1
    }


def operation(base: Record, head: Record, names: Names) -> Iterator[Found]:
    """Compare two operations that are one."""
    yield from _identity(base.operation, head, names)
    yield from _address_facts(base.operation, head)
    yield from _server(base, head)
    yield from _body(base, head)
    yield from _flags(base.operation, head, names)
    yield from _listing(base.operation, head, names)
    yield from _idempotency(base, head)


def _at(record: Record, *path: str | int) -> Spot:
    return Spot(record.located, path)


def _identity(base: Operation, head: Record, names: Names) -> Iterator[Found]:
    new = head.operation
    place = names.category(base.category), base.python_method
    if place[0] != new.category:
        paths = base.python_path, new.python_path
        yield Fact(("category",), *paths, _at(head, "category")).found("operation-moved")
    elif place[1] != new.python_method:
        key = "python_name" if new.python_name else "name"
        yield Fact(("python_name",), place[1], new.python_method, _at(head, key)).found("operation-renamed")
    elif base.name != new.name:
        yield Fact(("name",), base.name, new.name, _at(head, "name")).found("operation-renamed")
    yield from changed(Fact(("id",), base.id, new.id, _at(head, "id")), "operation-number-changed")
    code = Fact(("model_code",), base.model_code, new.model_code, _at(head, "model_code"))
    yield from existence(code, "model-code-added", "model-code-removed", "model-code-changed")


def _address_facts(base: Operation, head: Record) -> Iterator[Found]:
    new = head.operation
    if _endpoint(base) != _endpoint(new):
        yield Fact(("endpoint",), base.endpoint, new.endpoint, _at(head, "endpoint")).found("endpoint-changed")
    yield from changed(Fact(("method",), base.method, new.method, _at(head, "method")), "method-changed")


def _server(base: Record, head: Record) -> Iterator[Found]:
    """Tell where calls go, if one of the two is not where all others of its vendor are."""
    if base.operation.servers or head.operation.servers:
        old, new = ((each.operation.servers or each.vendor.servers)[0].url for each in (base, head))
        if address(old) != address(new):
            yield Fact(("servers",), old, new, _at(head, "servers", 0, "url")).found("server-moved")


def _body(base: Record, head: Record) -> Iterator[Found]:
    types = content_type(base), content_type(head)
    if None not in types:
        yield from changed(Fact(("content_type",), *types, content_type_spot(head)), "content-type-changed")
    old, new = (each.operation.answer_type or "application/json" for each in (base, head))
    yield from changed(Fact(("answer_type",), old, new, _at(head, "answer_type")), "answer-type-changed")
    before, after = _successes(base), _successes(head)
    if before and after and not before & after:
        at = _at(head, "api_request_demo")
        yield Fact(("success_status",), sorted(before), sorted(after), at).found("success-status-changed")


def _successes(record: Record) -> set[int]:
    """List the HTTP statuses of documented successes."""
    answers = (each.status for demo in record.operation.api_request_demo for each in demo.response)
    codes = (*record.vendor.api_code_demo, *record.operation.api_code_demo)
    named = (each.http_status for each in codes if each.kind is None and each.http_status)
    return {each for each in (*answers, *named) if 200 <= each < 300}  # noqa: PLR2004 (HTTP's range of successes)


def _flags(base: Operation, head: Record, names: Names) -> Iterator[Found]:
    new = head.operation
    status = Fact(("status",), base.status, new.status, _at(head, "status"))
    yield from changed(status, "operation-status-changed")
    old = Fact(("deprecated",), base.deprecated, new.deprecated, _at(head, "deprecated"))
    yield from flag(old, "operation-deprecated", "operation-undeprecated")
    signed = Fact(("authenticated",), base.authenticated, new.authenticated, _at(head, "authenticated"))
    yield from flag(signed, "authentication-required", "authentication-dropped")
    primary = Fact(
        ("alternative_of",), names.operation(base.alternative_of), new.alternative_of, _at(head, "alternative_of")
    )
    yield from existence(primary, "became-alternative", "became-primary", "alternative-changed")


def _listing(base: Operation, head: Record, names: Names) -> Iterator[Found]:
    new = head.operation
    if bool(base.task) != bool(new.task):
        rule = "sync-became-async" if new.task else "async-became-sync"
        yield Fact(("task",), base.task, new.task, _at(head, "task")).found(rule)
    else:
        kinds = [_kind(each) for each in (base, new)]
        at = _at(head, "outputs")
        before = [each.model_copy(update={"kind": each.kind or kinds[0]}) for each in base.outputs]
        after = [each.model_copy(update={"kind": each.kind or kinds[1]}) for each in new.outputs]
        is_same = before and after and [each.path for each in before] == [each.path for each in after]
        yield from outputs(("outputs",), base.outputs if is_same else before, new.outputs if is_same else after, at)
    yield from _capabilities(base, head, names)


def _kind(operation: Operation) -> str:
    return output_kind((*operation.capabilities, operation.category)[0])


def _capabilities(base: Operation, head: Record, names: Names) -> Iterator[Found]:
    new = head.operation
    if not base.capabilities and not new.capabilities:
        return
    before = base.capabilities or (names.category(base.category),)
    after = new.capabilities or (new.category,)
    found = matched_values(before, after)
    at = _at(head, "capabilities")
    for old, now in found.pairs:
        yield from changed(Fact(("capabilities", str(now)), old, now, at), "capability-changed")
    for gone in found.gone:
        yield Fact(("capabilities", str(gone)), gone, None, at).found("capability-removed")
    for each in found.new:
        yield Fact(("capabilities", str(each)), None, each, at).found("capability-added")


def _idempotency(base: Record, head: Record) -> Iterator[Found]:
    before, after = _key(base), _key(head)
    at = _at(head, "idempotency") if head.operation.idempotency else Spot(head.loaded.vendor, ("idempotency",))
    if base.operation.idempotency and not after:
        at = _at(head, "idempotency")
    old, new = (f"{each.location} {each.name}" if each else None for each in (before, after))
    there = Fact(("idempotency",), old, new, at)
    yield from existence(there, "idempotency-added", "idempotency-removed", "idempotency-renamed")
    if before and after:
        repeat = Fact(("idempotency", "on_repeat"), before.on_repeat, after.on_repeat, at.below("on_repeat"))
        yield from changed(repeat, "idempotency-repeat-changed")


def _key(record: Record) -> Idempotency | None:
    creates = record.operation.task or record.operation.outputs
    return (record.operation.idempotency or record.vendor.idempotency) if creates else None
