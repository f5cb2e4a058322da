"""Wrong calls of every command: one line that says what to do, exit status 2, and never a traceback."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mediawright_generator.commands import COMMANDS

ROOT = Path(__file__).parents[2]
ROOMS = [str(ROOT / room) for room in ("runtime", "generator", "templates")]
NAMES = {each.__name__.rpartition(".")[2].replace("imports", "import") for each in COMMANDS}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    root = tmp_path_factory.mktemp("misuse")
    shutil.copytree(ROOT / "specs", root / "specs")
    return root


def generator(root, *arguments, **options):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(ROOMS), **options.pop("environment", {})}
    command = [sys.executable, "-m", "mediawright_generator", *arguments]
    streams = {"stdin": subprocess.DEVNULL, "stderr": subprocess.PIPE, "stdout": subprocess.PIPE, **options}
    return subprocess.run(command, cwd=root, env=environment, check=False, text=True, encoding="utf-8", **streams)


WRONG = [
    (),
    ("nonsense",),
    ("generate", "--nonsense"),
    ("generate", "--vendor", "nobody"),
    ("generate", "--watch", "--vendor", "nobody"),
    ("--root", "/nowhere", "generate"),
    ("check", "--format", "xml"),
    ("check", "--vendor", "nobody"),
    ("check", "--base", "/nowhere"),
    ("check", "-o", "/nowhere/x"),
    ("explain", "nonsense"),
    ("diff",),
    ("diff", "/nowhere"),
    ("import",),
    ("import", "c_api_doc", "/nowhere", "--vendor", "mediaio"),
    ("import", "c_api_doc", "specs", "--vendor", "mediaio"),
    ("export", "openapi"),
    ("export", "openapi", "nobody"),
    ("export", "openapi", "mediaio", "-o", "specs"),
    ("export", "openapi", "mediaio", "--alternative", "nothing"),
    ("sources", "-o", "/nowhere/x"),
    ("schema", "nonsense"),
    ("schema", "record", "-o", "/nowhere/x"),
    ("live",),
    ("live", "nobody"),
    ("coverage", "nobody"),
    ("coverage", "-o", "/nowhere/x"),
    ("new",),
    ("new", "vendor"),
    ("new", "vendor", "Not A Name"),
    ("new", "vendor", "fresh"),
    ("new", "vendor", "akool"),
    ("new", "operation", "nobody"),
    ("new", "operation", "akool"),
    ("new", "operation", "akool", "--task", "--sync"),
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_a_wrong_call_is_told_in_one_line(checkout, arguments):
    done = generator(checkout, *arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done.stderr
    assert done.stderr.startswith("mediawright-gen")


def test_every_command_is_called_wrongly_here():
    assert {each[0] for each in WRONG if each} >= NAMES


@pytest.mark.parametrize("columns", ["1", "20", "300"])
def test_every_command_has_a_help_text_at_any_width(checkout, columns):
    for name in NAMES:
        done = generator(checkout, name, "--help", environment={"COLUMNS": columns})
        assert (done.returncode, done.stderr) == (0, ""), name


ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.parametrize("arguments", [("coverage",), ("sources", "--all"), ("export", "openapi", "akool"), ("check",)])
def test_a_terminal_that_knows_no_chinese_is_written_to(checkout, arguments):
    done = generator(checkout, *arguments, environment=ASCII)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "arguments", [("export", "openapi", "mediaio"), ("coverage",), ("check",), ("schema", "record")]
)
def test_results_that_nobody_reads_end_a_command_quietly(checkout, arguments):
    """`| head -1` leaves no traceback."""
    ours, its = os.pipe()
    os.close(ours)
    done = generator(checkout, *arguments, stdout=its)
    os.close(its)
    assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("arguments", [("export", "openapi", "mediaio"), ("check",)])
def test_a_full_disk_behind_stdout_is_told_in_one_line(checkout, arguments):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = generator(checkout, *arguments, stdout=full)
    assert done.returncode == 2
    assert done.stderr == "mediawright-gen: the output: No space left on device; check that the path is right\n"
