"""The command line: arguments in, results to stdout, problems to stderr, and an exit status.

Exit 0: fine. 1: problems in specs, or emitted files that are not what the specs say. 2: could not run.
130: interrupted.
"""

import argparse
import gc
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from mediawright_generator.commands import COMMANDS
from mediawright_generator.commands.checkout import COULD_NOT_RUN, INTERRUPTED, CannotRunError, complain


def run() -> NoReturn:
    """Run the command that the process was started for.

    Nearly everything that a run makes lives until its end: collecting on the way, and once more at exit, takes a sixth
    of the time and frees nothing.
    """
    gc.disable()
    status = main()
    gc.freeze()
    raise SystemExit(status)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except CannotRunError as problem:
        complain([f"mediawright-gen: {problem}"])
    except ImportError as problem:
        complain([f"mediawright-gen: {problem.name} is not installed; run `pip install 'mediawright[generator]'`"])
    except KeyboardInterrupt:
        complain(["mediawright-gen: interrupted"])
        return INTERRUPTED
    except OSError as problem:
        complain([f"mediawright-gen: {problem.filename}: {problem.strerror}; check that the path is right"])
    return COULD_NOT_RUN


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="mediawright-gen", description="Emit clients from vendor specs.")
    parser.add_argument("--root", type=Path, help="the checkout; the nearest folder with specs/ when not given")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add(commands)
    return parser
