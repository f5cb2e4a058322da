"""The command line: arguments in, results to stdout, problems to stderr, and an exit status.

Exit 0: fine. 1: problems in specs, or emitted files that are not what the specs say. 2: could not run.
130: interrupted. 141: nobody reads the results any more.
"""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from mediawright_generator.commands import COMMANDS
from mediawright_generator.commands.checkout import (
    COULD_NOT_RUN,
    INTERRUPTED,
    UNREAD,
    CannotRunError,
    FaultySpecsError,
    complain,
    report,
)


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
    _take_any_text()
    options = _parser().parse_args(arguments)
    try:
        status = int(options.run(options))
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_results()
        return UNREAD
    except FaultySpecsError as problem:
        return report(problem.problems)
    except CannotRunError as problem:
        complain([f"mediawright-gen: {problem}"])
    except ImportError as problem:
        complain([f"mediawright-gen: {problem.name} is not installed; run `pip install 'mediawright[generator]'`"])
    except KeyboardInterrupt:
        complain(["mediawright-gen: interrupted"])
        return INTERRUPTED
    except OSError as problem:
        if problem.filename is None:
            _drop_results()
        where = problem.filename or "the output"
        complain([f"mediawright-gen: {where}: {problem.strerror}; check that the path is right"])
    else:
        return status
    return COULD_NOT_RUN


def _take_any_text() -> None:
    """Let a terminal that knows no Chinese show its code points."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _drop_results() -> None:
    """Send what is still to be written nowhere, or Python would try it once more at its end, and fail aloud."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong with a command line."""

    def error(self, message: str) -> NoReturn:
        """Leave with exit status 2."""
        self.exit(COULD_NOT_RUN, f"{self.prog}: {message}; `{self.prog} --help` says how to call it\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="mediawright-gen", description="Emit clients from vendor specs.")
    parser.add_argument("--root", type=Path, help="the checkout; the nearest folder with specs/ when not given")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add(commands)
    return parser
