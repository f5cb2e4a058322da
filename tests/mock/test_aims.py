"""What is aimed at nothing is refused: a test that relies on it would pass for the wrong reason."""

import httpx
import pytest

import mediawright_mock
from mediawright_mock.faults import FaultError
from mediawright_mock.in_process import LocalMock

HEADERS = {"X-API-KEY": "k1"}


@pytest.fixture(name="mock")
def local_mock(read_contract):
    return LocalMock(read_contract(), polls=1)


@pytest.fixture(name="post")
def posting(mock):
    client = mock.http_client(base_url=mock.url, headers=HEADERS)
    return lambda path, data: client.post(path, json={"data": data} if data else {}).json()


@pytest.mark.parametrize(
    ("fault", "operation", "said"),
    [
        ("error_500", "task.result", "'task.result' fits no operation; write 'tasks.result'"),
        (
            "error_500",
            "x",
            "'x' fits no operation; give one of account.credits, account.history, image_to_video.big_model",
        ),
        ("task_ends", "tasks.result", "task_ends cannot hit 'tasks.result'; aim it at one of image_to_video.big_model"),
        ("task_never_ends", "account.*", "task_never_ends cannot hit 'account.*'; aim it at one of image_to_video"),
        ("unknown_status", "account.credits", "unknown_status cannot hit 'account.credits'; aim it at one of image_to"),
        (
            "output_cut",
            "tasks.result",
            "output_cut cannot hit 'tasks.result'; aim it at one of image_to_video.big_model",
        ),
        ("output_cut", "/files/*", "output_cut cannot hit '/files/*'; aim it at one of image_to_video.big_model"),
        ("missing_field;field=data.reslt", "*", "no answer has the field 'data.reslt'; write 'data.result'"),
        ("missing_field;field=data.credits", "tasks.*", "cannot hit 'tasks.*'; aim it at one of account.credits"),
    ],
)
def test_a_fault_that_hits_no_call_is_refused_with_what_it_could_hit(mock, fault, operation, said):
    with pytest.raises(FaultError) as refused:
        mock.fail(fault, operation)
    assert said in str(refused.value)


def test_where_nothing_is_a_task_no_task_can_end_badly():
    with mediawright_mock.local("edrawmax") as mock, pytest.raises(FaultError, match="there are no tasks here"):
        mock.fail("task_ends")


@pytest.mark.parametrize("numbers", [{"first": 0}, {"times": 0}])
def test_numbers_that_count_no_call_are_refused(mock, numbers):
    with pytest.raises(FaultError, match="=0 hits nothing; give 1 or more"):
        mock.fail("late", **numbers)


@pytest.mark.parametrize("fault", ["task_never_ends", "missing_field", "output_mistyped"])
def test_a_call_that_a_fault_cannot_hit_does_not_use_it_up(mock, post, fault):
    mock.fail(fault)
    post("/user/credits", {})
    assert [each.fault.name for each in mock.unplayed] == [fault]
    post("/generation/big", {"prompt": "a boat"})
    assert mock.unplayed == ()


def test_a_field_may_be_missing_of_the_answer_itself(mock, post):
    mock.fail("missing_field;field=data.credits", "account.credits")
    assert [set(post("/user/credits", {})["data"]) for _ in range(2)] == [set(), {"credits"}]


def test_a_create_may_be_answered_without_its_task(mock, post):
    """The worst answer of all: the work is paid for, and nobody is told its name."""
    mock.fail("missing_field;field=data.task_id", "image_to_video.*")
    assert "task_id" not in post("/generation/big", {"prompt": "a boat"})["data"]
    assert mock.creates == {"image_to_video.big_model": 1}


def test_an_answer_that_is_the_work_itself_may_lack_it():
    with mediawright_mock.local("edrawmax") as mock:
        mock.fail("missing_field;field=data", "text_to_diagram.mindmap")
        made = [mock.client().text_to_diagram.mindmap(prompt="a boat") for _ in range(2)]
    assert [bool(each.outputs) for each in made] == [False, True]


@pytest.mark.parametrize("start", [mediawright_mock.local, mediawright_mock.serve])
def test_a_credential_that_no_vendor_has_is_refused(start):
    """Promise: a test that a wrong key is refused does not run against a mock that takes any."""
    with pytest.raises(FaultError, match="no credential is named 'api_kye'; write 'api_key'"):
        start("mediaio", credentials={"api_kye": "good"})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("operations: {tasks.reslt: {polls: 1}}", "'tasks.reslt' fits no operation; write 'tasks.result'"),
        ("operations: {tasks.result: {faults: [task_ends]}}", "task_ends cannot hit 'tasks.result'"),
        ("credentials: {key: x}", "no credential is named 'key'; write 'api_key'"),
    ],
)
def test_a_scenario_that_speaks_of_what_is_not_there_is_refused(tmp_path, text, said):
    file = tmp_path / "scenario.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(FaultError) as refused:
        mediawright_mock.local("mediaio", scenario=file)
    assert said in str(refused.value)


def test_a_scenario_may_be_given_as_a_file(tmp_path):
    file = tmp_path / "scenario.yaml"
    file.write_text("operations: {image_to_video.*: {ends: failed}}\ncredentials: {api_key: good}", encoding="utf-8")
    with mediawright_mock.serve("mediaio", scenario=str(file)) as mock:
        bad = httpx.post(f"{mock.url}/user/credits", json={}, headers={"X-API-KEY": "bad"})
        assert bad.json()["code"] != 0
        assert mock.client().account.credits().code == 0


@pytest.mark.parametrize(
    "options", [{"polls": 0}, {"polls": "x"}, {"speed": 0}, {"speed": "x"}, {"polls": 1, "speed": 1}, {"port": 70000}]
)
def test_what_cannot_be_played_is_refused_before_it_begins(options):
    with pytest.raises(ValueError, match="; give "):
        mediawright_mock.serve("mediaio", **options)
