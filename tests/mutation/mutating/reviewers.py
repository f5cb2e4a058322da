"""Judges mutants of specs, in one process: documented examples, tables of facts and names, the generator's rules.

A changed spec changes everything that is made from it, so only what is not made from it can tell.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from mediawright_generator.check import check
from mediawright_generator.load import LoadedVendor, load
from mediawright_generator.plan.contract import contract
from mutating.modules import ROOT
from mutating.mutant import STILLBORN, Mutant, Verdict
from mutating.records import Loaded, mutants, spec_file

sys.path.insert(0, str(ROOT / "tests" / "specs"))

import test_facts
import test_public_names

EXAMPLE = "example-breaks-record"
RULE, DEMO = "a rule", "a documented example"
TABLE, NAMES = "the table of facts", "the table of names"


def vendors() -> tuple[LoadedVendor, ...]:
    """Load all specs as they are."""
    return load(ROOT / "specs", ROOT)[0]


def mutants_of(vendor: LoadedVendor) -> list[Mutant]:
    """List the mutants of all files of a vendor."""
    files = (vendor.vendor.file, *(each.file for each in vendor.operations))
    return [each for file in files for each in mutants(vendor, spec_file(Path(ROOT, file)))]


def judge(found: Iterable[Mutant]) -> Iterator[Verdict]:
    """Say what notices each mutant, the most independent first."""
    for mutant in found:
        yield Verdict(mutant, noticed_by(mutant.make()))


def noticed_by(loaded: Loaded) -> str | None:
    """Say what notices a changed vendor: table and examples know the documents, the rest only what fits together."""
    if loaded.vendor is None or loaded.problems:
        return STILLBORN
    rules = {problem.rule for problem in check((loaded.vendor,))}
    if table := _table(loaded.vendor):
        return table
    if EXAMPLE in rules:
        return DEMO
    return f"{RULE}: {min(rules)}" if rules else None


def _table(vendor):
    """Find a table of tests/facts or tests/specs that says otherwise."""
    try:
        said = contract(vendor)
    except (KeyError, StopIteration):
        return None  # it names what is not there, which is for a rule to say
    name = vendor.vendor.model.name
    try:
        if test_facts.differences(name, said):
            return TABLE
    except (KeyError, ValueError):
        return TABLE  # the contract lacks what every vendor has: the comparison fails, and so does its test
    promised = (("*", vendor.vendor.model.client, "", "", ""), *test_public_names.offered(said))
    return NAMES if set(promised) != set(test_public_names.promised(name)) else None
