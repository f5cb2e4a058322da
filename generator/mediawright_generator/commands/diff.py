"""Tells what a change of the specs means for those who use the clients."""

import argparse
import os
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mediawright_generator.commands.checkout import (
    FINE,
    PROBLEMS,
    CannotRunError,
    checkout,
    complain,
    folder_in_workspace,
    give_out,
    known_vendor,
    names_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediawright_generator.commands.checkout import Commands
    from mediawright_generator.paths import Paths
    from mediawright_generator.review.comparison import Comparison, Judged
    from mediawright_generator.review.side import Side
    from mediawright_generator.review.sides import Sides

_DIFF: Final = (
    "Compare what the clients offer by two states of the specs, and tell each change: what breaks, what costs, what to "
    "do. BASE and HEAD are revisions of git (a branch, a tag, a commit; A...B starts where B left A) or folders (a "
    "checkout, its specs/, or the folder of one vendor); what is both is taken for the revision, and ./NAME is always "
    "the folder. Without HEAD the working tree is newer. Exit 0: no change, or every breaking and dangerous one "
    "has its reason in specs/<vendor>/changelog.yaml. 1: one has not, or the newer specs have problems. 2: could not "
    "run."
)
FORMATS: Final = ("text", "markdown", "summary", "json", "github", "totals")
_FAIL_ON: Final = {"breaking": ("breaking",), "dangerous": ("breaking", "dangerous"), "never": ()}
_REASONS: Final = ("vendor-changed", "spec-corrected")


def add(commands: "Commands") -> None:
    """Give the command line this command."""
    diff = commands.add_parser("diff", help="tell what changed for those who use the clients", description=_DIFF)
    diff.add_argument("base", metavar="BASE", help="the older state")
    diff.add_argument("head", metavar="HEAD", nargs="?", help="the newer state; the working tree when not given")
    diff.add_argument("--vendor", metavar="V", help="compare this vendor alone")
    diff.add_argument("--base-name", metavar="NAME", help="what readers of the report call BASE")
    _add_report(diff)
    _add_acknowledgement(diff)
    diff.set_defaults(run=run)


def _add_report(diff: argparse.ArgumentParser) -> None:
    diff.add_argument("--format", choices=FORMATS, default="text", help="how to tell it; `markdown` fits a comment")
    diff.add_argument("-o", "--output", type=Path, metavar="FILE", help="write here instead of stdout")
    diff.add_argument(
        "--also", action="append", default=[], metavar="FORMAT=FILE", help="put this format to the end of FILE, too"
    )
    diff.add_argument(
        "--fail-on",
        choices=list(_FAIL_ON),
        default="dangerous",
        help="the mildest change that needs a reason for exit 0",
    )
    diff.add_argument(
        "--write-changelog", action="store_true", help="put the changes into CHANGELOG.md, under Unreleased"
    )


def _add_acknowledgement(diff: argparse.ArgumentParser) -> None:
    group = diff.add_argument_group("give changes their reason, in specs/<vendor>/changelog.yaml")
    group.add_argument("--acknowledge", action="append", default=[], metavar="CHANGE", help="its 12 digits, or `all`")
    group.add_argument("--reason", choices=_REASONS, help="the service does it now; or it always did")
    group.add_argument("--document", metavar="D", help="where that was read: a document or an address")
    group.add_argument("--lines", metavar="L", help="its lines")
    group.add_argument("--read-on", metavar="DATE", help="the day on which it was read; today when not given")
    group.add_argument("--describe", metavar="TEXT", default="", help="what release notes should say")


def run(options: argparse.Namespace) -> int:
    """Print the report, or write what was said of the changes."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # none has a say in what changed
    from mediawright_generator.review.judge import judge
    from mediawright_generator.review.revision import UnreadableError

    paths = _paths(options.root)
    try:
        sides = _sides(options, paths)
        comparison = judge(sides)
        if options.acknowledge:
            return _acknowledge(options, comparison, sides.head)
    except UnreadableError as error:
        raise CannotRunError(str(error)) from error
    if options.format != "github":  # its annotations say them
        complain(map(str, comparison.problems))
    _give_out(options, comparison, folder_in_workspace(paths.root) if paths else "")
    if options.write_changelog:
        _write_changelog(paths, comparison)
    fails = any(each.change.severity in _FAIL_ON[options.fail_on] for each in comparison.open)
    return PROBLEMS if fails or comparison.problems else FINE


def _paths(root: Path | None) -> "Paths | None":
    """Find the checkout; two folders can be compared without."""
    try:
        return checkout(root)
    except CannotRunError:
        if root is not None:
            raise
        return None


def _sides(options: argparse.Namespace, paths: "Paths | None") -> "Sides":
    from mediawright_generator.cache import FOLDER, Shelf, maker
    from mediawright_generator.review.sides import Reader

    parsed = Shelf(paths.root / FOLDER / "compared", maker()) if paths else None
    sides = Reader(paths.root if paths else None, parsed).read(options.base, options.head)
    if parsed:
        parsed.save()
    if options.base_name:
        base = replace(sides.base, name=options.base_name)
        sides = replace(sides, base=base, arguments=(options.base_name, *sides.arguments[1:]))
    if options.vendor is None:
        return sides
    known = {each.vendor.model.name for side in (sides.base, sides.head) for each in side.vendors}
    known_vendor(options.vendor, known, sides.head.problems)
    return sides.of_vendor(options.vendor)


def _give_out(options: argparse.Namespace, comparison: "Comparison", folder: str) -> None:
    from mediawright_generator.report.annotations import below
    from mediawright_generator.review.forms import FORMS

    def written(name: str) -> str:
        text = FORMS[name](comparison)
        return below(folder, text) if name == "github" else text

    others = [each.partition("=") for each in options.also]
    for name, _, file in others:
        if name not in FORMATS or not file:
            raise CannotRunError(f"--also {name!r} is no FORMAT=FILE; formats are: {names_of(FORMATS)}")
    give_out(written(options.format), options.output)
    for name, _, file in others:
        with Path(file).open("a", encoding="utf-8") as stream:
            stream.write(written(name))


def _write_changelog(paths: "Paths | None", comparison: "Comparison") -> None:
    from mediawright_generator.importer.write import write_texts
    from mediawright_generator.review.release_notes import FILE, with_changes

    if paths is None:
        raise CannotRunError(f"there is no checkout whose {FILE} could be written; run in one, or give it with --root")
    path = paths.root / FILE
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    after = with_changes(before, comparison.changes)
    if after != before:
        write_texts({FILE: after}, paths.root)


def _acknowledge(options: argparse.Namespace, comparison: "Comparison", head: "Side") -> int:
    from mediawright_generator.review.acknowledge import Given, acknowledge

    if not options.reason or not (options.document or "").strip():
        raise CannotRunError(f"--acknowledge needs --reason, one of {names_of(_REASONS)}, and --document, its source")
    day = _day(options.read_on)
    chosen = _chosen(options.acknowledge, comparison)
    given = Given(options.reason, options.document, day, options.lines, options.describe)
    for file in acknowledge(chosen, given, head):
        print(f"{file}: written")
    print(f"acknowledged: {len(chosen)}; still without a reason: {len(comparison.open) - len(chosen)}")
    return FINE


def _day(text: str | None) -> str:
    from mediawright_generator.check.changelog import AHEAD

    now = datetime.now(tz=UTC)
    if text is None:
        return now.date().isoformat()
    with suppress(ValueError):
        if date.fromisoformat(text) <= (now + AHEAD).date():
            return text
    raise CannotRunError(f"--read-on {text!r} is no day that has come; write it as {now.date().isoformat()}")


def _chosen(names: "Sequence[str]", comparison: "Comparison") -> "tuple[Judged, ...]":
    """Find the changes by their fingerprints; those that have a reason keep it."""
    known = {each.change.fingerprint for each in comparison.changes}
    unknown = [name for name in names if name not in known and name != "all"]
    if unknown or comparison.problems:
        what = f"{unknown[0]!r} is no change" if unknown else "the specs have problems"
        raise CannotRunError(f"{what}; run `mediawright-gen diff {comparison.base}` and see")
    return tuple(each for each in comparison.open if "all" in names or each.change.fingerprint in names)
