"""What a person calls two states of the specs, as the two sides of a comparison.

A name is a revision of git where git knows it, else a folder; a path that begins with `.` or `/`, or ends with `/`, is
always a folder.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from mediawright_generator.cache import Shelf
from mediawright_generator.load import LoadedVendor, Located
from mediawright_generator.review.revision import Repository, UnreadableError
from mediawright_generator.review.side import Side, side_of_commit, side_of_folder
from mediawright_generator.spec import Operation, Vendor

WORK_TREE = "the working tree"
_OF_VENDOR: Final = ("name",)
_OF_RECORD: Final = ("name", "category", "method", "endpoint")


@dataclass(frozen=True, slots=True)
class Sides:
    """What was, what is, and what a person should know about how they were read."""

    base: Side
    head: Side
    notes: tuple[str, ...] = ()
    arguments: tuple[str, ...] = ()
    """The words that make a command compare with the same base what can be edited."""

    def comparable(self) -> "Sides":
        """Leave out what one side alone cannot be asked about: other vendors than that of a folder, unread ones."""
        kept = _names(self.base) | _names(self.head)
        for alone in (side for side in (self.base, self.head) if side.alone):
            kept &= _names(alone)
        kept -= frozenset(_folder(each) for each in self.base.vendors if not _is_told(each.vendor, _OF_VENDOR))
        kept -= frozenset(_folder(each) for each in self.head.vendors if not each.vendor.complete())
        names = {each.vendor.model.name: _unread(each) for each in self.head.vendors}
        base, head = self.base.only(kept), self.head.only(kept)
        told = tuple(_without(each, names) for each in map(_without_stand_ins, base.vendors))
        read = tuple(_without(each, names) for each in head.vendors)
        return replace(self, base=replace(base, vendors=told), head=replace(head, vendors=read))

    def unread(self) -> tuple[str, ...]:
        """Name the files of the newer side that cannot be read as they are."""
        files = (located for each in self.head.vendors for located in (each.vendor, *each.operations))
        return tuple(each.file for each in files if not each.complete())

    def of_vendor(self, name: str) -> "Sides":
        """Leave out all other vendors."""
        return replace(self, base=self.base.only(frozenset({name})), head=self.head.only(frozenset({name})))


@dataclass(frozen=True, slots=True)
class Reader:
    """Finds and reads what names stand for."""

    checkout: Path | None
    """The folder with the specs of the working tree; none where there is none."""
    parsed: Shelf | None = None

    @property
    def _repository(self) -> Repository:
        return Repository(self.checkout or Path.cwd())

    def read(self, base: str, head: str | None) -> Sides:
        """Read both sides; without `head` the newer one is the working tree.

        Raises:
            UnreadableError: A name stands for nothing, or what it stands for cannot be read.
        """
        notes: list[str] = []
        parted = re.fullmatch(r"([^.].*?)?(\.{2,3})([^.].*)?", base)
        if not parted or Path(base).is_dir():
            newer = self._named(head, notes) if head is not None else self._work_tree()
            arguments = (base, head) if head is not None and newer.root else (base,)
            return Sides(self._named(base, notes), newer, tuple(notes), arguments)
        if head is not None:
            raise UnreadableError(f"{base!r} names both sides already; leave {head!r} out")
        return self._range(parted[1] or "HEAD", parted[2], parted[3])

    def _range(self, older: str, dots: str, newer: str | None) -> Sides:
        commits = self._commit(older), self._commit(newer or "HEAD")
        name, start = older, commits[0]
        if dots == "...":
            name, start = f"where {newer or 'HEAD'} left {older}", self._parting(older, newer or "HEAD", commits)
        head = self._read_commit(commits[1], newer) if newer else self._work_tree()
        return Sides(self._read_commit(start, name), head, arguments=(f"{older}{dots}",))

    def _parting(self, older: str, newer: str, commits: tuple[str, str]) -> str:
        found = self._repository.merge_base(*commits)
        if found is None:
            what = f"this clone knows no commit at which {newer!r} left {older!r}"
            raise UnreadableError(f"{what}; run `git fetch --unshallow`, or compare with {older!r} itself")
        return found

    def _named(self, name: str, notes: list[str]) -> Side:
        folder = Path(name)
        commit = None if _is_path(name) or self._is_only_folder(folder) else self._repository.commit(name)
        if commit is None and folder.is_dir():
            return side_of_folder(folder.resolve(), name, self.parsed)
        if commit is None:
            raise UnreadableError(self._unknown(name))
        if folder.is_dir():
            notes.append(f"{name!r} is a revision and a folder; the revision was taken, ./{name} is the folder")
        return self._read_commit(commit, name)

    def _is_only_folder(self, folder: Path) -> bool:
        return folder.is_dir() and bool(self._missing_repository())

    def _missing_repository(self) -> str:
        try:
            return self._repository.missing()
        except UnreadableError as error:
            return str(error)

    def _commit(self, name: str) -> str:
        commit = self._repository.commit(name)
        if commit is None:
            raise UnreadableError(self._unknown(name))
        return commit

    def _unknown(self, name: str) -> str:
        if _is_path(name):
            return f"{name!r} is no folder; correct the path"
        missing = self._missing_repository()
        if missing:
            return f"{name!r} is no folder, and no revision can be read: {missing}"
        shallow = self._repository.is_shallow()
        what = "this clone, which is shallow, has no revision" if shallow else "this clone has no folder or revision"
        return f"{what} {name!r}; run `{_fetch(name, shallow=shallow)}`, or correct the name"

    def _work_tree(self) -> Side:
        if self.checkout is None:
            raise UnreadableError("there is no specs/ here or above; name the newer side, too, or run in a checkout")
        return side_of_folder(self.checkout, WORK_TREE, self.parsed)

    def _read_commit(self, commit: str, name: str) -> Side:
        return side_of_commit(self._repository, commit, name, self.parsed)


def _fetch(name: str, *, shallow: bool) -> str:
    remote, _, branch = name.partition("/")
    if remote == "origin" and re.fullmatch(r"[\w./-]+", branch):
        return f"git fetch origin {branch}:refs/remotes/origin/{branch}"
    if re.fullmatch(r"[0-9a-f]{40}", name):
        return f"git fetch origin {name}"
    return "git fetch --unshallow" if shallow else "git fetch --all --tags"


def _is_path(name: str) -> bool:
    return name.startswith((".", "/")) or name.endswith("/") or Path(name).is_absolute()


def _names(side: Side) -> frozenset[str]:
    return frozenset(each.vendor.model.name for each in side.vendors if _is_told(each.vendor, _OF_VENDOR))


def _without_stand_ins(loaded: LoadedVendor) -> LoadedVendor:
    told = tuple(each for each in loaded.operations if _is_told(each, _OF_RECORD))
    return replace(loaded, operations=told)


def _unread(loaded: LoadedVendor) -> frozenset[str]:
    """Name the records that cannot be read as they are: by what they say, and by their files."""
    return frozenset(key for each in loaded.operations if not each.complete() for key in _keys(each))


def _keys(located: Located[Operation]) -> tuple[str, str]:
    return located.model.name, Path(located.file).stem


def _without(loaded: LoadedVendor, unread: Mapping[str, frozenset[str]]) -> LoadedVendor:
    left_out = unread.get(loaded.vendor.model.name, frozenset())
    return replace(loaded, operations=tuple(each for each in loaded.operations if left_out.isdisjoint(_keys(each))))


def _is_told(located: Located[Vendor] | Located[Operation], keys: Iterable[str]) -> bool:
    """Tell whether these keys are what the file says, and nothing stands in for them."""
    return all((key,) in located.keys for key in keys)


def _folder(loaded: LoadedVendor) -> str:
    return loaded.vendor.file.split("/")[-2]
