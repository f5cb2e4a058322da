"""What benchmarks generate from is without mistakes: else they end before they have measured anything."""

import sys
from pathlib import Path

import pytest

from mediawright_generator.cli import main

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


@pytest.fixture
def checkouts(monkeypatch):
    monkeypatch.syspath_prepend(BENCHMARKS)
    import checkouts

    yield checkouts
    for name in ("checkouts", "environments"):
        sys.modules.pop(name, None)


def test_a_vendor_of_many_operations_passes_the_check(checkouts, tmp_path, capsys):
    checkouts.multiply(checkouts.copy_specs(tmp_path / "many"), 60)
    assert main(["--root", str(tmp_path / "many"), "check"]) == 0, capsys.readouterr().err
    assert "operations 60: nothing found" in capsys.readouterr().out


def test_an_edited_record_passes_the_check(checkouts, tmp_path, capsys):
    root = checkouts.copy_specs(tmp_path / "edited")
    checkouts.edit_one_record(root, 1)
    assert main(["--root", str(root), "check"]) == 0, capsys.readouterr().err
