"""Rules on the values that a parameter names: its keywords, default, constant and labels."""

from collections.abc import Callable, Iterator
from typing import Final, Literal

from mediawright_generator.check.fit import (
    TYPE_WORDS,
    Aspect,
    all_keywords,
    enum,
    is_of_wrong_type,
    is_one_of,
    keyword_misfit,
    labels_outside,
    misfit,
    spellings,
    value_facts,
)
from mediawright_generator.check.rule import Finding, ParameterAt
from mediawright_generator.problems import listed, shown
from mediawright_generator.spec.base import Scalar

ParameterRule = Callable[[ParameterAt], Iterator[Finding]]

_REMEDIES: Final = {
    "enum": "list it in keywords or change the {key}",
    "range": "change the {key} or the bound",
}


def misfitting(key: Literal["default", "const"], aspect: Aspect) -> ParameterRule:
    """Make the rule against a default, or a constant, that its own parameter does not accept in one respect."""

    def find(at: ParameterAt) -> Iterator[Finding]:
        value = getattr(at.parameter, key)
        found = None if value is None else misfit(value, at.parameter)
        if found and found.aspect == aspect and not (aspect == "type" and is_of_wrong_type(at.parameter)):
            remedy = found.remedy or _REMEDIES[aspect]
            yield Finding(at.place(key, *found.path), f"{key} {shown(value)} {found.what}", remedy.format(key=key))

    return find


def misfitting_keyword(aspect: Aspect) -> ParameterRule:
    """Make the rule against a keyword of another type, or outside the bounds."""

    def find(at: ParameterAt) -> Iterator[Finding]:
        for path, value in () if is_of_wrong_type(at.parameter) else _keywords(at):
            found = keyword_misfit(value, at.parameter)
            if found and found.aspect == aspect:
                remedy = found.remedy or _REMEDIES[aspect]
                yield Finding(at.place(*path), f"keyword {shown(value)} {found.what}", remedy.format(key="keyword"))

    return find


def type_unlike_values(at: ParameterAt) -> Iterator[Finding]:
    """Find types that none of the values has which the parameter names."""
    if is_of_wrong_type(at.parameter):
        is_of_items = at.parameter.type == "array"
        named = listed(all_keywords(at.parameter)) if all_keywords(at.parameter) else shown(at.parameter.default)
        what = f"none of the values {named} is {TYPE_WORDS[value_facts(at.parameter).type]}"
        place = at.place("items", "type") if is_of_items else at.place("type")
        yield Finding(place, what, "correct the type, or the values")


def repeated_keyword(at: ParameterAt) -> Iterator[Finding]:
    """Find keywords that are listed twice."""
    seen: list[Scalar] = []
    for path, value in _keywords(at):
        if is_one_of(value, seen):
            yield Finding(at.place(*path), f"keyword {shown(value)} is listed twice", "keep one of them")
        seen.append(value)


def send_default_without_default(at: ParameterAt) -> Iterator[Finding]:
    """Find parameters whose default is to be sent and is not there."""
    if at.parameter.send_default and at.parameter.default is None:
        what = f"parameter {at.parameter.name!r} has no default to send"
        yield Finding(at.place("send_default"), what, "give it a default, or remove send_default")


def required_with_default(at: ParameterAt) -> Iterator[Finding]:
    """Find parameters that must be given, and have a default for when they are not."""
    parameter = at.parameter
    is_fitting = parameter.default is None or misfit(parameter.default, parameter) is None
    if parameter.required and parameter.default is not None and is_fitting and not parameter.send_default:
        what = f"parameter {parameter.name!r} must be given, so that its default never counts"
        yield Finding(at.place("default"), what, "remove the default, or `required`, or add `send_default: true`")


def default_beside_const(at: ParameterAt) -> Iterator[Finding]:
    """Find constants that have a default, too."""
    if at.parameter.const is not None and at.parameter.default is not None:
        what = f"parameter {at.parameter.name!r} is always {at.parameter.const!r}, so that its default never counts"
        yield Finding(at.place("default"), what, "keep one of them")


def open_without_keywords(at: ParameterAt) -> Iterator[Finding]:
    """Find parameters whose list of values is open, and is not there."""
    if at.parameter.open and not all_keywords(at.parameter) and not at.parameter.labels:
        what = f"parameter {at.parameter.name!r} has no keywords that could be open"
        yield Finding(at.place("open"), what, "add the documented values to keywords, or remove open")


def unknown_label(at: ParameterAt) -> Iterator[Finding]:
    """Find labels of values that are no keywords."""
    keywords = all_keywords(at.parameter)
    is_judged = not at.parameter.open and (enum(at.parameter) or (not keywords and at.parameter.type != "integer"))
    for value in at.parameter.labels if is_judged else ():
        if value not in spellings(at.parameter):
            what = f"labelled value {value!r} is not one of {listed(keywords)}"
            yield Finding(at.key_place("labels", value), what, "list it in keywords or remove the label")
    strange = labels_outside(at.parameter)
    if strange:
        value, found = strange[0]
        bound = next((key for key in ("minimum", "maximum") if key in found.what), "labels")
        place = at.key_place("labels", value) if len(strange) == 1 else at.place(bound)
        yield Finding(place, f"labelled value {value!r} {found.what}", "correct the label, or the bound")


def _keywords(at: ParameterAt) -> Iterator[tuple[tuple[str | int, ...], Scalar]]:
    for index, value in enumerate(at.parameter.keywords):
        yield ("keywords", index), value
    for index, value in enumerate(at.parameter.items.keywords if at.parameter.items else ()):
        yield ("items", "keywords", index), value
