"""Mutants of specs: one node of a file's tree changed, and the vendor loaded as if the file had said so."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from mediawright_generator.load import LoadedVendor
from mediawright_generator.load.build import build
from mediawright_generator.load.document import read_document
from mediawright_generator.load.file import RECORD, VENDOR, FileKind
from mediawright_generator.load.located import Located
from mediawright_generator.load.nodes import ListNode, MappingNode, Node, ScalarNode
from mediawright_generator.load.nodes import Path as Way
from mediawright_generator.load.scalars import core_value
from mediawright_generator.problems import Problem
from mutating.literals import misspell
from mutating.modules import ROOT
from mutating.mutant import Mutant, Place

ORACLES = frozenset({"api_request_demo", "example"})
"""Documented exchanges: what judges is not changed."""
PROSE = frozenset({"action", "created_at", "describe", "description", "disputes", "id", "notes", "sources", "title"})
PROSE |= {"titles", "updated_at"}
"""What says something to people and decides nothing."""
OURS = frozenset({"capabilities", "category", "client", "means", "python_name"})
"""Our own choices, on which no document can say anything; what they come to is written down in tests/mutation."""
WORDS = {
    "method": ("GET", "POST"),
    "in": ("body", "query"),
    "type": ("string", "integer", "number", "boolean"),
    "kind": ("image", "video", "audio"),
    "error": ("auth", "credits", "rate", "invalid", "policy", "not_found", "vendor"),
    "state": ("queued", "running", "succeeded", "failed", "cancelled", "expired"),
    "digest": ("sha1", "sha256"),
    "on_repeat": ("replay", "reject", "unknown"),
    "quantity": ("prompt", "duration", "resolution", "aspect_ratio", "width", "height", "audio", "count", "seed"),
}
"""Closed vocabularies: one word takes another's place."""
ENUMS = frozenset({"keywords", "success", "formats", "expired"})
OPTIONAL_KEYS = frozenset({"required"})


class Loaded(NamedTuple):
    """What a vendor is with a mutant in it, and what loading says."""

    vendor: LoadedVendor | None
    problems: tuple[Problem, ...]


class SpecFile(NamedTuple):
    """One file of specs: its tree, and how it is read."""

    file: str
    root: Node
    kind: FileKind


def spec_file(path: Path) -> SpecFile:
    """Parse one file."""
    file = path.relative_to(ROOT).as_posix()
    kind = VENDOR if path.name == "vendor.yaml" else RECORD
    return SpecFile(file, read_document(path.read_bytes(), file).root, kind)


def built(spec: SpecFile, root: Node) -> tuple[Located | None, tuple[Problem, ...]]:
    """Read a tree in the place of a file's own."""
    return build(spec.kind.by_field(root), spec.kind.model, spec.file, spec.kind.stand_in)


def mutants(vendor: LoadedVendor, spec: SpecFile) -> list[Mutant]:
    """List the mutants of one file of a vendor."""
    return [_mutant(vendor, spec, each) for each in _changes(spec.root, ())]


class Change(NamedTuple):
    """One changed node by its way from the root: `node` None leaves it out."""

    way: Way
    kind: str
    before: str
    after: str
    line: int
    change: Callable[[Node], Node]


def _mutant(vendor, spec, change):
    def make() -> Loaded:
        located, problems = built(spec, _at(spec.root, change.way, change.change))
        return Loaded(_with(vendor, located) if located else None, problems)

    place = Place(spec.file, change.line, ".".join(map(str, change.way)))
    return Mutant(place, change.kind, change.before, change.after, make)


def _with(vendor, located):
    if located.file == vendor.vendor.file:
        return replace(vendor, vendor=located)
    others = tuple(located if each.file == located.file else each for each in vendor.operations)
    return replace(vendor, operations=others)


def _at(node, way, change):
    """Change the node at the end of a way."""
    if not way:
        return change(node)
    step, *rest = way
    if isinstance(node, ListNode):
        items = (_at(each, rest, change) if at == step else each for at, each in enumerate(node.items))
        return replace(node, items=tuple(items))
    entries = (
        replace(each, value=_at(each.value, rest, change)) if each.key.text == step else each for each in node.entries
    )
    return replace(node, entries=tuple(entries))


def _changes(node, way) -> Iterator[Change]:
    if isinstance(node, MappingNode):
        yield from _of_mapping(node, way)
    elif isinstance(node, ListNode):
        yield from _of_list(node, way)
    else:
        yield from _of_scalar(node, way)


def _of_mapping(node, way):
    named_by_vendor = bool(way) and way[-1] in {"states", "labels"}
    for entry in node.entries:
        key = entry.key.text
        if (key in PROSE | ORACLES and not named_by_vendor) or (not way and key in {"name", "categories", "status"}):
            continue
        yield _without(node, way, entry)
        if named_by_vendor:
            yield _renamed(way, entry)
        yield from _changes(entry.value, (*way, key))
    if _is_parameter(way) and node.entry("required") is None and node.entry("const") is None:
        yield _required(node, way)


def _without(node, way, entry):
    def change(held):
        return replace(held, entries=tuple(each for each in held.entries if each.key.text != entry.key.text))

    return Change(way, "left out", _said(entry), "nothing", entry.key.place.line, change)


def _renamed(way, entry):
    new = misspell(entry.key.text)

    def change(held):
        return replace(held, entries=tuple(_rename(each, entry.key.text, new) for each in held.entries))

    return Change(way, "key misspelt", entry.key.text, new, entry.key.place.line, change)


def _rename(entry, old, new):
    return replace(entry, key=replace(entry.key, text=new)) if entry.key.text == old else entry


def _required(node, way):
    def change(held):
        flag = node.entries[0]
        added = replace(flag, key=replace(flag.key, text="required"), value=ScalarNode(node.place, "true"))
        return replace(held, entries=(*held.entries, added))

    return Change(way, "flag flipped", "optional", "required: true", node.place.line, change)


def _of_list(node, way):
    for at, item in enumerate(node.items):

        def change(held, at=at):
            return replace(held, items=(*held.items[:at], *held.items[at + 1 :]))

        yield Change(way, "item dropped", _text(item), "nothing", item.place.line, change)
        yield from _changes(item, (*way, at))
    if node.items and way[-1] in ENUMS:
        yield _added(node, way)
    if len(node.items) > 1 and way[-1] in {"servers", "credential_sets"}:
        yield Change(way, "order changed", _text(node), "the other way round", node.place.line, _reversed)


def _added(node, way):
    last = node.items[-1]
    numbers = [each for each in (core_value(item.text) for item in node.items if item.plain) if type(each) is int]
    text = str(max(numbers) + 1) if numbers else f"{last.text}x"

    def change(held):
        return replace(held, items=(*held.items, replace(held.items[-1], text=text)))

    return Change(way, "value added", "nothing", text, last.place.line, change)


def _reversed(held):
    return replace(held, items=tuple(reversed(held.items)))


def _of_scalar(node, way):
    for kind, text in _others(node, way):

        def change(held, text=text):
            return replace(held, text=text)

        yield Change(way, kind, node.text, text, node.place.line, change)


def _others(node, way):
    value = core_value(node.text) if node.plain else node.text
    words = _vocabulary(node.text, way)
    if isinstance(value, bool):
        yield "flag flipped", "false" if value else "true"
    elif isinstance(value, (int, float)):
        yield from (("number shifted", str(value + step)) for step in (1, -1))
    elif words:
        yield "remapped", words[(words.index(node.text) + 1) % len(words)]
    elif isinstance(value, str):
        yield from _respelt(value, way)


def _respelt(text, way):
    digits = [at for at, each in enumerate(text) if each.isdigit()]
    if "media" in way and digits and way[-1] != "formats" and "formats" not in way:
        at = digits[-1]
        yield "bound shifted", f"{text[:at]}{(int(text[at]) + 1) % 10}{text[at + 1 :]}"
    else:
        yield "misspelt", _misspelt(text)


def _misspelt(text):
    """Misspell a text outside of its placeholders, which must go on naming something."""
    head, brace, tail = text.partition("{")
    if not head and brace:
        name, close, rest = tail.partition("}")
        return brace + name + close + (misspell(rest) if rest else "x")
    return misspell(head) + brace + tail


def _vocabulary(text, way):
    """Find the closed vocabulary of a word, by the key that it stands under."""
    key = way[-1]
    if (len(way) > 1 and way[-2] == "states") or key == "otherwise":
        key = "state"
    elif key == "kind" and "api_code_demo" in way:
        key = "error"
    elif key == "means":
        key = "quantity"
    elif key == "items":
        key = "type"
    words = WORDS.get(key, ())
    return words if text in words else ()


def _is_parameter(way):
    return len(way) == 2 and way[0] == "api_body"


def _said(entry):
    return f"{entry.key.text}: {_text(entry.value)}"


def _text(node):
    if isinstance(node, ScalarNode):
        return node.text
    if isinstance(node, ListNode):
        return f"[{', '.join(map(_text, node.items))}]"[:80]
    return f"{{{', '.join(map(_said, node.entries))}}}"[:80]
