"""What a review folds is what a program wrote, and nothing else."""

import json
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def attributes(paths, *names):
    command = ["git", "-C", ROOT, "check-attr", "-z", "--stdin", *names]
    done = subprocess.run(command, input="\0".join(paths), capture_output=True, text=True, check=True)
    words = iter(done.stdout.split("\0")[:-1])
    return {(path, name): value for path, name, value in zip(words, words, words, strict=True)}


def test_every_emitted_file_is_folded():
    emitted = list(json.loads((ROOT / "generated" / ".manifest.json").read_text(encoding="utf-8"))["files"])
    found = attributes(emitted, "linguist-generated")
    assert emitted
    assert {path for (path, _), value in found.items() if value != "set"} == set()


def test_what_people_write_is_shown():
    written = [path.relative_to(ROOT).as_posix() for path in ROOT.glob("specs/*/apis/*.yaml")]
    written += ["specs/acme/vendor.yaml", "specs/acme/changelog.yaml", "README.md", "generator/README.md"]
    assert set(attributes(written, "linguist-generated", "diff").values()) == {"unspecified"}


def test_digests_are_no_text_to_compare():
    found = attributes(["generated/.manifest.json", "specs/acme/imported/c_api_doc.json"], "diff")
    assert set(found.values()) == {"unset"}
