import pytest

from mediawright_runtime.files import stem


@pytest.mark.parametrize(
    ("task_id", "number", "count", "name"),
    [
        ("t1", 1, 1, "t1"),
        ("t1", 2, 3, "t1-2"),
        ("t1", 2, 12, "t1-02"),
        ("con", 2, 2, "con-fdbf975c-2"),
        ("text_to_diagram-flowchart-0a", 1, 1, "text_to_diagram-flowchart-0a"),
    ],
)
def test_a_file_is_named_for_its_task(task_id, number, count, name):
    assert stem(task_id, number, count) == name


@pytest.mark.parametrize(
    ("task_id", "start"),
    [
        ("../../etc/passwd", "etc-passwd-"),
        ("..", "task-"),
        ("", "task-"),
        (".hidden", "hidden-"),
        ("a b/c:d\x00\n", "a-b-c-d-"),
        ("视频", "task-"),
        ("CON", "CON-"),
        ("nul", "nul-"),
        ("Lpt1", "Lpt1-"),
        ("x" * 300, "x" * 100 + "-"),
        ("\udcff", "task-"),
    ],
)
def test_a_name_is_safe_on_every_system(task_id, start):
    """Promise: no text of a vendor leaves the directory, names a device, or is too long for a file system."""
    name = stem(task_id, 1, 1)
    assert name.startswith(start)
    assert name.replace("-", "").replace("_", "").isalnum()
    assert name.isascii()
    assert len(name) <= 110


@pytest.mark.parametrize(
    ("one", "other"), [("a/b", "a-b"), ("a/b", "a:b"), ("x" * 101, "x" * 102), ("", ".."), ("con", "con-")]
)
def test_two_ids_are_two_names(one, other):
    """Promise: the files of one task never replace those of another."""
    assert stem(one, 1, 1) != stem(other, 1, 1)
