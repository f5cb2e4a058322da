"""The rooms keep their order."""

import json
import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
ROOMS = ("generator", "runtime", "templates")
VENDORS = sorted(path.parent for path in ROOT.glob("specs/*/vendor.yaml"))
SPECS = sorted(path for folder in VENDORS for path in (folder / "vendor.yaml", *folder.glob("apis/*.yaml")))


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_of_code_names_a_vendor(room):
    """A vendor is data: no code, template or comment knows one by name."""
    spec = [yaml.safe_load((folder / "vendor.yaml").read_text(encoding="utf-8")) for folder in VENDORS]
    names = {each[key].lower() for each in spec for key in ("name", "title", "client")}
    pattern = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(names)))
    files = [path for path in (ROOT / room).rglob("*") if path.suffix in {".py", ".jinja", ".md"}]

    found = [path for path in files if pattern.search(path.read_text(encoding="utf-8").lower())]

    assert files
    assert found == []


@pytest.mark.parametrize("path", SPECS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_spec_names_its_schema(path):
    first = path.read_text(encoding="utf-8").splitlines()[0]
    schema = path.parent / first.removeprefix("# yaml-language-server: $schema=")

    assert json.loads(schema.read_text(encoding="utf-8"))["title"] == (
        "Vendor" if path.name == "vendor.yaml" else "Operation"
    )
