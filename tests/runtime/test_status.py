from dataclasses import replace

import pytest
from acme_client.vendor import VENDOR

from mediawright_runtime.status import TaskStatus, read_reason, read_status

LIFECYCLE = VENDOR.tasks["generation"]


@pytest.mark.parametrize(("word", "state"), LIFECYCLE.states.items())
def test_every_documented_word_has_its_state(word, state):
    assert read_status({"data": {"status": word}}, LIFECYCLE).state == state


@pytest.mark.parametrize("word", ["paused", "", "Completed", 5, None, True, {"a": 1}, ["completed"]])
def test_any_other_word_is_unknown_and_not_an_end(word):
    """Promise: a status that the vendor does not document raises nothing and ends nothing."""
    status = read_status({"data": {"status": word}}, LIFECYCLE)
    assert status.state == "unknown"
    assert not status.ended


@pytest.mark.parametrize("answer", [{}, {"data": None}, {"data": []}, {"data": "completed"}])
def test_a_missing_status_is_unknown(answer):
    assert read_status(answer, LIFECYCLE) == TaskStatus("unknown")


@pytest.mark.parametrize(("word", "raw"), [("paused", "paused"), (["暂停", 1], '["暂停", 1]')])
def test_the_vendors_word_is_kept(word, raw):
    assert read_status({"data": {"status": word}}, LIFECYCLE).raw == raw


@pytest.mark.parametrize(
    ("number", "state"),
    [(0, "running"), ("0", "running"), (2, "succeeded"), (2.0, "succeeded"), (9, "unknown"), (2.5, "unknown")],
)
def test_a_status_may_be_a_number(number, state):
    assert read_status({"data": {"status": number}}, VENDOR.tasks["rendering"]).state == state


def test_a_truth_value_is_no_number():
    ones = replace(LIFECYCLE, states={"1": "running", "True": "running"})
    assert read_status({"data": {"status": True}}, ones).state == "unknown"


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("completed", "succeeded"),
        ("no such word", "failed"),
        (7, "failed"),
        (None, "unknown"),
        ("", "unknown"),
        (True, "unknown"),
    ],
)
def test_a_vendor_may_document_what_every_other_word_means(word, state):
    """A missing word is no other word."""
    assert read_status({"data": {"status": word}}, replace(LIFECYCLE, otherwise="failed")).state == state


@pytest.mark.parametrize(
    ("progress", "percent"),
    [
        (40, 40),
        ("40", 40),
        ("40 %", 40),
        ("42%", 42),
        (0.42, 0.42),
        ("soon", None),
        ("nan", None),
        (10**400, None),
        (None, None),
        (True, None),
    ],
)
def test_progress_is_read_where_it_is_a_number(progress, percent):
    assert read_status({"data": {"status": "processing", "progress": progress}}, LIFECYCLE).progress == percent


@pytest.mark.parametrize(
    ("state", "ended"), [("queued", False), ("running", False), ("cancelled", True), ("expired", True)]
)
def test_ends(state, ended):
    assert TaskStatus(state).ended is ended


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (TaskStatus("running", "processing", 40.0), "running 40%"),
        (TaskStatus("queued", "waiting"), "queued"),
        (TaskStatus("unknown", "paused"), "unknown ('paused')"),
    ],
)
def test_says_itself_for_people(status, text):
    assert str(status) == text


@pytest.mark.parametrize(("reason", "text"), [("nsfw", "nsfw"), (5, "5"), ({"a": "b"}, '{"a": "b"}'), (None, "")])
def test_a_reason_is_text(reason, text):
    assert read_reason({"data": {"reason": reason}}, "data.reason") == text


def test_a_vendor_may_give_no_reasons():
    assert read_reason({"data": {"reason": "x"}}, None) == ""
