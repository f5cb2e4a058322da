"""Holds specs against the rules: everything that the models alone cannot see."""

from mediawright_generator.check.rule import Rule
from mediawright_generator.check.table import RULES
from mediawright_generator.load import LoadedVendor
from mediawright_generator.problems import Problem

__all__ = ["RULES", "Rule", "check"]


def check(vendors: tuple[LoadedVendor, ...]) -> tuple[Problem, ...]:
    """Run every rule over every vendor."""
    return tuple(
        sorted(
            Problem(finding.place, rule.id, finding.what, finding.remedy)
            for vendor in vendors
            for rule in RULES
            for finding in rule.run(vendor)
        )
    )
