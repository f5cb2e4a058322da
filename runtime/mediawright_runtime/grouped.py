"""Many cases in one test: each is checked, and each that fails is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


def check_each(check: Callable[..., None], cases: Mapping[str, Sequence[object]]) -> None:
    """Check case by case, by name; raises AssertionError with the name and the complaint of each that fails."""
    complaints = [f"{name}: {said}" for name, given in cases.items() for said in _complaints(check, given)]
    if complaints:
        raise AssertionError("\n  ".join([f"{len(complaints)} of {len(cases)} cases fail", *complaints]))


def _complaints(check: Callable[..., None], given: Sequence[object]) -> list[str]:
    try:
        check(*given)
    except AssertionError as complaint:
        return [str(complaint)]
    return []
