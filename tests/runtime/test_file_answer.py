"""Answers that are files."""

import pytest

from mediawright_runtime.file_answer import FileAnswer

PNG = b"\x89PNG\r\n\x1a\n" + bytes(24)


@pytest.mark.parametrize(
    ("media_type", "content", "suffix"),
    [("image/png", PNG, ".png"), ("application/octet-stream", PNG, ".png"), ("audio/mpeg", b"no sound", ".mp3")],
)
def test_it_is_saved_under_what_it_is(tmp_path, media_type, content, suffix):
    path = FileAnswer(content, media_type, "speak").save(tmp_path / "new" / "out")

    assert path.suffix == suffix
    assert path.name.startswith("speak-")
    assert path.read_bytes() == content


def test_the_same_bytes_are_one_file_and_others_another(tmp_path):
    paths = [FileAnswer(each, "text/plain", "a").save(tmp_path) for each in (b"1", b"1", b"2")]

    assert paths[0] == paths[1] != paths[2]
    assert sorted(tmp_path.iterdir()) == sorted(set(paths))


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path):
    answer = FileAnswer(b"1", "text/plain", "a")
    blocked = answer.save(tmp_path)
    blocked.unlink()
    blocked.mkdir()
    with pytest.raises(IsADirectoryError):
        answer.save(tmp_path)

    assert list(tmp_path.iterdir()) == [blocked]


def test_its_text_is_utf_8_and_its_name_says_no_content():
    answer = FileAnswer("纸".encode() + b"\xff", "text/plain", "a")

    assert answer.text == "纸\ufffd"
    assert repr(answer) == "FileAnswer(text/plain, 4 bytes)"
