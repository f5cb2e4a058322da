import pytest

from mediawright_generator.importer import record_text, write_records
from mediawright_generator.spec import Operation


@pytest.fixture
def easel():
    return Operation(name="Easel (Text To Image)", category="text_to_image", method="POST", endpoint="/easel")


def test_file_is_named_for_the_whole_name(tmp_path, easel):
    outcome = write_records((easel,), tmp_path / "apis")
    assert outcome.written == (tmp_path / "apis" / "easel_text_to_image.yaml",)
    assert outcome.written[0].read_text(encoding="utf-8") == record_text(easel)
    assert [path.name for path in (tmp_path / "apis").iterdir()] == ["easel_text_to_image.yaml"]


def test_file_that_says_the_same_is_unchanged(tmp_path, easel):
    write_records((easel,), tmp_path)
    outcome = write_records((easel,), tmp_path)
    assert (outcome.written, len(outcome.unchanged), outcome.problems) == ((), 1, ())


def test_file_that_a_person_edited_is_left_alone(tmp_path, easel):
    path = tmp_path / "easel_text_to_image.yaml"
    path.write_text("name: mine\n", encoding="utf-8")
    other = Operation(name="Other", category="text_to_image", method="POST", endpoint="/other")
    outcome = write_records((easel, other), tmp_path)
    assert path.read_text(encoding="utf-8") == "name: mine\n"
    assert [problem.rule for problem in outcome.problems] == ["record-exists"]
    assert [written.name for written in outcome.written] == ["other.yaml"]


def test_file_is_overwritten_on_demand(tmp_path, easel):
    path = tmp_path / "easel_text_to_image.yaml"
    path.write_text("name: mine\n", encoding="utf-8")
    assert write_records((easel,), tmp_path, overwrite=True).written == (path,)
    assert path.read_text(encoding="utf-8") == record_text(easel)
