"""Turns a vendor's own data into records, or brings its next version over them."""

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mediawright_generator.commands.checkout import FINE, checkout, complain, report

if TYPE_CHECKING:
    from mediawright_generator.commands.checkout import Commands


_IMPORT = (
    "Write a record for each operation of FILE. Over records that exist, take over what only the vendor changed, keep "
    "what people wrote, and say each. Exit 0: done; corrections by hand (disputed-fact) and what the vendor took away "
    "(vendor-removed) are said each time and are no failure. 1: FILE or the specs have problems, or a change is left "
    "out, since it would break a rule; all others are made. 2: could not run."
)


def add(commands: "Commands") -> None:
    """Give the command line this command."""
    importing = commands.add_parser(
        "import", help="turn a vendor's own data into records, or bring its next version over them", description=_IMPORT
    )
    importing.add_argument("format", choices=["c_api_doc"], help="the shape of FILE")
    importing.add_argument("file", type=Path, metavar="FILE")
    importing.add_argument(
        "--vendor", metavar="V", required=True, help="the folder of specs/ that receives the records"
    )
    importing.add_argument("--dry-run", action="store_true", help="say what would change, and write nothing")
    importing.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the records, and say what is new."""
    from mediawright_generator.importer import import_file, read_known, update, write_texts
    from mediawright_generator.load import load_vendor

    paths = checkout(options.root)
    vendor, problems = load_vendor(paths.specs, paths.root, options.vendor)
    if vendor is None:
        return report(problems)
    known, problems = read_known(paths.specs, paths.root, options.vendor)
    if known is None:
        return report(problems)
    today = datetime.now(tz=UTC).date().isoformat()
    imported = import_file(options.file, vendor, today, tuple(each.identity for each in known.records))
    complain(map(str, imported.unplaced))
    if imported.problems:
        return report(imported.problems)
    updated = update(known, imported, dry_run=options.dry_run)
    if not options.dry_run:
        write_texts(updated.texts, paths.root)
    for line in updated.news:
        print(line)
    print(f"records: {updated.written} {'would be ' if options.dry_run else ''}written, {updated.unchanged} unchanged")
    return report(updated.problems) if updated.problems else FINE
