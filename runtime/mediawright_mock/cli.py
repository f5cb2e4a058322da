"""The command `mediawright-mock`."""

from __future__ import annotations

import argparse
import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mediawright_mock.contract import Contract, ContractError, file_contract, known_vendors, vendor_contract

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediawright_mock.scenario import Scenario

_COULD_NOT_RUN = 2
_LAST_PORT = 65535


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; 0 when it was stopped, 2 when it could not run."""
    arguments = _parser().parse_args(argv)
    try:
        _serve(arguments)
    except ModuleNotFoundError as error:
        return _failed(f"{error.name} is not installed; install it with: pip install 'mediawright[mock]'")
    except ContractError as error:
        return _failed(str(error))
    except OSError as error:
        return _failed(f"cannot listen on {arguments.host}: {error.strerror or error}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="mediawright-mock", description="Mocks of vendors over real HTTP.")
    commands = parser.add_subparsers(required=True)
    serve = commands.add_parser("serve", help="serve mocks until interrupted; prints each vendor and its address")
    which = serve.add_mutually_exclusive_group()
    which.add_argument("--vendor", help="the vendor to serve; without it, every one on a port of its own")
    which.add_argument("--contract", type=Path, help="a contract file to serve in place of an installed vendor")
    serve.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: %(default)s)")
    serve.add_argument("--port", type=_port, default=0, help="the port, or the first of several (default: free ones)")
    serve.add_argument(
        "--scenario", type=Path, metavar="FILE", help="how vendors behave; what is said beside it goes first"
    )
    serve.add_argument("--polls", type=_positive, help="the query at which a task succeeds (default: 3)")
    serve.add_argument("--speed", type=_speed, help="tasks take their documented time, so many times as fast")
    serve.add_argument("--seed", help="makes ids, durations and files the same each time")
    serve.add_argument(
        "--credential",
        dest="credentials",
        type=_credential,
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="the only accepted value of a credential (default: any)",
    )
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not 1 or more")
    return number


def _speed(text: str) -> float:
    number = float(text)
    if not 0 < number < math.inf:
        raise argparse.ArgumentTypeError(f"{text!r} is not above 0")
    return number


def _port(text: str) -> int:
    number = int(text)
    if not 0 <= number <= _LAST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is not 0 to {_LAST_PORT}")
    return number


def _credential(text: str) -> tuple[str, str]:
    name, separator, value = text.partition("=")
    if not (name and separator and value):
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=VALUE")
    return name, value


def _serve(arguments: argparse.Namespace) -> None:
    from mediawright_mock.mock import Mock  # noqa: PLC0415 - an extra: main() says so where it is not installed
    from mediawright_mock.server import serve  # noqa: PLC0415 - an extra: main() says so where it is not installed

    told = {name: getattr(arguments, name) for name in ("polls", "speed", "seed")}
    told |= {"scenario": _scenario(arguments), "credentials": dict(arguments.credentials)}
    mocks = [Mock(each, **told) for each in _contracts(arguments)]
    serve(mocks, arguments.host, arguments.port, lambda mock, url: print(mock.vendor, url, flush=True))


def _scenario(arguments: argparse.Namespace) -> Scenario | None:
    if arguments.scenario is None:
        return None
    from mediawright_mock.scenario_file import ScenarioError, read_scenario  # noqa: PLC0415 (weight: YAML)

    try:
        return read_scenario(arguments.scenario)
    except ScenarioError as error:
        raise ContractError(str(error)) from error


def _contracts(arguments: argparse.Namespace) -> list[Contract]:
    if arguments.contract:
        return [file_contract(arguments.contract)]
    vendors = [arguments.vendor] if arguments.vendor else known_vendors()
    if not vendors:
        raise ContractError("no vendor is installed; name a contract with --contract FILE")
    return [vendor_contract(each) for each in vendors]


def _failed(message: str) -> int:
    print(f"mediawright-mock: {message}", file=sys.stderr)
    return _COULD_NOT_RUN
