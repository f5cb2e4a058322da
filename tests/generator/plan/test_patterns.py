"""Texts for regular expressions."""

import re

import pytest

from mediawright_generator.plan.patterns import matching


@pytest.mark.parametrize(
    "pattern",
    [
        "^prodorder_[a-z0-9]{26}$",
        r"^\d{4}-\d{2}$",
        "^[A-Z]+[0-9]*x?$",
        r"^\w{3,}\.[\d]$",
        "abc",
        r"^[\]a]b$",
    ],
)
def test_what_is_made_matches(pattern):
    assert re.search(pattern, matching(pattern) or "")


@pytest.mark.parametrize("pattern", ["^(a|b)$", "^[^a]$", "a.b", "(?=a)"])
def test_what_is_more_than_a_run_has_none(pattern):
    assert matching(pattern) is None
