"""Arguments for operations of a vendor's document, from the document alone: examples where it has them, else made."""

from collections.abc import Iterator
from random import Random
from typing import Any, NamedTuple

from openapi_document import Document, Operation

_DEEPEST = 7
_NULL = 0.1
_TEXTS = (
    "a paper boat", "a", "en", "1", "A1b2C3d4", "2026-01-01", "2026-01-01T00:00:00Z", "https://example.com/in.png",
    "00000000-0000-4000-8000-000000000000", "boat@example.com", "16:9", "1024x1024", "#0a0b0c",
    "data:image/png;base64,AA==", "10s", "0", "true",
)  # fmt: skip
_FORMATS = {
    "uri": "https://example.com/in.png",
    "url": "https://example.com/in.png",
    "date-time": "2026-01-01T00:00:00Z",
    "date": "2026-01-01",
    "uuid": "00000000-0000-4000-8000-000000000000",
    "email": "boat@example.com",
    "byte": "AAAA",
}
FILE = b"\x89PNG\r\n\x1a\n0000"


class Sample(NamedTuple):
    """What goes into one request."""

    what: str
    parameters: dict[tuple[str, str], Any]
    """Values by place and name."""
    kind: str | None
    """The content type, where there is a body."""
    body: Any


def samples(document: Document, operation: Operation, count: int) -> Iterator[Sample]:
    """Make samples: of each content type the least, the most, the documented examples, and some at random."""
    contents = (operation.body or {}).get("content") or {None: {}}
    for kind, media in contents.items():
        for what, chance, fill in (
            ("least", 0, 0.0),
            ("most", 0, 1.0),
            *(("random", each, 0.5) for each in range(1, count)),
        ):
            maker = Maker(document, Random(f"{operation.title} {kind} {chance}"), fill, is_form="form" in str(kind))
            body = _body(maker, kind, media)
            yield Sample(what, _parameters(maker, operation), kind, body)
        if kind is not None and not operation.body.get("required") and document.accepts(media.get("schema") or {}, {}):
            yield Sample("without a body", _parameters(Maker(document, Random(0), 0.0), operation), None, None)
        for body in _examples(document, media):
            maker = Maker(document, Random(0), 0.0)
            yield Sample("example", _parameters(maker, operation), kind, body)


def _body(maker: "Maker", kind: str | None, media: Any) -> Any:
    return None if kind is None else maker.value(media.get("schema") or {})


def _examples(document: Document, media: Any) -> Iterator[Any]:
    stated = [document.resolved(each).get("value") for each in (media.get("examples") or {}).values()]
    found = [each for each in (media.get("example"), *stated) if each is not None]
    yield from (each for each in found[:3] if document.accepts(media.get("schema") or {}, each))


def _parameters(maker: "Maker", operation: Operation) -> dict[tuple[str, str], Any]:
    made: dict[tuple[str, str], Any] = {}
    for row in operation.parameters:
        place, name = row.get("in"), row.get("name")
        if not (row.get("required") or place == "path" or maker.chooses()):
            continue
        schema = row.get("schema") or next(iter((row.get("content") or {}).values()), {}).get("schema") or {}
        made[place, name] = maker.listing().example(row, schema)
    return made


class Maker:
    """Makes values of schemas; `fill` is the share of what is optional that is given. No form holds an empty list."""

    def __init__(self, document: Document, random: Random, fill: float, *, is_form: bool = False) -> None:
        self._is_form = is_form
        self._document = document
        self._random = random
        self.fill = fill

    def chooses(self) -> bool:
        """Decide whether something optional is given."""
        return self._random.random() < self.fill

    def listing(self) -> "Maker":
        """Give a maker of values outside of JSON, where no list is empty."""
        return Maker(self._document, self._random, self.fill, is_form=True)

    def example(self, row: Any, schema: Any) -> Any:
        """Give an example that stands beside a schema, if it is one, else make a value."""
        stated = row.get("example")
        if stated is not None and self._document.accepts(schema, stated):
            return stated
        return self.value(schema)

    def value(self, schema: Any, depth: int = 0) -> Any:
        """Make a value that the document accepts, as far as one is found."""
        if not isinstance(schema, dict):
            return "a paper boat"
        first = None
        for number, each in enumerate(self._candidates(schema, depth)):
            first = each if number == 0 else first
            if self._document.accepts(schema, each):
                return each
        return first

    def _candidates(self, schema: Any, depth: int) -> Iterator[Any]:
        whole = self._whole(schema)
        if "const" in whole:
            yield whole["const"]
        values = [each for each in whole.get("enum") or () if each is not None]
        yield from self._random.sample(values, len(values)) if self.fill else values
        examples = whole.get("examples")
        yield from (
            each
            for each in (whole.get("example"), *(examples if isinstance(examples, list) else ()))
            if each is not None
        )
        if whole.get("nullable") and self.fill not in {0.0, 1.0} and self._random.random() < _NULL:
            yield None
        yield from self._of_union(whole, depth)
        yield from self._typed(whole, depth)
        if whole.get("default") is not None:
            yield whole["default"]

    def _whole(self, schema: Any) -> dict[str, Any]:
        """Bring together what a schema is made of."""
        whole = dict(self._document.resolved(schema))
        for part in whole.pop("allOf", None) or ():
            below = self._whole(part)
            properties = {**(below.get("properties") or {}), **(whole.get("properties") or {})}
            required = [*(whole.get("required") or ()), *(below.get("required") or ())]
            whole = {**below, **whole, **({"properties": properties} if properties else {})}
            whole |= {"required": required} if required else {}
        return whole

    def _of_union(self, whole: dict[str, Any], depth: int) -> Iterator[Any]:
        for key in ("oneOf", "anyOf"):
            branches = list(whole.get(key) or ())
            rest = {name: each for name, each in whole.items() if name != key}
            if self.fill not in {0.0, 1.0}:
                self._random.shuffle(branches)
            for branch in branches if depth < 2 * _DEEPEST else ():
                yield self.value({"allOf": [branch, rest]}, depth + 1)

    def _typed(self, whole: dict[str, Any], depth: int) -> Iterator[Any]:
        guess = "object" if "properties" in whole else "array" if "items" in whole else "string"
        declared = whole.get("type", guess)
        types = list(declared) if isinstance(declared, list) else [declared]
        if self.fill not in {0.0, 1.0}:
            self._random.shuffle(types)
        for each in types:
            yield from getattr(self, f"_{each}", self._string)(whole, depth)

    def _string(self, whole: dict[str, Any], _: int) -> Iterator[Any]:
        least, most = whole.get("minLength") or 0, whole.get("maxLength")
        if self.fill not in {0.0, 1.0} and "format" not in whole:
            yield ("a" if self._is_form else "ä") * self._random.choice(
                [max(least, int(self._is_form)), least + 3 if most is None else most]
            )
        for text in (*(_FORMATS[each] for each in [whole.get("format")] if each in _FORMATS), *_TEXTS):
            yield text.ljust(least, "s")[: most if most is not None else None]

    def _number(self, whole: dict[str, Any], _: int) -> Iterator[Any]:
        step = whole.get("multipleOf") or 1
        bounds = [
            whole[key]
            for key in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
            if type(whole.get(key)) in {int, float}
        ]
        if len(bounds) > 1 and self.fill:
            yield round(self._random.uniform(bounds[0], bounds[1]), 2)
        for each in (*bounds, 1, 0.5):
            yield each
            yield from (each + step, each - step, (each // step + 1) * step)
        yield sum(bounds) / (len(bounds) or 1)

    def _integer(self, whole: dict[str, Any], depth: int) -> Iterator[Any]:
        yield from (int(each) for each in self._number(whole, depth))

    def _boolean(self, *_: Any) -> Iterator[Any]:
        yield from (self.fill > 0, self.fill == 0)

    def _null(self, *_: Any) -> Iterator[Any]:
        yield None

    def _array(self, whole: dict[str, Any], depth: int) -> Iterator[Any]:
        least = whole.get("minItems") or 0
        count = max(least, 1 if self._is_form or (self.fill and depth < _DEEPEST) else 0)
        items = [self.value(whole.get("items") or {}, depth + 1) for _ in range(count)]
        yield items
        yield items[:1]
        yield []

    def _object(self, whole: dict[str, Any], depth: int) -> Iterator[Any]:
        required = set(whole.get("required") or ()) if isinstance(whole.get("required"), list) else set()
        known = whole.get("properties") or {}
        writable = {name: each for name, each in known.items() if not self._document.resolved(each).get("readOnly")}
        chosen = [name for name in writable if name in required or (depth < _DEEPEST and self.chooses())]
        made = {name: self.value(writable[name], depth + 1) for name in chosen}
        missing = dict.fromkeys(required - known.keys(), "a paper boat")
        yield {**made, **missing}
        extra = whole.get("additionalProperties")
        if not known:
            yield {"key": self.value(extra if isinstance(extra, dict) else {}, depth + 1)}
        yield {name: each for name, each in made.items() if name in required}
        yield {}
