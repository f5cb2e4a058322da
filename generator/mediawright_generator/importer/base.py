"""What the vendor's document said at the last import: its facts, and digests of its words.

It tells what the vendor changed since from what people corrected.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from mediawright_generator.importer.document import decode
from mediawright_generator.importer.identity import Identity, identity
from mediawright_generator.importer.labels import typed
from mediawright_generator.importer.leaves import Words, is_row, is_tree, plain
from mediawright_generator.problems import Place, Problem
from mediawright_generator.spec.naming import slug
from mediawright_generator.spec.operation import Source

FORMAT: Final = 1
PATH: Final = "imported/c_api_doc.json"
"""Where it stands in the folder of a vendor."""

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
        said = tuple(map(_said, document["records"])) if document["format"] == FORMAT else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        return ReadBase(problems=(_unreadable(f"is damaged: {error!r}", file),))
    return ReadBase(problems=(_unreadable("has another format", file),)) if said is None else ReadBase(said)


def _unreadable(what: str, file: str) -> Problem:
    remedy = "restore the file; without it every difference counts as a correction by hand"
    return Problem(Place(file), "unreadable-base", f"what the last import left {what}", remedy)


def _said(entry: Any) -> Said:
    source = entry.get("source")
    return Said(typed(entry["facts"]), source and Source.model_validate(source), entry.get("removed", False))


def base_text(said: Iterable[Said]) -> str:
    """Write what was said, one parameter to a line, in an order that no document decides."""
    entries = sorted(said, key=lambda each: (slug(str(each.tree["name"])), str(each.tree.get("id"))))
    head = f'{{\n "about": {json.dumps(_ABOUT)},\n "format": {FORMAT},\n "records": [\n'
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
