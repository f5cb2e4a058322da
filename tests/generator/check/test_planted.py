"""Mistakes of a hurried maintainer in the committed specs: each is told once, by its rule, at its place."""

import shutil
from pathlib import Path

import pytest
import yaml

from mediawright_generator.check import RULES, check
from mediawright_generator.load import load

SPECS = Path(__file__).parents[3] / "specs"
PLANTED = yaml.safe_load((Path(__file__).parent / "planted.yaml").read_text(encoding="utf-8"))
MARK = "¶"


def planted(case, specs):
    """Make the edit, and give the place that must be told."""
    path = specs / case["file"]
    before = path.read_text(encoding="utf-8")
    assert case["old"] in before
    text = before.replace(case["old"], case["new"], 1)
    path.write_text(text.replace(MARK, ""), encoding="utf-8")
    index = text.index(MARK) if MARK in text and "at" not in case else text.replace(MARK, "").index(case["at"])
    line = text[:index].count("\n") + 1
    return f"specs/{case['file']}:{line}:{index - text.rfind(chr(10), 0, index)}"


@pytest.mark.parametrize("case", PLANTED, ids=lambda case: f"{case['rule']}-{case['file'].rpartition('/')[2]}")
def test_a_planted_mistake_is_told_once_at_its_place(case, tmp_path):
    vendor = case["file"].partition("/")[0]
    shutil.copytree(SPECS / vendor, tmp_path / "specs" / vendor)
    place = planted(case, tmp_path / "specs")
    vendors, problems = load(tmp_path / "specs", tmp_path)
    found = sorted((*problems, *check(vendors, RULES)))
    assert [f"{each.place}: {each.rule}" for each in found] == [f"{place}: {case['rule']}"]
