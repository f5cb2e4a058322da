"""A small vendor whose records a test writes."""

from pathlib import Path

import pytest

from mediawright_generator.check import check
from mediawright_generator.load import LoadedVendor
from mediawright_generator.load.file import RECORD, VENDOR, parse

BASE = Path(__file__).parents[2] / "rules" / "base" / "acme"
HEAD = "name: Paper Boat\ncategory: text_to_video\nmethod: POST\nendpoint: /boat\n"


@pytest.fixture
def told():
    """Load and check one record, beside what the base vendor has, and give its problems as lines without remedy."""

    def lines(text, *, head=HEAD, vendor=None, beside=(), named=None):
        files = {"vendor.yaml": (vendor or (BASE / "vendor.yaml").read_text(encoding="utf-8"), VENDOR)}
        files["task.yaml"] = ((BASE / "apis" / "task_result.yaml").read_text(encoding="utf-8"), RECORD)
        files |= {f"{index}.yaml": (other, RECORD) for index, other in enumerate((head + text, *beside))}
        files |= {name: (other, RECORD) for name, other in (named or {}).items()}
        parsed = {name: parse(content.encode(), name, kind) for name, (content, kind) in files.items()}
        operations = tuple(located for name, (located, _) in parsed.items() if name != "vendor.yaml" and located)
        unread = tuple(name for name, (located, _) in parsed.items() if not located)
        loaded = LoadedVendor(parsed["vendor.yaml"][0], operations, unread)
        problems = sorted((*(each for _, found in parsed.values() for each in found), *check((loaded,))))
        return [str(problem).rsplit("; ", 1)[0] for problem in problems]

    return lines


@pytest.fixture
def told_of_body(told):
    """The same for a record with some parameters."""
    return lambda *parameters: told("api_body:\n" + "".join(f"  - {each}\n" for each in parameters))
