"""A vendor's changelog is one of its specs: read, refused and kept like them."""

import shutil
from pathlib import Path

import pytest

from mediawright_generator.load import load, load_left

BASE = Path(__file__).parents[2] / "rules" / "base"
ENTRY = {
    "change": "012345678901",
    "rule": "param-removed",
    "reason": "vendor-changed",
    "document": "reference.txt",
    "lines": "12",
    "read_on": "2026-11-20",
}


def loaded(root, **facts):
    shutil.copytree(BASE, root / "specs")
    stated = {key: value for key, value in (ENTRY | facts).items() if value is not None}
    text = "changes:\n  - " + "    ".join(f"{key}: {value}\n" for key, value in stated.items())
    (root / "specs" / "acme" / "changelog.yaml").write_text(text, encoding="utf-8")
    vendors, problems = load(root / "specs", root)
    return vendors[0].changelog, [f"{each.place}: {each.rule}" for each in problems]


def test_what_looks_like_a_number_is_text(tmp_path):
    changelog, problems = loaded(tmp_path)
    assert problems == []
    assert (changelog.model.changes[0].change, changelog.model.changes[0].lines) == ("012345678901", "12")


@pytest.mark.parametrize(
    ("facts", "problem"),
    [
        ({"reason": "because"}, "4:13: value-not-allowed"),
        ({"document": None}, "2:5: missing-key"),
        ({"document": '" "'}, "5:15: value-not-allowed"),
        ({"read_on": None}, "2:5: missing-key"),
        ({"change": "3f2a"}, "2:13: value-not-allowed"),
        ({"because": "so"}, "8:5: unknown-key"),
    ],
)
def test_a_malformed_entry_is_told_at_its_place(tmp_path, facts, problem):
    _, problems = loaded(tmp_path, **facts)
    assert problems == [f"specs/acme/changelog.yaml:{problem}"]


def test_the_changelog_of_a_vendor_who_is_gone_may_stay(tmp_path):
    """What was said of its removal is kept where it was said."""
    shutil.copytree(BASE, tmp_path / "specs")
    gone = tmp_path / "specs" / "gone"
    gone.mkdir()
    (gone / "changelog.yaml").write_text("changes: []\n", encoding="utf-8")

    assert load(tmp_path / "specs", tmp_path)[1] == ()
    assert list(load_left(tmp_path / "specs", tmp_path)) == ["gone"]

    (gone / "changelog.yaml").write_text("changes: so\n", encoding="utf-8")
    assert [each.rule for each in load(tmp_path / "specs", tmp_path)[1]] == ["wrong-type"]
