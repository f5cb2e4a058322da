"""Prints which facts the generated contract cases exercise."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from mediawright_generator.commands.checkout import FINE, as_json, checkout, give_out, known_vendor, report

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
    from mediawright_generator.pipeline import read
    from mediawright_generator.plan.contract import contract

    specs = read(checkout(options.root))
    known_vendor(options.vendor, (each.vendor.model.name for each in specs.vendors), specs.problems)
    if specs.problems:
        return report(specs.problems)
    contracts = [contract(each) for each in specs.vendors if options.vendor in {None, each.vendor.model.name}]
    covered = {each["vendor"]: list(measure(each)) for each in contracts}
    give_out(as_json(as_data(covered)) if options.json else as_text(covered), options.output)
    return FINE
