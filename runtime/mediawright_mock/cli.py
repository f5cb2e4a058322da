"""The command `mediawright-mock`."""

from __future__ import annotations

import argparse
import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mediawright_mock.contract import Contract, ContractError, file_contract, known_vendors, vendor_contract
from mediawright_mock.faults import FaultError
from mediawright_mock.scenario import Scenario
from mediawright_mock.scenario_file import ScenarioError, read_scenario

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediawright_mock.aims import Aims

_COULD_NOT_RUN = 2
_LAST_PORT = 65535


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; 0 when it was stopped, 2 when it could not run."""
    arguments = _parser().parse_args(argv)
    try:
        _serve(arguments)
    except ModuleNotFoundError as error:
        return _failed(f"{error.name} is not installed; install it with: pip install 'mediawright[mock]'")
    except (ContractError, FaultError, ScenarioError) as error:
        return _failed(str(error))
    except BrokenPipeError:
        return _failed("nobody reads on where it prints its addresses")
    except OSError as error:
        why = f"cannot listen on {arguments.host}: {error.strerror or error}"
        return _failed(f"{why}; give another --host or --port, or no --port for a free one")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="mediawright-mock", description="Mocks of vendors over real HTTP.")
    commands = parser.add_subparsers(required=True)
    serve = commands.add_parser("serve", help="serve mocks until interrupted; prints each vendor and its address")
    which = serve.add_mutually_exclusive_group()
    which.add_argument("--vendor", help="the vendor to serve; without it, every one on a port of its own")
    which.add_argument("--contract", type=Path, help="a contract file to serve in place of an installed vendor")
    serve.add_argument(
        "--host", type=_host, default="127.0.0.1", help="the address to listen on (default: %(default)s)"
    )
    serve.add_argument("--port", type=_port, default=0, help="the port, or the first of several (default: free ones)")
    serve.add_argument(
        "--scenario",
        type=Path,
        metavar="FILE",
        help="how vendors behave (examples/scenario.yaml shows each key); what is said beside it goes first",
    )
    when = serve.add_mutually_exclusive_group()
    when.add_argument("--polls", type=_polls, help="the query at which a task succeeds (default: 3)")
    when.add_argument("--speed", type=_speed, help="tasks take their documented time, so many times as fast")
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


def _polls(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not 1 or more")
    return int(text)


def _speed(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not 0 < number < math.inf:
        raise argparse.ArgumentTypeError(f"{text!r} is no number above 0")
    return number


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > _LAST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is not 0 to {_LAST_PORT}")
    return int(text)


def _host(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("it is empty; give an address of this machine, or leave it out")
    return text


def _credential(text: str) -> tuple[str, str]:
    name, separator, value = text.partition("=")
    if not (name and separator and value):
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=VALUE")
    return name, value


def _serve(arguments: argparse.Namespace) -> None:
    from mediawright_mock.aims import Aims  # noqa: PLC0415 - an extra: main() says so where it is not installed
    from mediawright_mock.mock import Mock  # noqa: PLC0415 - as above
    from mediawright_mock.server import serve  # noqa: PLC0415 - as above

    contracts = _contracts(arguments)
    aims = Aims([operation for each in contracts for operation in each.operations])
    told = {name: getattr(arguments, name) for name in ("polls", "speed", "seed")}
    aims.check_credentials(name for name, _ in arguments.credentials)
    told["scenario"] = _scenario(arguments, aims)
    mocks = [Mock(each, **told) for each in contracts]
    serve(mocks, arguments.host, arguments.port, lambda mock, url: print(mock.vendor, url, flush=True))


def _scenario(arguments: argparse.Namespace, aims: Aims) -> Scenario:
    """Read how the vendors behave, and what is said of their credentials beside it."""
    read = Scenario()
    if arguments.scenario is not None:
        read = read_scenario(arguments.scenario)
        try:
            aims.check_scenario(read)
        except FaultError as error:
            raise ScenarioError(f"{arguments.scenario}: {error}") from error
    return read._replace(credentials=(*read.credentials, *arguments.credentials))


def _contracts(arguments: argparse.Namespace) -> list[Contract]:
    if arguments.contract:
        return [file_contract(arguments.contract)]
    vendors = known_vendors() if arguments.vendor is None else [arguments.vendor]
    if not vendors:
        raise ContractError("no vendor is installed; name a contract with --contract FILE")
    if arguments.port and arguments.port + len(vendors) - 1 > _LAST_PORT:
        most = _LAST_PORT + 1 - len(vendors)
        raise ContractError(f"--port {arguments.port} leaves no port for each of {len(vendors)}; give {most} at most")
    return [vendor_contract(each) for each in vendors]


def _failed(message: str) -> int:
    print(f"mediawright-mock: {message}", file=sys.stderr)
    return _COULD_NOT_RUN
