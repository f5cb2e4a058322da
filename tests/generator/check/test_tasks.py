from pathlib import Path

VENDOR = (Path(__file__).parents[2] / "rules" / "base" / "acme" / "vendor.yaml").read_text(encoding="utf-8")


def test_a_query_without_its_parameter(told):
    assert told("", vendor=VENDOR.replace("parameter: task_id", "parameter: id")) == [
        "vendor.yaml:12:48: missing-task-query: operation 'Task Result' has no parameter 'id'"
    ]


def test_a_query_whose_file_cannot_be_read_is_not_a_second_mistake(told):
    vendor = VENDOR.replace("operation: Task Result", "operation: Boat State")
    assert [line.split(": ")[1] for line in told("", vendor=vendor, named={"boat_state.yaml": "[\n"})] == ["bad-yaml"]
    nameless = "name: 2.0\ncategory: tasks\nmethod: POST\nendpoint: /state\n"
    found = told("", vendor=vendor, named={"boat_state.yaml": nameless})
    assert [line.split(": ")[1] for line in found] == ["wrong-type"]


def test_another_file_that_cannot_be_read_hides_no_missing_query(told):
    vendor = VENDOR.replace("operation: Task Result", "operation: Boat State")
    assert [line.split(": ")[1] for line in told("", vendor=vendor, named={"ship.yaml": "[\n"})] == [
        "bad-yaml",
        "missing-task-query",
    ]


def test_a_misspelled_state_is_one_mistake(told):
    found = told("", vendor=VENDOR.replace("completed: succeeded", "completed: suceeded"))
    assert [line.split(": ")[:2] for line in found] == [["vendor.yaml:14:42", "value-not-allowed"]]


def test_an_operation_is_no_alternative_of_itself(told):
    assert told("alternative_of: Paper Boat\n") == [
        "0.yaml:5:17: unknown-alternative: alternative of 'Paper Boat', which no other operation is named"
    ]


def test_headers_of_a_vendor_are_checked_too(told):
    found = told("", vendor=VENDOR.replace('"{api_key}"', '"Bearer {token}"'))
    assert found == [
        "vendor.yaml:6:39: unknown-credential: credential 'token' of the header 'X-API-KEY' is not one of 'api_key'"
    ]


def test_a_faulty_part_of_the_vendor_does_not_make_records_faulty(told):
    vendor = VENDOR.replace("tasks:\n  generation:", "tasks:\n  - generation:").replace("\n    ", "\n      ")
    assert [line.split(": ")[1] for line in told("task: generation\n", vendor=vendor)] == ["wrong-type"]


def test_a_code_may_be_explained_by_vendor_and_operation(told):
    vendor = VENDOR + "api_code_demo: [{code: 1, describe: One.}]\n"
    assert told("api_code_demo: [{code: 1, describe: Another.}]\n", vendor=vendor) == []


def test_a_query_that_lost_its_path_parameter_is_one_mistake(told):
    task = "name: Task Result\ncategory: tasks\nmethod: POST\nendpoint: /result/{task_id}\n"
    found = told("", named={"task.yaml": task})
    assert [line.split(": ")[:2] for line in found] == [["task.yaml:4:11", "placeholder-without-parameter"]]


def test_a_second_record_of_the_name_hides_no_query(told):
    copy = "name: Task Result\ncategory: text_to_video\nmethod: POST\nendpoint: /copy\n"
    assert [line.split(": ")[:2] for line in told("", named={"copy.yaml": copy})] == [
        ["copy.yaml:1:7", "duplicate-name"]
    ]


def test_a_lost_state_is_one_mistake(told):
    """The answer that documents it stays right."""
    answer = "api_request_demo: [{path: {task_id: a}, response: [{body: {code: 0, data: {status: completed}}}]}]\n"
    query = Path(__file__).parents[2] / "rules" / "base" / "acme" / "apis" / "task_result.yaml"
    named = {"task.yaml": query.read_text(encoding="utf-8") + answer}
    assert [
        line.split(": ")[1] for line in told("", vendor=VENDOR.replace("completed: succeeded, ", ""), named=named)
    ] == ["states-without-success"]


def test_a_misspelled_key_of_a_query_is_one_mistake(told):
    found = told("", vendor=VENDOR.replace("parameter: task_id", "param: task_id"))
    assert [line.split(": ")[:2] for line in found] == [["vendor.yaml:12:37", "unknown-key"]]


def test_a_first_record_of_the_name_hides_no_query(told):
    copy = "name: Task Result\ncategory: text_to_video\nmethod: POST\nendpoint: /copy\n"
    query = Path(__file__).parents[2] / "rules" / "base" / "acme" / "apis" / "task_result.yaml"
    named = {"task.yaml": copy, "task_result.yaml": query.read_text(encoding="utf-8")}
    assert [line.split(": ")[:2] for line in told("", named=named)] == [["task.yaml:1:7", "duplicate-name"]]
