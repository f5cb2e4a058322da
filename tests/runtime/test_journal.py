import errno
import json
import os

import pytest

from mediawright_runtime.errors import ConfigurationError
from mediawright_runtime.journal import Journal, settle


@pytest.fixture
def path(tmp_path):
    return tmp_path / "jobs.jsonl"


def opened(path, operation="text_to_video.big_model"):
    return Journal(path, "acme", operation)


def written(path, *events):
    journal = opened(path)
    for index, event, facts in events:
        journal.write(index, event, **facts)
    journal.close()


def entries(path):
    journal = opened(path)
    journal.close()
    return journal.entries


SENDING = (0, "sending", {"input": "abc"})
SUBMITTED = (0, "submitted", {"token": "{}"})


def test_what_was_written_is_read_again(path):
    written(
        path, SENDING, SUBMITTED, (1, "sending", {"input": "def"}), (0, "ended", {}), (0, "saved", {"saved": ["a"]})
    )
    first, second = entries(path)[0], entries(path)[1]
    assert (first.input, first.token, first.event, [str(each) for each in first.saved]) == ("abc", "{}", "saved", ["a"])
    assert (first.is_ambiguous, second.is_ambiguous) == (False, True)


def test_a_journal_of_an_earlier_release_is_read(path):
    """Promise: a batch goes on after an update; what is written today has this form too."""
    lines = (
        '{"journal":1,"vendor":"acme","operation":"text_to_video.big_model"}',
        '{"job":0,"event":"sending","input":"abc","since":1.5}',
        '{"job":0,"event":"submitted","token":"{}"}',
        '{"job":1,"event":"made","answer":{"a":1}}',
    )
    path.write_text("".join(f"{line}\n" for line in lines))
    first, second = entries(path)[0], entries(path)[1]
    assert (first.input, first.event, first.token, first.since) == ("abc", "submitted", "{}", 1.5)
    assert (second.event, second.answer) == ("made", {"a": 1})


def test_a_journal_is_its_owners_alone(path):
    written(path)
    assert os.name == "nt" or path.stat().st_mode & 0o077 == 0


def test_a_line_that_was_cut_off_is_repaired_at_every_byte(path):
    """Promise: a process that ends within a line leaves a journal that goes on, and what was whole is kept."""
    written(path, SENDING, SUBMITTED)
    content = path.read_bytes()
    for end in range(len(content)):
        path.write_bytes(content[:end])
        known = entries(path)
        written(path, (1, "refused", {}))
        assert entries(path) == {**known, 1: entries(path)[1]}
        whole = [line for line in path.read_bytes().splitlines() if json.loads(line)]
        assert whole[0] == content.splitlines()[0]


@pytest.mark.parametrize(
    ("event", "facts", "durable"),
    [
        ("sending", {"input": "abc"}, True),
        ("submitted", {"token": "{}"}, True),
        ("refused", {}, True),
        ("made", {"answer": {}}, True),
        ("saved", {"saved": ["a"]}, True),
        ("ambiguous", {}, False),
        ("ended", {}, False),
    ],
)
def test_what_nobody_else_knows_is_on_the_disk_before_the_job_goes_on(path, monkeypatch, event, facts, durable):
    """Promise: after a power cut too, nothing is created twice and nothing is forgotten."""
    journal, synced = opened(path), []
    monkeypatch.setattr(os, "fsync", lambda file: synced.append(path.read_bytes()))
    journal.write(0, event, **facts)
    journal.close()
    assert synced == ([path.read_bytes()] if durable else [])


def test_a_damaged_line_is_named_with_its_place(path):
    written(path, SENDING, SUBMITTED)
    lines = path.read_bytes().splitlines()
    for damage in (b"{", b"[]", b"{}", b'{"job":0,"event":"zzz"}', b'{"job":0,"event":"submitted"}'):
        path.write_bytes(b"\n".join([lines[0], damage, lines[2], b""]))
        with pytest.raises(ConfigurationError, match=r"jobs\.jsonl:2: .*; restore the file"):
            opened(path)


def test_a_journal_of_another_operation_is_refused(path):
    written(path)
    with pytest.raises(ConfigurationError, match=r"jobs\.jsonl:1: it is of .*; give another path"):
        opened(path, "text_to_video.slow_model")


def test_a_journal_has_one_user_at_a_time(path):
    journal = opened(path)
    with pytest.raises(ConfigurationError, match="another batch uses this journal"):
        opened(path)
    journal.close()
    opened(path).close()


def test_an_ambiguous_job_is_decided_by_a_person(path):
    written(path, SENDING, (1, "ambiguous", {"input": "def"}), (2, "sending", {}), (2, "submitted", {"token": "t"}))
    settle(path, 0, "{}")
    settle(path, 1, None)
    known = entries(path)
    assert (known[0].token, known[1].event, known[1].is_ambiguous) == ("{}", "refused", False)
    for index in (2, 3):
        with pytest.raises(ConfigurationError, match="is not ambiguous"):
            settle(path, index, None)
    with pytest.raises(ConfigurationError, match="it is not a journal"):
        settle(path.with_name("none"), 0, None)


def test_a_full_disk_is_not_passed_over(path, monkeypatch):
    journal = opened(path)
    monkeypatch.setattr(os, "write", lambda file, content: len(content) - 1)
    with pytest.raises(OSError, match="in part only"):
        journal.write(0, "sending", input="abc")
    monkeypatch.undo()
    journal.close()


def test_a_line_that_the_disk_has_no_room_for_leaves_no_piece(path, monkeypatch):
    """Promise: what is written after it is read again; no line stands torn in the middle."""
    journal, write, most = opened(path), os.write, [5, 0]

    def full(file, content):
        if not most:
            return write(file, content)
        room = most.pop(0)
        if not room:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(file, content[:room])

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="No space left"):
        journal.write(0, "sending", input="abc")
    journal.write(1, "sending", input="def")
    monkeypatch.undo()
    journal.close()
    assert entries(path).keys() == {1}


def test_a_closed_journal_writes_into_nobody_elses_file(path):
    """Promise: a file of the caller's that has its number by now is not touched."""
    journal = opened(path)
    journal.close()
    other = path.with_name("other")
    with other.open("w") as file:
        with pytest.raises(OSError, match="is closed; nothing more is written"):
            journal.write(0, "ended")
        journal.close()
        file.write("mine")
    assert other.read_text() == "mine"
