"""Many cases in one test."""

import pytest

from mediawright_runtime.grouped import check_each


def _is(found, wanted):
    if found != wanted:
        raise AssertionError(f"{found} is not {wanted}")


def test_cases_that_hold_pass():
    check_each(_is, {"one": (1, 1), "two": (2, 2)})


def test_each_case_that_fails_is_named():
    """Promise: one look at the complaint says which of many cases fail, and why."""
    with pytest.raises(AssertionError) as complaint:
        check_each(_is, {"one": (1, 2), "two": (2, 2), "three": (3, 4)})

    assert str(complaint.value) == "2 of 3 cases fail\n  one: 1 is not 2\n  three: 3 is not 4"
