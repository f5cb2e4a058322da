"""Every example runs to its end against the mock, and leaves the files that it says it saved."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted(path for path in (ROOT / "examples").glob("*.py") if path.stem != "mock_vendor")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_saves_what_it_says(example, tmp_path):
    done = subprocess.run(
        [sys.executable, str(example)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONWARNINGS": "error::ResourceWarning"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    saved = [tmp_path / line.split()[1] for line in done.stdout.splitlines() if line.strip().startswith("saved ")]
    assert saved
    assert all(path.stat().st_size > 0 for path in saved)
