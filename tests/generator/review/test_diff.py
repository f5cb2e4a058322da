"""The command `diff`: what people may call the two states, what it prints, and how it exits."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from mediawright_generator.cli import main


@pytest.fixture
def diff(capsys):
    def run(*arguments):
        status = main(["diff", *map(str, arguments)])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


@pytest.fixture
def rules(diff):
    """The rules of the changes that it finds."""

    def found(*arguments):
        status, out, err = diff(*arguments, "--format", "json")
        assert status < 2, err
        return [each["rule"] for each in json.loads(out)["changes"]]

    return found


def test_the_working_tree_is_compared_with_a_branch(checkout, rules, diff):
    checkout.git("switch", "--quiet", "--create", "work")
    checkout.write(checkout.breaking)
    assert rules("main") == ["param-removed"]
    assert diff("main")[0] == 1


def test_no_change_is_no_failure(checkout, diff):
    assert diff("main") == (0, "main -> the working tree: no changes\n", "")


@pytest.mark.parametrize("name", ["HEAD~1", "v1", "sha", "short sha", "refs/tags/v1", "main@{1}"])
def test_every_name_of_a_revision_is_understood(checkout, rules, name):
    checkout.git("tag", "v1")
    commit = checkout.git("rev-parse", "HEAD")
    checkout.commit(checkout.breaking)
    assert rules({"sha": commit, "short sha": commit[:8]}.get(name, name), "main") == ["param-removed"]


def test_a_revision_is_read_without_touching_the_work_tree(checkout, rules):
    """A dirty tree, an index and a checked-out branch stay as they are."""
    checkout.commit(checkout.breaking)
    checkout.write(checkout.dangerous)
    before = checkout.git("status", "--porcelain"), checkout.git("rev-parse", "--abbrev-ref", "HEAD")
    assert rules("main~1", "main") == ["param-removed"]
    assert rules("main") == ["param-added-optional"]
    assert before == (checkout.git("status", "--porcelain"), checkout.git("rev-parse", "--abbrev-ref", "HEAD"))


def test_three_dots_leave_out_what_the_base_has_got_since(checkout, rules):
    checkout.git("switch", "--quiet", "--create", "work")
    checkout.commit(checkout.safe)
    checkout.git("switch", "--quiet", "main")
    checkout.commit(checkout.breaking)
    assert sorted(rules("main..work")) == ["param-added-optional", "param-added-optional"]
    assert rules("main...work") == ["param-added-optional"]
    checkout.git("switch", "--quiet", "work")
    assert rules("main...") == ["param-added-optional"]


def test_three_dots_and_a_second_name_are_one_too_many(checkout, diff):
    assert diff("main...main", "main")[::2] == (
        2,
        "mediawright-gen: 'main...main' names both sides already; leave 'main' out\n",
    )


@pytest.mark.parametrize("part", ["", "specs", "specs/acme"])
def test_folders_are_compared_without_git(folder, tmp_path, monkeypatch, rules, part):
    """A checkout, its specs/, or the folder of one vendor; nothing is written into them."""
    folder("old")
    folder("new", text=folder("x").breaking)
    monkeypatch.chdir(tmp_path)
    assert rules(f"old/{part}", f"new/{part}") == ["param-removed"]
    assert not list(tmp_path.rglob(".mediawright-cache"))


def test_the_folder_of_a_vendor_may_have_any_name(folder, tmp_path, rules):
    old, new = folder("old"), folder("new", text=folder("x").breaking)
    before, after = (
        shutil.copytree(each.root / "specs" / "acme", tmp_path / name) for each, name in ((old, "a"), (new, "b"))
    )
    assert rules(before, after) == ["param-removed"]


def test_the_folder_of_a_vendor_says_nothing_of_others(folder, tmp_path, rules):
    old, new = folder("old"), folder("new", text=folder("x").breaking)
    other = shutil.copytree(old.root / "specs" / "acme", old.root / "specs" / "other")
    vendor = other / "vendor.yaml"
    vendor.write_text(vendor.read_text().replace("name: acme", "name: other").replace("client: Acme", "client: Other"))
    assert rules(old.root, new.root / "specs" / "acme") == ["param-removed"]
    assert rules(old.root, new.root) == ["param-removed", "vendor-removed"]
    assert rules(old.root, new.root, "--vendor", "acme") == ["param-removed"]


def test_a_name_that_is_both_is_the_revision_and_that_is_said(checkout, folder, diff):
    """`main` in a clone is the branch, also where a folder is called so; ./main is the folder."""
    shutil.copytree(folder("other", text=checkout.breaking).root, checkout.root / "main")
    said = "note: 'main' is a revision and a folder; the revision was taken, ./main is the folder\n"
    assert diff("main") == (0, f"{said}main -> the working tree: no changes\n", "")
    assert "param-added-optional" in diff("./main")[1]


def test_an_unknown_name_says_what_to_do(checkout, diff):
    what = "mediawright-gen: this clone has no folder or revision 'nope'"
    assert diff("nope")[::2] == (2, f"{what}; run `git fetch --all --tags`, or correct the name\n")
    assert "run `git fetch origin dev:refs/remotes/origin/dev`" in diff("origin/dev")[2]
    assert diff("./nope")[::2] == (2, "mediawright-gen: './nope' is no folder; correct the path\n")


def test_a_shallow_clone_says_what_to_fetch(checkout, tmp_path, monkeypatch, diff):
    checkout.commit(checkout.breaking)
    checkout.git("clone", "--quiet", "--depth=1", f"file://{checkout.root}", str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    status, _, err = diff("HEAD~1")
    assert status == 2
    assert err == (
        "mediawright-gen: this clone, which is shallow, has no revision 'HEAD~1'; "
        "run `git fetch --unshallow`, or correct the name\n"
    )
    checkout.git("-C", str(tmp_path / "clone"), "fetch", "--quiet", "--unshallow")
    assert diff("HEAD~1")[0] == 1


def test_histories_without_a_common_commit_say_so(checkout, diff):
    checkout.git("switch", "--quiet", "--orphan", "alone")
    checkout.git("commit", "--quiet", "--allow-empty", "--message", "alone")
    status, _, err = diff("main...alone")
    assert (status, err.count("\n")) == (2, 1)
    assert "knows no commit at which 'alone' left 'main'" in err


def test_without_a_repository_a_revision_cannot_be_had(folder, monkeypatch, diff):
    monkeypatch.chdir(folder("plain").root)
    status, _, err = diff("main")
    assert status == 2
    assert err.startswith("mediawright-gen: 'main' is no folder, and no revision can be read: not a git repository")
    assert err.count("\n") == 1


def test_without_git_folders_are_still_compared(checkout, folder, monkeypatch, diff):
    other = folder("other", text=checkout.breaking)
    monkeypatch.setenv("PATH", "")
    assert diff(".", other.root)[0] == 1
    assert diff("main")[::2] == (2, "mediawright-gen: git is not installed; install it, or compare two folders\n")


def test_a_folder_without_specs_is_told(checkout, tmp_path, diff):
    (tmp_path / "empty").mkdir()
    status, _, err = diff(tmp_path / "empty")
    assert status == 2
    assert err.endswith("empty has no specs; give a checkout, a folder of specs, or the folder of one vendor\n")


def test_a_base_before_all_specs_makes_everything_new(checkout, rules):
    checkout.git("switch", "--quiet", "--orphan", "empty")
    checkout.git("commit", "--quiet", "--allow-empty", "--message", "empty")
    checkout.git("switch", "--quiet", "main")
    assert rules("empty") == ["vendor-added"]


@pytest.mark.parametrize(
    "text",
    [
        "discription: old\n",  # a key that there no longer is
        "api_response: 7\n",
        "rules: [{when: {no: [1]}, then: {ratio: [5]}}]\n",
    ],
)
def test_a_base_with_problems_is_compared_as_far_as_it_goes(checkout, diff, text):
    """Specs of an older format are said to be such, and never a traceback."""
    checkout.commit(checkout.boat + text)
    checkout.write(checkout.breaking)
    status, out, _ = diff("main")
    assert status == 1
    assert out.startswith("note: by the rules of today main has ")
    assert ", the first at specs/acme/apis/boat.yaml:10:" in out
    assert "param-removed" in out


def test_a_vendor_that_cannot_be_read_in_the_base_is_not_taken_for_another(checkout, rules):
    vendor = checkout.root / "specs" / "acme" / "vendor.yaml"
    text = vendor.read_text()
    vendor.write_text("{")
    checkout.commit()
    vendor.write_text(text)
    assert rules("main") == []


def test_a_head_with_problems_fails_as_check_does(checkout, diff):
    checkout.write(checkout.breaking + "nonsense: 1\n")
    status, out, err = diff("main")
    assert status == 1
    assert out == (
        "note: specs/acme/apis/boat.yaml was not compared: it has to be corrected first\n"
        "note: the specs of the working tree have 1 problem\n"
        "main -> the working tree: no changes\n"
    )
    assert err.startswith("specs/acme/apis/boat.yaml:9:1: unknown-key: the operation has the unknown key 'nonsense'; ")
    assert err.count("\n") == 1
    assert json.loads(diff("main", "--format", "json")[1])["problems"][0]["rule"] == "unknown-key"


def test_a_head_that_breaks_a_rule_is_compared_all_the_same(checkout, diff):
    """A reviewer sees the change and its mistake in one run."""
    checkout.write(checkout.boat.replace("[16:9, 9:16]", "[9:16]"))
    status, out, err = diff("main")
    assert (status, err.count(": default-outside-enum: ")) == (1, 1)
    assert "breaking: enum-value-removed" in out


def test_a_vendor_that_cannot_be_read_in_the_head_is_not_gone(checkout, diff, rules):
    vendor = checkout.root / "specs" / "acme" / "vendor.yaml"
    vendor.write_text("{")
    assert rules("main") == []
    assert "specs/acme/vendor.yaml was not compared" in diff("main")[1]


@pytest.mark.parametrize(
    ("change", "threshold", "status"),
    [
        ("safe", "dangerous", 0),
        ("dangerous", "dangerous", 1),
        ("dangerous", "breaking", 0),
        ("breaking", "breaking", 1),
        ("breaking", "never", 0),
    ],
)
def test_a_threshold_decides_what_fails(checkout, diff, change, threshold, status):
    checkout.write(getattr(checkout, change))
    assert diff("main", "--fail-on", threshold)[0] == status


def test_one_run_writes_several_forms(checkout, tmp_path, diff):
    checkout.write(checkout.breaking)
    outputs = tmp_path / "outputs"
    outputs.write_text("first=1\n")
    comment = tmp_path / "comment.md"
    status, out, _ = diff("main", "--also", f"totals={outputs}", "--also", f"markdown={comment}", "--format", "text")
    assert (status, "param-removed" in out) == (1, True)
    assert outputs.read_text() == "first=1\nbreaking=1\ndangerous=0\nsafe=0\nunacknowledged=1\nchanges=1\nproblems=0\n"
    assert comment.read_text().startswith("<!-- mediawright-diff -->\n")
    assert diff("main", "--also", "nothing=here")[0] == 2


def test_the_json_has_every_fact_of_a_change(checkout, diff):
    checkout.write(checkout.dangerous)
    told = json.loads(diff("main", "--format", "json")[1])
    (change,) = told.pop("changes")
    assert told["totals"] == {"breaking": 0, "dangerous": 1, "safe": 0, "unacknowledged": 1}
    assert (told["format"], told["base"], told["head"]) == (1, "main", "the working tree")
    assert all(change.pop(key) for key in ("what", "todo"))
    assert len(change.pop("fingerprint")) == 12
    assert change == {
        "vendor": "acme",
        "operation": "7",
        "python": "text_to_video.paper_boat",
        "rule": "default-changed",
        "severity": "dangerous",
        "effects": ["cost"],
        "pointer": "api_body/ratio/default",
        "before": "16:9",
        "after": "9:16",
        "place": {"file": "specs/acme/apis/boat.yaml", "line": 9, "column": 66},
        "acknowledged": None,
    }


def test_the_process_exits_as_it_says(checkout):
    checkout.write(checkout.breaking)
    command = [sys.executable, "-m", "mediawright_generator", "diff"]
    assert subprocess.run([*command, "main"], capture_output=True, check=False).returncode == 1
    assert subprocess.run([*command, "--", "-x"], capture_output=True, check=False, env=os.environ).returncode == 2


def test_a_base_that_names_what_there_is_not_is_compared(checkout, rules):
    checkout.commit(checkout.boat.replace("task: generation", "task: gone"))
    checkout.write(checkout.boat)
    assert rules("main") == ["task-changed"]
