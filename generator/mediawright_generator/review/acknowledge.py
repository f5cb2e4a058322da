"""Writes into a vendor's changelog why its contract changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from mediawright_generator.importer.text import item_text
from mediawright_generator.importer.write import write_texts
from mediawright_generator.load.file import CHANGELOG, parse
from mediawright_generator.review.comparison import Judged
from mediawright_generator.review.revision import UnreadableError
from mediawright_generator.review.side import Side
from mediawright_generator.spec.changelog import CHANGELOG as FILE
from mediawright_generator.spec.changelog import Approval, Reason

_HEAD = "# yaml-language-server: $schema=../schema/changelog.json\nchanges:\n"


@dataclass(frozen=True, slots=True)
class Given:
    """What a person says of a change."""

    reason: Reason
    document: str
    read_on: str
    lines: str | None = None
    describe: str = ""


def acknowledge(changes: Iterable[Judged], given: Given, head: Side) -> tuple[str, ...]:
    """Add an entry for each change to the end of its vendor's changelog, and name the files written.

    Raises:
        UnreadableError: The side is no folder, or the layout of a changelog takes no entry at its end.
    """
    if head.root is None:
        raise UnreadableError(f"{head.name} is a revision, and nothing can be written there; leave HEAD out")
    root = head.root
    texts: dict[str, str] = {}
    for vendor, alike in groupby(sorted(changes, key=_vendor), _vendor):
        path = _file(vendor, head, root)
        texts[path] = _with(_text(root / path), [_entry(each, given) for each in alike], path)
    write_texts(texts, root)
    return tuple(texts)


def _vendor(each: Judged) -> str:
    return each.change.vendor


def _file(vendor: str, head: Side, root: Path) -> str:
    """Find the changelog of a vendor; that of one who is gone stays in its folder."""
    found = (each.vendor.file.rpartition("/")[0] for each in head.vendors if each.vendor.model.name == vendor)
    specs = (
        "specs" if (root / "specs").is_dir() else next((each.vendor.file.split("/")[0] for each in head.vendors), "")
    )
    return f"{next(found, f'{specs}/{vendor}')}/{FILE}"


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else _HEAD


def _entry(each: Judged, given: Given) -> Approval:
    change = each.change
    facts = {
        "change": change.fingerprint,
        "rule": change.rule,
        "operation": change.python,
        "reason": given.reason,
        "document": given.document,
        "lines": given.lines,
        "read_on": given.read_on,
        "describe": given.describe or change.what,
    }
    return Approval.model_validate({key: value for key, value in facts.items() if value})


def _with(text: str, entries: Iterable[Approval], path: str) -> str:
    """Put entries to the end of a text, and see that they are read as what they say."""
    known, _ = parse(text.encode(), path, CHANGELOG)
    expected = (*(known.model.changes if known and text != _HEAD else ()), *entries)
    added = "".join(f"{item_text(each.model_dump(exclude_unset=True), _indent(text))}\n" for each in entries)
    written = f"{text.rstrip()}\n{added}"
    found, problems = parse(written.encode(), path, CHANGELOG)
    if found is None or problems or found.model.changes != expected:
        raise UnreadableError(f"{path} takes no entry at its end; write `changes:` with one `- ` for each entry")
    return written


def _indent(text: str) -> int:
    """Count the columns before an entry, as the entries that stand there have them."""
    first = next((line for line in text.splitlines() if line.lstrip().startswith("- ")), "  - ")
    return first.index("-")
