import json
import time
from datetime import datetime

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


def test_progress_stands_under_each_published_name_where_no_sample_shows_one(acme, read_contract):
    """Clients read one of the names, and nobody knows which."""
    lifecycle = acme.lifecycle | {"progress": "data.process|data.progress"}
    mock = Mock(read_contract(acme.create | {"task": lifecycle}, acme.result))
    task = create(mock)["data"]["task_id"]
    told = ask(mock, f"/generation/result/{task}")["data"]
    assert (told["process"], told["progress"]) == (0, 0)


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


def bare(operation, **more):
    return operation | {"credentials": [], "api_header": [], "body": {}} | more


def exchange(mock, method, path, query=(), body=None):
    content = b"" if method == "GET" else json.dumps(body or {}).encode()
    answer = mock.answer(Request(method, path, tuple(query), {}, content))
    return answer.status, json.loads(answer.body)


@pytest.fixture(name="orion")
def vendor_of_two_ids(acme):
    """A task of two ids, both in the query; no envelope; a list of tasks."""
    ids = ("conversation_id", "message_id")
    lifecycle = {
        "name": "video",
        "id": {name: name for name in ids},
        "query": {
            "operation": "Status",
            "python": "video.status",
            "takes": [{"name": name, "wire_name": name, "in": "query", "id": name, "many": False} for name in ids],
        },
        "status": "task.status",
        "states": {"pending": "queued", "processing": "running", "completed": "succeeded", "failed": "failed"},
        "outputs": [{"path": "task.video_urls[]"}],
        "reason": "task.error",
    }
    none = {"envelope": {"message": "detail"}, "api_code_demo": []}
    asked = [acme.parameter(name, required=True, **{"in": "query"}) for name in ids]
    task = {"conversation_id": "1", "message_id": 2, "status": "completed", "video_urls": ["https://old/a.mp4"]}
    status = {"response": [{"status": 200, "body": {"success": True, "task": {**task, "error": None}}}]}
    listed = {"response": [{"status": 200, "body": {"success": True, "total": 1, "tasks": [task]}}]}
    create = bare(acme.create, **none, task=lifecycle, endpoint="/generate", rules=[], output_kind="video")
    create |= {
        "api_response": [{"name": "conversation_id", "type": "string"}, {"name": "message_id", "type": "integer"}]
    }
    query = bare(acme.result, **none, name="Status", python="video.status", method="GET", endpoint="/status")
    listing = bare(acme.history, **none, name="List", python="video.list", endpoint="/list", rules=[])
    fields = [{"name": f"tasks[].{name}", "type": "string"} for name in (*ids, "status")]
    return (
        create,
        query | {"api_body": asked, "api_request_demo": [status], "api_response": []},
        listing | {"api_body": [asked[0] | {"required": False}], "api_request_demo": [listed], "api_response": fields},
    )


def test_a_task_may_have_two_ids(orion, read_contract):
    mock = Mock(read_contract(*orion))
    _, created = exchange(mock, "POST", "/generate", body={"prompt": "x"})
    ids = list(created.items())
    assert [(name, type(value)) for name, value in ids] == [
        ("detail", str),
        ("conversation_id", str),
        ("message_id", int),
    ]
    seen = [exchange(mock, "GET", "/status", [(name, str(value)) for name, value in ids[1:]])[1] for _ in range(3)]
    assert [each["task"]["status"] for each in seen] == ["pending", "processing", "completed"]
    assert [each["task"]["video_urls"] for each in seen[:2]] == [[], []]
    assert [seen[2]["task"][name] for name in ("conversation_id", "message_id")] == [ids[1][1], ids[2][1]]
    (url,) = seen[2]["task"]["video_urls"]
    assert mock.answer(Request("GET", url.removeprefix("http://127.0.0.1"))).content_type == "video/mp4"


def test_one_wrong_id_of_two_is_an_unknown_task(orion, read_contract):
    mock = Mock(read_contract(*orion))
    _, created = exchange(mock, "POST", "/generate", body={"prompt": "x"})
    asked = [("conversation_id", created["conversation_id"]), ("message_id", "1")]
    status, body = exchange(mock, "GET", "/status", asked)
    assert status == 404
    assert "message_id '1'" in body["detail"]


def test_a_list_of_tasks_has_those_created_so_far(orion, read_contract):
    mock = Mock(read_contract(*orion))
    assert exchange(mock, "GET", "/list")[1] == {"success": True, "total": 0, "tasks": []}
    first, second = (exchange(mock, "POST", "/generate", body={"prompt": "x"})[1] for _ in range(2))
    everything = exchange(mock, "GET", "/list")[1]
    assert (everything["total"], len(everything["tasks"])) == (2, 2)
    assert everything["tasks"][1] == {**_ids(second), "status": "pending", "video_urls": []}
    of_one = exchange(mock, "GET", "/list", [("conversation_id", first["conversation_id"])])[1]
    assert (of_one["total"], [_ids(each) for each in of_one["tasks"]]) == (1, [_ids(first)])
    assert exchange(mock, "GET", "/list", [("conversation_id", "none")])[1]["tasks"] == []


def _ids(body):
    return {name: body[name] for name in ("conversation_id", "message_id")}


@pytest.fixture(name="vega")
def vendor_of_lists(acme):
    """Ids are sent as a list, and the answer is one."""
    lifecycle = {
        "name": "book",
        "id": "data.task_id",
        "query": {
            "operation": "Query",
            "python": "book.query",
            "takes": [{"name": "ids", "wire_name": "task_ids", "in": "body", "id": "data.task_id", "many": True}],
        },
        "status": "data[].status",
        "states": {"0": "running", "1": "running", "2": "succeeded"},
        "otherwise": "failed",
        "outputs": [{"path": "data[].result.video_bos_url|data[].result.video_cdn_url"}],
    }
    envelope = {"code": "errno|code", "success": [0], "required": False, "message": "errmsg|detail"}
    sample = {
        "errno": 0,
        "data": [{"status": 2, "result": {"video_bos_url": "https://a", "video_cdn_url": "https://b"}}],
    }
    create = bare(acme.create, envelope=envelope, task=lifecycle, rules=[], api_code_demo=[])
    query = bare(acme.result, envelope=envelope, name="Query", python="book.query", endpoint="/query", api_code_demo=[])
    ids = acme.parameter("ids", wire_name="task_ids", type="array", items={"type": "string"}, required=True)
    return create, query | {
        "api_body": [ids],
        "api_request_demo": [{"response": [{"body": sample}]}],
        "api_response": [],
    }


def test_a_list_of_ids_is_answered_by_a_list(vega, read_contract):
    mock = Mock(read_contract(*vega))
    tasks = [exchange(mock, "POST", "/generation/big", body={"prompt": "x"})[1]["data"]["task_id"] for _ in range(2)]
    seen = [exchange(mock, "POST", "/query", body={"task_ids": [tasks[0]]})[1] for _ in range(3)]
    assert [each["data"][0]["status"] for each in seen] == [0, 0, 2]
    assert seen[0] == {"errno": 0, "data": [{"status": 0, "result": {}}]}
    url = f"http://127.0.0.1/files/{tasks[0]}.mp4"
    assert seen[2]["data"] == [{"status": 2, "result": {"video_bos_url": url, "video_cdn_url": url}}]
    both = exchange(mock, "POST", "/query", body={"task_ids": tasks})[1]
    assert [each["status"] for each in both["data"]] == [2, 0]


def test_no_known_id_of_a_list_is_an_unknown_task(vega, read_contract):
    mock = Mock(read_contract(*vega))
    assert exchange(mock, "POST", "/query", body={"task_ids": ["nobody"]})[0] == 404
    assert exchange(mock, "POST", "/query", body={"task_ids": []})[0] == 404


@pytest.mark.parametrize(
    ("kind", "result", "files"),
    [
        ("video", {"video_path": ["{}/files/{}.mp4"]}, ["video/mp4"]),
        ("image", {"images_path": ["{}/files/{}.png"], "mask_path": ["{}/files/{}-2.png"]}, ["image/png", "image/png"]),
        ("audio", {"audio_path": "{}/files/{}.wav"}, ["audio/wav"]),
    ],
)
def test_results_as_json_in_a_text_have_what_the_create_makes(acme, read_contract, kind, result, files):
    outputs = [
        {"path": "data.result@json.video_path[]", "kind": "video"},
        {"path": "data.result@json.images_path[]|data.result@json.image_path[]", "kind": "image"},
        {"path": "data.result@json.mask_path[]", "kind": "image"},
        {"path": "data.result@json.audio_path", "kind": "audio"},
    ]
    lifecycle = acme.lifecycle | {"outputs": outputs, "progress": "data.process|data.progress"}
    data = {"status": 3, "progress": "100%", "result": '{"video_path": ["https://old"]}', "reason": ""}
    query = acme.result | {
        "api_request_demo": [{"response": [{"body": {"code": 0, "data": data}}]}],
        "api_response": [],
    }
    states = {"1": "queued", "2": "running", "3": "succeeded", "4": "failed"}
    create = acme.create | {"task": lifecycle | {"states": states}, "output_kind": kind}
    mock = Mock(read_contract(create, query))
    task = create_(mock)
    waiting, running, done = (ask(mock, f"/generation/result/{task}")["data"] for _ in range(3))
    assert (waiting["status"], waiting["progress"], json.loads(waiting["result"])) == (1, "0%", {"video_path": []})
    assert (running["status"], running["progress"]) == (2, "50%")
    expected = json.loads(json.dumps(result).replace("{}/files/{}", f"http://127.0.0.1/files/{task}"))
    assert {name: value for name, value in json.loads(done["result"]).items() if value} == expected
    urls = [each for value in expected.values() for each in ([value] if isinstance(value, str) else value)]
    found = [mock.answer(Request("GET", url.removeprefix("http://127.0.0.1"))).content_type for url in urls]
    assert found == files


def create_(mock):
    return create(mock)["data"]["task_id"]


@pytest.mark.parametrize(("shown", "kind"), [(1700000000000, "ms"), (1700000000, "s"), ("2024-01-01T00:00:00Z", "iso")])
def test_the_time_from_which_files_are_kept_is_now(acme, read_contract, shown, kind):
    lifecycle = acme.lifecycle | {"kept": {"days": 7, "since": "data.create_time"}}
    query = documented(acme.result, {"code": 0, "data": {"status": "completed", "create_time": shown}})
    mock = Mock(read_contract(acme.create | {"task": lifecycle}, query))
    now = ask(mock, f"/generation/result/{create_(mock)}")["data"]["create_time"]
    read = datetime.fromisoformat(now).timestamp() if kind == "iso" else now / (1000 if kind == "ms" else 1)
    assert abs(read - time.time()) < 60


def test_a_documented_answer_of_the_same_state_goes_first(acme, read_contract):
    samples = (
        {"code": 0, "data": {"status": "processing", "result": None}},
        {"code": 0, "data": {"status": "completed", "result": [{"preview": "https://old", "seconds": 5}]}},
        {"code": 0, "data": {"status": "failed", "result": None, "reason": "bad"}},
    )
    mock = Mock(read_contract(acme.create, documented(acme.result, *samples) | {"api_response": []}))
    task = create_(mock)
    waiting, _, done = (ask(mock, f"/generation/result/{task}")["data"] for _ in range(3))
    assert waiting == {"status": "waiting"}
    assert done["result"] == [{"preview": f"http://127.0.0.1/files/{task}.mp4", "seconds": 5}]


def test_work_that_is_answered_at_once_is_served(acme, read_contract):
    outputs = [{"path": "data.png_url"}, {"path": "data.svg_url", "kind": "image"}]
    sample = {
        "code": 0,
        "msg": "",
        "data": {"png_url": "https://old", "svg_url": "https://old", "source_code": "graph"},
    }
    drawing = bare(documented(acme.credits, sample), outputs=outputs, envelope={"code": "code", "success": [0]})
    mock = Mock(read_contract(drawing))
    seen = [exchange(mock, "POST", "/user/credits")[1]["data"] for _ in range(2)]
    assert seen[0]["png_url"] != seen[1]["png_url"]
    files = [
        mock.answer(Request("GET", seen[0][name].removeprefix("http://127.0.0.1"))) for name in ("png_url", "svg_url")
    ]
    assert [each.content_type for each in files] == ["image/png", "image/svg+xml"]
    assert files[1].body.startswith(b"<svg ")
    assert seen[0]["source_code"] == "graph"


@pytest.mark.parametrize(
    ("envelope", "said"),
    [
        ({"code": "success", "success": [True]}, {"success": True}),
        ({"code": "errno", "success": [0], "required": False}, {"errno": 0}),
        ({"code": "data.code|code", "success": ["OK"]}, {"data": {"code": "OK"}}),
        ({"message": "detail"}, {"detail": ""}),
        ({}, {}),
    ],
)
def test_envelopes_of_every_kind(acme, read_contract, envelope, said):
    assert exchange(
        Mock(read_contract(bare(acme.credits, envelope=envelope, api_response=[]))), "POST", "/user/credits"
    ) == (
        200,
        said,
    )


def test_a_documented_answer_without_the_envelope_stays_so(acme, read_contract):
    health = bare(documented(acme.credits, {"status": "healthy", "message": "fine"}))
    health |= {"envelope": {"code": "code", "success": [0], "required": False, "message": "message|detail"}}
    assert exchange(Mock(read_contract(health)), "POST", "/user/credits") == (
        200,
        {"status": "healthy", "message": "fine"},
    )


def test_a_create_may_answer_201(acme, read_contract):
    demo = [{"response": [{"status": 201, "body": {"code": 0, "data": {"task_id": "old"}}}]}]
    mock = Mock(read_contract(bare(acme.create, api_request_demo=demo), acme.result))
    status, body = exchange(mock, "POST", "/generation/big", body={"prompt": "x"})
    assert (status, body["code"]) == (201, 0)
    assert body["data"]["task_id"] != "old"


@pytest.mark.parametrize(("body", "status"), [(b"\x00\xff", 200), (b"{}", 200), (b"", 400)])
def test_a_raw_body_is_taken_unless_it_is_empty(acme, read_contract, body, status):
    file = acme.parameter("content", required=True, **{"in": "raw"})
    name = acme.parameter("file_name", required=True, **{"in": "query"})
    header = [{"name": "Content-Type", "value": "application/octet-stream"}]
    upload = bare(acme.credits, api_body=[file, name], envelope={}, api_code_demo=[]) | {"api_header": header}
    headers = {"content-type": "application/octet-stream"}
    mock = Mock(read_contract(upload))
    assert mock.answer(Request("POST", "/user/credits", (("file_name", "a"),), headers, body)).status == status
