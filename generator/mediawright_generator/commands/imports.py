"""Turns a vendor's own data into records, or brings its next version over them."""

import argparse
import re
from datetime import UTC, datetime
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mediawright_generator.commands.checkout import (
    COULD_NOT_RUN,
    FINE,
    CannotRunError,
    checkout,
    complain,
    names_of,
    report,
)

if TYPE_CHECKING:
    from mediawright_generator.commands.checkout import Commands


_IMPORT: Final = (
    "Write a record for each operation of FILE. Over records that exist, take over what only the vendor changed, keep "
    "what people wrote, and say each. Of OpenAPI documents, also vendor.yaml is written, what specs cannot hold is "
    "listed with its place, and what was inferred is marked for review. Exit 0: done; corrections by hand "
    "(disputed-fact) and what the vendor took away (vendor-removed) are said each time and are no failure. 1: FILE or "
    "the specs have problems, or a change is left out, since it would break a rule; all others are made. 2: could not "
    "run, as with a FILE that is no OpenAPI document."
)
_NAME: Final = re.compile(r"[a-z][a-z0-9_]*")
_SERVER: Final = re.compile(r"https?://[^\s?#]*[^\s?#/]")


def add(commands: "Commands") -> None:
    """Give the command line this command."""
    importing = commands.add_parser(
        "import", help="turn a vendor's own data into records, or bring its next version over them", description=_IMPORT
    )
    importing.add_argument("format", choices=["c_api_doc", "openapi"], help="the shape of FILE")
    importing.add_argument("files", type=Path, metavar="FILE", nargs="+", help="several only for openapi")
    importing.add_argument(
        "--vendor", metavar="V", required=True, help="the folder of specs/ that receives the records"
    )
    importing.add_argument("--dry-run", action="store_true", help="say what would change, and write nothing")
    importing.add_argument("--server", metavar="URL", help="openapi: the address that the document lacks")
    importing.add_argument(
        "--report",
        type=Path,
        metavar="FILE",
        help="openapi: list losses here, as JSON where it ends so, instead of in specs/V/import-report.md",
    )
    importing.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the records, and say what is new."""
    if options.format == "openapi":
        return _openapi(options)
    if len(options.files) > 1 or options.server or options.report:
        raise CannotRunError("c_api_doc takes one FILE, and neither --server nor --report")
    return _c_api_doc(options)


def _c_api_doc(options: argparse.Namespace) -> int:
    from mediawright_generator.importer import import_file, read_known, update, write_texts
    from mediawright_generator.load import load_vendor

    paths = checkout(options.root)
    if not (paths.specs / options.vendor).is_dir():
        others = names_of(path.parent.name for path in paths.specs.glob("*/vendor.*"))
        raise CannotRunError(f"{options.vendor!r} is no vendor; write its vendor.yaml first; specs/ has: {others}")
    vendor, problems = load_vendor(paths.specs, paths.root, options.vendor)
    if vendor is None:
        return report(problems)
    known, problems = read_known(paths.specs, paths.root, options.vendor)
    if known is None:
        return report(problems)
    imported = import_file(options.files[0], vendor, _today(), tuple(each.identity for each in known.records))
    complain(map(str, imported.unplaced))
    if imported.problems:
        return report(imported.problems)
    updated = update(known, imported, dry_run=options.dry_run)
    if not options.dry_run:
        write_texts(updated.texts, paths.root)
    for line in updated.news:
        print(line)
    print(_counted(updated.written, updated.unchanged, dry_run=options.dry_run))
    return report(updated.problems) if updated.problems else FINE


def _openapi(options: argparse.Namespace) -> int:
    from mediawright_generator.check.names import is_reserved_vendor
    from mediawright_generator.importer import write_texts
    from mediawright_generator.importer.openapi.importing import bring, read_files
    from mediawright_generator.importer.openapi.report import as_json, as_markdown
    from mediawright_generator.spec.naming import class_name

    if not _NAME.fullmatch(options.vendor):
        raise CannotRunError(f"{options.vendor!r} is no name of a vendor; use lower case, digits and underscores")
    if is_reserved_vendor(options.vendor) or iskeyword(class_name(options.vendor)):
        raise CannotRunError(
            f"{options.vendor!r} is reserved, by Python or by the package of all vendors; take another"
        )
    if options.server and not _SERVER.fullmatch(options.server):
        raise CannotRunError(f"--server {options.server!r} is no address; write it as https://api.example.com")
    paths = checkout(options.root)
    read = read_files(options.files, options.vendor, _today(), options.server)
    if isinstance(read, tuple):
        report(read)
        return COULD_NOT_RUN
    outcome = bring(read, paths, options.vendor, dry_run=options.dry_run)
    complain(map(str, read.report.lost))
    form = as_json if options.report and options.report.suffix == ".json" else as_markdown
    text = form(read.report, [each.name for each in options.files])
    if not options.dry_run and outcome.texts:
        write_texts(outcome.texts, paths.root)
    if options.report:
        options.report.write_text(text, encoding="utf-8")
    elif not options.dry_run:
        write_texts({f"specs/{options.vendor}/import-report.md": text}, paths.root)
    for line in outcome.news:
        print(line)
    print(_counted(outcome.written, outcome.unchanged, dry_run=options.dry_run))
    print(read.report.summary)
    return report(outcome.problems) if outcome.problems else FINE


def _counted(written: int, unchanged: int, *, dry_run: bool) -> str:
    return f"records: {written} {'would be ' if dry_run else ''}written, {unchanged} unchanged"


def _today() -> str:
    return datetime.now(tz=UTC).date().isoformat()
