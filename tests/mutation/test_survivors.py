"""What is written down about survivors is true, or an error."""

from mutating import suites
from mutating.mutant import Mutant, Place, Verdict
from mutating.reviewers import mutants_of, vendors
from mutating.survivors import Explanation, explained, explanations, idle, refuted

MUTANT = Mutant(Place("runtime/a.py", 3, "f"), "comparison", "a[0] < b", "a[0] <= b", lambda: None)


def test_an_explanation_covers_what_it_names():
    known = (Explanation("no", file="runtime/b.py"), Explanation("never equal", file="runtime/*", before="a[0] < b"))

    assert explained(MUTANT, known) is known[1]


def test_an_explanation_of_what_is_not_there_is_idle():
    known = (Explanation("moved", file="runtime/a.py", within="g"), Explanation("here", within="f"))

    assert idle(known, [MUTANT]) == [known[0]]


def test_an_explanation_of_what_is_noticed_is_refuted():
    known = (Explanation("nobody can", within="f"),)

    assert refuted(known, [Verdict(MUTANT, "a test")], [MUTANT]) == [*known]
    assert refuted(known, [Verdict(MUTANT, None)], [MUTANT]) == []


def test_a_sample_of_what_an_explanation_covers_refutes_nothing():
    known = (Explanation("nobody can", within="f"),)

    assert refuted(known, [Verdict(MUTANT, "a test")], [MUTANT, MUTANT._replace(after="a[0] > b")]) == []


def test_every_written_explanation_is_of_a_mutant_that_there_is():
    """Code moves on, and what was said of it is then said of nothing."""
    cases = (*suites.runtime_cases(), *suites.client_cases())
    mutants = [each.mutant for each in cases] + [each for vendor in vendors() for each in mutants_of(vendor)]

    assert idle(explanations(), mutants) == []
