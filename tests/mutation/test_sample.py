"""A small sample of mutants is noticed as often as all should be, and next to none by tests that ask the code.

Seeded, so it is the same until the code changes; `make mutation` judges more. A sample fails where so few are noticed
that chance hardly explains it.
"""

import subprocess
import sys
from pathlib import Path

import pytest

RUN = Path(__file__).parent / "run.py"
SAMPLES = {
    "specs": ("--group", "specs", "--sample", "150"),
    "clients": ("--group", "clients", "--sample", "15"),
    "runtime": ("--group", "runtime", "--sample", "12", "--stages", "1"),
    "control of specs": ("--group", "specs", "--control", "--sample", "100"),
}


@pytest.mark.parametrize("arguments", SAMPLES.values(), ids=SAMPLES)
def test_enough_of_a_sample_is_noticed(arguments):
    """The tests notice what is wrong; when they stop to, this fails before anybody has looked."""
    found = subprocess.run(
        [sys.executable, str(RUN), "--seed", "12", "--jobs", "1", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )

    assert found.returncode == 0, found.stdout + found.stderr
