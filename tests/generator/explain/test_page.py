"""What is said of rules: from the tables and the fixtures alone, and as the committed pages have it."""

from pathlib import Path

import pytest

from mediawright_generator.check import RULES
from mediawright_generator.cli import main
from mediawright_generator.explain.lesson import TABLES, lessons
from mediawright_generator.explain.page import pages

ROOT = Path(__file__).parents[3]
PAGES = ROOT / "docs" / "rules"


def test_the_committed_pages_are_what_tables_and_fixtures_say():
    """`mediawright-gen explain --write` makes them."""
    committed = {path.name: path.read_text(encoding="utf-8") for path in PAGES.iterdir()}
    assert committed == dict(pages(ROOT / "tests" / "rules"))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_explained_with_why_how_and_both_examples(rule, capsys):
    assert main(["explain", rule.id]) == 0
    said = capsys.readouterr().out
    assert said == (PAGES / f"{rule.id}.md").read_text(encoding="utf-8")
    for part in (rule.id, rule.purpose, rule.fix, "## Refused", "## Accepted"):
        assert part in said


def test_a_change_of_the_contract_is_explained_with_its_effects(capsys):
    assert main(["explain", "endpoint-changed"]) == 0
    assert "*Dangerous: wire.* " in capsys.readouterr().out


def test_no_two_tables_have_a_rule_of_one_name():
    assert len(lessons()) == sum(len(tuple(kinds)) for _, kinds in TABLES)


def test_without_a_rule_all_are_listed(capsys):
    assert main(["explain"]) == 0
    said = capsys.readouterr().out
    assert all(f"  {rule} (" in said for rule in lessons())


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("default-outside-enm", "'default-outside-enm' is no rule; did you mean 'default-outside-enum'?\n"),
        ("zzz", "'zzz' is no rule; `mediawright-gen explain` lists all\n"),
    ],
)
def test_a_wrong_name_is_told_in_one_line(rule, said, capsys):
    assert main(["explain", rule]) == 2
    assert capsys.readouterr().err == f"mediawright-gen: {said}"


def test_writing_removes_the_page_of_a_rule_that_is_gone(tmp_path):
    (tmp_path / "specs").mkdir()
    (tmp_path / "docs" / "rules").mkdir(parents=True)
    (tmp_path / "docs" / "rules" / "old-rule.md").write_text("Old.\n")
    assert main(["--root", str(tmp_path), "explain", "--write"]) == 0
    assert {path.stem for path in (tmp_path / "docs" / "rules").iterdir()} == {*lessons(), "README"}
