"""Prints which facts the generated contract cases exercise."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from mediawright_generator.commands.checkout import FINE, as_json, give_out, sound_vendors

if TYPE_CHECKING:
    from mediawright_generator.commands.checkout import Commands


def add(commands: "Commands") -> None:
    """Give the command line this command."""
    coverage = commands.add_parser("coverage", help="print which facts the generated contract cases exercise")
    coverage.add_argument("vendor", metavar="VENDOR", nargs="?", help="this vendor alone")
    coverage.add_argument("--json", action="store_true", help="print JSON: each fact with its cases, or the reason")
    coverage.add_argument("-o", "--output", type=Path, metavar="FILE", help="write here instead of stdout")
    coverage.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print facts and cases."""
    from mediawright_generator.coverage import as_data, as_text, measure
    from mediawright_generator.plan.contract import contract

    contracts = [contract(each) for each in sound_vendors(options.root, options.vendor)]
    covered = {each["vendor"]: list(measure(each)) for each in contracts}
    give_out(as_json(as_data(covered)) if options.json else as_text(covered), options.output)
    return FINE
