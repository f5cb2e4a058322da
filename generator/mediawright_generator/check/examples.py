"""The rule that a documented request is one that its own record accepts."""

import re
from collections.abc import Iterator, Mapping

from mediawright_generator.check.conditions import assumptions, broken_rules
from mediawright_generator.check.endpoints import unfilled
from mediawright_generator.check.fit import Misfit, Value, is_one_of, misfit
from mediawright_generator.check.fragments import unlike
from mediawright_generator.check.requests import REMEDY, Example, Part
from mediawright_generator.check.rule import Finding, Record
from mediawright_generator.check.rules import rules_with_misfits
from mediawright_generator.check.soundness import are_apart, is_sound
from mediawright_generator.problems import closest, listed, shown
from mediawright_generator.spec import Parameter


def example_breaks_record(record: Record) -> Iterator[Finding]:
    """Find documented requests that the record itself refuses; rules come last, once every value is right by itself."""
    is_known = record.loaded.vendor.complete("body")
    told: set[str] = set()
    for index, demo in enumerate(record.operation.api_request_demo if is_known else ()):
        example = Example(record, demo, ("api_request_demo", index))
        if record.located.complete(*example.path):
            found = [*example.body_findings(), *_value_findings(example)] or [*_rule_findings(example)]
            yield from (each for each in found if _subject(each) not in told)
            told |= {_subject(each) for each in found}


def _subject(finding: Finding) -> str:
    """Give what a finding is about, but for the value: a mistake of the record is told at its first example alone."""
    return re.sub(r"^value .* of (?=')", "", re.sub(r" not one of .*", "", finding.what))


def _value_findings(example: Example) -> Iterator[Finding]:
    is_whole = example.record.located.complete("api_body") and are_apart(example.record)
    for part in example.parts():
        yield from _key_findings(example, part) if is_whole else ()
        yield from _header_findings(example, part) if part.location == "header" else ()
        for parameter in part.parameters:
            key = part.key(parameter)
            if key is not None and is_sound(parameter):
                yield from _given_findings(example, part, parameter, key)


def _key_findings(example: Example, part: Part) -> Iterator[Finding]:
    """Find keys that are too many, and keys that are missing; a misspelled one is both and told once."""
    lacking = {each.wire: each for each in part.parameters if part.key(each) is None and _is_always_sent(each)}
    meant = {name: closest(name, lacking) for name in _unknown_keys(example, part)}
    left = [name for name in lacking if name not in meant.values()]
    for name, wire_name in meant.items():
        place = example.record.located.key_place(*part.path, name)
        instead = wire_name or (left.pop(0) if left else "")
        what = f"key {name!r} of the example is no parameter of the operation"
        what += f", and {instead!r} is missing" if instead and not wire_name else ""
        yield Finding(place, what, f"did you mean {wire_name!r}?" if wire_name else REMEDY)
    if left and not any(example.body_findings()):  # what is missing may stand in a body of the wrong shape
        what = f"the example lacks {listed(left)}, which every request has"
        yield Finding(example.record.located.place(*part.path), what, REMEDY)


def _header_findings(example: Example, part: Part) -> Iterator[Finding]:
    """Find headers with another value than the one that every request has."""
    vendor, own = example.record.vendor.api_header, example.record.operation.api_header
    sent = {each.name.lower(): each.value for each in (*vendor, *own)}
    for name, value in part.values.items():
        always = sent.get(name.lower(), "{}")
        if "{" not in always and value != always:
            what = f"value {shown(value)} of {name!r} is not {always!r}, which every request has"
            yield Finding(example.record.located.place(*part.path, name), what, REMEDY)


def _is_always_sent(parameter: Parameter) -> bool:
    return parameter.const is not None or parameter.required or parameter.send_default


def _unknown_keys(example: Example, part: Part) -> tuple[str, ...]:
    known = {part.key(parameter) for parameter in part.parameters}
    if part.location == "path":
        known |= {*unfilled(example.record.operation)}
    if part.location == "header":
        sent = (*example.record.vendor.api_header, *example.record.operation.api_header)
        known |= {name for name in part.values if name.lower() in {header.name.lower() for header in sent}}
    return tuple(name for name in part.values if name not in known)


def _given_findings(example: Example, part: Part, parameter: Parameter, key: str) -> Iterator[Finding]:
    value = part.value(parameter, key)
    found = _misfit(value, part, parameter)
    if found is None and parameter.fragment is not None and part.location == "body":
        yield from _unlike_schema(example, part, parameter.fragment, key)
    elif found:
        place = example.record.located.place(*part.path, key, *found.path)
        yield Finding(place, f"value {shown(value)} of {key!r} {found.what}", REMEDY)


def _unlike_schema(example: Example, part: Part, schema: Mapping[str, Value], key: str) -> Iterator[Finding]:
    found = unlike(example.record, schema, part.values[key])
    if found:
        inside = "".join(f".{step}" for step in found.path)
        what = f"value of {key + inside!r}: {found.what}" + (f", {found.allowed} is" if found.allowed else "")
        place = example.record.located.place(*part.path, key, *found.path)
        yield Finding(place, what, REMEDY)


def _misfit(value: Value, part: Part, parameter: Parameter) -> Misfit | None:
    if parameter.type == "array" and part.location != "body":
        return None  # a list outside the body is written as text, in a way of the vendor's own
    if parameter.const is not None and not is_one_of(value, (parameter.const,)):
        return Misfit("enum", f"is not its constant {parameter.const!r}")
    return misfit(value, parameter)


def _rule_findings(example: Example) -> Iterator[Finding]:
    operation, located = example.record.operation, example.record.located
    given = {
        parameter.name: ((*part.path, key), part.value(parameter, key))
        for part in example.parts()
        for parameter in part.parameters
        if (key := part.key(parameter)) is not None
    }
    if not located.complete("api_body"):
        return
    faulty = rules_with_misfits(example.record)
    for index, name, demanded in broken_rules(operation, {name: value for name, (_, value) in given.items()}):
        path, value = given.get(name, (example.path, assumptions(operation).get(name)))
        if located.complete("rules", index) and index not in faulty:
            subject = f"leaving out {name!r}" if value is None else f"value {shown(value)} of {name!r}"
            what = f"{subject} breaks rules[{index}], which demands {demanded}"
            yield Finding(located.place(*path), what, REMEDY)
