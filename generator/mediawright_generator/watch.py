"""Notices that files changed, and waits until they rest: a look at times and sizes, a few times a second.

Looking is enough: no file system fails to answer it, where notifications are lost on network drives, in containers, and
for files that are replaced; 2000 files take 5 ms.
"""

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

Seen = Mapping[str, tuple[int, int, int]]
"""Time, size and identity of files, by their paths."""

_EVERY: Final = 0.2
"""Seconds between two looks."""
_QUIET: Final = 0.15
"""Seconds without a change after which a save counts as done; editors write, truncate and rename in between."""
_PATIENCE: Final = 2.0
"""Seconds after which a run starts though something still changes."""
_KINDS: Final = (".yaml", ".yml", ".json", ".jinja", ".py")


def changes(folders: Iterable[Path], leave_out: frozenset[Path]) -> Iterator[None]:
    """Give a turn at once, and one after each change that has come to rest; what changes during a turn counts."""
    watched = tuple(folders)
    while True:
        seen = look(watched, leave_out)
        yield
        while look(watched, leave_out) == seen:
            time.sleep(_EVERY)
        _rest(watched, leave_out)


def look(folders: Iterable[Path], leave_out: frozenset[Path]) -> Seen:
    """Look at all files that matter; what editors keep beside them does not."""
    found: dict[str, tuple[int, int, int]] = {}
    for folder in folders:
        for entry in _files(folder, leave_out):
            try:
                facts = entry.stat()
            except OSError:  # gone since it was listed
                continue
            found[entry.path] = facts.st_mtime_ns, facts.st_size, facts.st_ino
    return found


def _rest(folders: Iterable[Path], leave_out: frozenset[Path]) -> None:
    until = time.monotonic() + _PATIENCE
    before = look(folders, leave_out)
    while time.monotonic() < until:
        time.sleep(_QUIET)
        now = look(folders, leave_out)
        if now == before:
            return
        before = now


def _files(folder: Path | str, leave_out: frozenset[Path]) -> "Iterator[os.DirEntry[str]]":
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.is_dir():
            if not _is_hidden(entry.name) and Path(entry.path) not in leave_out:
                yield from _files(entry.path, leave_out)
        elif not _is_hidden(entry.name) and entry.name.endswith(_KINDS):
            yield entry


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "#", "__pycache__"))
