"""Parts of files on a disk: what stays, what goes, and who may write."""

import json
import os

import pytest

from mediawright_runtime.part import Part, Version

ADDRESS = "https://cdn.example/a.png"
WHOLE = Version(ADDRESS, '"v1"', 8)


def _begun(tmp_path, version=WHOLE, piece=b"abcd"):
    with Part(tmp_path, "t1", ADDRESS) as part:
        part.begin(version)
        part.write(piece)
    return part


def _names(folder):
    return sorted(each.name for each in folder.iterdir())


def test_a_part_that_nothing_came_to_is_no_file(tmp_path):
    with Part(tmp_path, "t1", ADDRESS) as part:
        part.begin(WHOLE)
    assert _names(tmp_path) == []


def test_a_file_appears_when_it_is_whole(tmp_path):
    with Part(tmp_path, "t1", ADDRESS) as part:
        part.begin(WHOLE)
        part.write(b"abcd")
        part.write(b"efgh")
        assert _names(tmp_path) == [".t1.part", ".t1.part.json"]
        path = part.keep(tmp_path / "t1.png")
    assert path.read_bytes() == b"abcdefgh"
    assert _names(tmp_path) == ["t1.png"]


def test_what_is_left_is_taken_over(tmp_path):
    _begun(tmp_path)
    with Part(tmp_path, "t1", ADDRESS) as part:
        assert (part.version, part.size, part.head) == (WHOLE, 4, b"abcd")
        part.write(b"efgh")
        assert part.keep(tmp_path / "t1.png").read_bytes() == b"abcdefgh"


@pytest.mark.parametrize("version", [Version(ADDRESS, "", 8), Version("https://cdn.example/b.png", '"v1"', 8)])
def test_what_cannot_be_told_apart_is_not_taken_over(tmp_path, version):
    """Promise: a part goes on only if address and validator say that it is the same file."""
    _begun(tmp_path, version)
    with Part(tmp_path, "t1", ADDRESS) as part:
        assert (part.size, part.version.validator) == (0, "")


@pytest.mark.parametrize("record", [b"", b"{", b"[]", b"\xff", b'{"address": 1}', b'{"address": "x", "total": "8"}'])
def test_a_record_that_says_nothing_is_none(tmp_path, record):
    _begun(tmp_path)
    (tmp_path / ".t1.part.json").write_bytes(record)
    with Part(tmp_path, "t1", ADDRESS) as part:
        assert part.size == 0


def test_a_part_longer_than_the_file_is_not_taken_over(tmp_path):
    _begun(tmp_path, piece=b"abcdefghij")
    with Part(tmp_path, "t1", ADDRESS) as part:
        assert part.size == 0


def test_a_part_without_validator_is_not_left(tmp_path):
    _begun(tmp_path, Version(ADDRESS, "", 8))
    assert _names(tmp_path) == []


def test_a_process_that_dies_leaves_a_record_of_what_is_there(tmp_path):
    """Promise: the record is there with the first byte, not with a farewell."""
    part = Part(tmp_path, "t1", ADDRESS)
    part.begin(WHOLE)
    part.write(b"abcd")
    assert json.loads((tmp_path / ".t1.part.json").read_text()) == WHOLE._asdict()
    with part:
        pass


def test_starting_anew_replaces_record_and_bytes(tmp_path):
    _begun(tmp_path)
    _begun(tmp_path, WHOLE._replace(validator='"v2"'), b"x")
    assert json.loads((tmp_path / ".t1.part.json").read_text())["validator"] == '"v2"'
    assert (tmp_path / ".t1.part").read_bytes() == b"x"


def test_two_savings_at_once_do_not_write_into_one_part(tmp_path):
    """Promise: each of two processes that save one file gets it whole."""
    with Part(tmp_path, "t1", ADDRESS) as one, Part(tmp_path, "t1", ADDRESS) as other:
        one.begin(WHOLE)
        other.begin(WHOLE)
        for first, second in ((b"ab", b"AB"), (b"cd", b"CD")):
            one.write(first)
            other.write(second)
        assert one.keep(tmp_path / "t1.png").read_bytes() == b"abcd"
        assert other.keep(tmp_path / "t1.png").read_bytes() == b"ABCD"
    assert _names(tmp_path) == ["t1.png"]


def test_a_part_that_another_saving_holds_is_left_to_it(tmp_path):
    _begun(tmp_path)
    with Part(tmp_path, "t1", ADDRESS) as holder, Part(tmp_path, "t1", ADDRESS) as late:
        assert (holder.size, late.size) == (4, 0)
        late.begin(WHOLE)
        late.write(b"x")
    assert (tmp_path / ".t1.part").read_bytes() == b"abcd"
    assert _names(tmp_path) == [".t1.part", ".t1.part.json"]


def _saved(tmp_path):
    with Part(tmp_path, "t1", ADDRESS) as part:
        part.begin(WHOLE)
        part.write(b"abcdefgh")
        return part.keep(tmp_path / "t1.png")


LINKS = {"symbolic": "symlink_to", "hard": "hardlink_to"}


@pytest.mark.parametrize("link", LINKS.values(), ids=LINKS)
@pytest.mark.parametrize("name", [".t1.part", ".t1.part.json", "t1.png"])
def test_a_link_in_the_directory_leads_nowhere(tmp_path, name, link):
    """Promise: nothing outside of the directory is written, and what is saved is a file of its own."""
    victim, folder = tmp_path / "victim", tmp_path / "out"
    victim.write_bytes(b"precious")
    folder.mkdir()
    getattr(folder / name, link)(victim)
    path = _saved(folder)
    assert victim.read_bytes() == b"precious"
    assert (path.read_bytes(), path.is_symlink(), path.stat().st_nlink) == (b"abcdefgh", False, 1)


def test_a_part_behind_a_link_is_not_taken_over(tmp_path):
    """Promise: not even with a record beside it is a file elsewhere taken for a part."""
    _begun(tmp_path)
    elsewhere = (tmp_path / ".t1.part").rename(tmp_path / "elsewhere")
    (tmp_path / ".t1.part").symlink_to(elsewhere)
    with Part(tmp_path, "t1", ADDRESS) as part:
        assert part.size == 0
    assert elsewhere.read_bytes() == b"abcd"


@pytest.mark.parametrize("name", [".t1.part", ".t1.part.json"])
def test_what_is_no_plain_file_is_none_of_ours(tmp_path, name):
    """Promise: a pipe in place of a part or its record holds nobody up."""
    os.mkfifo(tmp_path / name)
    assert _saved(tmp_path).read_bytes() == b"abcdefgh"


def test_a_record_is_written_as_a_whole_or_not(tmp_path, monkeypatch):
    monkeypatch.setattr("pathlib.Path.replace", _full)
    with pytest.raises(OSError, match="No space"):
        _begun(tmp_path)
    assert not [name for name in _names(tmp_path) if "json" in name]


def _full(*_):
    raise OSError(28, "No space left on device")
