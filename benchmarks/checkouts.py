"""Copies of the specs to generate from, so that no benchmark touches the checkout."""

import re
import shutil
from pathlib import Path

from environments import ROOT

VENDOR = "mediaio"
RECORD = "kling_3_0.yaml"
_LENGTHS = re.compile(r"keywords: \[5s, [^]]*\]")


def copy_specs(root: Path) -> Path:
    """Lay the specs of the measured vendor out below an empty folder."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(ROOT / "specs" / VENDOR, root / "specs" / VENDOR)
    return root


def edit_one_record(root: Path, turn: int) -> None:
    """Change the lengths that one operation offers, to others at each turn."""
    record = root / "specs" / VENDOR / "apis" / RECORD
    text, count = _LENGTHS.subn(f"keywords: [5s, 8s, {60 + turn}s]", record.read_text(encoding="utf-8"))
    if count != 1:
        raise SystemExit(f"{RECORD} no longer offers lengths that start with 5s; mend the benchmark")
    record.write_text(text, encoding="utf-8")


def multiply(root: Path, count: int) -> None:
    """Vary the records of operations that start tasks, until the vendor has so many operations."""
    apis = root / "specs" / VENDOR / "apis"
    records = [path for path in sorted(apis.glob("*.yaml")) if "\ntask: " in path.read_text(encoding="utf-8")]
    for number in range(count - len(list(apis.glob("*.yaml")))):
        record = records[number % len(records)]
        apis.joinpath(f"{record.stem}_{number}.yaml").write_text(_varied(record, number), encoding="utf-8")


def _varied(record: Path, number: int) -> str:
    text = record.read_text(encoding="utf-8")
    text = re.sub(r"^name: (.*)$", rf"name: V{number} \1", text, count=1, flags=re.MULTILINE)
    text = re.sub(r"^id: .*\n", "", text, count=1, flags=re.MULTILINE)
    text = re.sub(r"^model_code: (.*)$", rf"model_code: \1-{number}", text, count=1, flags=re.MULTILINE)
    return re.sub(r"^endpoint: (.*)$", rf"endpoint: \1-{number}", text, count=1, flags=re.MULTILINE)
