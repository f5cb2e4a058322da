"""A live run as a command: what it says, line by line, and whether the vendor does as documented."""

from argparse import Namespace
from collections.abc import Generator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from mediawright_generator.live.arguments import MEDIA
from mediawright_generator.live.plan import plan, unknown
from mediawright_generator.live.record import Kept, proposals, told
from mediawright_generator.live.report import answered, intended, is_wrong, left_out
from mediawright_generator.live.run import Line, missing, run
from mediawright_runtime.contracts import Record
from mediawright_runtime.errors import ConfigurationError

FOLDER = "live"
"""Where answers are kept, in the checkout and out of its history."""


def hold(records: Sequence[Record], options: Namespace, root: Path) -> Generator[str, None, bool]:
    """Do what the command asks for; the end tells whether all is well.

    Raises:
        ConfigurationError: An operation is not known, or no client can be made.
    """
    folder = root / FOLDER / options.vendor
    if options.propose:
        yield from proposals(folder)
        return True
    for name in unknown(options.only, records):
        known = ", ".join(sorted(each["python"] for each in records))
        raise ConfigurationError(f"{name!r} is no operation of {options.vendor}; there are: {known}")
    given = {kind: url for kind in MEDIA if (url := getattr(options, kind))}
    planned = plan(records, spend=options.spend, only=options.only, given=given)
    nothing = "this is a dry run" if options.dry_run else missing(options.vendor)
    if nothing:
        yield from intended(planned)
        yield f"nothing was called: {nothing}"
        return True
    yield from left_out(planned)
    kept = Kept(folder, datetime.now(tz=UTC).date().isoformat())
    well = True
    for heard in run(planned, Line(options.vendor, options.base_url, options.timeout)):
        found = told(heard, records)
        yield from answered(heard, found, kept.write(found))
        well &= not is_wrong(heard, found)
    return well
