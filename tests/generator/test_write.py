"""Writing touches what was emitted and nothing else."""

import json
import subprocess
import sys

import pytest

from mediawright_generator.manifest import Manifest, digest, read_manifest
from mediawright_generator.paths import STAGE
from mediawright_generator.write import MANIFEST, write

A, B = "generated/mediawright/acme/a.py", "generated/mediawright/acme/rooms/b.py"


def test_the_first_run_writes_everything_and_the_second_nothing(tmp_path):
    first = write({A: "a = 1\n", B: "b = 1\n"}, tmp_path)
    stamps = [tmp_path.joinpath(path).stat().st_mtime_ns for path in (A, B, MANIFEST)]
    second = write({A: "a = 1\n", B: "b = 1\n"}, tmp_path)

    assert (first.written, first.unchanged) == ((A, B), ())
    assert (second.written, second.unchanged) == ((), (A, B))
    assert [tmp_path.joinpath(path).stat().st_mtime_ns for path in (A, B, MANIFEST)] == stamps


def test_only_what_changed_is_written(tmp_path):
    write({A: "a = 1\n", B: "b = 1\n"}, tmp_path)

    assert write({A: "a = 2\n", B: "b = 1\n"}, tmp_path).written == (A,)
    assert (tmp_path / A).read_text() == "a = 2\n"


def test_what_is_no_longer_emitted_is_removed_with_its_empty_folder(tmp_path):
    write({A: "a = 1\n", B: "b = 1\n"}, tmp_path)
    compiled = (tmp_path / B).parent / "__pycache__" / "b.pyc"
    compiled.parent.mkdir()
    compiled.write_bytes(b"")

    assert write({A: "a = 1\n"}, tmp_path).removed == (B,)
    assert not (tmp_path / B).parent.exists()
    assert (tmp_path / A).exists()


def test_a_foreign_file_is_never_touched(tmp_path):
    """A file that no run emitted survives, and so does its folder."""
    write({A: "a = 1\n", B: "b = 1\n"}, tmp_path)
    foreign = (tmp_path / B).parent / "mine.py"
    foreign.write_text("mine = True\n")

    write({}, tmp_path)

    assert foreign.read_text() == "mine = True\n"
    assert not (tmp_path / B).exists()


def test_a_foreign_file_where_one_is_emitted_is_refused(tmp_path):
    (tmp_path / A).parent.mkdir(parents=True)
    (tmp_path / A).write_text("mine = True\n")

    outcome = write({A: "a = 1\n", B: "b = 1\n"}, tmp_path)

    assert [str(problem.place) for problem in outcome.problems] == [f"{A}:1:1"]
    assert (tmp_path / A).read_text() == "mine = True\n"
    assert not (tmp_path / B).exists()


@pytest.mark.parametrize("texts", [{A: "a = 2\n"}, {}], ids=["changed", "no longer emitted"])
def test_an_edited_file_is_refused_with_the_difference(tmp_path, texts):
    """What a person wrote into an emitted file is never overwritten or removed."""
    write({A: "a = 1\n"}, tmp_path)
    (tmp_path / A).write_text("a = 1  # mine\n")

    outcome = write(texts, tmp_path)

    assert [problem.rule for problem in outcome.problems] == ["emitted-file-edited"]
    assert "+a = 1  # mine" in outcome.diffs[0]
    assert (outcome.written, outcome.removed) == ((), ())
    assert (tmp_path / A).read_text() == "a = 1  # mine\n"


def test_an_edit_that_equals_what_is_emitted_is_no_edit(tmp_path):
    write({A: "a = 1\n"}, tmp_path)
    (tmp_path / A).write_text("a = 2\n")

    outcome = write({A: "a = 2\n"}, tmp_path)

    assert (outcome.problems, outcome.unchanged) == ((), (A,))
    assert read_manifest(tmp_path / MANIFEST).knows(A, b"a = 2\n")


def test_a_deleted_file_is_written_again(tmp_path):
    write({A: "a = 1\n"}, tmp_path)
    (tmp_path / A).unlink()

    assert write({A: "a = 1\n"}, tmp_path).written == (A,)


def test_checking_names_the_drift_and_writes_nothing(tmp_path):
    write({A: "a = 1\n", B: "b = 1\n"}, tmp_path)
    before = (tmp_path / MANIFEST).read_bytes()

    outcome = write({A: "a = 2\n"}, tmp_path, check_only=True)

    assert outcome.drift == (A, B)
    assert (tmp_path / A).read_text() == "a = 1\n"
    assert (tmp_path / B).exists()
    assert (tmp_path / MANIFEST).read_bytes() == before


def test_one_vendor_alone_leaves_the_others_as_they_are(tmp_path):
    other = "generated/mediawright/other/c.py"
    write({A: "a = 1\n", other: "c = 1\n"}, tmp_path)

    outcome = write({A: "a = 2\n"}, tmp_path, within=("generated/mediawright/acme/",))

    assert (outcome.written, outcome.removed) == ((A,), ())
    assert read_manifest(tmp_path / MANIFEST).knows(other, b"c = 1\n")


def test_a_run_that_was_cut_is_finished_by_the_next(tmp_path):
    """Killed between two files, a run leaves nothing that the next one takes for somebody's edit."""
    write({A: "a = 1\n", B: "b = 1\n"}, tmp_path)
    half = Manifest({A: digest(b"a = 1\n"), B: digest(b"b = 1\n")}, {A: digest(b"a = 2\n"), B: digest(b"b = 2\n")})
    (tmp_path / MANIFEST).write_text(half.text())
    (tmp_path / B).write_text("b = 2\n")

    outcome = write({A: "a = 3\n", B: "b = 3\n"}, tmp_path)

    assert (outcome.problems, outcome.written) == ((), (A, B))
    assert "pending" not in json.loads((tmp_path / MANIFEST).read_text())


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 99, "files": {}}', '{"format": 1, "files": 3}'])
def test_a_manifest_that_is_none_knows_no_file(tmp_path, text):
    (tmp_path / "manifest.json").write_text(text)

    assert read_manifest(tmp_path / "manifest.json") == Manifest()


_KILLED = """
import os, sys
from pathlib import Path
from mediawright_generator import write as module
replaced = 0
replace = Path.replace
def counted(self, target):
    global replaced
    if replaced == {moment}:
        os._exit(9)
    replaced += 1
    return replace(self, target)
Path.replace = counted
texts = {{f"generated/mediawright/{{name}}": text for name, text in {texts!r}.items()}}
module.write(texts, Path(sys.argv[1]))
"""
_OLD = {"__init__.py": "from mediawright.old.leaf import x\n", "old/leaf.py": "x = 1\n", "old/__init__.py": ""}
_NEW = {"__init__.py": "from mediawright.new.leaf import x\n", "new/leaf.py": "x = 2\n", "new/__init__.py": ""}


@pytest.mark.parametrize("moment", range(6))
def test_a_killed_run_leaves_a_tree_that_imports(tmp_path, moment):
    """Killed at any moment, the emitted package still imports, and the next run repairs it."""
    texts = {f"generated/mediawright/{name}": text for name, text in _OLD.items()}
    write(texts, tmp_path)

    subprocess.run(
        [sys.executable, "-c", _KILLED.format(moment=moment, texts=_NEW), str(tmp_path)], check=False, timeout=60
    )
    imported = subprocess.run(
        [sys.executable, "-c", "import mediawright; print(mediawright.x)"],
        cwd=tmp_path / "generated",
        capture_output=True,
        text=True,
        check=True,
    )
    again = write({f"generated/mediawright/{name}": text for name, text in _NEW.items()}, tmp_path)

    assert imported.stdout.strip() in {"1", "2"}
    assert again.problems == ()
    assert not (tmp_path / "generated/mediawright/old").exists()


def cut(root, texts, moment):
    named = {path.removeprefix("generated/mediawright/"): text for path, text in texts.items()}
    program = _KILLED.format(moment=moment, texts=named)
    return subprocess.run([sys.executable, "-c", program, str(root)], check=False, timeout=60).returncode


@pytest.mark.parametrize("first", range(1, 4))
@pytest.mark.parametrize("second", range(1, 4))
def test_runs_that_are_cut_one_after_another_leave_no_edit_behind(tmp_path, first, second):
    """What a cut run wrote stays known while other runs, with other specs, are cut in turn."""
    versions = [{A: f"a = {n}\n", B: f"b = {n}\n"} for n in range(4)]
    write(versions[0], tmp_path)
    assert (cut(tmp_path, versions[1], first), cut(tmp_path, versions[2], second)) == (9, 9)

    outcome = write(versions[3], tmp_path)

    assert outcome.problems == ()
    assert {path: (tmp_path / path).read_text() for path in (A, B)} == versions[3]


def test_one_vendor_alone_forgets_no_run_that_was_cut(tmp_path):
    other = "generated/mediawright/other/c.py"
    write({A: "a = 1\n", other: "c = 1\n"}, tmp_path)
    assert cut(tmp_path, {A: "a = 2\n", other: "c = 2\n"}, 3) == 9
    assert (tmp_path / other).read_text() == "c = 2\n"

    write({A: "a = 3\n"}, tmp_path, within=("generated/mediawright/acme/",))

    assert write({A: "a = 3\n", other: "c = 3\n"}, tmp_path).problems == ()


@pytest.mark.parametrize("texts", [{A: "a = 1\n"}, {A: "a = 2\n"}], ids=["unchanged", "changed"])
def test_what_a_cut_run_has_staged_is_gone_after_the_next(tmp_path, texts):
    write({A: "a = 1\n"}, tmp_path)
    (tmp_path / STAGE / "generated").mkdir(parents=True)
    (tmp_path / STAGE / "generated" / "a.py").write_text("a = 2\n")

    write(texts, tmp_path)

    assert not (tmp_path / STAGE).exists()


_WRITES = """
import sys
from pathlib import Path
from mediawright_generator.write import write
texts = {f"generated/mediawright/room{n}/a{n}.py": f"a = {n}\\n" * 50 for n in range(120)}
for _ in range(3):
    outcome = write(texts, Path(sys.argv[1]))
    assert outcome.problems == (), outcome.problems
"""


def test_two_runs_at_once_take_turns(tmp_path):
    runs = [subprocess.Popen([sys.executable, "-c", _WRITES, str(tmp_path)], stderr=subprocess.PIPE) for _ in range(3)]
    told = [run.communicate(timeout=60)[1].decode() for run in runs]

    assert told == [""] * 3
    assert len(list(tmp_path.rglob("*.py"))) == 120
    assert not (tmp_path / STAGE).exists()
