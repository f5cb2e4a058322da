"""The hooks that other repositories install, run on real commits by pre-commit's own reading of them."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
HOOKS = {each["id"]: each for each in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
RECORD = "specs/edrawmax/apis/generate_flowchart.yaml"
SPARE = "  - {name: spare, type: string, describe: Nothing needs it.}\n"


def run(hook, repository):
    """Run the entry of a hook as pre-commit would, with its arguments and without file names."""
    assert HOOKS[hook]["pass_filenames"] is False
    tool, *words = shlex.split(HOOKS[hook]["entry"])
    command = [BIN / tool, *words, *HOOKS[hook].get("args", [])]
    done = subprocess.run(command, cwd=repository.work, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_the_manifest_is_what_pre_commit_reads():
    command = [BIN / "pre-commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_all_pass_on_what_is_committed(repository):
    repository.git("fetch", "--quiet", "origin")
    assert {hook: run(hook, repository)[0] for hook in HOOKS} == dict.fromkeys(HOOKS, 0)


def test_each_fails_for_its_reason(repository):
    repository.git("fetch", "--quiet", "origin")
    repository.edit(RECORD, SPARE, "")
    assert run("mediawright-check", repository)[0] == 0
    assert run("mediawright-generate-check", repository)[0] == 1
    status, said = run("mediawright-diff", repository)
    assert (status, "param-removed" in said) == (1, True)
    repository.edit(RECORD, "required: true", "required: perhaps")
    status, said = run("mediawright-check", repository)
    assert (status, f"{RECORD}:" in said) == (1, True)


@pytest.mark.parametrize(
    ("path", "hooks"),
    [
        ("specs/acme/vendor.yaml", set(HOOKS)),
        ("specs/acme/apis/boat.json", set(HOOKS)),
        ("specs/acme/changelog.yaml", set(HOOKS)),
        ("generated/mediawright/acme/__init__.py", {"mediawright-generate-check"}),
        ("README.md", set()),
    ],
)
def test_a_hook_runs_for_the_files_that_it_is_about(path, hooks):
    assert {name for name, hook in HOOKS.items() if re.search(hook["files"], path)} == hooks
