import pytest

from mediawright_generator.live.plan import UNKNOWN_ID, plan, unknown


def planned(records, *, spend=False, only=(), **given):
    return {each.python: each for each in plan(records, spend=spend, only=only, given=given)}


def test_nothing_paid_is_called_unless_spending_is_allowed(easel):
    found = planned(easel.records)
    assert found["text_to_image.easel"].left_out == "it is paid; --spend calls it once"
    assert not found["tasks.job"].left_out


def test_a_call_whose_answer_is_the_work_is_paid(easel):
    made = easel.query | {"python": "text_to_diagram.chart", "outputs": [{"path": "data.url"}], "api_body": []}
    assert planned([made])["text_to_diagram.chart"].paid


def test_a_query_asks_for_a_task_that_nobody_has(easel):
    assert planned(easel.records)["tasks.job"].params == {"job_id": UNKNOWN_ID}


@pytest.mark.parametrize(("kind", "value"), [("array", [UNKNOWN_ID]), ("integer", 0), ("string", UNKNOWN_ID)])
def test_an_unknown_id_is_of_the_parameters_type(easel, kind, value):
    easel.query["api_body"][0]["type"] = kind
    assert planned(easel.records)["tasks.job"].params == {"job_id": value}


def test_what_is_free_comes_first(easel):
    assert list(planned(easel.records, spend=True)) == ["tasks.job", "text_to_image.easel"]


def test_another_form_of_a_create_must_be_named(easel):
    """A service speaks one form of an operation, and each attempt may cost."""
    other = easel.create | {"name": "Easel 2", "python": "text_to_image.other", "alternative_of": "Easel"}
    records = [*easel.records, other]
    assert "name it with --only" in planned(records, spend=True)["text_to_image.other"].left_out
    assert not planned(records, spend=True, only=["Easel 2"])["text_to_image.other"].left_out


@pytest.mark.parametrize("name", ["tasks.job", "Job"])
def test_only_what_is_named_is_planned(easel, name):
    assert list(planned(easel.records, only=[name])) == ["tasks.job"]


def test_what_cannot_be_filled_says_so(easel):
    easel.create["api_request_demo"] = []
    assert planned(easel.records, spend=True)["text_to_image.easel"].left_out == "no documented example gives prompt"


def test_a_credential_among_parameters_is_the_clients_to_fill(easel):
    token = {"python": "account.token", "parameters": {"secret": "client_secret"}, "answer": "token"}
    fetch = easel.query | {"python": "account.token", "tokens": [token]}
    fetch["api_body"] = [easel.query["api_body"][0] | {"name": "secret", "python_name": "secret", "in": "body"}]
    assert planned([fetch])["account.token"].params == {}


def test_names_that_no_operation_has_are_found(easel):
    assert unknown(["Job", "Jobs"], easel.records) == ["Jobs"]
