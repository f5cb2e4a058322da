import json

import pytest

from mediawright_generator.live.known import known
from mediawright_generator.live.scrub import scrubbed


@pytest.fixture
def scrub(easel):
    return lambda answer: scrubbed(answer, known(easel.query, easel.records))


def test_documented_numbers_truths_and_values_stay(scrub):
    answer = {"code": 0, "msg": "", "data": {"state": "done", "score": 0.5, "files": []}}
    assert scrub(answer) == answer


def test_texts_become_the_names_of_their_fields(scrub):
    assert scrub({"data": {"job_id": "5f2c7a"}}) == {"data": {"job_id": "<job_id>"}}


def test_of_an_address_its_host_stays(scrub):
    """The path may name an account, and the query is a signature."""
    signed = "https://user:pass@cdn.vendor.test:8443/u/5512/a.png?X-Signature=abc#here"
    assert scrub({"data": {"files": [{"url": signed}]}}) == {
        "data": {"files": [{"url": "https://cdn.vendor.test/..."}]}
    }


@pytest.mark.parametrize(
    ("value", "kept"),
    [("ann@mail.test", "string"), (7, "integer"), (0.5, "number"), ({"id": 7}, "object"), ([7], "array")],
)
def test_what_no_document_knows_is_named_and_not_shown(scrub, value, kept):
    assert scrub({"data": {"owner": value}}) == {"data": {"owner": f"<{kept}>"}}


@pytest.mark.parametrize("name", ["ann@mail.test", "u5512907", "a b"])
def test_a_name_that_may_be_somebodys_is_not_shown(scrub, name):
    assert scrub({"data": {name: 1}}) == {"data": {"<name>": "<integer>"}}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("no such job", "no such job"),
        ("ann@mail.test has no credits", "<...> has no credits"),
        ("key sk-1234567890abcdef is wrong", "key <...> is wrong"),
        ("account 5512907 is closed", "account <...> is closed"),
        ("see https://vendor.test/?t=abc", "see <...>"),
    ],
)
def test_a_message_stays_but_for_what_is_private(scrub, text, kept):
    assert scrub({"code": 7, "msg": text}) == {"code": 7, "msg": kept}


def test_a_new_state_stays_readable(scrub):
    """It is what a live run is for."""
    assert scrub({"data": {"state": "post_processing"}}) == {"data": {"state": "post_processing"}}


def test_a_documented_number_that_is_an_identity_is_zero(easel):
    easel.query["api_response"] += [{"name": "data.userId", "type": "integer"}, {"name": "uid", "type": "integer"}]
    answer = {"uid": 55, "data": {"userId": 7, "score": 3}}
    assert scrubbed(answer, known(easel.query, easel.records)) == {"uid": 0, "data": {"userId": 0, "score": 3}}


def test_json_in_a_text_is_scrubbed_inside(scrub):
    more = json.dumps({"urls": ["https://cdn.test/a.png?s=1"], "seed": 7})
    (kept,) = scrub({"data": {"more": more}})["data"].values()
    assert json.loads(kept) == {"urls": ["https://cdn.test/..."], "seed": "<integer>"}


def test_a_long_list_is_shown_by_its_beginning(scrub):
    assert len(scrub({"data": {"files": [{"url": "https://cdn.test/a"}] * 50}})["data"]["files"]) == 2
