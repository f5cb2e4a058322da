"""Contract cases of requests: what an operation sends, takes and refuses."""

from collections.abc import Iterator, Mapping
from typing import Any

from mediawright_generator.load.scalars import core_value
from mediawright_generator.plan.case import Case
from mediawright_generator.plan.distinct import distinct
from mediawright_generator.plan.fragments import fragment, has_fragment, judge
from mediawright_generator.plan.near import near
from mediawright_generator.plan.sampler import Given
from mediawright_generator.plan.samples import Record, accepted, long_text, refused, sample
from mediawright_generator.plan.subject import Subject
from mediawright_generator.plan.wire import request_of, written
from mediawright_runtime.shapes import is_list, is_object

_MANY = 16


def wire_cases(subject: Subject) -> Iterator[Case]:
    """Send each documented request, the least, the most, what stands for something else, and with each credential."""
    operation = subject.operation
    for number, demo in enumerate(operation.get("api_request_demo", ()), 1):
        given = given_in(subject, demo)
        request = written(operation, _sent_of(operation, demo), given)
        yield Case(demo.get("title") or f"documented example {number}", given, request)
    yield from _least(subject)
    everything = subject.sampler.variant(dict(distinct(subject.offered)))
    if everything:
        yield Case("every parameter", everything, request_of(operation, everything))
    for parameter in subject.offered:
        yield from _in_other_words(subject, parameter)
    for held in operation["credential_sets"][1:] if operation["authenticated"] else ():
        request = request_of(operation, subject.base, held) | {"credentials": held}
        yield Case(f"with {' and '.join(held)}", subject.base, request)


def _sent_of(operation: Record, demo: Record) -> Record:
    """Leave out of a documented request what a client leaves out: null, where it stands for nothing."""
    body: object = demo.get("body")
    if not is_object(body) or any(each["in"] == "json" for each in operation["api_body"]):
        return demo
    key = operation["body"].get("key")
    inner = body.get(key)
    kept = {each["wire_name"] for each in operation["api_body"] if each["required"] and each.get("nullable")}
    fields: Mapping[str, object] = inner if is_object(inner) else body
    given = {name: value for name, value in fields.items() if value is not None or name in kept}
    return {**demo, "body": {key: given} if is_object(inner) else given}


def _least(subject: Subject) -> Iterator[Case]:
    """Leave out what may be left out, as it is and as None, and have the client's credentials stand in."""
    operation, optional = subject.operation, [each for each in subject.offered if not is_asked_for(each)]
    least = {name: value for name, value in subject.base.items() if name not in {each["name"] for each in optional}}
    if subject.sampler.variant({}) is None or not subject.sampler.keeps_rules(least):
        return
    yield Case("nothing that may be left out", least, request_of(operation, least))
    nothing = {each["name"]: None for each in optional if each["name"] not in least}
    if nothing:
        yield Case("None for what may be left out", least | nothing, request_of(operation, least))


def _in_other_words(subject: Subject, parameter: Record) -> Iterator[Case]:
    """Give values by their documented names, and one id as it is where a list of ids is sent."""
    for value, label in names_of_values(parameter):
        given = subject.sampler.variant({parameter["name"]: value})
        if given is not None:
            by_name = given | {parameter["name"]: label}
            yield Case(f"{parameter['name']} by name: {label}", by_name, request_of(subject.operation, given))
    if parameter.get("single"):
        value = sample(parameter)
        as_it_is = subject.base | {parameter["name"]: value[0]}
        request = request_of(subject.operation, subject.base | {parameter["name"]: value[:1]})
        yield Case(f"{parameter['name']}: one as it is", as_it_is, request)


def names_of_values(parameter: Record) -> Iterator[tuple[int, str]]:
    """List the values of an integer that may be given by name, each with the name that stands for it alone."""
    labels: Mapping[str, str] = parameter.get("labels", {}) if parameter["type"] == "integer" else {}
    names = list(labels.values())
    yield from ((int(value), label) for value, label in labels.items() if names.count(label) == 1)


def given_in(subject: Subject, demo: Record) -> Given:
    """Read the caller's parameters off a documented request."""
    operation = subject.operation
    body: object = demo.get("body")
    inner = body.get(operation["body"].get("key"), body) if is_object(body) else None
    placed: Record = {**demo, "body": inner or {}, "json": body}
    found = {each["name"]: _stated(each, placed.get(each["in"], {})) for each in subject.offered}
    return {name: value for name, value in found.items() if value is not None}


def _stated(parameter: Record, part: Mapping[str, Any]) -> Any:
    """Read a parameter off its part of a request, as a caller gives it; names of headers are the same in capitals."""
    place, wire_name = parameter["in"], parameter["wire_name"]
    if place == "raw" or parameter.get("file"):
        return sample(parameter)
    if place == "json":
        return part or (part if parameter["required"] else None)
    if place == "header":
        text = next((text for name, text in part.items() if name.lower() == wire_name.lower()), None)
        return core_value(text) if text is not None and parameter["type"] != "string" else text
    value = part.get(wire_name)
    one_of_several = place != "body" and parameter["type"] == "array" and value is not None and not is_list(value)
    return [value] if one_of_several else value


def accepted_cases(subject: Subject) -> Iterator[Case]:
    """Take each documented value, each boundary, and each rule where it is kept or not triggered."""
    for parameter in subject.offered:
        group = _group(parameter)
        for what, value in accepted(parameter):
            given = subject.sampler.variant({parameter["name"]: value})
            if given is not None:
                name = f"{parameter['name']}: {what}"
                yield Case(name, given, request_of(subject.operation, given), group=group)
    yield from _long_texts(subject)
    for number, rule in enumerate(subject.operation["rules"], 1):
        if (given := subject.sampler.keeping(rule)) is not None:
            yield Case(f"rule {number} kept", given, request_of(subject.operation, given))
        for name in rule["then"]:
            for given in list(subject.sampler.untriggered(rule, name))[:1]:
                what = f"rule {number} not triggered, {name} free"
                yield Case(what, given, request_of(subject.operation, given))


def _long_texts(subject: Subject) -> Iterator[Case]:
    """Take long texts where no bound is documented: all at once, or where a rule forbids that one by one."""
    texts = {each["name"]: long for each in subject.offered for long in long_text(each)}
    whole = subject.sampler.variant(texts) if texts else {}
    for names in [[*texts]] if whole is not None else [[each] for each in texts]:
        given = subject.sampler.variant({name: texts[name] for name in names})
        if names and given is not None:
            yield Case(f"long: {', '.join(names)}", given, request_of(subject.operation, given))


def _group(parameter: Record) -> str:
    """Name the one test for the values of a list that is longer than a person reads; none for a shorter one."""
    count = len(parameter.get("keywords", ()))
    return f"{parameter['name']}: each of {count} values" if count > _MANY else ""


def refused_cases(subject: Subject) -> Iterator[Case]:
    """Refuse what is one step beyond, of another type, ambiguous, or against a rule."""
    for parameter in subject.offered:
        for what, value in refused(parameter):
            given = subject.base | {parameter["name"]: value}
            yield Case(f"{parameter['name']}: {what}", given, refused=_refused_at(parameter, value))
        for label in _ambiguous(parameter):
            given = subject.base | {parameter["name"]: label}
            yield Case(f"{parameter['name']}: {label} is two values", given, refused=parameter["python_name"])
    for number, rule in enumerate(subject.operation["rules"], 1):
        for name in rule["then"]:
            for given in subject.sampler.breaking(rule, name):
                yield Case(f"rule {number} broken at {name}", given, refused=subject.keywords[name])


def near_cases(subject: Subject) -> Iterator[Case]:
    """Refuse what is near an accepted value."""
    for parameter in subject.offered:
        for value in near(parameter):
            given = subject.base | {parameter["name"]: value}
            refused_at = _refused_at(parameter, value)
            yield Case(f"{parameter['name']}: {value!r}", given, refused=refused_at, group=parameter["name"])


def _refused_at(parameter: Record, value: Any) -> str:
    """Name the field for which a value is refused: the parameter, or what is wrong in it."""
    found = next(judge(parameter).misfits(fragment(parameter), value), None) if has_fragment(parameter) else None
    path = found.path if found else ()
    name: str = parameter["python_name"]
    return name + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)


def _ambiguous(parameter: Record) -> list[str]:
    names = list(parameter.get("labels", {}).values()) if parameter["type"] == "integer" else []
    return [name for name in dict.fromkeys(names) if names.count(name) > 1]


def missing_cases(subject: Subject) -> Iterator[Case]:
    """Refuse a call without what is required."""
    for parameter in subject.offered:
        if is_asked_for(parameter):
            given = {name: value for name, value in subject.base.items() if name != parameter["name"]}
            yield Case(parameter["name"], given, refused=parameter["python_name"])


def is_asked_for(parameter: Record) -> bool:
    """Tell whether a caller must give a parameter: it is required, and nothing stands in for it."""
    return bool(parameter["required"]) and not parameter.get("send_default") and "credential" not in parameter
