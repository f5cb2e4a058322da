"""Says what the specs say in another format."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from mediawright_generator.commands.checkout import (
    FINE,
    CannotRunError,
    as_json,
    give_out,
    names_of,
    sound_vendors,
)

if TYPE_CHECKING:
    from mediawright_generator.commands.checkout import Commands


def add(commands: "Commands") -> None:
    """Give the command line this command."""
    export = commands.add_parser("export", help="say what the specs say in another format")
    export.add_argument("format", choices=["openapi"])
    export.add_argument("vendor", metavar="VENDOR")
    export.add_argument("-o", "--output", type=Path, metavar="FILE", help="write here instead of stdout")
    export.add_argument("--alternative", action="append", default=[], metavar="NAME", help="swap in this other form")
    export.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the document."""
    from mediawright_generator.export.openapi import openapi_document
    from mediawright_generator.plan.contract import contract

    (loaded,) = sound_vendors(options.root, options.vendor)
    names = {each.model.name for each in loaded.operations if each.model.alternative_of}
    for name in options.alternative:
        if name not in names:
            raise CannotRunError(f"{name!r} is no alternative of {options.vendor}; there are: {names_of(names)}")
    give_out(as_json(openapi_document(contract(loaded), options.alternative)), options.output)
    return FINE
