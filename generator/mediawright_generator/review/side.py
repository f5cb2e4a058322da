"""One side of a comparison: the specs of a folder or of a git revision, loaded and held against the rules."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from mediawright_generator.cache import Shelf
from mediawright_generator.check import check
from mediawright_generator.load import LoadedVendor, Located, load, load_folder, load_left
from mediawright_generator.load.layout import vendor_file
from mediawright_generator.problems import Problem
from mediawright_generator.review.revision import Repository, UnreadableError
from mediawright_generator.spec import Changelog

_PROJECT = "pyproject.toml"


@dataclass(frozen=True, slots=True)
class Side:
    """The vendors of one side, and what is wrong with their specs."""

    name: str
    """As a person names it."""
    vendors: tuple[LoadedVendor, ...]
    problems: tuple[Problem, ...]
    version: str = ""
    """The version that its pyproject.toml has; empty where it has none."""
    left: Mapping[str, Located[Changelog]] = field(default_factory=dict[str, Located[Changelog]])
    """The changelogs of vendors that are gone."""
    alone: bool = False
    """Whether it is the folder of one vendor, which says nothing of others."""
    root: Path | None = None
    """The folder below which its files are named; none for a revision, whose files nobody can edit."""

    def changelog(self, vendor: str) -> Located[Changelog] | None:
        """Find what was said of the changes of a vendor, also of one that is gone."""
        found = (each.changelog for each in self.vendors if each.vendor.model.name == vendor)
        return next(found, self.left.get(vendor))

    def only(self, names: frozenset[str]) -> "Side":
        """Leave out all other vendors, and what is wrong with them."""
        kept = tuple(each for each in self.vendors if each.vendor.model.name in names)
        folders = tuple(each.vendor.file.rpartition("/")[0] + "/" for each in kept)
        return replace(
            self, vendors=kept, problems=tuple(each for each in self.problems if each.place.file.startswith(folders))
        )


def side_of_folder(folder: Path, name: str, parsed: Shelf | None) -> Side:
    """Read a checkout, a folder of specs, or the folder of one vendor.

    Raises:
        UnreadableError: It is none of them.
    """
    if (folder / "specs").is_dir():
        return _side(name, folder / "specs", folder, parsed)
    if vendor_file(folder).is_file():
        root = folder.parents[1] if folder.parent.name == "specs" else folder.parent
        vendor, problems = load_folder(folder, root, parsed)
        found = tuple(each for each in problems if each.rule != "vendor-name-unlike-folder")
        return Side(name, (vendor,), _sorted(found, (vendor,)), alone=True, root=root)
    if folder.name == "specs" or any(vendor_file(each).is_file() for each in folder.glob("*/")):
        return _side(name, folder, folder.parent, parsed)
    raise UnreadableError(f"{name} has no specs; give a checkout, a folder of specs, or the folder of one vendor")


def side_of_commit(repository: Repository, commit: str, name: str, parsed: Shelf | None) -> Side:
    """Read the specs of a commit.

    Raises:
        UnreadableError: Git cannot read it.
    """
    with TemporaryDirectory() as folder:
        root = Path(folder)
        _lay_out(repository.specs(commit), root / "specs")
        side = _side(name, root / "specs", root, parsed)
    return replace(side, version=_version(repository.text(commit, _PROJECT)), root=None)


def _side(name: str, specs: Path, root: Path, parsed: Shelf | None) -> Side:
    vendors, problems = load(specs, root, parsed)
    project = root / _PROJECT
    version = _version(project.read_text(encoding="utf-8", errors="replace")) if project.is_file() else ""
    return Side(name, vendors, _sorted(problems, vendors), version, load_left(specs, root, parsed), root=root)


def _sorted(problems: tuple[Problem, ...], vendors: tuple[LoadedVendor, ...]) -> tuple[Problem, ...]:
    return tuple(sorted((*problems, *check(vendors))))


def _lay_out(files: Mapping[str, bytes], folder: Path) -> None:
    folder.mkdir()
    for path, content in files.items():
        if ".." not in path.split("/"):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)


def _version(text: str) -> str:
    try:
        project = tomllib.loads(text).get("project", {})
    except tomllib.TOMLDecodeError:
        return ""
    return str(project.get("version", ""))
