"""Single edits of the committed specs, read from a table, and the two states of a vendor that each makes."""

import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from mediawright_generator.load import load

ROOT = Path(__file__).parents[3]
CASES = tuple(yaml.safe_load(Path(__file__).with_name("battery.yaml").read_text("utf-8")))


@dataclass(frozen=True)
class States:
    """A vendor before and after an edit, and the text of the edited file."""

    base: tuple
    head: tuple
    text: str


def states(case, folder):
    """Make both states of a case in a folder of its own."""
    vendor = case["file"].partition("/")[0]
    given = {case["file"]: case.get("given", []), **case.get("given_also", {})}
    if not any(given.values()):
        base = committed(vendor)
    else:
        _copied(vendor, folder / "base", given)
        base = _loaded(folder / "base")
    edits = {name: [*given.get(name, [])] for name in {*given, *case.get("also", {})}}
    edits[case["file"]] += case["edit"]
    for name, more in case.get("also", {}).items():
        edits[name] += more
    _copied(vendor, folder / "head", edits)
    return States(base, _loaded(folder / "head"), (folder / "head/specs" / case["file"]).read_text("utf-8"))


@cache
def committed(vendor):
    """Load one vendor as it is committed."""
    return tuple(each for each in _all() if each.vendor.model.name == vendor)


@cache
def _all():
    return _loaded(ROOT)


def _loaded(root):
    vendors, problems = load(root / "specs", root)
    assert not problems, "\n".join(map(str, problems))
    return vendors


def _copied(vendor, folder, edits):
    shutil.copytree(ROOT / "specs" / vendor, folder / "specs" / vendor)
    for name, pairs in edits.items():
        path = folder / "specs" / name
        text = path.read_text("utf-8")
        for old, new in pairs:
            assert old in text, f"{name} has no {old!r}"
            text = text.replace(old, new, 1)
        path.write_text(text, "utf-8")


def place_of(case, text):
    """Find where a case says that its change is told: line and column."""
    start = -1
    for _ in range(case.get("nth", 1)):
        start = text.index(str(case["at"]), start + 1)
    before = text[:start]
    return before.count("\n") + 1, start - before.rfind("\n")
