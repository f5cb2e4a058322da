"""A revision of a git repository, read without touching its work tree."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

_FILES: Final = {b"100644", b"100755"}
"""The modes of ordinary files: what a link or a submodule leads to is no part of the revision."""


class UnreadableError(Exception):
    """A state of the specs cannot be read; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Repository:
    """The git repository that a folder of its work tree belongs to."""

    folder: Path

    def commit(self, name: str) -> str | None:
        """Find the commit that a branch, tag or other name of a revision stands for.

        Raises:
            UnreadableError: There is no git.
        """
        return self._line("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")

    def merge_base(self, one: str, other: str) -> str | None:
        """Find the commit at which two commits parted."""
        return self._line("merge-base", one, other)

    def missing(self) -> str:
        """Say why there is no repository here; empty where there is one."""
        answer = self._run("rev-parse", "--is-inside-work-tree")
        return "" if answer.stdout.strip() == b"true" else _said(answer).removeprefix("fatal: ") or "no work tree"

    def is_shallow(self) -> bool:
        """Tell whether the clone was cut off at some depth."""
        return self._line("rev-parse", "--is-shallow-repository") == "true"

    def specs(self, commit: str) -> dict[str, bytes]:
        """Read all YAML and JSON files of a commit's specs/, by their path below it; none without such a folder."""
        listing = self._run("ls-tree", "-r", "-z", f"{commit}:./specs")
        found = dict(_spec_files(listing.stdout)) if listing.returncode == 0 else {}
        answer = self._run("cat-file", "--batch", given="".join(f"{blob}\n" for blob in found.values()).encode())
        if answer.returncode != 0:
            raise UnreadableError(f"git cannot read {commit}: {_said(answer)}; run `git fsck`")
        return dict(zip(found, _contents(answer.stdout), strict=True))

    def text(self, commit: str, path: str) -> str:
        """Read one file of a commit; empty where it has none."""
        answer = self._run("cat-file", "blob", f"{commit}:./{path}")
        return answer.stdout.decode(errors="replace") if answer.returncode == 0 else ""

    def _line(self, *arguments: str) -> str | None:
        answer = self._run(*arguments)
        return (answer.stdout.decode(errors="replace").strip() or None) if answer.returncode == 0 else None

    def _run(self, *arguments: str, given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
        command = ["git", "-C", str(self.folder), *arguments]
        try:
            return subprocess.run(command, input=given, capture_output=True, check=False)  # noqa: S603 (no shell; names of revisions follow --end-of-options)
        except FileNotFoundError as error:
            raise UnreadableError("git is not installed; install it, or compare two folders") from error


def _spec_files(listing: bytes) -> Iterator[tuple[str, str]]:
    """Give path and blob of the files that a loader would look at."""
    for entry in listing.split(b"\0")[:-1]:
        about, _, name = entry.partition(b"\t")
        mode, _, blob = about.split(b" ")
        path = PurePosixPath(name.decode(errors="surrogateescape"))
        hidden = any(part.startswith(".") for part in path.parts)
        if mode in _FILES and not hidden and path.suffix.lower() in {".yaml", ".yml", ".json"}:
            yield str(path), blob.decode()


def _contents(answer: bytes) -> Iterator[bytes]:
    """Take the files out of what `git cat-file --batch` answers: a line with the size, the bytes, a line's end."""
    at = 0
    while at < len(answer):
        head = answer.index(b"\n", at)
        blob, _, size_or_missing = answer[at:head].rpartition(b" ")
        if size_or_missing == b"missing":
            raise UnreadableError(
                f"this clone lacks the blob {blob.decode()}; run `git fetch --refetch`, or clone anew"
            )
        size = int(size_or_missing)
        yield answer[head + 1 : head + 1 + size]
        at = head + size + 2


def _said(answer: "subprocess.CompletedProcess[bytes]") -> str:
    return " ".join(answer.stderr.decode(errors="replace").split())
