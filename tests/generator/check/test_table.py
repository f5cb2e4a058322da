"""Every kind of mistake has a folder in tests/rules: a bad spec, the lines that it yields, and its good twin.

`bad.yaml` is laid as a record, `bad/` as it stands, over the specs in tests/rules/base.
"""

import shutil
from pathlib import Path

import pytest

from mediawright_generator.check import ALLOWS, RULES, check
from mediawright_generator.check.documents import Documents
from mediawright_generator.check.table import rules_with
from mediawright_generator.load import load
from mediawright_generator.load.mistakes import MISTAKES

FIXTURES = Path(__file__).parents[2] / "rules"
FOLDERS = sorted(path.name for path in FIXTURES.iterdir() if path.name != "base")
WITHOUT_FIXTURE = {"specs-without-vendor"}  # fixtures are laid over a vendor; see tests/generator/load/test_folders.py


def problems_of(rule, twin, root):
    specs = root / "specs"
    shutil.copytree(FIXTURES / "base", specs)
    record = FIXTURES / rule / f"{twin}.yaml"
    if record.exists():
        shutil.copy(record, specs / "acme" / "apis" / "record.yaml")
    else:
        shutil.copytree(FIXTURES / rule / twin, specs, dirs_exist_ok=True)
    vendors, problems = load(specs, root)
    rules = rules_with(Documents(FIXTURES / rule / "sources"))
    found = sorted((*problems, *check(vendors, rules)))
    return [str(problem) for problem in found if problem.severity == "error" or problem.rule == rule]


@pytest.mark.parametrize("rule", FOLDERS)
def test_a_mistake_is_told_in_one_line_at_its_place(rule, tmp_path):
    expected = (FIXTURES / rule / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert problems_of(rule, "bad", tmp_path) == expected


@pytest.mark.parametrize("rule", FOLDERS)
def test_the_good_twin_has_no_problem(rule, tmp_path):
    assert problems_of(rule, "good", tmp_path) == []


@pytest.mark.parametrize("rule", FOLDERS)
def test_a_fixture_is_about_its_rule(rule):
    lines = (FIXTURES / rule / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert {line.split(": ")[1] for line in lines} == {rule}


def test_all_mistakes_are_told_in_one_run(tmp_path):
    """Nobody has to correct one mistake to see the next."""
    specs = tmp_path / "specs"
    shutil.copytree(FIXTURES / "base", specs)
    expected = set()
    for record in (path for path in FIXTURES.glob("*/bad.yaml") if not (path.parent / "sources").exists()):
        rule = record.parent.name
        own = record.read_bytes().replace(b"Paper Boat", rule.encode()).replace(b": /boat", b": /" + rule.encode())
        (specs / "acme" / "apis" / f"{rule}.yaml").write_bytes(own)
        lines = (record.parent / "expected.txt").read_text(encoding="utf-8").splitlines()
        expected |= {f"{rule}.yaml:{line.split(':', 1)[1].split(': ')[0]}: {rule}" for line in lines}
    vendors, problems = load(specs, tmp_path)
    every = (*problems, *check(vendors, RULES))
    found = [each for each in every if each.severity == "error" or each.rule == Path(each.place.file).stem]
    places = [f"{Path(each.place.file).name}:{each.place.line}:{each.place.column}: {each.rule}" for each in found]
    assert sorted(places) == sorted(expected)


def test_every_rule_has_a_fixture():
    ids = [each.id for each in (*MISTAKES, *RULES, *ALLOWS)]
    assert len(ids) == len(set(ids))
    assert {*FOLDERS, *WITHOUT_FIXTURE} == set(ids)


@pytest.mark.parametrize("kind", [*MISTAKES, *RULES, *ALLOWS], ids=lambda kind: kind.id)
def test_every_rule_says_in_a_sentence_each_why_it_is_bad_and_how_to_fix_it(kind):
    """Nobody has to read code to understand a finding."""
    assert kind.severity in {"error", "warning"}
    for text in (kind.purpose, kind.fix):
        assert text[0].isupper()
        assert text.endswith(".")
        assert len(text.split()) > 2
