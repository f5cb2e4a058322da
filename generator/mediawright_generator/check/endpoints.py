"""Rules on addresses: every placeholder is filled, and every parameter has its place in the request."""

import re
from collections.abc import Iterator
from typing import Final

from mediawright_generator.check.rule import Finding, ParameterAt, Record
from mediawright_generator.problems import closest, listed
from mediawright_generator.spec import Operation
from mediawright_runtime.schema import FORMS

_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
_FOREIGN_PLACEHOLDER: Final = re.compile(r"/:([A-Za-z]\w*)")
"""A placeholder as other tools write it."""
_JSON: Final = re.compile(r"application/([\w.-]+\+)?json(;.*)?")
_IN_PATHS: Final = re.compile(r"[A-Za-z0-9/._~!$&'()*+,;=:@%-]*")


def unfilled(operation: Operation) -> tuple[str, ...]:
    """List the placeholders of an endpoint that no path parameter fills."""
    filled = {parameter.wire for parameter in operation.api_body if parameter.location == "path"}
    return tuple(name for name in dict.fromkeys(_PLACEHOLDER.findall(operation.endpoint)) if name not in filled)


def placeholder_without_parameter(record: Record) -> Iterator[Finding]:
    """Find placeholders of the endpoint that no path parameter fills."""
    endpoint = record.operation.endpoint
    if _has_lone_brace(endpoint):
        what = f"endpoint {endpoint!r} has a brace without its twin"
        yield Finding(record.located.place("endpoint"), what, "write placeholders as {name}")
    for name in unfilled(record.operation) if record.located.complete("api_body") else ():
        what = f"placeholder {'{' + name + '}'!r} of the endpoint has no parameter"
        yield Finding(record.located.place("endpoint"), what, "add a parameter of that name with `in: path`")


def malformed_endpoint(record: Record) -> Iterator[Finding]:
    """Find endpoints with characters that do not stand in the path of an address."""
    endpoint = record.operation.endpoint
    path = re.sub(r"[{}]", "", _PLACEHOLDER.sub("", endpoint))
    if not _IN_PATHS.fullmatch(path):
        strange = next(each for each in path if not _IN_PATHS.fullmatch(each))
        what = f"endpoint {endpoint!r} has {strange!r}, which does not stand in a path"
        remedy = "give queries as parameters with `in: query`" if strange == "?" else "remove it, or write it as %XX"
        yield Finding(record.located.place("endpoint"), what, remedy)
    elif "//" in endpoint:
        what = f"endpoint {endpoint!r} has '//', between which nothing stands"
        yield Finding(record.located.place("endpoint"), what, "remove one slash")
    elif foreign := _FOREIGN_PLACEHOLDER.search(endpoint):
        what = f"endpoint {endpoint!r} has {foreign[0][1:]!r}, which nobody fills"
        yield Finding(record.located.place("endpoint"), what, f"write it as {'{' + foreign[1] + '}'}")
    elif repeated := _repeated(_PLACEHOLDER.findall(endpoint)):
        what = f"endpoint {endpoint!r} has the placeholder {'{' + repeated + '}'!r} twice"
        yield Finding(record.located.place("endpoint"), what, "keep one of them, or name the other")


def path_parameter_without_placeholder(record: Record) -> Iterator[Finding]:
    """Find path parameters that stand nowhere in the endpoint."""
    endpoint = record.operation.endpoint
    is_misspelled = bool(
        unfilled(record.operation) or _has_lone_brace(endpoint) or _FOREIGN_PLACEHOLDER.search(endpoint)
    )
    is_known = record.located.complete("endpoint") and not is_misspelled
    for at in _path_parameters(record) if is_known else ():
        wire = at.parameter.wire
        if wire not in _PLACEHOLDER.findall(endpoint):
            what = f"path parameter {wire!r} has no placeholder in the endpoint {endpoint!r}"
            yield Finding(at.place(), what, f"write {'{' + wire + '}'!r} in the endpoint, or change `in`")


def optional_path_parameter(record: Record) -> Iterator[Finding]:
    """Find path parameters that may be left out: an address cannot."""
    for at in _path_parameters(record):
        parameter = at.parameter
        if not (parameter.required or parameter.const is not None or parameter.send_default):
            what = f"path parameter {parameter.wire!r} may be left out, its placeholder may not"
            yield Finding(at.place("required"), what, "add `required: true`")


def body_parameter_in_get(record: Record) -> Iterator[Finding]:
    """Find parameters in the body of a request that has none; where there are several, the method is wrong."""
    is_get = record.operation.method == "GET" and record.located.complete("method")
    found = [at for at in record.parameters() if is_get and at.parameter.location in {"body", "raw"}]
    if found:
        is_one = len(found) == 1
        subject, verb = ("parameter", "goes") if is_one else ("parameters", "go")
        what = f"{subject} {listed(at.parameter.name for at in found)} {verb} into the body, which GET does not have"
        place = found[0].place("in") if is_one else record.located.place("method")
        yield Finding(place, what, "add `in: query`, or change the method")


def raw_beside_body(record: Record) -> Iterator[Finding]:
    """Find requests whose body is raw bytes and something else."""
    bodies = [at for at in record.parameters() if at.parameter.location in {"body", "raw"}]
    raw = [at for at in bodies if at.parameter.location == "raw"]
    if raw and len(bodies) > 1:
        others = [at for at in bodies if at is not raw[-1]]
        what = f"parameter {raw[-1].parameter.name!r} is the whole body, but there are others in the body"
        place = others[0].place("in") if len(others) == 1 and len(raw) == 1 else raw[-1].place("in")
        yield Finding(place, what, "give the others another `in`")


def unsendable_content_type(record: Record) -> Iterator[Finding]:
    """Find types of bodies in which no client writes the parameters, or for which there is no body."""
    said = record.operation.content_type
    if said is None or not record.located.complete("api_body"):
        return
    bodies = {each.location for each in record.operation.api_body} & {"body", "raw"}
    if record.operation.method == "GET" and not bodies:
        what = f"content type {said!r} of a request that has no body"
        yield Finding(record.located.place("content_type"), what, "remove it, or correct the method")
    elif "body" in bodies and "raw" not in bodies and said not in FORMS and not _JSON.fullmatch(said):
        meant = closest(said, FORMS)
        what = f"parameters cannot be written as {said!r}"
        remedy = f"did you mean {meant!r}?" if meant else f"write one of {listed(FORMS)}, or leave it out for JSON"
        yield Finding(record.located.place("content_type"), what, remedy)


def _repeated(names: list[str]) -> str:
    return next((name for index, name in enumerate(names) if name in names[:index]), "")


def _has_lone_brace(endpoint: str) -> bool:
    return re.search(r"[{}]", _PLACEHOLDER.sub("", endpoint)) is not None


def _path_parameters(record: Record) -> Iterator[ParameterAt]:
    return (at for at in record.parameters() if at.parameter.location == "path")
