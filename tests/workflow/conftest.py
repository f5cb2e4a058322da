"""A repository on a server of its own, cloned as a runner clones it, and the steps of the action run in it."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml

from mediawright_generator.cli import main

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
VENDOR = "edrawmax"
SPARE = "  - {name: spare, type: string, describe: Nothing needs it.}\n"

# The part of `gh api` that the action uses, over a file with comments: what the server would answer, and jq reads it.
GH = f"""\
#!{sys.executable}
import json, pathlib, re, subprocess, sys
store = pathlib.Path(__file__).with_name("comments.json")
comments = json.loads(store.read_text()) if store.exists() else []
(pathlib.Path(__file__).with_name("calls")).open("a").write(json.dumps(sys.argv[1:]) + "\\n")
words = [each for each in sys.argv[2:] if each.startswith("repos/")]
fields = dict(each.partition("=")[::2] for each in sys.argv[1:] if each.startswith("body="))
body = pathlib.Path(fields["body"][1:]).read_text() if fields else None
assert body is None or len(body) <= 65536
if "--jq" in sys.argv:
    program = sys.argv[sys.argv.index("--jq") + 1]
    subprocess.run(["jq", "-r", program], input=json.dumps(comments), text=True, check=True)
elif "PATCH" in sys.argv:
    number = int(words[0].rpartition("/")[2])
    next(each for each in comments if each["id"] == number)["body"] = body
else:
    comments.append({{"id": len(comments) + 1, "body": body, "user": {{"type": "Bot"}}}})
store.write_text(json.dumps(comments))
"""


@dataclass
class Run:
    """What a run of the action's steps came to."""

    status: dict[str, int] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)
    summary: str = ""

    @property
    def fails(self):
        return [name for name, status in self.status.items() if status]


class Repository:
    """A bare repository that is the server, and a work tree of a maintainer."""

    def __init__(self, folder):
        self.folder = folder
        self.server = folder / "server.git"
        self.work = folder / "work"
        self.tools = folder / "tools"

    def git(self, *arguments, at=None):
        command = ["git", "-C", at or self.work, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def commit(self, message):
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        self.git("push", "--quiet", "origin", "HEAD")

    def branch(self, name):
        self.git("switch", "--quiet", "--create", name, "main")

    def edit(self, path, old, new):
        file = self.work / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def generate(self):
        assert main(["--root", str(self.work), "generate"]) == 0

    def run_action(self, branch, *, fork=False, only=None, **inputs):
        """Clone a branch as a runner does, with one commit, and run the steps."""
        runner = self.folder / f"runner{len(list(self.folder.glob('runner*')))}"
        clone = runner / "checkout"
        runner.mkdir()
        self.git("clone", "--quiet", "--depth=1", "--branch", branch, self.server.as_uri(), str(clone), at=runner)
        return _Steps(self, runner, clone, self._values(fork=fork, inputs=inputs), only).run()

    def _values(self, *, fork, inputs):
        given = {name: str(each.get("default", "")) for name, each in ACTION["inputs"].items()}
        given |= {"base": self.git("rev-parse", "main"), "contract-tests": "false"}
        given |= {name.replace("_", "-"): value for name, value in inputs.items()}
        values = {f"inputs.{name}": value for name, value in given.items()}
        return values | {
            "github.action_path": str(ROOT),
            "github.base_ref": "main",
            "github.token": "token",
            "github.repository": "owner/name",
            "github.event.pull_request.number": "5",
            "github.event.pull_request.head.repo.full_name": "someone/name" if fork else "owner/name",
        }


class _Steps:
    """The steps of the action, run as they stand there."""

    def __init__(self, repository, runner, clone, values, only):
        self.repository, self.runner, self.clone, self.values, self.only = repository, runner, clone, values, only
        self.found = Run()

    def run(self):
        for step in ACTION["runs"]["steps"]:
            if step["name"] == "Install mediawright":  # tests run what is installed
                continue
            if (self.only is None or step["name"] in self.only) and self._is_due(step):
                self._run(step)
        return self.found

    def _run(self, step):
        files = {each: self.runner / f"{step['name']}.{each}" for each in ("output", "summary")}
        for path in files.values():
            path.touch()
        environment = {
            **os.environ,
            "PATH": f"{self.repository.tools}:{Path(sys.executable).parent}:{os.environ['PATH']}",
            "RUNNER_TEMP": str(self.runner),
            "GITHUB_OUTPUT": str(files["output"]),
            "GITHUB_STEP_SUMMARY": str(files["summary"]),
            "GITHUB_REPOSITORY": "owner/name",
            **{name: self._filled(text) for name, text in step.get("env", {}).items()},
        }
        script = self.runner / "script.sh"
        script.write_text(self._without_expressions(step["run"]), encoding="utf-8")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", script],
            cwd=self.clone / self._filled(step.get("working-directory", ".")),
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        self.found.status[step["name"]] = done.returncode
        self.found.said[step["name"]] = done.stdout + done.stderr
        self.found.summary += files["summary"].read_text(encoding="utf-8")
        outputs = dict(line.split("=", 1) for line in files["output"].read_text(encoding="utf-8").splitlines())
        self.found.outputs |= outputs
        self.values |= {f"steps.{step.get('id')}.outputs.{name}": value for name, value in outputs.items()}

    def _is_due(self, step):
        condition = step.get("if", "${{ success() }}")
        text = re.sub(r"^\$\{\{|\}\}$", "", condition.strip())
        if "cancelled()" not in text and self.found.fails:
            return False
        text = text.replace("!cancelled()", "True").replace("success()", "True").replace("&&", "and")
        names = re.sub(r"\b(?:inputs|github|steps)\.[\w.-]+", lambda name: repr(self._value(name[0])), text)
        return eval(names, {"__builtins__": {}})  # noqa: S307 (the conditions of our own file)

    def _value(self, name):
        return self.values.get(name, "") if name.startswith("steps.") else self.values[name]

    def _filled(self, text):
        return re.sub(r"\$\{\{ (.*?) \}\}", lambda found: self._expression(found[1]), text)

    def _expression(self, text):
        if text == "github.base_ref && format('origin/{0}', github.base_ref) || inputs.base":
            return f"origin/{self.values['github.base_ref']}"
        return self._value(text)

    def _without_expressions(self, script):
        """Nothing that a stranger may name stands in a script: it comes by the environment."""
        assert "${{" not in script
        return script


@pytest.fixture(autouse=True)
def identity(monkeypatch):
    for name in (each for each in os.environ if each.startswith(("GIT_", "GITHUB_", "PYTEST_"))):
        monkeypatch.delenv(name)
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Someone")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "someone@example.com")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)


@pytest.fixture(scope="session")
def pristine(tmp_path_factory):
    """One committed vendor, with all that is emitted for it."""
    root = tmp_path_factory.mktemp("pristine")
    shutil.copytree(ROOT / "specs" / VENDOR, root / "specs" / VENDOR)
    record = root / "specs" / VENDOR / "apis" / "generate_flowchart.yaml"
    text = record.read_text(encoding="utf-8")
    record.write_text(
        text.replace("api_body:\n", "api_body:\n  - {name: spare, type: string, describe: Nothing needs it.}\n"),
        encoding="utf-8",
    )
    for name in ("pyproject.toml", ".gitattributes", ".gitignore"):
        shutil.copy(ROOT / name, root / name)
    assert main(["--root", str(root), "generate"]) == 0
    return root


@pytest.fixture
def repository(pristine, tmp_path):
    found = Repository(tmp_path)
    shutil.copytree(pristine, found.work, ignore=shutil.ignore_patterns(".mediawright-cache"))
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch", "main", found.server], check=True)
    found.git("init", "--quiet", "--initial-branch", "main")
    found.git("remote", "add", "origin", found.server.as_uri())
    found.tools.mkdir()
    (found.tools / "gh").write_text(GH, encoding="utf-8")
    (found.tools / "gh").chmod(0o755)
    found.commit("specs")
    return found
