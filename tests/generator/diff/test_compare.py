"""Changes between two states of the committed specs."""

from pathlib import Path

import pytest

from mediawright_generator.diff import compare
from mediawright_generator.load import load

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def committed():
    vendors, problems = load(ROOT / "specs", ROOT)
    assert not problems
    return vendors


def test_what_did_not_change_is_no_change(committed):
    assert compare(committed, committed) == ()


def test_a_vendor_that_is_gone_is_one_change(committed):
    (change,) = compare(committed, committed[1:])
    assert (change.rule, change.vendor, change.severity) == ("vendor-removed", "aimate", "breaking")
