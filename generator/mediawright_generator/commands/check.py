"""Says what is wrong with specs: every finding with its place, in a form for people, programs or code hosts."""

import argparse
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mediawright_generator.cache import Shelves, key_of
from mediawright_generator.commands.checkout import (
    FINE,
    PROBLEMS,
    CannotRunError,
    checkout,
    complain,
    folder_in_workspace,
    give_out,
    known_vendor,
)
from mediawright_generator.state import specs_of
from mediawright_generator.verdict import Verdict, text_of, verdict_of

if TYPE_CHECKING:
    from mediawright_generator.commands.checkout import Commands
    from mediawright_generator.paths import Paths

_FORMATS: Final = ("text", "json", "sarif", "github")
_OF_GITHUB: Final = ("sarif", "github")
"""What GitHub reads, which finds files by their way from the workspace."""


def add(commands: "Commands") -> None:
    """Give the command line this command."""
    check = commands.add_parser("check", help="say what is wrong with specs, without writing anything")
    check.add_argument("--vendor", metavar="V", help="tell of this vendor alone")
    check.add_argument("--format", choices=_FORMATS, default="text", help="text when not given")
    check.add_argument("-o", "--output", type=Path, metavar="FILE", help="write here instead of stdout")
    check.add_argument("--strict", action="store_true", help="exit 1 on warnings, too")
    check.add_argument(
        "--sources", type=Path, metavar="DIR", help="the source documents; ../shared/seeds where it is there"
    )
    check.add_argument("--base", type=Path, metavar="DIR", help="leave out what this other checkout has as well")
    check.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Tell what is wrong."""
    paths = checkout(options.root)
    shelves = Shelves(paths.root)
    sources = _sources(options.sources, paths)
    verdict = _judged(paths, shelves, sources)
    known_vendor(options.vendor, verdict.vendors, verdict.problems)
    if options.base:
        verdict = verdict.without(_judged(checkout(options.base), shelves, sources))
    if options.vendor:
        verdict = verdict.of_vendor(options.vendor)
    shelves.save()
    _tell(verdict, options, paths)
    return PROBLEMS if verdict.count("error") or (options.strict and verdict.problems) else FINE


def _tell(verdict: Verdict, options: argparse.Namespace, paths: "Paths") -> None:
    from mediawright_generator.report import FORMATS, plain

    if options.format in _OF_GITHUB:
        verdict = verdict.below(folder_in_workspace(paths.root))
    if options.format == "text" and not options.output:
        complain(map(str, verdict.problems))
        print(plain.totals(verdict))
    else:
        give_out(FORMATS[options.format](verdict), options.output)


def _sources(given: Path | None, paths: "Paths") -> Path | None:
    """Find the source documents: the given folder, or that beside the checkout; none where nobody has any."""
    if given and not given.is_dir():
        raise CannotRunError(f"{given} is no folder; give the one with the source documents")
    folder = given or paths.root.parent / "shared" / "seeds"
    return folder if folder.is_dir() else None


def _judged(paths: "Paths", shelves: Shelves, sources: Path | None) -> Verdict:
    """Check all specs, or find what a check of the same ones against the same documents came to today."""
    key = key_of(specs_of(paths), date.today().isoformat(), *_state_of(sources))  # noqa: DTZ011 (of who reads)
    kept = shelves.checked.get(key)
    if kept is not None:
        return verdict_of(kept)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # none has a say in what specs are
    from mediawright_generator.check import check
    from mediawright_generator.check.documents import Documents
    from mediawright_generator.check.table import rules_with
    from mediawright_generator.load import load

    vendors, problems = load(paths.specs, paths.root, shelves.parsed)
    found = tuple(sorted((*problems, *check(vendors, rules_with(Documents(sources))))))
    names = sorted(each.vendor.model.name for each in vendors)
    verdict = Verdict(tuple(names), sum(len(each.operations) for each in vendors), found)
    shelves.checked.put(key, text_of(verdict))
    return verdict


def _state_of(sources: Path | None) -> Iterator[str]:
    """Give what changes when a source document does."""
    for path in sorted((*sources.glob("*"), *sources.parent.glob("*.md"))) if sources else ():
        state = path.stat()
        yield f"{path.name} {state.st_size} {state.st_mtime_ns}"
