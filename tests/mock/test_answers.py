import json

import pytest
from jsonschema import Draft202012Validator

from mediawright_mock.messages import Request
from mediawright_mock.mock import Mock
from mediawright_runtime.schema import answer_schema

HEADERS = {"x-api-key": "k1", "content-type": "application/json"}


def ask(mock, path, body=None, method="POST"):
    content = b"" if method == "GET" else json.dumps(body or {}).encode()
    return json.loads(mock.answer(Request(method, path, headers=HEADERS, body=content)).body)


def create(mock):
    return ask(mock, "/generation/big", {"data": {"prompt": "x"}})


def documented(operation, *bodies):
    return operation | {
        "api_request_demo": [{"body": {}, "response": [{"status": 200, "body": each} for each in bodies]}]
    }


def test_the_documented_sample_is_the_answer(acme, read_contract):
    sample = {"code": 0, "msg": "fine", "data": {"credits": 7, "undocumented": [1]}}
    answer = ask(Mock(read_contract(documented(acme.credits, sample))), "/user/credits")
    assert answer.pop("trace_id")
    assert answer == sample


def test_a_sample_of_a_failure_is_no_success(acme, read_contract):
    samples = ({"code": 9, "data": {"credits": 0}}, {"code": 0, "data": {"credits": 7}})
    assert ask(Mock(read_contract(documented(acme.credits, *samples))), "/user/credits")["data"] == {"credits": 7}


def test_placeholders_of_a_sample_are_filled_by_type(acme, read_contract):
    sample = {"code": 0, "msg": "<string>", "data": {"credits": "<integer>"}}
    answer = ask(Mock(read_contract(documented(acme.credits, sample))), "/user/credits")
    assert (answer["msg"], answer["data"]) == ("", {"credits": 100})


def test_a_sample_of_a_finished_task_does_not_finish_a_waiting_one(acme, read_contract):
    """No answer contradicts itself: outputs and reason of the sample are not those of this task."""
    item = {"preview": "https://old.example/a.mp4"}
    sample = {"code": 0, "data": {"status": "completed", "reason": "none", "result": [item, item]}}
    mock = Mock(read_contract(acme.create, documented(acme.result, sample)))
    task = create(mock)["data"]["task_id"]
    waiting, processing, completed = (ask(mock, f"/generation/result/{task}")["data"] for _ in range(3))
    assert (waiting["status"], waiting["result"]) == ("waiting", [])
    assert (processing["status"], processing["result"]) == ("processing", [])
    assert completed["status"] == "completed"
    assert [each["preview"] for each in completed["result"]] == [f"http://127.0.0.1/files/{task}.mp4"]
    assert "reason" not in waiting


def test_documented_words_are_preferred(acme, read_contract):
    fields = [{"name": "data.plan", "type": "string", "keywords": ["free", "paid"]}]
    assert ask(Mock(read_contract(acme.credits | {"api_response": fields})), "/user/credits")["data"] == {
        "plan": "free"
    }


def test_answers_do_not_leak_into_each_other(acme, read_contract):
    fields = [{"name": "data", "type": "object"}]
    balance = acme.credits | {"api_response": fields}
    mock = Mock(read_contract(acme.create | {"api_response": fields}, balance))
    assert create(mock)["data"].keys() == {"task_id"}
    assert ask(mock, "/user/credits")["data"] == {}


def test_a_task_is_known_only_to_the_operation_that_tells_how_it_stands(acme, read_contract):
    other = acme.result | {"name": "Other Result", "python": "tasks.other", "endpoint": "/other/{task_id}"}
    elsewhere = acme.lifecycle | {"query": acme.lifecycle["query"] | {"python": "tasks.other"}}
    sound = acme.create | {"name": "Singer", "endpoint": "/singer", "python": "a.b", "task": elsewhere}
    mock = Mock(read_contract(acme.create, acme.result, sound, other))
    task = create(mock)["data"]["task_id"]
    assert ask(mock, f"/other/{task}")["code"] == 404
    assert ask(mock, f"/generation/result/{task}")["data"]["status"] == "waiting"


def test_every_answer_is_what_the_contract_documents(acme, read_contract):
    mock = Mock(read_contract())
    created = create(mock)
    assert Draft202012Validator(answer_schema(acme.create)).is_valid(created)
    for _ in range(3):
        answer = ask(mock, f"/generation/result/{created['data']['task_id']}")
        assert list(Draft202012Validator(answer_schema(acme.result)).iter_errors(answer)) == []


@pytest.mark.parametrize(
    ("states", "seen"),
    [
        ({"1": "queued", "2": "running", "3": "succeeded"}, [1, 2, 3]),
        ({"2": "running", "3": "succeeded"}, [2, 2, 3]),
        ({"1": "queued", "3": "succeeded"}, [1, 1, 3]),
    ],
)
def test_status_numbers_and_missing_states(acme, read_contract, states, seen):
    fields = [{"name": "data.status", "type": "integer"}]
    mock = Mock(
        read_contract(
            acme.create | {"task": acme.lifecycle | {"states": states}}, acme.result | {"api_response": fields}
        )
    )
    task = create(mock)["data"]["task_id"]
    assert [ask(mock, f"/generation/result/{task}")["data"]["status"] for _ in range(3)] == seen


def test_progress_goes_with_the_state(acme, read_contract):
    lifecycle = acme.lifecycle | {"progress": "data.progress"}
    mock = Mock(read_contract(acme.create | {"task": lifecycle}, acme.result))
    task = create(mock)["data"]["task_id"]
    assert [ask(mock, f"/generation/result/{task}")["data"]["progress"] for _ in range(3)] == [0, 50, 100]


@pytest.mark.parametrize(
    ("location", "method", "body"), [("query", "GET", None), ("body", "POST", {"data": {"task_id": "{}"}})]
)
def test_the_id_of_a_query_travels_where_the_record_says(acme, read_contract, location, method, body):
    asked = acme.parameter("id", wire_name="task_id", required=True, **{"in": location})
    result = acme.result | {"method": method, "endpoint": "/result", "api_body": [asked]}
    lifecycle = acme.lifecycle | {"query": acme.lifecycle["query"] | {"parameter": "id"}}
    mock = Mock(read_contract(acme.create | {"task": lifecycle}, result))
    task = create(mock)["data"]["task_id"]
    content = json.dumps({"data": {"task_id": task}}).encode() if body else b""
    query = (("task_id", task),) if method == "GET" else ()
    answer = mock.answer(Request(method, "/result", query, HEADERS, content))
    assert json.loads(answer.body)["data"]["status"] == "waiting"


def test_steps_stand_before_the_vendor_in_order(read_contract):
    """Faults, delays and records are put in front of a mock without a change to it."""
    seen = []

    def outer(request, handler):
        seen.append("outer")
        return handler(request)

    def inner(request, handler):
        seen.append("inner")
        return handler(request)

    ask(Mock(read_contract(), steps=[outer, inner]), "/user/credits")
    assert seen == ["outer", "inner"]
