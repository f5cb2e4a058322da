"""Holds specs against the rules: everything that the models alone cannot see."""

from typing import Final

from mediawright_generator.check.allow import ALLOWS, settle
from mediawright_generator.check.consequences import roots
from mediawright_generator.check.documents import Documents
from mediawright_generator.check.rule import Rule
from mediawright_generator.check.table import RULES, rules_with
from mediawright_generator.load import LoadedVendor
from mediawright_generator.problems import Problem

__all__ = ["ALLOWS", "ERRORS", "RULES", "Rule", "check"]

ERRORS: Final = tuple(rule for rule in rules_with(Documents()) if rule.severity == "error")
"""The rules whose findings stop the generator."""


def check(vendors: tuple[LoadedVendor, ...], rules: tuple[Rule, ...] = ERRORS) -> tuple[Problem, ...]:
    """Run rules over every vendor; what a file allows is left out, and what follows from another finding."""
    found = (
        Problem(finding.place, rule.id, finding.what, finding.remedy, rule.severity)
        for vendor in vendors
        for rule in rules
        for finding in rule.run(vendor)
    )
    return tuple(sorted(roots(settle(found, vendors, rules))))
