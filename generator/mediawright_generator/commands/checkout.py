"""What every command needs: the checkout it works on, where results and problems go, and the exit status."""

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from mediawright_generator.paths import Paths
from mediawright_generator.problems import Problem

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from mediawright_generator.load import LoadedVendor

FINE, PROBLEMS, COULD_NOT_RUN, INTERRUPTED, UNREAD = 0, 1, 2, 130, 141


class Commands(Protocol):
    """The part of the command line that takes commands, as argparse has it without a public name."""

    def add_parser(self, name: str, *, help: str, description: str | None = None) -> "ArgumentParser":  # noqa: A002 (argparse's word)
        """Add a command."""
        ...


class CannotRunError(Exception):
    """The command cannot run as it was called; the message says why and what to do."""


class FaultySpecsError(Exception):
    """The specs have mistakes, and the command works on none that has."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def checkout(root: Path | None) -> Paths:
    """Find the checkout: the given one, or the nearest folder with specs/.

    Raises:
        CannotRunError: There is none.
    """
    if root:
        if not (root / "specs").is_dir():
            raise CannotRunError(f"{root} has no specs/; give a checkout with --root")
        return Paths(root.resolve())
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "specs").is_dir():
            return Paths(folder)
    raise CannotRunError(f"no specs/ in {here} or above; run in a checkout or give one with --root")


def known_vendor(name: str | None, known: Iterable[str], problems: Sequence[Problem]) -> None:
    """Refuse the name of a vendor that no spec has; with problems in specs it may only be hidden.

    Raises:
        CannotRunError: No vendor has the name.
    """
    names = set(known)
    if name and name not in names and not problems:
        raise CannotRunError(f"{name!r} is no vendor; specs/ has: {names_of(names)}")


def sound_vendors(root: Path | None, name: str | None) -> "tuple[LoadedVendor, ...]":
    """Read all vendors, and give the one of this name, or all.

    Raises:
        CannotRunError: There is no checkout, or no vendor of the name.
        FaultySpecsError: A spec has a mistake, whichever vendor's it is.
    """
    from mediawright_generator.pipeline import read

    specs = read(checkout(root))
    known_vendor(name, (each.vendor.model.name for each in specs.vendors), specs.problems)
    if specs.problems:
        raise FaultySpecsError(specs.problems)
    return tuple(each for each in specs.vendors if name in {None, each.vendor.model.name})


def names_of(names: Iterable[str]) -> str:
    """List names in a message."""
    return ", ".join(sorted(names)) or "none"


def as_json(data: Mapping[str, object]) -> str:
    """Write data as people read it too."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def folder_in_workspace(root: Path) -> str:
    """Give the way to a checkout from the workspace of a job on GitHub; nothing where it is that, or there is none."""
    workspace = os.environ.get("GITHUB_WORKSPACE")
    here = root.resolve()
    if not workspace or not here.is_relative_to(Path(workspace).resolve()):
        return ""
    way = here.relative_to(Path(workspace).resolve()).as_posix()
    return "" if way == "." else way


def give_out(text: str, output: Path | None) -> None:
    """Write a result to the file that was asked for, or to stdout."""
    if output:
        output.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


def report(problems: Sequence[Problem]) -> int:
    """Say what is wrong with the specs, and give the exit status for it."""
    complain(map(str, problems))
    return PROBLEMS


def complain(lines: Iterable[str]) -> None:
    """Say something on stderr."""
    for line in lines:
        print(line, file=sys.stderr)
