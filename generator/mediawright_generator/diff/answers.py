"""Changes of what answers hold, and of error codes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mediawright_generator.check.rule import Record
from mediawright_generator.diff.found import Fact, Found, Spot, canonical, changed, flag
from mediawright_generator.diff.inherited import Item, gone_spot, items
from mediawright_generator.diff.matching import ALIKE, alike, match
from mediawright_generator.diff.values import matched_values
from mediawright_generator.spec.operation import ResponseCode, ResponseField

Field = Item[ResponseField]
Code = Item[ResponseCode]


@dataclass(frozen=True, slots=True)
class Told:
    """What is told elsewhere already: places that moved, and words of a status that come, go or are renamed."""

    places: Mapping[str, str]
    words: frozenset[str]


def fields(base: Record, head: Record, told: Told) -> Iterator[Found]:
    """Compare the fields of an answer, but for what is told already."""
    before, after = _fields(base), _fields(head)
    moved = _moved(told, before, after)
    found = match(before, after, [_name, lambda each: moved.get(_name(each), _name(each))], _field_likeness)
    for gone in found.gone:
        fact = Fact(("api_response", gone.value.name), gone.value.type, None, gone_spot(head, gone))
        yield fact.found("response-field-removed")
    for new in found.new:
        fact = Fact(("api_response", new.value.name), None, new.value.type, new.spot(head))
        yield fact.found("response-field-added")
    for old, new in found.pairs:
        if moved.get(old.value.name) != new.value.name:
            yield from _renamed(old, new, head)
        yield from _field(old.value, new.value, new.spot(head), told.words)


def _moved(told: Told, before: list[Field], after: list[Field]) -> Mapping[str, str]:
    """Say which fields went with a place that moved."""
    old, new = ({each.value.name for each in side} for side in (before, after))
    return {one: other for one, other in told.places.items() if one not in new and other not in old}


def _name(each: Field) -> str:
    return each.value.name


def _fields(record: Record) -> list[Field]:
    found = items(record, "api_response", lambda each: each.api_response)
    return list({each.value.name: each for each in found}.values())


def _field_likeness(one: Field, other: Field) -> float:
    before, after = one.value, other.value
    if one.shared != other.shared or before.type != after.type:
        return 0
    (old_place, old), (new_place, new) = (_split(each.name) for each in (before, after))
    rate = alike(old, new)
    same_words = canonical(before.keywords) == canonical(after.keywords)
    return rate + (old_place == new_place) if rate >= ALIKE or (old_place == new_place and same_words) else 0


def _split(name: str) -> tuple[str, str]:
    before, _, last = name.rpartition(".")
    return before, last


def _renamed(old: Field, new: Field, head: Record) -> Iterator[Found]:
    pointer = ("api_response", new.value.name, "name")
    fact = Fact(pointer, old.value.name, new.value.name, new.spot(head).below("name"))
    yield from changed(fact, "response-field-renamed")


def _field(old: ResponseField, new: ResponseField, spot: Spot, told: frozenset[str]) -> Iterator[Found]:
    pointer = ("api_response", new.name)
    type_ = Fact((*pointer, "type"), old.type, new.type, spot.below("type"))
    yield from changed(type_, "response-field-type-changed")
    null = Fact((*pointer, "nullable"), old.nullable, new.nullable, spot.below("nullable"))
    yield from flag(null, "response-null-added", "response-null-dropped")
    if not type_.differs:
        changes = _values((*pointer, "keywords"), old.keywords, new, spot.below("keywords"))
        yield from (each for each in changes if str(each.before) not in told and str(each.after) not in told)


def _values(pointer: tuple[str, ...], before: tuple[Any, ...], new: ResponseField, spot: Spot) -> Iterator[Found]:
    if bool(before) != bool(new.keywords):
        fact = Fact(pointer, before or None, new.keywords or None, spot)
        yield fact.found("response-value-removed" if before else "response-value-added")
        return
    found = matched_values(before, new.keywords)
    for old, value in found.pairs:
        fact = Fact((*pointer, str(value)), old, value, spot.below(_index(new, value)))
        yield from changed(fact, "response-value-renamed")
    for gone in found.gone:
        yield Fact((*pointer, str(gone)), gone, None, spot).found("response-value-removed")
    for value in found.new:
        fact = Fact((*pointer, str(value)), None, value, spot.below(_index(new, value)))
        yield fact.found("response-value-added")


def _index(field: ResponseField, value: Any) -> int:
    return next(index for index, each in enumerate(field.keywords) if canonical(each) == canonical(value))


def codes(base: Record, head: Record) -> Iterator[Found]:
    """Compare the codes that an answer may carry."""
    found = match(_codes(base), _codes(head), [_both, _key], _code_likeness)
    for gone in found.gone:
        fact = Fact(("api_code_demo", _key(gone)), gone.value.kind or "success", None, gone_spot(head, gone))
        yield fact.found("error-code-removed")
    for new in found.new:
        fact = Fact(("api_code_demo", _key(new)), None, new.value.kind or "success", new.spot(head))
        yield fact.found("error-code-added")
    for old, new in found.pairs:
        yield from _code(old, new, new.spot(head))


def _codes(record: Record) -> list[Code]:
    found = items(record, "api_code_demo", lambda each: each.api_code_demo)
    return list({_both(each): each for each in found}.values())


def _both(each: Code) -> tuple[str, int | None]:
    return _key(each), each.value.http_status


def _key(each: Code) -> str:
    code = each.value.code
    return str(code) if code is not None else f"http {each.value.http_status}"


def _code_likeness(one: Code, other: Code) -> float:
    facts = [
        canonical([each.shared, each.value.kind, each.value.retries, each.value.refused, each.value.code is None])
        for each in (one, other)
    ]
    if facts[0] != facts[1]:
        return 0
    return alike(_key(one), _key(other)) + (one.value.describe == other.value.describe)


def _code(old: Code, new: Code, spot: Spot) -> Iterator[Found]:
    before, after = old.value, new.value
    pointer = ("api_code_demo", _key(new))
    renamed = Fact((*pointer, "code"), _key(old), _key(new), spot.below("code" if after.code else "http_status"))
    yield from changed(renamed, "error-code-renamed")
    kinds = before.kind or "success", after.kind or "success"
    yield from changed(Fact((*pointer, "kind"), *kinds, spot.below("kind")), "error-kind-changed")
    retries = Fact((*pointer, "retries"), before.retries, after.retries, spot.below("retries"))
    yield from changed(retries, "error-retries-changed")
    refused = Fact((*pointer, "refused"), before.refused, after.refused, spot.below("refused"))
    yield from changed(refused, "error-refusal-changed")
    if before.code is not None and after.code is not None:
        status = Fact((*pointer, "http_status"), before.http_status, after.http_status, spot.below("http_status"))
        yield from changed(status, "error-status-changed")
