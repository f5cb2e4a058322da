"""Scenarios in files: what they say is played, and what is wrong in them is said with its line."""

import json
from pathlib import Path

import pytest

from mediawright_mock.contract import vendor_contract
from mediawright_mock.faults import Fault
from mediawright_mock.mock import Mock
from mediawright_mock.plan import Planned
from mediawright_mock.scenario import Behaviour, Rate, Scenario
from mediawright_mock.scenario_file import ScenarioError, read_scenario

EXAMPLE = Path(__file__).parents[2] / "examples" / "scenario.yaml"
WHOLE = """
speed: 60
seed: 7
credentials: {api_key: test-key}
operations:
  image_to_video.*:
    duration: [20, 40]
    ends: failed
    reason: too dark
    code: 1015
    outputs: {count: 2, format: mp4, bytes: 5000}
    expires_after: 60
    expired_status: 410
    rate: {creates: 2, seconds: 10, retry_after: 3, form: date}
    concurrency: 3
    faults:
      - rate_limited;retry_after=1
      - {fault: task_ends, first: 2, times: all}
  "*":
    duration: 5
    polls: 1
"""


@pytest.fixture(name="read")
def scenario_reader(tmp_path):
    def read(text, name="scenario.yaml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return read_scenario(tmp_path / name)

    return read


def test_a_file_may_say_all_that_a_scenario_has(read):
    assert read(WHOLE) == Scenario(
        behaviours=(
            Behaviour(
                "image_to_video.*",
                duration=(20.0, 40.0),
                ends="failed",
                reason="too dark",
                code=1015,
                outputs=2,
                format="mp4",
                size=5000,
                expires_after=60.0,
                expired_status=410,
                rate=Rate(2, 10.0, 3.0, "date"),
                concurrency=3,
            ),
            Behaviour("*", duration=(5.0, 5.0), polls=1),
        ),
        faults=(
            Planned(Fault("rate_limited", retry_after=1.0), "image_to_video.*"),
            Planned(Fault("task_ends"), "image_to_video.*", first=2, times=None),
        ),
        speed=60.0,
        seed=7,
        credentials=(("api_key", "test-key"),),
    )


def test_json_is_read_as_well(read):
    text = json.dumps({"speed": 10, "operations": {"*": {"ends": "failed", "duration": [1, 2]}}}, indent=1)
    assert read(text, "scenario.json") == Scenario((Behaviour("*", duration=(1.0, 2.0), ends="failed"),), speed=10.0)


def test_an_empty_file_changes_nothing(read):
    assert read("# later\n") == Scenario()


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a: [", 1, "is no YAML"),
        ("- polls: 1", 1, "it has no keys"),
        ("speed: 1\nseed: 1\nseed: 2", 3, "'seed' stands there twice"),
        ("polls: 2\nspeed: 60", 2, "polls and speed both say when tasks are done"),
        ("operations: {a.b: {outputs: {bytes: 99999999999}}}", 1, "out of bounds; give 0 to 268435456"),
        ("\nopertions: {}", 2, "'opertions' is not known; write 'operations'"),
        ("polls: many", 1, "'many' is no whole number"),
        ("polls: 0", 1, "'0' is out of bounds; give 1 or more"),
        ("speed: .inf", 1, "'.inf' is no number"),
        ("speed: inf", 1, "out of bounds"),
        ("seed: [1]", 1, "write one value"),
        ("operations:\n  x: {ends: running}", 2, "'running' is not known; give one of succeeded"),
        ("operations:\n  x:\n    duration: [5, 1]", 3, "[least, most]"),
        ("operations:\n  x:\n    duration: [1, 2, 3]", 3, "[least, most]"),
        ("operations:\n  x:\n    outputs: {format: gif}", 3, "'gif' is not known; give one of png"),
        ("operations:\n  x:\n    rate: {seconds: 1}", 3, "no 'creates' is given"),
        ("operations:\n  x:\n    expired_status: 200", 3, "'200' is out of bounds; give 400 to 599"),
        ("operations:\n  x:\n    faults:\n      - late\n      - burn", 5, "'burn' is no fault"),
        ("operations:\n  x:\n    faults:\n      - first: 2", 4, "no 'fault' is named"),
        ("operations:\n  x:\n    faults: late", 3, "it is no list"),
        ("a: 1\n---\nb: 2", 2, "is no YAML"),
        ("? [1]\n: 2", 1, "write one value"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(read, tmp_path, text, line, said):
    """A mistake in a scenario is found where it stands, not in a traceback."""
    with pytest.raises(ScenarioError) as caught:
        read(text)
    assert str(caught.value).startswith(f"{tmp_path}/scenario.yaml:{line}: ")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"polls: \x00", b"[" * 100_000])
def test_a_file_that_is_no_text_is_told_in_one_line(tmp_path, content):
    file = tmp_path / "scenario.yaml"
    file.write_bytes(content)
    with pytest.raises(ScenarioError, match=r"scenario\.yaml"):
        read_scenario(file)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(ScenarioError, match="cannot be read: No such file"):
        read_scenario(tmp_path / "none.yaml")


def test_the_example_is_read_and_played():
    """What the documents show works."""
    scenario = read_scenario(EXAMPLE)
    assert scenario.behaviours
    Mock(vendor_contract("mediaio"), scenario=scenario)
