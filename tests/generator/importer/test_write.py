import pytest

from mediawright_generator.importer import write_texts


def test_files_are_written_with_their_folders(tmp_path):
    write_texts({"specs/a/x.yaml": "name: X\r\n", "specs/a/imported/y.json": "{}"}, tmp_path)
    assert (tmp_path / "specs/a/x.yaml").read_bytes() == b"name: X\r\n"
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["x.yaml", "y.json"]


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path):
    """What comes after it is not written: the file of the import comes last, so the next import goes on from there."""
    (tmp_path / "a").write_text("old", encoding="utf-8")
    (tmp_path / ".a.new").mkdir()
    with pytest.raises(OSError, match=r"\.a\.new"):
        write_texts({"a": "new", "b": "new"}, tmp_path)
    assert (tmp_path / "a").read_text(encoding="utf-8") == "old"
    assert not (tmp_path / "b").exists()
