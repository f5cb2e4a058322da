"""The command line: arguments in, results to stdout, problems to stderr, and an exit status.

Exit 0: fine. 1: problems in specs, or emitted files that are not what the specs say. 2: could not run.
"""

import argparse
import gc
import json
import os
import sys
import time
from collections.abc import Generator, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

from mediawright_generator.cache import Shelves
from mediawright_generator.live.arguments import DESCRIPTION, add_arguments
from mediawright_generator.paths import Paths
from mediawright_generator.problems import Problem
from mediawright_generator.state import specs_of, state_after, state_of

FINE, PROBLEMS, COULD_NOT_RUN = 0, 1, 2


class CannotRunError(Exception):
    """The command cannot run as it was called; the message says why and what to do."""


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
        _complain([f"mediawright-gen: {problem}"])
    except ImportError as problem:
        _complain([f"mediawright-gen: {problem.name} is not installed; run `pip install 'mediawright[generator]'`"])
    except OSError as problem:
        _complain([f"mediawright-gen: {problem.filename}: {problem.strerror}; check that the path is right"])
    return COULD_NOT_RUN


_IMPORT = (
    "Write a record for each operation of FILE. Over records that exist, take over what only the vendor changed, keep "
    "what people wrote, and say each. Exit 0: done; corrections by hand (disputed-fact) and what the vendor took away "
    "(vendor-removed) are said each time and are no failure. 1: FILE or the specs have problems, or a change is left "
    "out, since it would break a rule; all others are made. 2: could not run."
)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="mediawright-gen", description="Emit clients from vendor specs.")
    parser.add_argument("--root", type=Path, help="the checkout; the nearest folder with specs/ when not given")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    generate = commands.add_parser("generate", help="emit everything that follows from specs/")
    generate.add_argument("--check", action="store_true", help="write nothing; exit 1 where a file would change")
    generate.add_argument("--vendor", metavar="V", help="emit what belongs to this vendor alone")
    generate.set_defaults(run=_generate)

    importing = commands.add_parser(
        "import", help="turn a vendor's own data into records, or bring its next version over them", description=_IMPORT
    )
    importing.add_argument("format", choices=["c_api_doc"], help="the shape of FILE")
    importing.add_argument("file", type=Path, metavar="FILE")
    importing.add_argument(
        "--vendor", metavar="V", required=True, help="the folder of specs/ that receives the records"
    )
    importing.add_argument("--dry-run", action="store_true", help="say what would change, and write nothing")
    importing.set_defaults(run=_import)

    export = commands.add_parser("export", help="say what the specs say in another format")
    export.add_argument("format", choices=["openapi"])
    export.add_argument("vendor", metavar="VENDOR")
    export.add_argument("-o", "--output", type=Path, metavar="FILE", help="write here instead of stdout")
    export.add_argument("--alternative", action="append", default=[], metavar="NAME", help="swap in this other form")
    export.set_defaults(run=_export)

    sources = commands.add_parser("sources", help="print which facts are disputed, what is taken and why")
    sources.add_argument("vendor", metavar="VENDOR", nargs="?", help="this vendor alone")
    sources.add_argument("--all", action="store_true", help="print where every fact was read, and alternatives, too")
    sources.add_argument("--json", action="store_true", help="print JSON")
    sources.add_argument("-o", "--output", type=Path, metavar="FILE", help="write here instead of stdout")
    sources.set_defaults(run=_sources)

    live = commands.add_parser("live", help="call the real vendor, and keep its answers", description=DESCRIPTION)
    add_arguments(live)
    live.set_defaults(run=_live)

    coverage = commands.add_parser("coverage", help="print which facts the generated contract cases exercise")
    coverage.add_argument("vendor", metavar="VENDOR", nargs="?", help="this vendor alone")
    coverage.add_argument("--json", action="store_true", help="print JSON: each fact with its cases, or the reason")
    coverage.add_argument("-o", "--output", type=Path, metavar="FILE", help="write here instead of stdout")
    coverage.set_defaults(run=_coverage)
    return parser


def _generate(options: argparse.Namespace) -> int:
    started = time.perf_counter()
    paths = _paths(options.root)
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
    _known_vendor(options.vendor, (each.vendor.model.name for each in specs.vendors), specs.problems)
    if specs.problems:
        return _report(specs.problems)
    written = generate(specs, paths, shelves, vendor=options.vendor, check_only=options.check)
    if written.problems:
        _complain(written.diffs)
        return _report(written.problems)
    counts = {"vendors": len(specs.vendors), "operations": specs.operations}
    files = {"written": len(written.written), "unchanged": len(written.unchanged), "removed": len(written.removed)}
    _sum_up(counts | files, started)
    if options.check and written.drift:
        remedy = "not what the specs say; run `make generate` and commit the result"
        _complain(f"{path}: {remedy}" for path in written.drift)
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


def _import(options: argparse.Namespace) -> int:
    from mediawright_generator.importer import import_file, read_known, update, write_texts
    from mediawright_generator.load import load_vendor

    paths = _paths(options.root)
    vendor, problems = load_vendor(paths.specs, paths.root, options.vendor)
    if vendor is None:
        return _report(problems)
    known, problems = read_known(paths.specs, paths.root, options.vendor)
    if known is None:
        return _report(problems)
    today = datetime.now(tz=UTC).date().isoformat()
    imported = import_file(options.file, vendor, today, tuple(each.identity for each in known.records))
    _complain(map(str, imported.unplaced))
    if imported.problems:
        return _report(imported.problems)
    updated = update(known, imported, dry_run=options.dry_run)
    if not options.dry_run:
        write_texts(updated.texts, paths.root)
    for line in updated.news:
        print(line)
    print(f"records: {updated.written} {'would be ' if options.dry_run else ''}written, {updated.unchanged} unchanged")
    return _report(updated.problems) if updated.problems else FINE


def _export(options: argparse.Namespace) -> int:
    from mediawright_generator.export.openapi import openapi_document
    from mediawright_generator.pipeline import read
    from mediawright_generator.plan.contract import contract

    specs = read(_paths(options.root))
    _known_vendor(options.vendor, (each.vendor.model.name for each in specs.vendors), specs.problems)
    if specs.problems:
        return _report(specs.problems)
    loaded = next(each for each in specs.vendors if each.vendor.model.name == options.vendor)
    names = {each.model.name for each in loaded.operations if each.model.alternative_of}
    for name in options.alternative:
        if name not in names:
            raise CannotRunError(f"{name!r} is no alternative of {options.vendor}; there are: {_listed(names)}")
    _give_out(_json(openapi_document(contract(loaded), options.alternative)), options.output)
    return FINE


def _sources(options: argparse.Namespace) -> int:
    from mediawright_generator.pipeline import read
    from mediawright_generator.sources import as_data, as_text, review

    specs = read(_paths(options.root))
    _known_vendor(options.vendor, (each.vendor.model.name for each in specs.vendors), specs.problems)
    if specs.problems:
        return _report(specs.problems)
    vendors = [each for each in specs.vendors if options.vendor in {None, each.vendor.model.name}]
    found = review(vendors, everything=options.all)
    _give_out(_json(as_data(found)) if options.json else as_text(found), options.output)
    return FINE


def _live(options: argparse.Namespace) -> int:
    from mediawright_generator.live.command import hold
    from mediawright_generator.pipeline import read
    from mediawright_generator.plan.contract import contract
    from mediawright_runtime.errors import ConfigurationError

    paths = _paths(options.root)
    specs = read(paths)
    _known_vendor(options.vendor, (each.vendor.model.name for each in specs.vendors), specs.problems)
    if specs.problems:
        return _report(specs.problems)
    loaded = next(each for each in specs.vendors if each.vendor.model.name == options.vendor)
    try:
        well = _said(hold(contract(loaded)["operations"], options, paths.root))
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


def _coverage(options: argparse.Namespace) -> int:
    from mediawright_generator.coverage import as_data, as_text, measure
    from mediawright_generator.pipeline import read
    from mediawright_generator.plan.contract import contract

    specs = read(_paths(options.root))
    _known_vendor(options.vendor, (each.vendor.model.name for each in specs.vendors), specs.problems)
    if specs.problems:
        return _report(specs.problems)
    contracts = [contract(each) for each in specs.vendors if options.vendor in {None, each.vendor.model.name}]
    covered = {each["vendor"]: list(measure(each)) for each in contracts}
    _give_out(_json(as_data(covered)) if options.json else as_text(covered), options.output)
    return FINE


def _json(data: Mapping[str, object]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _give_out(text: str, output: Path | None) -> None:
    if output:
        output.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


def _paths(root: Path | None) -> Paths:
    if root:
        if not (root / "specs").is_dir():
            raise CannotRunError(f"{root} has no specs/; give a checkout with --root")
        return Paths(root.resolve())
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "specs").is_dir():
            return Paths(folder)
    raise CannotRunError(f"no specs/ in {here} or above; run in a checkout or give one with --root")


def _known_vendor(name: str | None, known: Iterable[str], problems: Sequence[Problem]) -> None:
    names = set(known)
    if name and name not in names and not problems:
        raise CannotRunError(f"{name!r} is no vendor; specs/ has: {_listed(names)}")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names)) or "none"


def _report(problems: Sequence[Problem]) -> int:
    _complain(map(str, problems))
    return PROBLEMS


def _complain(lines: Iterable[str]) -> None:
    for line in lines:
        print(line, file=sys.stderr)
