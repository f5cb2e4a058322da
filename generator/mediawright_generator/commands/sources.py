"""Prints which facts are disputed, what is taken and why."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from mediawright_generator.commands.checkout import FINE, as_json, give_out, sound_vendors

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
    from mediawright_generator.sources import as_data, as_text, review

    found = review(sound_vendors(options.root, options.vendor), everything=options.all)
    give_out(as_json(as_data(found)) if options.json else as_text(found), options.output)
    return FINE
