"""What the vendor's document said at the last import: its facts, and digests of its words.

It tells what the vendor changed since from what people corrected.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from mediawright_generator.importer.document import decode
from mediawright_generator.importer.identity import Identity, identity
from mediawright_generator.importer.labels import SECTIONS, typed
from mediawright_generator.importer.leaves import Words, is_row, is_tree, plain
from mediawright_generator.problems import Place, Problem
from mediawright_generator.spec.naming import slug
from mediawright_generator.spec.operation import Source

FORMAT: Final = 1
C_API_DOC: Final = "imported/c_api_doc.json"
OPENAPI: Final = "imported/openapi.json"
"""Where it stands in the folder of a vendor, by the shape of the document."""

_OPEN_LEVELS: Final = 4
_ABOUT: Final = (
    "What the vendor's document said at the last import, for the next one to compare with. Not to be edited."
)


@dataclass(frozen=True, slots=True)
class Said:
    """What the document said of one operation."""

    tree: Mapping[str, Any]
    source: Source | None = None
    """Where its record says that it was read."""
    removed: bool = False
    """Whether the document has it no longer."""

    @property
    def identity(self) -> Identity:
        """Which operation it is."""
        return identity(self.tree)


@dataclass(frozen=True, slots=True)
class ReadBase:
    """What was said, or why that cannot be read."""

    said: tuple[Said, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_base(content: bytes | None, file: str) -> ReadBase:
    """Read the file of the last import; without one nothing was ever said."""
    if content is None:
        return ReadBase()
    try:
        document = decode(content.decode())
        if document["format"] != FORMAT:
            return ReadBase(problems=(_unreadable(f"it has format {document['format']!r}", file),))
        return ReadBase(tuple(map(_said, document["records"])))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        first_line, *_ = (*str(error).splitlines(), "")
        return ReadBase(problems=(_unreadable(first_line, file),))


def _unreadable(why: str, file: str) -> Problem:
    remedy = "restore the file; without it every difference counts as a correction by hand"
    return Problem(Place(file), "unreadable-base", f"what the last import left cannot be read: {why}", remedy)


def _said(entry: Any) -> Said:
    facts, source = entry["facts"], entry.get("source")
    if not is_tree(facts) or not isinstance(facts.get("name"), str):
        raise ValueError("a record has no name")
    unsaid: dict[str, Any] = {section: {} for section in SECTIONS if section not in facts}
    return Said(typed({**facts, **unsaid}), source and Source.model_validate(source), bool(entry.get("removed")))


def base_text(said: Iterable[Said], vendor: Mapping[str, Any] | None = None) -> str:
    """Write what was said, one parameter to a line, in an order that no document decides."""
    entries = sorted(said, key=lambda each: (slug(str(each.tree["name"])), str(each.tree.get("id"))))
    shared = f' "vendor": {_text(dict(vendor), 1)},\n' if vendor else ""
    head = f'{{\n "about": {json.dumps(_ABOUT)},\n "format": {FORMAT},\n{shared} "records": [\n'
    return head + ",\n".join(f"  {_text(_entry(each), 2)}" for each in entries) + "\n ]\n}\n"


def _entry(said: Said) -> dict[str, Any]:
    entry = {"facts": _stated(_digested(said.tree))}
    if said.source:
        entry["source"] = said.source.model_dump(exclude_unset=True)
    return entry | ({"removed": True} if said.removed else {})


def _digested(value: Any) -> Any:
    """Keep no words but their digests."""
    if isinstance(value, Words):
        return value.digest
    if is_tree(value):
        return {key: _digested(each) for key, each in value.items()}
    return [_digested(each) for each in value] if is_row(value) else plain(value)


def _stated(tree: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out empty lists."""
    return {key: each for key, each in tree.items() if each != {}}


def _text(value: Any, depth: int) -> str:
    inner = " " * (depth + 1)
    if depth <= _OPEN_LEVELS and is_tree(value) and value:
        depths = {"source": _OPEN_LEVELS}
        rows = [f"{inner}{json.dumps(key)}: {_text(each, depths.get(key, depth) + 1)}" for key, each in value.items()]
        return "{\n" + ",\n".join(rows) + f"\n{inner[1:]}}}"
    return json.dumps(value, ensure_ascii=False)
