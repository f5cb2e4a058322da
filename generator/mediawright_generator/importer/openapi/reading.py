"""One operation of a document as a record, with what its answer tells of tasks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from mediawright_generator.importer.openapi.answer import Answer, documented, read_answer
from mediawright_generator.importer.openapi.body import Body, read_body
from mediawright_generator.importer.openapi.content import by_preference, is_json, named
from mediawright_generator.importer.openapi.keywords import distinct
from mediawright_generator.importer.openapi.located import Held, Listed, listed, read_listed
from mediawright_generator.importer.openapi.losses import Ledger, shown
from mediawright_generator.importer.openapi.naming import Name
from mediawright_generator.importer.openapi.parameter import LEFT_OUT, UNSAID, Keys
from mediawright_generator.importer.openapi.reference import Node
from mediawright_generator.importer.openapi.schema import Schemas
from mediawright_generator.importer.openapi.stated import Stated
from mediawright_generator.importer.openapi.words import sentence_of
from mediawright_runtime.shapes import is_object

Row = dict[str, Any]

_BODYLESS: Final = ("GET", "HEAD", "OPTIONS")
_MOST_EXAMPLES: Final = 5


@dataclass(slots=True)
class Reading:
    """One operation as specs say it; lifecycles and credentials come to it later."""

    stated: Stated
    name: Name
    id: str
    ledger: Ledger
    answer: Answer
    keys: tuple[Node, ...]
    body: Body
    parameters: tuple[Keys, ...]
    examples: tuple[Row, ...]
    more: dict[str, Any] = field(default_factory=dict[str, Any])
    """What is found out about it beside the others."""
    review: list[Row] = field(default_factory=list[Row])
    alternative_of: str | None = None

    def infer(self, fact: str, note: str) -> None:
        """Note that a fact was inferred, for a person to look at."""
        self.review.append({"fact": fact, "note": note})

    def record(self, source: Mapping[str, Any]) -> dict[str, Any]:
        """Write the record, without what says nothing."""
        operation = self.stated.node.value
        keys: dict[str, Any] = {
            "id": self.id,
            "name": self.name.name,
            "category": self.name.category,
            "alternative_of": self.alternative_of,
            "method": self.stated.method,
            "endpoint": self.stated.endpoint,
            "servers": [{"url": url} for url in self.stated.servers],
            "content_type": self.body.content_type,
            "answer_type": self.answer.answer_type,
            "deprecated": operation.get("deprecated") is True or None,
            "description": sentence_of(self.name.name),
            **self.more,
            "api_body": list(self.parameters),
            "rules": list(self.body.rules),
            "api_request_demo": list(self.examples),
            "api_response": list(self.answer.fields),
            "api_code_demo": list(self.answer.codes),
            "sources": [dict(source)],
            "review": self.review,
        }
        return {key: each for key, each in keys.items() if each not in (None, [], {}, ())}


@dataclass(frozen=True, slots=True)
class _Around:
    """What all forms of an operation share."""

    stated: Stated
    listed: Listed
    answer: Answer


def read_operation(stated: Stated, name: Name, identity: str, schemas: Schemas, held: Held) -> list[Reading]:
    """Read an operation; a second form of its body with other fields is a record of its own."""
    ledger = Ledger()
    found = listed(stated.item, stated.node, ledger)
    others = read_listed(found, stated.path, schemas, ledger, held)
    around = _Around(stated, others, read_answer(stated.node, schemas, ledger))
    forms = list(_bodies(stated, schemas, ledger))
    readings = [_reading(name, identity, ledger, around, forms[0] if forms else None)]
    for form in forms[1:]:
        kind = form[1].content_type or "json"
        second = Name(name.category, f"{name.name} {_form(kind)}")
        again = _reading(second, f"{identity} ({kind})", Ledger(), around, form)
        again.alternative_of = name.name
        readings.append(again)
    return readings


def _form(content_type: str) -> str:
    words = {"multipart/form-data": "Multipart", "application/x-www-form-urlencoded": "Form"}
    return words.get(content_type, content_type.rpartition("/")[2].title())


def _reading(name: Name, identity: str, ledger: Ledger, around: _Around, form: tuple[Node, Body] | None) -> Reading:
    media, body = form or (None, Body())
    stated, others = around.stated, around.listed
    constants = [_constant(*each) for each in stated.constants]
    parameters, rules = distinct(
        _listed((*constants, *others.parameters, *body.parameters), stated, ledger), body.rules
    )
    body = Body(body.parameters, rules, body.content_type)
    reading = Reading(stated, name, identity, ledger, around.answer, others.keys, body, parameters, ())
    reading.examples = tuple(_examples(reading, others.examples, media))
    return reading


def _constant(name: str, value: str) -> Keys:
    """Make a parameter of what stands in the query of a path itself."""
    return {"name": name, "in": "query", "type": "string", "const": value}


def _listed(parameters: Iterable[Keys], stated: Stated, ledger: Ledger) -> list[Keys]:
    """List the defaults that no record can have, and the limits that mean nothing."""
    for each in parameters:
        if LEFT_OUT in each:
            what = (
                f"default {each[LEFT_OUT]!r} of {each['name']!r} is left out: a record cannot say it, or it is refused"
            )
            ledger.leave(stated.node, "default-left-out", what)
        for limits in each.get(UNSAID, ()):
            what = f"{shown(limits)} of {each['name']!r} is left out: another variant takes any value"
            note = ledger.lose if limits.get("format") == "binary" else ledger.leave
            note(stated.node, "variant-left-out", what)
    return [{key: value for key, value in each.items() if key not in (LEFT_OUT, UNSAID)} for each in parameters]


def _bodies(stated: Stated, schemas: Schemas, ledger: Ledger) -> Iterator[tuple[Node, Body]]:
    """Read the forms of a body that differ in their fields."""
    request = stated.node.get("requestBody")
    target = request.followed()
    if request.value is not None and target.value is None:
        ledger.lose(request, "broken-reference", f"$ref {request.reference!r} of the body leads nowhere")
    content = by_preference(target.get("content"))
    required = target.get("required").value is True
    if content and stated.method in _BODYLESS:
        note = ledger.lose if required else ledger.leave
        note(request, "body-in-get", f"a body in {stated.method}, which has none")
        return
    known: list[tuple[str, Body]] = []
    same: list[str] = []
    for media_type, media in content:
        body = read_body(media_type, media, schemas, ledger, required=required)
        _lose_encoding(media, ledger)
        is_same = any(_fields(each) == _fields(body) for _, each in known)
        if is_same or (known and body.parameters[:1] and where(body.parameters[0]) == "raw"):
            same.append(media_type)
        elif not known or body.parameters:
            known.append((media_type, body))
            yield media, body
    if same:
        ledger.leave(
            target, "content-type", f"the body may also be {named(same)}; it is sent as {named([known[0][0]])}"
        )


def _fields(body: Body) -> list[tuple[Any, Any]]:
    return sorted((each["name"], str(each.get("type"))) for each in body.parameters)


def _lose_encoding(media: Node, ledger: Ledger) -> None:
    for name, encoding in media.get("encoding").items():
        if encoding.get("headers").value or encoding.text("style") not in ("", "form"):
            ledger.lose(encoding, "encoding", f"the part {name!r} of the body has an encoding of its own")


def _examples(reading: Reading, values: Mapping[str, Any], media: Node | None) -> Iterator[Row]:
    """Make requests of the examples of body and parameters, with the documented answers at the first."""
    answers = [{"status": status, "body": node.value} for status, node in reading.answer.examples]
    unlike = {each["status"]: each for each in reversed(answers) if is_object(each["body"])}
    responses = {"response": list(unlike.values())} if unlike else {}
    outside = _outside(reading, values)
    if outside is None:
        if responses or media:
            what = "examples are left out: a required parameter has none"
            reading.ledger.leave(reading.stated.node, "example", what)
        return
    bodies = [each.value for each in documented(media)][:_MOST_EXAMPLES] if media else []
    takes_body = any(where(each) in ("body", "raw") for each in reading.parameters)
    needs_body = any(where(each) in ("body", "raw") and _is_needed(each) for each in reading.parameters)
    if bodies and (not reading.body.content_type or is_json(reading.body.content_type)):
        for index, body in enumerate(bodies):
            yield {**outside, "body": body, **(responses if index == 0 else {})}
    elif not needs_body and (responses or outside):
        yield {
            **outside,
            **({"body": {}} if takes_body and reading.stated.method not in _BODYLESS else {}),
            **responses,
        }
    elif responses:
        reading.ledger.leave(reading.stated.node, "example", "examples of answers are left out: no request has one")


def _outside(reading: Reading, values: Mapping[str, Any]) -> Row | None:
    """Give the documented values outside the body; nothing where a required one is missing."""
    parts: dict[str, dict[str, Any]] = {}
    for each in reading.parameters:
        wire = str(each.get("wire_name", each["name"]))
        if where(each) not in ("path", "query", "header"):
            continue
        value: Any = each.get("const", values.get(f"{where(each)}.{wire}"))
        if value is None and _is_needed(each):
            return None
        if value is not None and (_is_needed(each) or where(each) == "path"):
            parts.setdefault(where(each), {})[wire] = str(value) if where(each) == "header" else value
    return dict(parts)


def _is_needed(keys: Keys) -> bool:
    return bool(keys.get("required")) or "const" in keys


def where(keys: Keys) -> str:
    """Tell where a parameter goes."""
    return str(keys.get("in", "body"))
