import json

import pytest

from mediawright_generator.live.compare import differences
from mediawright_generator.live.known import known

DONE = {"job_id": "j", "state": "done", "score": 0.5, "files": [{"url": "https://cdn.test/a.png"}]}


@pytest.fixture
def compare(easel):
    documented = known(easel.query, easel.records)

    def found(answer, status=200):
        return {str(each): each.contradicts for each in differences(status, answer, documented)}

    return found


def answer(**changes):
    return {"code": 0, "msg": "", "data": DONE | changes}


def test_a_documented_answer_differs_in_nothing(compare):
    assert compare(answer()) == {}


def test_a_field_may_be_missing_and_is_named(compare):
    assert compare({"code": 0, "data": {"state": "done", "files": [{}]}}) == {
        "missing: data.job_id": False,
        "missing: data.score": False,
        "missing: data.files.url": False,
    }


def test_nothing_is_missed_in_an_empty_list(compare):
    assert compare(answer(files=[])) == {}


def test_a_new_field_is_named_with_its_types_and_not_entered(compare):
    told = compare(
        answer(files=[{"url": "https://cdn.test", "size": 1}, {"url": "https://cdn.test", "size": None}], who={"id": 7})
    )
    assert told == {
        "not documented: data.files.size (integer or null)": False,
        "not documented: data.who (object)": False,
    }


def test_a_new_name_that_may_be_somebodys_is_not_told(compare):
    assert compare(answer(u5512907=1)) == {"not documented: data.<name> (integer)": False}


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("score", "0.5", "data.score is string, documented as number"),
        ("score", True, "data.score is boolean, documented as number"),
        ("job_id", 5, "data.job_id is integer, documented as string"),
        ("state", "paused", "data.state has a value that is not documented"),
    ],
)
def test_another_type_or_value_contradicts_the_documents(compare, field, value, said):
    assert compare(answer(**{field: value})) == {said: True}


def test_null_and_whole_numbers_are_no_other_type(compare):
    assert compare(answer(score=1, job_id=None)) == {}


def test_the_text_that_holds_json_is_looked_into(compare):
    more = json.dumps({"urls": ["https://cdn.test/a.png"], "seed": 7})
    assert compare(answer(more=more)) == {"not documented: data.more@json.seed (integer)": False}


def test_of_a_refusal_only_its_code_counts(compare):
    assert compare({"code": 7, "msg": "no such job"}) == {}
    assert compare({"code": 8, "msg": "what is this"}) == {"code 8 is not documented": True}


def test_an_error_by_its_status_is_documented_or_new(compare):
    assert compare({"detail": "busy"}, 503) == {}
    assert compare({"detail": "gone"}, 404) == {"not documented: HTTP 404": False}


def test_what_is_no_object_contradicts_the_documents(compare):
    assert compare(["done"]) == {"the answer is array, not object": True}
