"""What a run came to is believed only while nothing that it read or wrote has changed."""

import pytest

from mediawright_generator.paths import STAGE, Paths
from mediawright_generator.state import specs_of, state_after, state_of
from mediawright_generator.write import write

A, B = "generated/mediawright/a.py", "specs/schema/record.json"


@pytest.fixture
def paths(tmp_path):
    (tmp_path / "specs" / "acme" / "apis").mkdir(parents=True)
    (tmp_path / "specs" / "acme" / "vendor.yaml").write_text("name: acme\n")
    (tmp_path / "specs" / "schema").mkdir()
    return Paths(tmp_path)


def left(paths, specs):
    return state_after(paths, specs, (A, B))


def test_the_next_run_finds_what_the_last_one_left(paths):
    specs = specs_of(paths)
    write({A: "a = 1\n", B: "{}\n"}, paths.root)

    assert left(paths, specs) == state_of(paths, specs_of(paths)) is not None


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "specs/acme/vendor.yaml").write_text("name: acne\n"),
        lambda root: (root / "specs/acme/apis/boat.yaml").write_text(""),
        lambda root: (root / A).write_text("a = 2\n"),
        lambda root: (root / A).unlink(),
        lambda root: (root / B).write_text("{} \n"),
        lambda root: (root / "generated/.manifest.json").unlink(),
        lambda root: (root / STAGE).mkdir(),
    ],
    ids=["a spec", "another spec", "an emitted file", "a lost file", "a schema", "the manifest", "a cut run"],
)
def test_any_change_is_another_state(paths, change):
    specs = specs_of(paths)
    write({A: "a = 1\n", B: "{}\n"}, paths.root)
    before = left(paths, specs)

    change(paths.root)

    assert state_of(paths, specs_of(paths)) != before


def test_a_run_during_which_a_spec_changed_leaves_no_state(paths):
    """Otherwise what was made of the old spec would pass for what follows from the new one."""
    specs = specs_of(paths)
    write({A: "a = 1\n", B: "{}\n"}, paths.root)
    (paths.specs / "acme" / "vendor.yaml").write_text("name: acne\n")

    assert left(paths, specs) is None


def test_files_that_the_manifest_does_not_know_leave_no_state(paths):
    """A check writes no manifest; an edit of a file that is in none would go unseen."""
    (paths.root / "generated" / "mediawright").mkdir(parents=True)
    (paths.root / A).write_text("a = 1\n")
    write({A: "a = 1\n"}, paths.root, check_only=True)

    assert state_after(paths, specs_of(paths), (A,)) is None
