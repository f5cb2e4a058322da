"""Starts the spec of a vendor, or the record of an operation."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mediawright_generator.commands.checkout import (
    FINE,
    CannotRunError,
    checkout,
    complain,
    known_vendor,
    report,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from mediawright_generator.commands.checkout import Commands
    from mediawright_generator.load import LoadedVendor
    from mediawright_generator.scaffold import Asker, Draft

_ABOUT = (
    "What flags do not give is asked on a terminal. What must be known and is not given is an error; what may be "
    "unknown stays out, and `review` marks it. Nothing that exists is overwritten."
)


def add(commands: "Commands") -> None:
    """Give the command line this command."""
    new = commands.add_parser("new", help="start the spec of a vendor, or of an operation", description=_ABOUT)
    kinds = new.add_subparsers(required=True, metavar="vendor|operation")
    vendor = kinds.add_parser("vendor", help="write specs/NAME/vendor.yaml", description=_ABOUT)
    vendor.add_argument("name", metavar="NAME", help="the folder and the Python module, as acme")
    _add(vendor, "title", "its name as people write it")
    _add(vendor, "client", "the name of the client class")
    _add(vendor, "description", "what it offers, in one sentence")
    _add(vendor, "base-url", "the address of its API", "URL")
    _add(vendor, "auth", "bearer, header:NAME, basic, query:NAME or none", "FORM")
    _add(vendor, "env", "the environment variable of its secret; two with a comma between for basic", "VAR")
    _add(vendor, "output-host", "a host of the files that it makes; may be given again", "HOST", repeats=True)
    _add(vendor, "document", "where you read all this: a file or an address")
    vendor.set_defaults(run=run_vendor)
    _add_operation(kinds.add_parser("operation", help="write specs/VENDOR/apis/NAME.yaml", description=_ABOUT))


def _add_operation(operation: argparse.ArgumentParser) -> None:
    operation.add_argument("vendor", metavar="VENDOR")
    _add(operation, "name", "the vendor's name for it; the method is its slug")
    _add(operation, "category", "the group under which clients offer it, as text_to_video")
    _add(operation, "model-code", "the code of the model, where it has one")
    _add(operation, "description", "what it does, in one sentence")
    _add(operation, "method", "the HTTP method; POST when not given")
    _add(operation, "endpoint", "the path below the server's address; {name} is a path parameter", "PATH")
    kind = operation.add_mutually_exclusive_group()
    kind.add_argument("--task", nargs="?", const="", metavar="NAME", help="a call starts a task, of this lifecycle")
    kind.add_argument("--sync", action="store_const", const="", help="the answer is all that comes")
    parameter = "a parameter: name:type[:required][:query|header][=default]; may be given again"
    operation.add_argument("--parameter", action="append", default=[], metavar="P", help=parameter)
    _add(operation, "from-curl", "a documented request, from which parameters and the example are read", "COMMAND")
    _add(operation, "query-endpoint", "where a task is asked for, as /tasks/{task_id} or 'POST /query'", "PATH")
    _add(operation, "query-parameter", "the parameter of the query that takes the id, where the path has none", "NAME")
    _add(operation, "id-path", "where the create's answer has the task's id, as data.task_id", "PLACE")
    _add(operation, "status-path", "where the query's answer has the status", "PLACE")
    _add(operation, "states", "its words: queued=waiting,running=busy|started,succeeded=done,failed=failed", "STATES")
    _add(operation, "output-path", "where the answer has files, as data.url:video; may be given again", "PLACE", True)
    _add(operation, "document", "where you read all this: a file or an address")
    operation.set_defaults(run=run_operation)


def _add(parser: argparse.ArgumentParser, flag: str, help_: str, metavar: str = "TEXT", repeats: bool = False) -> None:
    if repeats:
        parser.add_argument(f"--{flag}", action="append", metavar=metavar, help=help_)
    else:
        parser.add_argument(f"--{flag}", metavar=metavar, help=help_)


def run_vendor(options: argparse.Namespace) -> int:
    """Write vendor.yaml."""
    from mediawright_generator.scaffold import Draft, new_vendor

    root = _root(options.root)
    file = f"specs/{options.name}/vendor.yaml"
    if (root / file).exists():
        raise CannotRunError(f"{file} exists; `mediawright-gen new operation {options.name}` adds to it")
    draft = _drafted(lambda: Draft({file: new_vendor(options.name, _asker(options), _today())}))
    return _finish(draft, None, root, f"mediawright-gen new operation {options.name}")


def run_operation(options: argparse.Namespace) -> int:
    """Write a record, and with the first task of a vendor its lifecycle and query."""
    from mediawright_generator.load import load
    from mediawright_generator.scaffold import Start, new_operation

    paths = checkout(options.root)
    vendors, problems = load(paths.specs, paths.root)
    known_vendor(options.vendor, (each.vendor.model.name for each in vendors), problems)
    own = tuple(each for each in problems if each.place.file.startswith(f"specs/{options.vendor}/"))
    loaded = next((each for each in vendors if each.vendor.model.name == options.vendor), None)
    if own or loaded is None:
        return report(own or problems)
    text = (paths.root / loaded.vendor.file).read_bytes().decode()
    start = Start(loaded, text, options.parameter, options.from_curl, _today())
    draft = _drafted(lambda: new_operation(start, _asker(options)))
    return _finish(draft, loaded, paths.root, "mediawright-gen generate")


def _asker(options: argparse.Namespace) -> "Asker":
    """Take what flags say; of one that was given several times, all, with commas between."""
    from mediawright_generator.scaffold import Asker
    from mediawright_runtime.shapes import is_list

    given = {key.replace("_", "-"): value for key, value in vars(options).items() if value is not None}
    texts = {key: ",".join(map(str, value)) if is_list(value) else value for key, value in given.items()}
    return Asker({key: value for key, value in texts.items() if isinstance(value, str)}, can_ask=sys.stdin.isatty())


def _drafted(make: "Callable[[], Draft]") -> "Draft":
    """Make a draft, and say in one line why there is none."""
    from mediawright_generator.scaffold import MissingError

    try:
        return make()
    except (MissingError, ValueError) as problem:
        raise CannotRunError(str(problem)) from None
    except (EOFError, KeyboardInterrupt):
        complain([""])  # below the question
        raise KeyboardInterrupt from None


def _finish(draft: "Draft", loaded: "LoadedVendor | None", root: Path, command: str) -> int:
    from mediawright_generator.scaffold import RefusedError, settled, written

    problems = settled(draft, loaded)
    if problems:
        complain(["mediawright-gen: nothing is written, as it would have problems:"])
        return report(problems)
    try:
        written(draft, root)
    except RefusedError as problem:
        raise CannotRunError(str(problem)) from None
    complain(f"not taken over from the request, as a secret or of all operations: {each}" for each in draft.left_out)
    for file in draft.texts:
        print(f"{file}: {'changed' if file in draft.changes else 'written'}")
    complain([f"what is unknown stands under `review`; next: {command}"])
    return FINE


def _root(root: Path | None) -> Path:
    """Find where specs go; a folder that is named needs none yet."""
    return root.resolve() if root and root.is_dir() else checkout(root).root


def _today() -> str:
    return datetime.now(tz=UTC).date().isoformat()
