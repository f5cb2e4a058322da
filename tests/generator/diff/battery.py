"""Single edits of the committed specs, read from a table, and the two states of a vendor that each makes."""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import yaml

from mediawright_generator.load import load
from mediawright_generator.load.file import RECORD, VENDOR, parse

ROOT = Path(__file__).parents[3]
CASES = tuple(yaml.safe_load(Path(__file__).with_name("battery.yaml").read_text("utf-8")))


@dataclass(frozen=True)
class States:
    """A vendor before and after an edit, and the text of the edited file."""

    base: tuple
    head: tuple
    text: str


def states(case):
    """Make both states of a case."""
    return _states(CASES.index(case))


@cache
def _states(index):
    case = CASES[index]
    name = case["file"]
    base = {name: case.get("given", []), **case.get("given_also", {})}
    edits = {each: [*base.get(each, [])] for each in {*base, *case.get("also", {})}}
    edits[name] += case["edit"]
    for each, more in case.get("also", {}).items():
        edits[each] += more
    texts = {each: _edited(each, pairs) for each, pairs in edits.items()}
    (vendor,) = committed(name.partition("/")[0])
    before = {each: _edited(each, pairs) for each, pairs in base.items() if pairs}
    return States((_with(vendor, before) if before else vendor,), (_with(vendor, texts),), texts[name])


@cache
def committed(vendor):
    """Load one vendor as it is committed."""
    return tuple(each for each in _all() if each.vendor.model.name == vendor)


@cache
def _all():
    vendors, problems = load(ROOT / "specs", ROOT)
    assert not problems, "\n".join(map(str, problems))
    return vendors


def _edited(name, pairs):
    text = (ROOT / "specs" / name).read_text("utf-8")
    for old, new in pairs:
        assert old in text, f"{name} has no {old!r}"
        text = text.replace(old, new, 1)
    return text


def _with(vendor, texts):
    """Read these files anew, and keep all others."""
    files = {f"specs/{name}": text for name, text in texts.items()}
    operations = (_read(each, files, RECORD) for each in vendor.operations)
    return replace(vendor, vendor=_read(vendor.vendor, files, VENDOR), operations=tuple(operations))


def _read(located, files, kind):
    if located.file not in files:
        return located
    read, problems = parse(files[located.file].encode(), located.file, kind)
    assert not problems, "\n".join(map(str, problems))
    return read


def place_of(case, text):
    """Find where a case says that its change is told: line and column."""
    start = -1
    for _ in range(case.get("nth", 1)):
        start = text.index(str(case["at"]), start + 1)
    before = text[:start]
    return before.count("\n") + 1, start - before.rfind("\n")
