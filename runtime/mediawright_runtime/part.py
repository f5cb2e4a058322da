"""The part of a file that has come so far: hidden beside its target, and kept when a transfer breaks off.

A record beside it says which bytes they are, so that a later saving, also of another process, can go on. It is written
after the part is emptied and before the first byte, so it never speaks of other bytes than those that are there.

Others may write into the directory, too: a part and its record are plain files of one name, and no link is followed.
"""

from __future__ import annotations

import json
import os
import secrets
import stat
from typing import TYPE_CHECKING, Literal, NamedTuple

from mediawright_runtime.content import HEAD
from mediawright_runtime.lock import lock
from mediawright_runtime.shapes import is_object

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType
    from typing import BinaryIO, Self

_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
"""What keeps the system from following a link; where it has no such thing, what was opened is told afterwards."""
_LONGEST_RECORD = 64 * 1024
"""Bytes; an address and a validator have fewer."""


class Version(NamedTuple):
    """Which bytes a file is made of."""

    address: str
    """Where they came from, without the query, which may be signed."""
    validator: str = ""
    """A strong ETag or a date of last modification, by which the server tells whether they are still the same."""
    total: int | None = None
    """How many bytes there will be."""


class Part:
    """What has come of one file. As a context, it leaves behind only what a later saving can go on with."""

    def __init__(self, directory: Path, stem: str, address: str) -> None:
        self.version: Version = Version(address)
        self.size = 0
        """Bytes that have come."""
        self.head = b""
        """The first of them."""
        self._directory = directory
        self._stem = stem
        self._path = directory / f".{stem}.part"
        self._record: Path | None = directory / f".{stem}.part.json"
        self._file: BinaryIO | None = None

    def __enter__(self) -> Self:
        """Take over what an earlier saving of the same address left."""
        kept = _read(self._record)
        if kept is None or not kept.validator or kept.address != self.version.address:
            return self
        file = _opened(self._path)
        if file is None:
            return self
        size = file.seek(0, os.SEEK_END)
        if size and (kept.total is None or size <= kept.total):
            file.seek(0)
            self.version, self.size, self.head = kept, size, file.read(HEAD)
            file.seek(size)
        self._file = file
        return self

    def begin(self, version: Version) -> None:
        """Start anew with other bytes; what is there goes with the first of them."""
        self.version, self.size, self.head = version, 0, b""

    def write(self, piece: bytes) -> None:
        """Take the next bytes."""
        file = self._file or self._made()
        if self.size == 0:
            file.seek(0)
            file.truncate()
            self._note()
        file.write(piece)
        self.size += len(piece)
        if len(self.head) < HEAD:
            self.head = (self.head + piece)[:HEAD]

    def keep(self, target: Path) -> Path:
        """Bring the bytes to the disk, and give them their final name."""
        file = self._file or self._made()
        file.flush()
        os.fsync(file.fileno())
        self._forget()
        _loosen(file)
        self._path.replace(target)
        file.close()
        self._file = None
        return target

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the part if a later saving can tell what it is; else nothing."""
        if self._file is None:
            return
        if not self.resumable:
            self._forget()
            _loosen(self._file)
            self._path.unlink(missing_ok=True)
        self._file.close()
        self._file = None

    @property
    def resumable(self) -> bool:
        """Whether a later saving can go on from here."""
        return bool(self.size and self.version.validator and self._record)

    def _made(self) -> BinaryIO:
        """Open the part; where another saving is at it, one of a name that nobody else knows."""
        file = _opened(self._path) or _opened(self._path, "x+b")
        if file is None:
            self._path = self._directory / f".{self._stem}.{secrets.token_hex(4)}.part"
            self._record = None
            file = self._path.open("x+b")
        self._file = file
        return file

    def _note(self) -> None:
        if self._record is not None and self.version.validator:
            _replace(self._record, json.dumps(self.version._asdict()).encode())
        else:
            self._forget()

    def _forget(self) -> None:
        if self._record is not None:
            self._record.unlink(missing_ok=True)


def _opened(path: Path, mode: Literal["r+b", "x+b"] = "r+b") -> BinaryIO | None:
    """Open and lock a file; None if there is none that is ours alone, or it has just been given its final name."""
    try:
        file = open(path, mode, opener=_without_links)  # noqa: SIM115 (it is handed on open)
    except OSError:
        return None
    if lock(file) and _is_at(file, path):
        return file
    file.close()
    return None


def _without_links(path: str, flags: int) -> int:
    return os.open(path, flags | _NO_LINK, 0o666)


def _loosen(file: BinaryIO) -> None:
    """Close a file where an open one can be neither renamed nor removed; elsewhere its lock is to outlast that."""
    if os.name == "nt":
        file.close()


def _is_at(file: BinaryIO, path: Path) -> bool:
    """Whether what was opened is a plain file that has this name, and no other: what is written must change no more."""
    try:
        there = path.lstat()
    except FileNotFoundError:
        return False
    return os.path.samestat(os.fstat(file.fileno()), there) and stat.S_ISREG(there.st_mode) and there.st_nlink < 2  # noqa: PLR2004 (names)


def _replace(record: Path, content: bytes) -> None:
    """Write a record at once as a whole; whatever has its name before, a link too, makes room."""
    new = record.with_name(f"{record.name}.{secrets.token_hex(4)}")
    try:
        with new.open("xb") as file:
            file.write(content)
        new.replace(record)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def _read(record: Path | None) -> Version | None:
    file = _opened(record) if record is not None else None
    if file is None:
        return None
    with file:
        try:
            facts: object = json.loads(file.read(_LONGEST_RECORD))
        except ValueError:
            return None
    return _version(facts) if is_object(facts) else None


def _version(facts: dict[str, object]) -> Version | None:
    address, validator, total = (facts.get(name) for name in Version._fields)
    if isinstance(address, str) and isinstance(validator, str) and (total is None or isinstance(total, int)):
        return Version(address, validator, total)
    return None
