"""Another published form of a query tells of the same tasks."""

import json

from mediawright_mock.contract import vendor_contract
from mediawright_mock.messages import Request
from mediawright_mock.mock import Mock

QUERY = "/v2/tools/ai_picture_book/query"
HEADERS = {"content-type": "application/json", "authorization": "Bearer k"}


def call(mock, method, path, query=(), body=None):
    content = b"" if body is None else json.dumps(body).encode()
    answer = mock.answer(Request(method, path, tuple(query), HEADERS, content))
    return answer.status, json.loads(answer.body)


def create(mock):
    body = {"method": 9, "input_type": "1", "input_content": "A brave cat."}
    return call(mock, "POST", "/v2/tools/ai_picture_book/task_create", body=body)[1]["data"]["task_id"]


def test_the_form_of_the_older_text_answers_from_its_tasks_at_its_own_places():
    mock = Mock(vendor_contract("qianfan"))
    task = create(mock)
    seen = [call(mock, "GET", QUERY, [("task_id", task)])[1] for _ in range(3)]
    assert [each["status"] for each in seen] == [0, 0, 2]
    assert [each.get("video_bos_url") for each in seen] == [None, None, f"http://127.0.0.1/files/{task}.mp4"]


def test_both_forms_tell_of_one_task():
    mock = Mock(vendor_contract("qianfan"))
    task = create(mock)
    call(mock, "GET", QUERY, [("task_id", task)])
    call(mock, "POST", QUERY, body={"task_ids": [task]})
    both = call(mock, "GET", QUERY, [("task_id", task)])[1], call(mock, "POST", QUERY, body={"task_ids": [task]})[1]
    assert both[0]["video_bos_url"] == both[1]["data"][0]["result"]["video_bos_url"]
    assert both[0]["status"] == both[1]["data"][0]["status"] == 2


def test_an_unknown_task_is_unknown_in_both():
    mock = Mock(vendor_contract("qianfan"))
    assert call(mock, "GET", QUERY, [("task_id", "nobody")])[0] == 404


def test_by_the_clock_the_numbers_come_in_their_order():
    clock = [0.0]
    mock = Mock(vendor_contract("qianfan"), speed=1, now=lambda: clock[0])
    task = create(mock)
    seen = []
    for _ in range(70):
        seen.append(call(mock, "GET", QUERY, [("task_id", task)])[1]["status"])
        clock[0] += 0.5
    assert list(dict.fromkeys(seen)) == [0, 1, 3, 2]
