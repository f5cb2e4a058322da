"""Says what is wrong with specs: every finding with its place, in a form for people, programs or code hosts."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mediawright_generator.cache import Shelves, key_of
from mediawright_generator.commands.checkout import FINE, PROBLEMS, checkout, complain, give_out, known_vendor
from mediawright_generator.state import specs_of
from mediawright_generator.verdict import Verdict, text_of, verdict_of

if TYPE_CHECKING:
    from mediawright_generator.commands.checkout import Commands
    from mediawright_generator.paths import Paths

_FORMATS: Final = ("text", "json", "sarif", "github")


def add(commands: "Commands") -> None:
    """Give the command line this command."""
    check = commands.add_parser("check", help="say what is wrong with specs, without writing anything")
    check.add_argument("--vendor", metavar="V", help="tell of this vendor alone")
    check.add_argument(
        "--format", choices=("text", "json", "sarif", "github"), default="text", help="text when not given"
    )
    check.add_argument("-o", "--output", type=Path, metavar="FILE", help="write here instead of stdout")
    check.add_argument("--strict", action="store_true", help="exit 1 on warnings, too")
    check.add_argument("--base", type=Path, metavar="DIR", help="leave out what this other checkout has as well")
    check.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Tell what is wrong."""
    paths = checkout(options.root)
    shelves = Shelves(paths.root)
    verdict = _judged(paths, shelves)
    known_vendor(options.vendor, verdict.vendors, verdict.problems)
    if options.base:
        verdict = verdict.without(_judged(checkout(options.base), shelves))
    if options.vendor:
        verdict = verdict.of_vendor(options.vendor)
    shelves.save()
    _tell(verdict, options)
    return PROBLEMS if verdict.count("error") or (options.strict and verdict.problems) else FINE


def _tell(verdict: Verdict, options: argparse.Namespace) -> None:
    from mediawright_generator.report import FORMATS, plain

    if options.format == "text" and not options.output:
        complain(map(str, verdict.problems))
        print(plain.totals(verdict))
    else:
        give_out(FORMATS[options.format](verdict), options.output)


def _judged(paths: "Paths", shelves: Shelves) -> Verdict:
    """Check all specs, or find what a check of the same ones came to."""
    key = key_of(specs_of(paths))
    kept = shelves.checked.get(key)
    if kept is not None:
        return verdict_of(kept)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # none has a say in what specs are
    from mediawright_generator.check import RULES, check
    from mediawright_generator.load import load

    vendors, problems = load(paths.specs, paths.root, shelves.parsed)
    found = tuple(sorted((*problems, *check(vendors, RULES))))
    names = sorted(each.vendor.model.name for each in vendors)
    verdict = Verdict(tuple(names), sum(len(each.operations) for each in vendors), found)
    shelves.checked.put(key, text_of(verdict))
    return verdict
