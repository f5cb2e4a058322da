"""The folders of all vendors as loaded vendors, and every problem of every file in one run."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from mediawright_generator.cache import Shelf
from mediawright_generator.load.build import Built
from mediawright_generator.load.file import CHANGELOG, RECORD, VENDOR, FileKind, stand_in
from mediawright_generator.load.kept import parse_once
from mediawright_generator.load.layout import (
    content_of,
    doubled_files,
    is_yaml,
    record_files,
    unread_files,
    vendor_file,
    visible,
    yaml_files,
)
from mediawright_generator.load.located import LoadedVendor, Located
from mediawright_generator.problems import Place, Problem
from mediawright_generator.spec import Changelog, Vendor
from mediawright_generator.spec.base import Spec
from mediawright_generator.spec.changelog import CHANGELOG as CHANGELOG_FILE

T = TypeVar("T", bound=Spec)


def load(specs: Path, root: Path, parsed: Shelf | None = None) -> tuple[tuple[LoadedVendor, ...], tuple[Problem, ...]]:
    """Load every vendor below `specs`; files are named by their path below `root`. `parsed` keeps files read before."""
    folders = _Folders(specs, root, parsed)
    loaded = [folders.load_vendor(folder) for folder in folders.of_vendors()]
    problems = [problem for _, found in loaded for problem in found]
    return tuple(vendor for vendor, _ in loaded), tuple(sorted((*problems, *folders.layout_problems())))


def load_folder(folder: Path, root: Path, parsed: Shelf | None = None) -> tuple[LoadedVendor, tuple[Problem, ...]]:
    """Load the vendor of one folder, wherever it is."""
    return _Folders(folder.parent, root, parsed).load_vendor(folder)


def load_left(specs: Path, root: Path, parsed: Shelf | None = None) -> dict[str, Located[Changelog]]:
    """Load the changelogs that vendors left behind who are gone, by the vendor's name."""
    folders = _Folders(specs, root, parsed)
    found = ((folder.name, folders.changelog(folder)[0]) for folder in folders.of_vendors_gone())
    return {name: located for name, located in found if located}


def load_vendor(specs: Path, root: Path, name: str) -> tuple[Vendor | None, tuple[Problem, ...]]:
    """Load what the operations of one vendor share, without its records; none where it has problems."""
    folders = _Folders(specs, root)
    if specs / name not in folders.of_vendors():
        what = "the vendor has no vendor.yaml"
        return None, (Problem(Place(folders.name(specs / name)), "folder-without-vendor", what, "write one first"),)
    located, problems = folders.parse(vendor_file(specs / name), VENDOR)
    return (located.model if located and not problems else None), problems


@dataclass(frozen=True, slots=True)
class _Folders:
    """The folder of specs in a checkout."""

    specs: Path
    root: Path
    parsed: Shelf | None = None

    def of_vendors(self) -> list[Path]:
        return [folder for folder in visible(self.specs, "*") if vendor_file(folder).exists()]

    def of_vendors_gone(self) -> list[Path]:
        folders = (folder for folder in visible(self.specs, "*") if not vendor_file(folder).exists())
        return [each for each in folders if yaml_files(each) == [each / CHANGELOG_FILE]]

    def load_vendor(self, folder: Path) -> tuple[LoadedVendor, tuple[Problem, ...]]:
        path = vendor_file(folder)
        vendor, problems = self.parse(path, VENDOR)
        records = [(self.name(each), self.parse(each, RECORD)) for each in record_files(folder)]
        changelog, of_changelog = self.changelog(folder)
        loaded = LoadedVendor(
            vendor or stand_in(self.name(path), VENDOR),
            tuple(located for _, (located, _) in records if located),
            tuple(file for file, (located, _) in records if not located),
            changelog,
        )
        found = (problem for each in (*(each for _, (_, each) in records), of_changelog) for problem in each)
        return loaded, (*problems, *_name_problems(loaded.vendor, folder.name), *found)

    def changelog(self, folder: Path) -> Built[Changelog]:
        path = folder / CHANGELOG_FILE
        return self.parse(path, CHANGELOG) if path.exists() else (None, ())

    def layout_problems(self) -> Iterator[Problem]:
        vendors, gone = self.of_vendors(), self.of_vendors_gone()
        if not vendors:
            what = "no folder of specs has a vendor.yaml"
            yield Problem(Place(self.name(self.specs)), "specs-without-vendor", what, "add <vendor>/vendor.yaml")
        for folder in visible(self.specs, "*"):
            if folder not in (*vendors, *gone) and ((folder / "apis").is_dir() or yaml_files(folder)):
                what = "the folder has specs but no vendor.yaml"
                yield Problem(Place(self.name(folder)), "folder-without-vendor", what, "add one, or remove the folder")
        yield from (problem for folder in gone for problem in self.changelog(folder)[1])
        beside = (path for path in visible(self.specs, "*") if path.is_file() and is_yaml(path))
        for path in (*beside, *(each for folder in vendors for each in unread_files(folder))):
            what = "no spec is read from this file"
            yield Problem(Place(self.name(path)), "unread-file", what, "move it to apis/<name>.yaml, or remove it")
        for path in (each for folder in vendors for each in doubled_files(folder)):
            what = f"{path.with_suffix('.yaml').name} says the same in YAML, and is read instead"
            yield Problem(Place(self.name(path)), "json-beside-yaml", what, "keep one of them")

    def parse(self, path: Path, kind: FileKind[T]) -> Built[T]:
        """Read one file."""
        file = self.name(path)
        try:
            content = content_of(path)
        except OSError as error:
            what = f"the file cannot be read: {error.strerror}"
            return None, (Problem(Place(file), "unreadable-file", what, "make it a file that can be read"),)
        return parse_once(content, file, kind, self.parsed)

    def name(self, path: Path) -> str:
        """Name a file by its path in the checkout, on one line, whatever the characters of its name."""
        text = path.relative_to(self.root).as_posix()
        return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in text)


def _name_problems(vendor: Located[Vendor], folder: str) -> Iterator[Problem]:
    name = vendor.model.name
    if name != folder and vendor.complete("name"):
        what = f"name is {name!r}, but the folder is {folder!r}"
        yield Problem(vendor.place("name"), "vendor-name-unlike-folder", what, "give both one name")
