"""A git repository with specs in it, on branches that a test makes."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

BASE = Path(__file__).parents[2] / "rules" / "base"
BOAT = """\
id: 7
name: Paper Boat
category: text_to_video
method: POST
endpoint: /boat
task: generation
api_body:
  - {name: prompt, type: string, required: true}
  - {name: ratio, type: string, keywords: [16:9, 9:16], default: 16:9}
"""
SAFE = BOAT + "  - {name: seed, type: integer}\n"
DANGEROUS = BOAT.replace("default: 16:9", "default: 9:16")
BREAKING = BOAT.replace("  - {name: ratio, type: string, keywords: [16:9, 9:16], default: 16:9}\n", "")


class Checkout:
    """A folder with specs and a git repository of its own."""

    boat, safe, dangerous, breaking = BOAT, SAFE, DANGEROUS, BREAKING

    def __init__(self, root):
        self.root = root
        self.record = root / "specs" / "acme" / "apis" / "boat.yaml"
        self.changelog = root / "specs" / "acme" / "changelog.yaml"

    def git(self, *arguments):
        done = subprocess.run(["git", "-C", self.root, *arguments], capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def write(self, text):
        self.record.write_text(text, encoding="utf-8")

    def commit(self, text=None, *, message="change"):
        if text is not None:
            self.write(text)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)


@pytest.fixture(autouse=True)
def identity(monkeypatch):
    for name in (each for each in os.environ if each.startswith("GIT_")):
        monkeypatch.delenv(name)
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Someone")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "someone@example.com")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)


@pytest.fixture
def folder(tmp_path):
    """Make a checkout without a repository, with one text for the record."""

    def made(name, text=BOAT):
        root = tmp_path / name
        shutil.copytree(BASE, root / "specs")
        checkout = Checkout(root)
        checkout.write(text)
        return checkout

    return made


@pytest.fixture
def checkout(folder, monkeypatch):
    """A repository whose main branch has the boat; the test stands in it."""
    found = folder("checkout")
    found.git("init", "--quiet", "--initial-branch", "main")
    found.commit(message="boat")
    monkeypatch.chdir(found.root)
    return found
