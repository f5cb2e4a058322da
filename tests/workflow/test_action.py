"""The steps of the action, run on real branches of a real repository."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
RECORD = "specs/edrawmax/apis/generate_flowchart.yaml"
CHECK, DRIFT, DIFF, COMMENT, CONTRACT = (
    "Check the specs",
    "Check that the clients are what the specs say",
    "Tell what the change means",
    "Comment on the pull request",
    "Run the contract tests",
)
SPARE = "  - {name: spare, type: string, describe: Nothing needs it.}\n"
SAFE = (SPARE, SPARE + "  - {name: more, type: string}\n")
BREAKING = (SPARE, "")
pytestmark = pytest.mark.skipif(shutil.which("jq") is None, reason="gh reads answers with jq, which is not here")


def changed(repository, old, new, *, branch="change"):
    repository.branch(branch)
    repository.edit(RECORD, old, new)
    repository.generate()
    repository.commit("change")


def comments(repository):
    path = repository.tools / "comments.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else []


def test_a_branch_without_a_change_of_specs_passes_and_nobody_is_told(repository):
    repository.branch("words")
    (repository.work / "README.md").write_text("words\n", encoding="utf-8")
    repository.commit("words")
    run = repository.run_action("words", contract_tests="true")
    assert run.status == dict.fromkeys((CHECK, DRIFT, DIFF, COMMENT, CONTRACT), 0)
    assert run.said[CHECK] == ""
    assert run.said[DIFF] == ""
    assert comments(repository) == []


def test_a_breaking_change_fails_on_its_line_with_counts_summary_and_comment(repository):
    changed(repository, *BREAKING)

    run = repository.run_action("change", contract_tests="true")

    assert run.fails == [DIFF]
    assert CONTRACT not in run.status
    assert re.match(rf"::error file={RECORD},line=\d+,col=\d+,title=param-removed::", run.said[DIFF])
    assert (run.outputs["breaking"], run.outputs["safe"], run.outputs["unacknowledged"]) == ("1", "0", "1")
    assert "mediawright-gen diff origin/main --acknowledge" in run.summary
    (comment,) = comments(repository)
    assert comment["body"].startswith("<!-- mediawright-diff -->\n### Changes of the generated clients: 1 breaking")
    assert run.summary in comment["body"]


def test_one_comment_follows_the_branch(repository):
    """A later push updates the comment, and never adds another."""
    changed(repository, *SAFE)
    repository.run_action("change")
    (first,) = comments(repository)
    repository.edit(RECORD, *reversed(SAFE))
    repository.generate()
    repository.commit("back")
    repository.run_action("change")
    (second,) = comments(repository)
    assert first["id"] == second["id"]
    assert "### Changes" in first["body"]
    assert second["body"].endswith("the specs have no change of the contract.\n")


def test_a_comment_that_a_person_wrote_is_left_alone(repository):
    theirs = [{"id": 1, "body": "<!-- mediawright-diff -->\nlook", "user": {"type": "User"}}]
    (repository.tools / "comments.json").write_text(json.dumps(theirs), encoding="utf-8")
    changed(repository, *SAFE)
    repository.run_action("change")
    assert comments(repository)[0] == theirs[0]
    assert len(comments(repository)) == 2


@pytest.mark.parametrize("how", [{"fork": True}, {"comment": "false"}])
def test_without_a_token_that_may_write_the_summary_is_all(repository, how):
    changed(repository, *SAFE)
    run = repository.run_action("change", **how)
    assert COMMENT not in run.status
    assert not (repository.tools / "calls").exists()
    assert "### Changes of the generated clients" in run.summary


def test_a_reason_lets_the_change_pass(repository):
    changed(repository, *BREAKING)
    assert repository.run_action("change", only={DIFF}).fails == [DIFF]
    command = [sys.executable, "-m", "mediawright_generator", "diff", "main", "--acknowledge", "all"]
    reason = ["--reason", "vendor-changed", "--document", "https://vendor.example/news"]
    subprocess.run([*command, *reason], cwd=repository.work, check=True)
    repository.generate()
    repository.commit("reason")
    run = repository.run_action("change")
    assert run.fails == []
    assert run.outputs["unacknowledged"] == "0"
    assert "Acknowledged: vendor-changed" in comments(repository)[0]["body"]


def test_a_threshold_of_ones_own(repository):
    changed(repository, *BREAKING)
    assert repository.run_action("change", only={DIFF}, fail_on="never").fails == []


def test_the_base_is_fetched_by_commit_or_branch(repository):
    """A runner clones one commit; what it lacks is fetched, and nothing else."""
    changed(repository, *SAFE)
    by_commit = repository.run_action("change", only={DIFF})
    by_branch = repository.run_action("change", only={DIFF}, base="origin/main")
    assert by_commit.outputs == by_branch.outputs
    assert by_commit.outputs["changes"] != "0"


def test_outside_a_pull_request_nothing_is_compared(repository):
    run = repository.run_action("main", base="", contract_tests="true")
    assert run.status == dict.fromkeys((CHECK, DRIFT, CONTRACT), 0)


def test_clients_that_were_not_made_again_fail(repository):
    repository.branch("drift")
    repository.edit(RECORD, *SAFE)
    repository.commit("drift")
    run = repository.run_action("drift", comment="false")
    assert run.fails == [DRIFT]
    assert "not what the specs say; run `make generate`" in run.said[DRIFT]


def test_mistakes_in_specs_stand_on_their_lines_and_in_the_comment(repository):
    changed(repository, *SAFE)
    repository.run_action("change")
    repository.edit(RECORD, "required: true", "required: perhaps")
    repository.commit("mistake")
    run = repository.run_action("change")
    assert CHECK in run.fails
    assert DRIFT not in run.status
    assert re.match(rf"::error file={RECORD},line=\d+,col=\d+,title=wrong-type::", run.said[CHECK])
    assert "The specs have mistakes" in comments(repository)[0]["body"]


def test_specs_may_stand_in_a_folder(repository):
    (repository.work / "media").mkdir()
    repository.git("mv", "specs", "generated", "pyproject.toml", "media")
    repository.commit("moved")
    repository.branch("change")
    repository.edit(f"media/{RECORD}", *SAFE)
    repository.commit("change")
    run = repository.run_action("change", only={CHECK, DIFF}, working_directory="media")
    assert run.fails == []
    assert run.outputs["safe"] == "1"


@pytest.mark.parametrize(
    "arguments",
    [
        ["check-jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml"],
        ["check-jsonschema", "--builtin-schema", "vendor.github-workflows", ".github/workflows/specs.yml"],
    ],
    ids=["action", "workflow"],
)
def test_the_file_is_what_github_reads(arguments):
    tool = Path(sys.executable).parent / arguments[0]
    done = subprocess.run([tool, *arguments[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_page_for_reviewers_names_every_input_and_output():
    page = (ROOT / "docs" / "reviewing.md").read_text(encoding="utf-8").partition("## In another repository")[2]
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert re.findall(r"^\| `([\w-]+)` \|", page, flags=re.MULTILINE) == list(action["inputs"])
    assert set(re.findall(r"`(\w+)`", page.partition("Its outputs are")[2].partition(".")[0])) == set(action["outputs"])
