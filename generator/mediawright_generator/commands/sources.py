"""Prints which facts are disputed, what is taken and why."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from mediawright_generator.commands.checkout import FINE, as_json, checkout, give_out, known_vendor, report

if TYPE_CHECKING:
    from mediawright_generator.commands.checkout import Commands


def add(commands: "Commands") -> None:
    """Give the command line this command."""
    sources = commands.add_parser("sources", help="print which facts are disputed, what is taken and why")
    sources.add_argument("vendor", metavar="VENDOR", nargs="?", help="this vendor alone")
    sources.add_argument("--all", action="store_true", help="print where every fact was read, and alternatives, too")
    sources.add_argument("--json", action="store_true", help="print JSON")
    sources.add_argument("-o", "--output", type=Path, metavar="FILE", help="write here instead of stdout")
    sources.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the review."""
    from mediawright_generator.pipeline import read
    from mediawright_generator.sources import as_data, as_text, review

    specs = read(checkout(options.root))
    known_vendor(options.vendor, (each.vendor.model.name for each in specs.vendors), specs.problems)
    if specs.problems:
        return report(specs.problems)
    vendors = [each for each in specs.vendors if options.vendor in {None, each.vendor.model.name}]
    found = review(vendors, everything=options.all)
    give_out(as_json(as_data(found)) if options.json else as_text(found), options.output)
    return FINE
