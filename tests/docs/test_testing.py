"""The guide to tests without paying: its application and its suite run as they stand; its table names what there is."""

import re
import subprocess
import sys
from pathlib import Path

from mediawright_mock.faults import NAMES, read_fault

GUIDE = (Path(__file__).parents[2] / "docs" / "testing.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"^```python\n# (\w+\.py)\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE))
TABLE = GUIDE.rpartition("## What can go wrong")[2]


def test_the_applications_suite_passes_as_it_stands(tmp_path):
    """Whoever copies both files has a suite that runs: every test of it, without a warning."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-W", "error", "-p", "no:cacheprovider", "-p", "no:xdist"]

    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)

    count = FILES["test_studio.py"].count("\ndef test_")
    assert count > 10
    assert f"{count} passed" in done.stdout, done.stdout


def test_the_table_names_faults_that_there_are():
    words = re.findall(r"`([a-z_0-9]+)[;`]", TABLE.replace("`mediawright-mock serve`", ""))
    assert set(words) - {"date", "ms"} == set(NAMES)
    assert [read_fault(each) for each in re.findall(r"`((?:reset|late);[^`.]+)`", TABLE)]
