"""Emits everything that follows from specs/."""

import argparse
import json
import os
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING

from mediawright_generator.cache import Shelves
from mediawright_generator.commands.checkout import FINE, PROBLEMS, checkout, complain, known_vendor, report
from mediawright_generator.paths import Paths
from mediawright_generator.state import specs_of, state_after, state_of

if TYPE_CHECKING:
    from mediawright_generator.commands.checkout import Commands


def add(commands: "Commands") -> None:
    """Give the command line this command."""
    generate = commands.add_parser("generate", help="emit everything that follows from specs/")
    generate.add_argument("--check", action="store_true", help="write nothing; exit 1 where a file would change")
    generate.add_argument("--vendor", metavar="V", help="emit what belongs to this vendor alone")
    generate.add_argument(
        "--watch", action="store_true", help="run again when specs or templates change, until Ctrl-C (exit 130)"
    )
    generate.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Emit what the specs say."""
    if options.watch:
        from mediawright_generator.commands.watching import watch

        return watch(options)
    started = time.perf_counter()
    paths = checkout(options.root)
    shelves = Shelves(paths.root)
    found = specs_of(paths)
    done = shelves.runs.get(state_of(paths, found)) if options.vendor is None else None
    if done is not None:
        _sum_up(json.loads(done), started)
        return FINE
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # none has a say in what is emitted
    return _emit(options, paths, shelves, found, started)


def _emit(options: argparse.Namespace, paths: Paths, shelves: Shelves, found: str, started: float) -> int:
    from mediawright_generator.pipeline import generate, read

    specs = read(paths, shelves)
    known_vendor(options.vendor, (each.vendor.model.name for each in specs.vendors), specs.problems)
    if specs.problems:
        return report(specs.problems)
    written = generate(specs, paths, shelves, vendor=options.vendor, check_only=options.check)
    if written.problems:
        complain(written.diffs)
        return report(written.problems)
    counts = {"vendors": len(specs.vendors), "operations": specs.operations}
    files = {"written": len(written.written), "unchanged": len(written.unchanged), "removed": len(written.removed)}
    _sum_up(counts | files, started)
    if options.check and written.drift:
        remedy = "not what the specs say; run `make generate` and commit the result"
        complain(f"{path}: {remedy}" for path in written.drift)
        return PROBLEMS
    emitted = (*written.written, *written.unchanged)
    state = state_after(paths, found, emitted) if options.vendor is None else None
    if state is not None:
        shelves.runs.put(state, json.dumps(counts | {"written": 0, "unchanged": len(emitted), "removed": 0}))
    shelves.save()
    return FINE


def _sum_up(counts: Mapping[str, int], started: float) -> None:
    print(
        "vendors {vendors}, operations {operations}; "
        "files: {written} written, {unchanged} unchanged, {removed} removed; ".format_map(counts)
        + f"{time.perf_counter() - started:.1f} s"
    )
