"""What a command line says: words, and options that stand anywhere among them."""

from __future__ import annotations

import math
from argparse import ArgumentParser, ArgumentTypeError
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Sequence

USAGE = """\
usage: python -m mediawright                                     list the vendors
       python -m mediawright VENDOR                              list a vendor's operations
       python -m mediawright VENDOR OPERATION --help             list an operation's parameters
       python -m mediawright VENDOR OPERATION key=value ...      call it
       python -m mediawright resume VENDOR TOKEN                 come back to a task
       python -m mediawright VENDOR auth-header                  print the headers that carry credentials
       python -m mediawright VENDOR download URL ... --save DIR  save files from the vendor's hosts

OPERATION is `category.method`, the vendor's own name, or the model code. A value is read by its parameter's type;
arrays and objects are JSON, and `key=@FILE` reads them, or raw bytes, from a file. Credentials come from the
environment.

  --wait              wait for the task's end; progress goes to stderr
  --poll-interval S   seconds between two queries; without it the vendor's advice
  --max-polls N       queries after which waiting ends
  --timeout S         seconds after which waiting ends (600 when not given)
  --save DIR          wait, save the files there, and print their paths
  --check-media       look at the first bytes of images, videos and sounds before a call
  --json              print one JSON object
  --base-url URL      the address to call in place of the vendor's own

Exit 0: fine. 1: the vendor, the task or a download failed. 2: could not run as called; nothing was sent."""


class UsageError(Exception):
    """The command cannot run as it was called; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Invocation:
    """The words and options of one command line; times are in seconds."""

    words: tuple[str, ...]
    help: bool = False
    wait: bool = False
    poll_interval: float | None = None
    max_polls: int | None = None
    timeout: float = 600.0
    save: Path | None = None
    json: bool = False
    base_url: str | None = None
    check_media: bool = False

    @property
    def waits(self) -> bool:
        """Whether the end of a task is waited for."""
        return self.wait or self.save is not None


def read_invocation(arguments: Sequence[str]) -> Invocation:
    """Read a command line.

    Raises:
        UsageError: An option is unknown, its value is not usable, or it would change nothing.
    """
    options = vars(_parser().parse_intermixed_args(arguments))
    given = {name: value for name, value in options.items() if value is not None}
    invocation = Invocation(tuple(given.pop("words")), **given)
    about_waiting = [name for name in ("poll_interval", "max_polls", "timeout") if options[name] is not None]
    if about_waiting and not invocation.waits:
        raise UsageError(f"--{about_waiting[0].replace('_', '-')} is about waiting; add --wait")
    if invocation.save and invocation.save.exists() and not invocation.save.is_dir():
        raise UsageError(f"--save {invocation.save}: that is a file; name a directory")
    return invocation


class _Parser(ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Say in one line what is wrong."""
        raise UsageError(f"{message}; --help says how to call it")


def _parser() -> _Parser:
    parser = _Parser(prog="mediawright", add_help=False, allow_abbrev=False)
    parser.add_argument("words", nargs="*")
    parser.add_argument("-h", "--help", action="store_true")
    parser.add_argument("--wait", action="store_true")
    parser.add_argument("--poll-interval", type=_seconds)
    parser.add_argument("--max-polls", type=_count)
    parser.add_argument("--timeout", type=_seconds)
    parser.add_argument("--save", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--base-url")
    parser.add_argument("--check-media", action="store_true")
    return parser


def _seconds(text: str) -> float:
    number = _number(text)
    if not (math.isfinite(number) and number > 0):
        raise ArgumentTypeError(f"{text!r} is not a number of seconds above 0")
    return number


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return int(text)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return math.nan
