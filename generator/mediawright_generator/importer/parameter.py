"""One documented parameter, as a parameter of the record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from mediawright_generator.importer.facts import Condition, Facts, Subject
from mediawright_generator.importer.meaning import meaning
from mediawright_generator.importer.prose import Leftover, media_sort, read_hint, read_prose
from mediawright_generator.importer.remarks import Remark
from mediawright_generator.importer.shape import DocParameter
from mediawright_generator.importer.values import read_keyword, read_value
from mediawright_generator.spec.base import Scalar
from mediawright_generator.spec.operation import Rule
from mediawright_generator.spec.parameter import Items, Location, Media, Parameter


@dataclass(frozen=True, slots=True)
class ReadParameter:
    """A parameter, the conditions on its values, and what could not be placed."""

    parameter: Parameter
    conditions: tuple[Condition, ...]
    remarks: tuple[Remark, ...]


def read_parameter(documented: DocParameter, location: Location, hints: Iterable[str]) -> ReadParameter:
    """Make a parameter of its entry, its description, and the placeholders that stand for it in examples."""
    subject, refused = _subject(documented)
    known: Facts = {"keywords": subject.keywords} if subject.keywords else {}
    reading = read_prose(documented.describe, subject, known)
    facts, leftovers = reading.facts, (*refused, *reading.leftovers)
    for hint in hints:
        hinted = read_hint(hint, subject, facts)
        facts, leftovers = hinted.facts, (*leftovers, *hinted.leftovers)
    return ReadParameter(
        _parameter(subject, {"required": documented.required, "describe": reading.describe, "in": location}, facts),
        facts.get("conditions", ()),
        tuple(Remark(f"api_body.{documented.name}", left.text, left.reason) for left in leftovers),
    )


def _subject(documented: DocParameter) -> tuple[Subject, tuple[Leftover, ...]]:
    """Tell what the facts are about; listed values that are none of the documented type are left over."""
    subject = Subject(documented.name, documented.type.name, documented.type.items)
    if subject.value_type == "string":
        subject = replace(subject, media=media_sort(documented.name, documented.describe))
    values = [read_keyword(keyword, subject.value_type) for keyword in documented.keywords]
    keywords = tuple(value for value in values if value is not None)
    if len(keywords) == len(values):
        return replace(subject, keywords=keywords), ()
    return subject, (
        Leftover(repr(list(documented.keywords)), f"does not read as values of type {subject.value_type}"),
    )


_DEFAULTS: Mapping[str, Any] = {"required": False, "describe": "", "in": "body"}


def _parameter(subject: Subject, stated: Mapping[str, Any], facts: Facts) -> Parameter:
    """Put facts under the keys of the record; what says nothing is left out."""
    values = {key: value for key, value in stated.items() if value != _DEFAULTS[key]}
    values |= {key: value for key, value in facts.items() if "." not in key and key != "conditions"}
    if subject.items:
        values["items"] = Items(type=subject.items)
    if subject.media:
        limits = {key.removeprefix("media."): value for key, value in facts.items() if key.startswith("media.")}
        values["media"] = Media.model_validate({"kind": subject.media} | limits)
    if means := meaning(subject.name, facts.get("keywords", ())):
        values["means"] = means
    return Parameter.model_validate({"name": subject.name, "type": subject.type} | values)


def read_rules(parameters: tuple[ReadParameter, ...]) -> tuple[Rule, ...]:
    """Make rules of the conditions that can be one."""
    by_name = {each.parameter.name: each.parameter for each in parameters}
    return tuple(
        _rule(each.parameter.name, condition, values)
        for each in parameters
        for condition in each.conditions
        if (values := _values(by_name.get(condition.parameter), condition))
    )


def with_loose_conditions(parameters: tuple[ReadParameter, ...]) -> tuple[ReadParameter, ...]:
    """Put conditions that can be no rule back into the prose: they name no documented parameter or value."""
    by_name = {each.parameter.name: each.parameter for each in parameters}
    return tuple(
        _with_loose(each, [c for c in each.conditions if not _values(by_name.get(c.parameter), c)])
        for each in parameters
    )


def _with_loose(read: ReadParameter, conditions: list[Condition]) -> ReadParameter:
    if not conditions:
        return read
    texts = [f"{c.value} (when {c.parameter} is {' or '.join(c.values)})" for c in conditions]
    describe = " ".join(filter(None, (read.parameter.describe, *(f"{text}." for text in texts))))
    reason = "names no documented parameter or value"
    return replace(
        read,
        parameter=read.parameter.model_copy(update={"describe": describe}),
        remarks=(*read.remarks, *(Remark(f"api_body.{read.parameter.name}", text, reason) for text in texts)),
    )


def _values(other: Parameter | None, condition: Condition) -> tuple[Scalar, ...]:
    """Read the values that a condition demands; none unless the other parameter can have each."""
    if other is None or other.type == "array":
        return ()
    read = [read_value(text, other.type) for text in condition.values]
    values = tuple(value for value in read if value is not None)
    return values if len(values) == len(read) and set(values) <= set(other.keywords or values) else ()


def _rule(name: str, condition: Condition, values: tuple[Scalar, ...]) -> Rule:
    needed = " or ".join(map(str, values))
    describe = f"{name} {condition.value} needs {condition.parameter} {needed}."
    return Rule(when={name: (condition.value,)}, then={condition.parameter: values}, describe=describe)
