"""Single edits of the committed specs: each is one change, with its rule, its severity, its effects and its place."""

import pytest
from battery import CASES, place_of, states

from mediawright_generator.diff import compare


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_an_edit_is_one_change_and_so_is_the_way_back(case):
    """Promise: one finding for one change, where it is, judged as the table says, in both directions."""
    edited = states(case)

    (change,) = compare(edited.base, edited.head)
    (back,) = compare(edited.head, edited.base)

    assert (change.rule, " ".join([change.severity, *change.effects])) == (case["rule"], case["says"])
    assert (change.place.line, change.place.column) == place_of(case, edited.text)
    assert change.place.file == f"specs/{case['file']}"
    assert back.rule == case["back"]
    assert back.fingerprint != change.fingerprint
