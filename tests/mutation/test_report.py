"""A report is honest: about what was drawn, what could not be loaded, and what chance may do to a sample."""

import pytest
from mutating.mutant import STILLBORN, Mutant, Place, Verdict
from mutating.report import Outcome, likelihood, lines

MUTANT = Mutant(Place("runtime/mediawright_runtime/flow.py", 3, "f"), "comparison", "a < b", "a <= b", lambda: None)


def outcome(killed, survived, *, stillborn=0, mutants=None):
    verdicts = [Verdict(MUTANT, "tests/a.py::b")] * killed + [Verdict(MUTANT, None)] * survived
    drawn = (*verdicts, *[Verdict(MUTANT, STILLBORN)] * stillborn)
    return Outcome("runtime", drawn, len(drawn) if mutants is None else mutants)


def test_what_cannot_be_loaded_counts_neither_way():
    assert outcome(3, 1, stillborn=10).share == 0.75


def test_a_full_run_falls_short_by_one():
    assert outcome(84, 16).falls_short()
    assert not outcome(85, 15).falls_short()


def test_a_sample_falls_short_only_where_chance_hardly_explains_it():
    assert not outcome(16, 4, mutants=2000).falls_short()
    assert outcome(8, 12, mutants=2000).falls_short()


@pytest.mark.parametrize("killed", [0, 5, 10])
def test_likelihoods_add_up(killed):
    assert likelihood(10, 10, 0.85) == pytest.approx(1)
    assert 0 < likelihood(killed, 10, 0.85) <= 1


def test_every_survivor_is_listed_with_its_place():
    assert f"  SURVIVED {MUTANT}" in list(lines(outcome(1, 1), ()))
