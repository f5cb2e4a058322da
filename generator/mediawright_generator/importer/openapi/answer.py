"""What a document says of answers: fields at their places, files, error codes, and documented values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from mediawright_generator.importer.openapi.content import JSON, STREAM, bare, concrete, is_json, named
from mediawright_generator.importer.openapi.losses import Ledger
from mediawright_generator.importer.openapi.reference import Node
from mediawright_generator.importer.openapi.schema import PREFIX, Schemas
from mediawright_generator.importer.openapi.schema_object import SAID, Schema
from mediawright_generator.importer.openapi.simplify import simplify
from mediawright_generator.importer.openapi.words import sentence_of
from mediawright_runtime.shapes import is_object

Row = dict[str, Any]

_TYPES: Final = ("string", "integer", "number", "boolean", "array", "object")
_SCALARS: Final = ("string", "integer", "number", "boolean")
_ITEM: Final = "[]"
"""What stands for each item of an answer that is a list itself."""
_NOT_IN_NAMES: Final = frozenset(".[]|@")
_DEEPEST: Final = 8
_MOST_FIELDS: Final = 400
_KINDS: Final[Mapping[str, tuple[str, str]]] = {
    "400": ("invalid", "The request is not valid."),
    "401": ("auth", "The credentials are missing or wrong."),
    "402": ("credits", "The account has no credits left."),
    "403": ("auth", "The credentials do not allow the call."),
    "404": ("not_found", "There is no such thing."),
    "405": ("invalid", "The method is not allowed."),
    "409": ("invalid", "The request conflicts with the present state."),
    "410": ("not_found", "The thing is gone."),
    "413": ("invalid", "The request is too large."),
    "415": ("invalid", "The type of the body is not supported."),
    "422": ("invalid", "The parameters are not valid."),
    "424": ("vendor", "Something that the call depends on failed."),
    "429": ("rate", "Too many requests."),
    "451": ("policy", "The request is refused for legal reasons."),
    "500": ("vendor", "The vendor failed."),
    "501": ("vendor", "The vendor does not offer it."),
    "502": ("vendor", "The vendor cannot be reached."),
    "503": ("vendor", "The vendor is not available."),
    "504": ("vendor", "The vendor took too long."),
}


@dataclass(frozen=True, slots=True)
class Hint:
    """What is said of a field that has no place in its row, and tells what it is for."""

    format: str = ""
    item: str = ""
    """The type of the items of a list."""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an operation answers."""

    fields: tuple[Row, ...] = ()
    hints: Mapping[str, "Hint"] = field(default_factory=dict[str, "Hint"])
    """What else is known of fields, by name."""
    answer_type: str | None = None
    codes: tuple[Row, ...] = ()
    schema: Schema | None = None
    """Of the successful answer, where it is JSON."""
    errors: tuple[Schema, ...] = ()
    examples: tuple[tuple[int, Node], ...] = ()
    """Documented answers with their statuses."""


def read_answer(operation: Node, schemas: Schemas, ledger: Ledger) -> Answer:
    """Read the responses of an operation."""
    responses = [(status, node.followed()) for status, node in operation.get("responses").items()]
    for status, node in operation.get("responses").items():
        if node.reference is not None and node.followed().value is None:
            ledger.lose(node, "broken-reference", f"$ref {node.reference!r} of response {status} leads nowhere")
    successes = [(status, node) for status, node in responses if status[:1] in "23" and status[:1]]
    successes = successes or [each for each in responses if each[0] == "default"]
    for _, node in responses:
        _leave_what_no_call_needs(node, ledger)
    contents = [(status, *each) for status, node in successes for each in node.get("content").items()]
    files = [(kind, node) for _, kind, node in contents if not is_json(kind) and bare(kind) != STREAM]
    told = [(status, kind, node) for status, kind, node in contents if is_json(kind)]
    if files and all(_is_bytes(node) for _, _, node in told):
        told = []
    _lose_others(bool(told), files, contents, ledger)
    streams = [(kind, node) for _, kind, node in contents if bare(kind) == STREAM]
    codes = tuple(_codes(responses))
    errors = tuple(schemas.read(each.get("schema"), Ledger()) for _, each in _errors(responses))
    if not told:
        whole = (*files, *streams)
        return Answer((), {}, concrete(whole[0][0]) if whole else None, codes, None, errors)
    read = [schemas.read(node.get("schema"), ledger) for _, _, node in told]
    if kind := _plain(read, schemas):
        ledger.leave(told[0][2], "plain-answer", f"the answer is a JSON {kind}; its text is given as it is")
        return Answer((), {}, JSON, codes, None, errors)
    fields = _Fields(schemas, told[0][2].get("schema"), ledger)
    examples = tuple((_status(status), example) for status, _, node in told for example in documented(node))
    return Answer(fields.of(read), fields.hints, None, codes, read[0], errors, examples)


def read_fields(schema: Node, schemas: Schemas, ledger: Ledger) -> Answer:
    """Read the fields of a body that the vendor sends by itself."""
    fields = _Fields(schemas, schema, ledger)
    return Answer(fields.of([schemas.read(schema, ledger)]), fields.hints)


def _is_bytes(media: Node) -> bool:
    """Tell whether what is called JSON is a file: some frameworks put that name to whatever they return."""
    schema = media.get("schema").followed()
    return schema.text("type") == "string" or schema.value in (None, {})


def _plain(read: list[Schema], schemas: Schemas) -> str | None:
    """Name the type of an answer that is one text, number or truth."""
    kinds = {str(simplify(each, schemas).schema.get("type")) for each in read}
    return kinds.pop() if len(kinds) == 1 and kinds <= {*_SCALARS} else None


def _status(text: str) -> int:
    return int(text) if text.isdigit() else 200


def _lose_others(
    told: bool, files: list[tuple[str, Node]], contents: list[tuple[str, str, Node]], ledger: Ledger
) -> None:
    """Say which forms of an answer are not taken."""
    for _, kind, node in contents:
        if bare(kind) == STREAM and (told or files):
            ledger.lose(node, "event-stream", f"an answer of type {STREAM!r}, piece by piece, is not read")
        elif bare(kind) == STREAM:
            what = f"an answer of type {STREAM!r} is given whole, when it has ended, and not piece by piece"
            ledger.leave(node, "event-stream", what)
    if told and files:
        what = f"the answer may also be {named(kind for kind, _ in files)}, which is not read"
        ledger.lose(files[0][1], "second-answer-type", what)
    elif len(files) > 1:
        what = f"the answer may also be {named(kind for kind, _ in files[1:])}; its bytes are given all the same"
        ledger.leave(files[1][1], "second-answer-type", what)


def _leave_what_no_call_needs(response: Node, ledger: Ledger) -> None:
    for name, header in response.get("headers").items():
        ledger.leave(header, "response-header", f"header {name!r} of an answer")
    for name, link in response.get("links").items():
        ledger.leave(link, "link", f"link {name!r} of an answer")


def _errors(responses: list[tuple[str, Node]]) -> Iterator[tuple[str, Node]]:
    for status, node in responses:
        if status[:1] in ("4", "5") or status == "default":
            yield from ((status, each) for kind, each in node.get("content").items() if is_json(kind))


def _codes(responses: list[tuple[str, Node]]) -> Iterator[Row]:
    for status, _ in responses:
        if status.isdigit() and status[:1] in ("4", "5") and len(status) == 3:  # noqa: PLR2004 (digits of a status)
            kind, describe = _KINDS.get(status) or (
                ("invalid", "The call is refused.") if status[0] == "4" else ("vendor", "The vendor failed.")
            )
            yield {"http_status": int(status), "describe": describe, "kind": kind}


def documented(media: Node) -> Iterator[Node]:
    """Give the examples of a body: of the media type, named ones, and that of its schema."""
    found = [media.get("example")] if media.get("example").value is not None else []
    named_ones = [each.followed() for _, each in media.get("examples").items()]
    found += [each.get("value") for each in named_ones if each.get("value").value is not None]
    if not found:
        schema = media.get("schema").followed()
        found = [each for each in (schema.get("example"), *schema.get("examples").each()) if each.value is not None]
    yield from found


@dataclass(frozen=True, slots=True)
class _Fields:
    """Lists the fields of an answer: dots step into objects, `[]` into the items of a list."""

    schemas: Schemas
    node: Node
    ledger: Ledger
    hints: dict[str, Hint] = field(default_factory=dict[str, Hint])

    def of(self, several: list[Schema]) -> tuple[Row, ...]:
        rows: dict[str, Row] = {}
        for row in (row for schema in several for row in self._whole(schema)):
            known = rows.setdefault(row["name"], row)
            if known is not row:
                rows[row["name"]] = _both(known, row)
        listed = [name for name in rows if name.startswith(_ITEM)]
        if 0 < len(listed) < len(rows):
            what = "the answer may also be a list, which is given as `items`, without types"
            self.ledger.leave(self.node, "list-as-answer", what)
            rows = {name: row for name, row in rows.items() if name not in listed}
        if len(rows) > _MOST_FIELDS:
            what = f"the answer has {len(rows)} fields; the deepest {len(rows) - _MOST_FIELDS} are read without type"
            self.ledger.leave(self.node, "many-fields", what)
            kept = sorted(rows, key=lambda name: name.count("."))[:_MOST_FIELDS]
            rows = {name: row for name, row in rows.items() if name in kept}
        return tuple(rows.values())

    def _whole(self, schema: Schema) -> Iterator[Row]:
        """Give the fields of a whole answer: of a list, those of its items."""
        simple = simplify(schema, self.schemas).schema
        kind = simple.get("type")
        if kind == "array":
            rows = list(self._field(_items(simple), _ITEM, _name(schema)))
            yield from rows[1:] if rows[0]["type"] == "object" and len(rows) > 1 else rows
        elif kind in _SCALARS:
            what = f"the answer may also be a JSON {kind}, which is not read"
            self.ledger.lose(self.node, "plain-answer", what)
        else:
            yield from self._below(schema, "", ())

    def _below(self, schema: Schema, at: str, above: tuple[str, ...]) -> Iterator[Row]:
        """Give the fields of an object; of a union, those of every variant."""
        above = (*above, *_name(schema))
        simple = simplify(schema, self.schemas).schema
        for key in ("anyOf", "oneOf", "allOf"):
            for variant in simple.get(key, ()):
                if not {*_name(variant)} & {*above}:
                    yield from self._variant(variant, at, above)
        for name, each in simple.get("properties", {}).items():
            if not name or _NOT_IN_NAMES & set(name):
                self.ledger.leave(self.node, "field-name", f"field {name!r} of an answer is read without type")
            else:
                yield from self._field(each, f"{at}{name}", above)

    def _variant(self, schema: Schema, at: str, above: tuple[str, ...]) -> Iterator[Row]:
        """Give the fields of one variant: where it is a list, those of its items."""
        simple = simplify(schema, self.schemas).schema
        if simple.get("type") != "array":
            yield from self._below(schema, at, above)
        elif not {*_name(_items(simple))} & {*above, *_name(schema)}:
            yield from self._below(_items(simple), f"{at.removesuffix('.')}[].", (*above, *_name(schema)))

    def _field(self, schema: Schema, name: str, above: tuple[str, ...]) -> Iterator[Row]:
        simple = simplify(schema, self.schemas)
        yield _row(name, simple.schema, nullable=simple.nullable)
        self.hints.setdefault(name, self._hint(simple.schema))
        deeper = len(name.split(".")) < _DEEPEST and not {*_name(schema)} & {*above}
        if not deeper:
            return
        items = simple.schema.get("items")
        if simple.schema.get("type") == "array" and is_object(items) and not {*_name(items)} & {*above}:
            yield from self._below(items, f"{name}[].", above)
        elif simple.schema.get("type") in (None, "object"):
            yield from self._below(schema, f"{name}.", above)

    def _hint(self, schema: Schema) -> Hint:
        items = schema.get("items")
        inside = simplify(items, self.schemas).schema if is_object(items) else {}
        item = inside.get("type") if isinstance(inside.get("type"), str) else ""
        form = schema.get("format") or inside.get("format") or ""
        return Hint(str(form), str(item), str(schema.get(SAID, "")))


def _items(schema: Schema) -> Schema:
    found = schema.get("items")
    return found if is_object(found) else {}


def _name(schema: Schema) -> tuple[str, ...]:
    reference = schema.get("$ref")
    return (str(reference).removeprefix(PREFIX),) if reference else ()


def _row(name: str, schema: Schema, *, nullable: bool) -> Row:
    kind = schema.get("type")
    if kind is None and "properties" in schema:
        kind = "object"
    row: Row = {"name": name, "type": kind if isinstance(kind, str) and kind in _TYPES else "any"}
    if nullable:
        row["nullable"] = True
    if describe := sentence_of(name.rpartition(".")[2].removesuffix("[]")):
        row["describe"] = describe
    values = [schema["const"]] if "const" in schema else schema.get("enum", ())
    scalars = [each for each in values if isinstance(each, (str, int, float, bool))]
    if scalars and row["type"] in ("string", "integer", "number"):
        row["keywords"] = scalars
    return row


def _both(one: Row, other: Row) -> Row:
    """Put together what two variants say of one field."""
    row = {**one}
    if one["type"] != other["type"]:
        numbers = {one["type"], other["type"]} == {"integer", "number"}
        row["type"] = "number" if numbers else "any"
        row.pop("keywords", None)
    elif "keywords" in one and "keywords" in other:
        row["keywords"] = list(dict.fromkeys((*one["keywords"], *other["keywords"])))
    else:
        row.pop("keywords", None)
    if other.get("nullable"):
        row["nullable"] = True
    return row
