"""Says of a rule why there is one, how to fix what it finds, and shows a bad and a good spec."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from mediawright_generator.commands.checkout import FINE, CannotRunError, checkout, give_out
from mediawright_generator.problems import closest

if TYPE_CHECKING:
    from mediawright_generator.commands.checkout import Commands


def add(commands: "Commands") -> None:
    """Give the command line this command."""
    explain = commands.add_parser("explain", help="say why there is a rule and how to fix what it finds")
    explain.add_argument("rule", metavar="RULE", nargs="?", help="the rule that a finding names; all when not given")
    explain.add_argument("--write", action="store_true", help="write the pages of all rules to docs/rules")
    explain.add_argument("-o", "--output", type=Path, metavar="FILE", help="write here instead of stdout")
    explain.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Explain one rule, or list all."""
    from mediawright_generator.explain.folder import FIXTURES, PAGES, kept_page, write_pages
    from mediawright_generator.explain.lesson import lessons
    from mediawright_generator.explain.page import listing, pages, with_examples

    known = lessons()
    if options.write:
        root = checkout(options.root).root
        write_pages(root / PAGES, pages(root / FIXTURES))
    elif options.rule is None:
        give_out(listing(known.values()), options.output)
    elif options.rule in known:
        give_out(with_examples(known[options.rule], kept_page(options.rule)), options.output)
    else:
        meant = closest(options.rule, known)
        remedy = f"did you mean {meant!r}?" if meant else "`mediawright-gen explain` lists all"
        raise CannotRunError(f"{options.rule!r} is no rule; {remedy}")
    return FINE
