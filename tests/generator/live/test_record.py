import json
from types import SimpleNamespace

import pytest
import yaml

from mediawright_generator.live.record import Kept, proposals, told
from mediawright_generator.live.run import Heard
from mediawright_runtime.observation import RawResponse
from mediawright_runtime.redaction import Redaction


@pytest.fixture
def hear(easel):
    def heard(*answers, secrets=()):
        raw = [
            RawResponse(
                "tasks.job", "POST", "https://vendor.test/job", status, {"content-type": "text/html"}, body, 0.1
            )
            for status, body in answers
        ]
        return told(Heard(SimpleNamespace(), tuple(raw), "", Redaction(secrets)), easel.records)

    return heard


def running(progress, state="open"):
    return 200, json.dumps({"code": 0, "data": {"state": state, "score": progress}}).encode()


def responses(path):
    (demo,) = yaml.safe_load(path.read_text(encoding="utf-8"))["api_request_demo"]
    return demo["response"]


def test_answers_that_say_the_same_are_kept_once(hear, tmp_path):
    """A wait asks many times, and only a new state is news."""
    (found,) = hear(running(1), running(2), running(3, state="done"))
    (path,) = Kept(tmp_path, "2026-11-21").write([found])
    assert [each["body"]["data"]["state"] for each in responses(path)] == ["open", "done"]


def test_a_file_grows_within_a_run(hear, tmp_path):
    kept = Kept(tmp_path, "2026-11-21")
    kept.write(hear((200, b'{"code": 7, "msg": "no such job"}')))
    (path,) = kept.write(hear(running(1)))
    assert [each["body"]["code"] for each in responses(path)] == [7, 0]
    assert path == tmp_path / "2026-11-21" / "tasks.job.yaml"


def test_what_is_no_json_is_measured_and_not_kept(hear, tmp_path):
    (path,) = Kept(tmp_path, "2026-11-21").write(hear((502, b"<html>secret</html>")))
    assert responses(path) == [{"status": 502, "describe": "No JSON but 19 bytes of text/html.", "body": None}]


def test_a_credential_is_taken_out_of_what_would_be_kept(hear, tmp_path):
    (path,) = Kept(tmp_path, "2026-11-21").write(
        hear((200, b'{"code": 7, "msg": "hidden is no key"}'), secrets=["hidden"])
    )
    assert responses(path)[0]["body"]["msg"] == "*** is no key"


def test_differences_stand_above_the_example(hear, tmp_path):
    (path,) = Kept(tmp_path, "2026-11-21").write(hear((200, b'{"code": 8}')))
    assert "# code 8 is not documented" in path.read_text(encoding="utf-8").splitlines()


def test_the_last_day_is_proposed(tmp_path):
    for day in ("2026-11-20", "2026-11-21"):
        (tmp_path / day).mkdir()
        (tmp_path / day / "tasks.job.yaml").write_text(f"# {day}\n", encoding="utf-8")
    assert list(proposals(tmp_path)) == ["# 2026-11-21\n"]
    assert list(proposals(tmp_path / "nobody")) == []
