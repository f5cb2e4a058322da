"""Calls the real vendor, and keeps its answers."""

import argparse
from collections.abc import Generator
from typing import TYPE_CHECKING

from mediawright_generator.commands.checkout import FINE, PROBLEMS, CannotRunError, checkout, sound_vendors
from mediawright_generator.live.arguments import DESCRIPTION, add_arguments

if TYPE_CHECKING:
    from mediawright_generator.commands.checkout import Commands


def add(commands: "Commands") -> None:
    """Give the command line this command."""
    live = commands.add_parser("live", help="call the real vendor, and keep its answers", description=DESCRIPTION)
    add_arguments(live)
    live.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Call what was asked for, and say line by line what came."""
    from mediawright_generator.live.command import hold
    from mediawright_generator.plan.contract import contract
    from mediawright_runtime.errors import ConfigurationError

    (loaded,) = sound_vendors(options.root, options.vendor)
    try:
        well = _said(hold(contract(loaded)["operations"], options, checkout(options.root).root))
    except ConfigurationError as error:
        raise CannotRunError(str(error)) from error
    return FINE if well else PROBLEMS


def _said(lines: Generator[str, None, bool]) -> bool:
    """Print lines as they come, and give what they end with."""
    while True:
        try:
            print(next(lines), flush=True)
        except StopIteration as end:
            return bool(end.value)
