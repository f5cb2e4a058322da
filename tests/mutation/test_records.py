"""Each mutation of a spec changes one fact of it, and never what is documented as an example or said to people."""

from pathlib import Path

import pytest
from mutating.mutant import STILLBORN
from mutating.records import mutants, spec_file
from mutating.reviewers import mutants_of, noticed_by, vendors

from mediawright_generator.load import load

ROOT = Path(__file__).parents[2]
VENDOR = "qianfan"


@pytest.fixture(scope="module")
def qianfan():
    return next(each for each in vendors() if each.vendor.model.name == VENDOR)


@pytest.fixture(scope="module")
def found(qianfan):
    return {(each.place.within, each.kind, each.before, each.after): each for each in mutants_of(qianfan)}


CASES = [
    ("method", "remapped", "POST", "GET"),
    ("endpoint", "misspelt", "/v2/tools/ai_picture_book/query", "/v2/tools/ai_picture_book/qureyy"[:-3] + "eyr"),
    ("api_body.0.keywords", "item dropped", "9", "nothing"),
    ("api_body.0.keywords", "value added", "nothing", "11"),
    ("api_body.0.required", "flag flipped", "true", "false"),
    ("api_body.2.min_length", "number shifted", "1", "2"),
    ("api_body.2.wire_name", "misspelt", "input_content", "input_contetn"),
    ("api_body.0.type", "remapped", "integer", "number"),
    ("tasks.picture_book.states.2", "remapped", "succeeded", "failed"),
    ("tasks.picture_book.states", "left out", "2: succeeded", "nothing"),
    ("envelope.success", "item dropped", "0", "nothing"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}: {case[1]}")
def test_each_kind_of_change_is_made_and_noticed(found, case):
    """A changed fact is noticed by a table that was typed from the documents, or by an example from there."""
    if case[0] == "endpoint":
        case = next(each for each in found if each[:3] == case[:3])

    assert noticed_by(found[case].make()) in {"the table of facts", "a documented example"}


def test_examples_and_words_for_people_are_left_alone(found):
    within = {part for place, *_ in found for part in place.split(".")}

    assert not within & {"api_request_demo", "describe", "description", "sources", "disputes", "notes"}


def test_a_spec_without_a_mutant_is_noticed_by_nobody():
    loaded, problems = load(ROOT / "specs", ROOT)

    assert problems == ()
    assert {noticed_by(_unchanged(vendor)) for vendor in loaded} == {None}


def _unchanged(vendor):
    from mutating.records import Loaded

    return Loaded(vendor, ())


def test_what_the_format_refuses_counts_neither_way(qianfan):
    spec = spec_file(ROOT / "specs" / VENDOR / "vendor.yaml")
    nameless = next(
        each for each in mutants(qianfan, spec) if each.before.startswith("title") or each.before.startswith("servers")
    )

    assert noticed_by(nameless.make()) == STILLBORN
