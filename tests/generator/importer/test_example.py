"""Documented requests and answers, from entry to record."""

import pytest

from mediawright_generator.spec.operation import RequestDemo, ResponseDemo

URL = "https://api.paintbox.example/v1/easel"
PROMPT = {"name": "prompt", "type": "string"}


def curl(data: str, url: str = URL, more: str = "") -> str:
    return f"curl --request POST \\\n --url {url} \\\n --header 'X-Key: <key>' {more} \\\n --data '{data}'\n"


def demo(*commands: str, **section: object) -> dict:
    return {"title": "Example", "request": [{"title": "Paint", "code_example": each} for each in commands], **section}


def test_request_is_taken_as_it_goes_over_the_wire(record, entry):
    section = demo(curl('\n{"data": {"prompt": "<string>", "count": 2, "loop": true}}'))
    (found,) = record(entry(PROMPT, api_request_demo=section)).api_request_demo
    assert found == RequestDemo(title="Paint", body={"data": {"prompt": "<string>", "count": 2, "loop": True}})


def test_lines_without_a_backslash_are_one_command(record, entry):
    section = demo(f"curl --request POST \n --url {URL} \n --data '{{}}'")
    assert record(entry(PROMPT, api_request_demo=section)).api_request_demo[0].body == {}


def test_values_of_path_and_query(record, entry):
    endpoint = "https://api.paintbox.example/v1/jobs/{task_id}"
    section = demo("curl 'https://api.paintbox.example/v1/jobs/<task_id>?full=1'")
    task_id = {"name": "task_id", "type": "string", "required": True}
    full = {"name": "full", "type": "string"}
    operation = record(entry(task_id, full, method="get", endpoint=endpoint, api_request_demo=section))
    assert operation.api_request_demo == (
        RequestDemo(title="Paint", path={"task_id": "<task_id>"}, query={"full": "1"}),
    )
    assert [parameter.location for parameter in operation.api_body] == ["path", "query"]


def test_headers_beside_those_of_every_request(record, entry):
    section = demo(curl("{}", more="--header 'X-Trace: 1'"))
    assert record(entry(api_request_demo=section)).api_request_demo[0].header == {"X-Trace": "1"}


def test_hint_in_an_example_gives_lengths_and_stays(record, entry):
    section = demo(curl('{"data": {"prompt": "<Your prompt text, 1-800 characters>"}}'))
    operation = record(entry(PROMPT, api_request_demo=section))
    assert (operation.api_body[0].min_length, operation.api_body[0].max_length) == (1, 800)
    assert operation.api_request_demo[0].body == {"data": {"prompt": "<Your prompt text, 1-800 characters>"}}


def test_hint_that_contradicts_the_description_is_named(imported, entry):
    section = demo(curl('{"data": {"prompt": "<1-900 characters>"}}'))
    outcome = imported(entry(PROMPT | {"describe": "Maximum string length: 800."}, api_request_demo=section))
    assert outcome.records[0].api_body[0].max_length == 800
    assert [(line.field, line.reason) for line in outcome.unplaced] == [
        ("api_body.prompt", "contradicts max_length 800")
    ]


def test_answer_with_broken_placeholders_is_mended(record, entry):
    broken = '{\n "code": 0,\n "data": {\n "task_id": <string>"\n },\n "at": <integer>\n}'
    shape_of_an_error = '{"code": <integer>, "msg": <string>, "data": {}}'
    answers = [{"type": "200", "code_example": broken}, {"type": "default", "code_example": shape_of_an_error}]
    operation = record(entry(api_request_demo=demo(curl("{}"), response=answers)))
    assert operation.api_request_demo[0].response == (
        ResponseDemo(status=200, body={"code": 0, "data": {"task_id": "<string>"}, "at": "<integer>"}),
    )


@pytest.mark.parametrize(
    ("section", "field", "reason"),
    [
        (demo("requests.post(URL)"), "api_request_demo.request.0", "does not read as a curl command"),
        (demo("curl 'open"), "api_request_demo.request.0", "does not read as a curl command"),
        (demo(f"curl --proxy p {URL}"), "api_request_demo.request.0", "does not read as a curl command"),
        (demo(f"curl {URL}"), "api_request_demo.request.0", f"is not POST {URL}"),
        (demo(curl("{}", URL + "/x")), "api_request_demo.request.0", f"is not POST {URL}"),
        (demo(curl("{")), "api_request_demo.request.0", "has a body that is not JSON"),
        (
            demo(curl("{}"), response=[{"type": "200", "code_example": "{"}]),
            "api_request_demo.response.0",
            "has a body that is not JSON",
        ),
        (
            demo(curl("{}"), response=[{"type": "default", "code_example": '{"code": 5}'}]),
            "api_request_demo.response.0",
            "is an answer without an HTTP status",
        ),
        (
            demo(response=[{"type": 200, "code_example": '{"code": 0}'}]),
            "api_request_demo.response",
            "answers no request that can be read",
        ),
    ],
)
def test_example_that_cannot_be_read_is_named(imported, entry, section, field, reason):
    outcome = imported(entry(api_request_demo=section))
    assert outcome.problems == ()
    assert [(line.field, line.reason) for line in outcome.unplaced] == [(field, reason)]


def test_codes_that_repeat_the_example_say_nothing(imported, entry):
    section = demo(curl("{}"))
    outcome = imported(entry(api_request_demo=section, api_code_demo=section))
    assert outcome.records[0].api_code_demo == ()
    assert outcome.unplaced == ()


def test_another_example_among_the_codes_is_named(imported, entry):
    outcome = imported(entry(api_request_demo=demo(curl("{}")), api_code_demo=demo(curl('{"a": 1}'))))
    assert [line.field for line in outcome.unplaced] == ["api_code_demo.request"]
