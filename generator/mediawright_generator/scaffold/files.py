"""The files of a spec that was just started: checked before anything is written, then written all or none."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from mediawright_generator.check import check
from mediawright_generator.load import LoadedVendor
from mediawright_generator.load.file import RECORD, VENDOR, parse
from mediawright_generator.problems import Problem


class RefusedError(Exception):
    """A file that is to be written exists; the message says which."""


@dataclass(frozen=True, slots=True)
class Draft:
    """New texts by their paths below the root; of files that exist, only those that are named change."""

    texts: Mapping[str, str]
    changes: frozenset[str] = frozenset()
    left_out: tuple[str, ...] = ()
    """What was shown and is not taken over, as it looks like a secret."""


def settled(draft: Draft, loaded: LoadedVendor | None) -> tuple[Problem, ...]:
    """Find the errors that the specs of a vendor would have with a draft, and do not have yet."""
    known = set(check((loaded,))) if loaded else set[Problem]()
    found: list[Problem] = []
    operations = {each.file: each for each in loaded.operations} if loaded else {}
    vendor = loaded.vendor if loaded else None
    for file, text in draft.texts.items():
        if file.endswith("/vendor.yaml"):
            vendor, problems = parse(text.encode(), file, VENDOR)
        else:
            located, problems = parse(text.encode(), file, RECORD)
            operations |= {file: located} if located else {}
        found += problems
    if vendor is None or found:
        return tuple(sorted(found))
    drafted = LoadedVendor(vendor, tuple(operations[file] for file in sorted(operations)))
    whole = replace(loaded, vendor=vendor, operations=drafted.operations) if loaded else drafted
    return tuple(each for each in check((whole,)) if each.severity == "error" and each not in known)


def written(draft: Draft, root: Path) -> None:
    """Write a draft; whatever cuts it short, no part of it stays.

    Raises:
        RefusedError: A file exists already.
        OSError: The disk refuses.
    """
    for file in draft.texts:
        if file not in draft.changes and (root / file).exists():
            raise RefusedError(f"{file} exists; edit it, or take another name")
    before = {file: (root / file).read_bytes() for file in draft.changes}
    done: list[str] = []
    try:
        for file, text in draft.texts.items():
            done.append(file)
            _put(root / file, text.encode())
    except BaseException:
        for file in done:
            _restore(root / file, before.get(file))
        raise


def _put(target: Path, content: bytes) -> None:
    """Write a file at once: whoever reads meanwhile sees the old text or the new."""
    target.parent.mkdir(parents=True, exist_ok=True)
    staged = target.with_name(f".{target.name}.new")
    try:
        staged.write_bytes(content)
        staged.replace(target)
    finally:
        staged.unlink(missing_ok=True)


def _restore(target: Path, content: bytes | None) -> None:
    if content is not None:
        _put(target, content)
    else:
        target.unlink(missing_ok=True)
