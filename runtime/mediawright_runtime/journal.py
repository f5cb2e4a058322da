"""The journal of a batch: what a restart must know so that nothing is created twice and nothing is forgotten.

JSON lines, appended only: a header, then what happened to each job. What is about to be sent and what the vendor
accepted reach the disk before anything else happens. Inputs stand as digests only; no prompt, no credential. Where a
call itself answers with the work, the answer stands here, as nothing else leads back to it; so the file is its owner's.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, TypeGuard, get_args

from mediawright_runtime.errors import ConfigurationError
from mediawright_runtime.redaction import shown
from mediawright_runtime.shapes import is_list, is_object

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_VERSION = 1
_OWNER_ONLY = 0o600
_BINARY: int = getattr(os, "O_BINARY", 0)
_PIECE = 1 << 20
_FAR = 1 << 30
"""Where one byte is locked on a system whose locks keep others from reading: beyond every journal."""

Event: TypeAlias = Literal["sending", "submitted", "refused", "ambiguous", "made", "ended", "saved"]
_EVENTS = frozenset(get_args(Event))
_DURABLE = frozenset({"sending", "submitted", "refused", "made", "saved"})
"""Events that reach the disk before the job goes on; the others are asked for again where they are lost."""


class Entry(NamedTuple):
    """What is known of one job."""

    input: str = ""
    """The digest of its input."""
    event: Event = "sending"
    """What happened last."""
    token: str | None = None
    since: float | None = None
    """When it was last sent, in seconds since 1970."""
    answer: Mapping[str, object] | None = None
    """What a call without a task answered."""
    saved: tuple[Path, ...] = ()

    @property
    def is_ambiguous(self) -> bool:
        """Whether a create went out, and nothing says what became of it."""
        return self.event in {"sending", "ambiguous"}


class Journal:
    """One journal, open and locked until it is closed or its process ends."""

    def __init__(self, path: str | os.PathLike[str], vendor: str, operation: str) -> None:
        """Open a journal, and begin it where there is none; nothing else is changed but a line that was cut off.

        Raises:
            ConfigurationError: Another process uses it, it is of another operation, or it cannot be read.
        """
        self.path = Path(path)
        self.entries: dict[int, Entry] = {}
        self._turn = Lock()
        self._open: int | None = os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT | _BINARY, _OWNER_ONLY)
        try:
            _lock(self._file, self.path)
            self._read({"journal": _VERSION, "vendor": vendor, "operation": operation})
        except BaseException:
            self.close()
            raise

    def write(self, index: int, event: Event, **facts: object) -> None:
        """Append what happened to a job.

        Raises:
            OSError: It cannot be written, or is closed; nothing more may be created then.
        """
        with self._turn:
            self._append({"job": index, "event": event, **facts})
            if event in _DURABLE:
                os.fsync(self._file)

    def close(self) -> None:
        """Let another process have it; what is closed stays closed."""
        with self._turn:
            file, self._open = self._open, None
            if file is not None:
                os.close(file)

    @property
    def _file(self) -> int:
        """The open file; its number may be of another one once it is closed."""
        if self._open is None:
            raise OSError(f"{self.path}: the journal is closed; nothing more is written")
        return self._open

    def _append(self, line: Mapping[str, object]) -> None:
        """Write a line wholly or not at all."""
        content = (json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8", "replace")
        end = os.fstat(self._file).st_size
        try:
            while content:
                content = content[self._written(content) :]
        except OSError:
            os.ftruncate(self._file, end)
            raise

    def _written(self, content: bytes) -> int:
        count = os.write(self._file, content)
        if count == 0:
            raise OSError(f"{self.path}: a line was written in part only")
        return count

    def _read(self, header: Mapping[str, object]) -> None:
        lines = list(enumerate(self._whole_lines(), 1))
        if not lines:
            self._append(header)
            os.fsync(self._file)
            _sync_folder(self.path.parent)
            return
        first = self._parsed(*lines[0])
        if first != header:
            raise self._refused(1, f"it is of {shown(first)}, and this batch is of {shown(header)}; give another path")
        for number, text in lines[1:]:
            self._take(number, self._parsed(number, text))

    def _whole_lines(self) -> Iterator[bytes]:
        """Read the lines; the last one is cut off or completed where its writer was stopped within it."""
        content = _content(self._file)
        *whole, last = content.split(b"\n")
        if last and _is_json(last):
            os.write(self._file, b"\n")
            whole.append(last)
        elif last:
            os.ftruncate(self._file, len(content) - len(last))
        return iter(whole)

    def _parsed(self, number: int, text: bytes) -> dict[str, object]:
        try:
            line = json.loads(text)
        except ValueError:
            line = None
        if not is_object(line):
            raise self._refused(number, "it is not a line of a journal; restore the file, or give another path")
        return line

    def _take(self, number: int, line: Mapping[str, object]) -> None:
        index, event = line.get("job"), line.get("event")
        if not isinstance(index, int) or not _is_event(event):
            raise self._refused(number, "it names no job and event that this release knows; restore the file")
        entry = _entry(self.entries.get(index, Entry()), event, line)
        if entry is None:
            raise self._refused(number, "what it says is not of its kind; restore the file, or give another path")
        self.entries[index] = entry

    def _refused(self, number: int, reason: str) -> ConfigurationError:
        return ConfigurationError(f"{self.path}:{number}: {reason}")


def settle(journal: str | os.PathLike[str], index: int, token: str | None) -> None:
    """Decide an ambiguous job of a journal that no batch has open: this is its task, or there is none.

    Args:
        journal: The path.
        index: The job, counted from 0 as its input is.
        token: The task that the vendor accepted; None where the vendor has none, so that the next run creates it.

    Raises:
        ConfigurationError: The journal is in use, cannot be read, or the job is not ambiguous.
    """
    path = Path(journal)
    header = _header(path)
    opened = Journal(path, str(header.get("vendor")), str(header.get("operation")))
    try:
        if index not in opened.entries or not opened.entries[index].is_ambiguous:
            raise ConfigurationError(f"{path}: job {index} is not ambiguous; only such a job is to be decided")
        if token is None:
            opened.write(index, "refused")
        else:
            opened.write(index, "submitted", token=token)
    finally:
        opened.close()


def _header(path: Path) -> dict[str, object]:
    try:
        header = json.loads(path.read_bytes().partition(b"\n")[0])
    except (OSError, ValueError) as cause:
        raise ConfigurationError(f"{path}: it is not a journal; give the path of one") from cause
    return header if is_object(header) else {}


def _entry(known: Entry, event: Event, line: Mapping[str, object]) -> Entry | None:
    """Add an event to what is known of a job; nothing where the line does not say what its event needs."""
    token, input_, answer, saved = (
        line.get("token"),
        line.get("input", known.input),
        line.get("answer"),
        line.get("saved"),
    )
    if not isinstance(input_, str):
        return None
    entry = known._replace(event=event, input=input_)
    if event == "sending":
        since = line.get("since")
        return entry._replace(since=since if isinstance(since, (int, float)) else None)
    if event == "submitted":
        return entry._replace(token=token) if isinstance(token, str) else None
    if event == "made":
        return entry._replace(answer=answer) if is_object(answer) else None
    if event == "saved":
        return entry._replace(saved=tuple(Path(str(each)) for each in saved)) if is_list(saved) else None
    return entry


def _is_event(event: object) -> TypeGuard[Event]:
    return event in _EVENTS


def _is_json(text: bytes) -> bool:
    try:
        return is_object(json.loads(text))
    except ValueError:
        return False


def _content(file: int) -> bytes:
    os.lseek(file, 0, os.SEEK_SET)
    pieces: list[bytes] = []
    while piece := os.read(file, _PIECE):
        pieces.append(piece)
    return b"".join(pieces)


def _lock(file: int, path: Path) -> None:
    """Take the journal for this process; the system frees it however the process ends."""
    try:
        if sys.platform == "win32":
            os.lseek(file, _FAR, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as cause:
        raise ConfigurationError(
            f"{path}: another batch uses this journal; wait for its end, or give another path"
        ) from cause


def _sync_folder(folder: Path) -> None:
    """Bring the name of a new file to the disk, where the system has folders that can be synced."""
    if sys.platform != "win32":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
