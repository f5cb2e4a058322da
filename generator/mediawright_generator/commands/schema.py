"""Prints the JSON Schema of a kind of spec file, for an editor outside a checkout."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mediawright_generator.commands.checkout import FINE, give_out

if TYPE_CHECKING:
    from mediawright_generator.commands.checkout import Commands

_KINDS: Final = ("record", "vendor", "changelog")


def add(commands: "Commands") -> None:
    """Give the command line this command."""
    schema = commands.add_parser("schema", help="print the JSON Schema of a kind of spec file, for editors")
    schema.add_argument("kind", choices=_KINDS, help="apis/*.yaml, vendor.yaml or changelog.yaml")
    schema.add_argument("-o", "--output", type=Path, metavar="FILE", help="write here instead of stdout")
    schema.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the schema; no checkout is needed."""
    from mediawright_generator.spec.schema import schema_texts

    file = f"{options.kind}.json"
    give_out(schema_texts([file])[file], options.output)
    return FINE
