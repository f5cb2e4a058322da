"""The programs in the vendors' documents, taken out where the documents are present; none is committed.

One document has lost its indentation. `layouts.csv` has it again, found by reading the programs: the depth of each
line, and a digest of the lines that it holds for.
"""

import csv
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
DOCUMENTS = Path(os.environ.get("MEDIAWRIGHT_DOCUMENTS", ROOT.parent / "shared" / "seeds"))
SKILLS = DOCUMENTS / "002_7ebea7f48f16395c.txt"
DOUBAO = DOCUMENTS / "001_47e450859633a831.txt"
AIMATE = DOCUMENTS / "003_6eede877449326ac.txt"
_TABLE = Path(__file__).with_name("layouts.csv")
_NO_PAUSE = "import time\n\ntime.sleep = lambda seconds: None\n"
"""The machine on which a program runs has a quick clock; the program itself keeps its pauses."""


class Layout(NamedTuple):
    """Where a program stands, what its lines were when they were read, and how deep each of them is."""

    line: int
    digest: str
    depths: str


class Patch(NamedTuple):
    """A constant or check that names the vendor's host, and what stands there for the mock's."""

    old: str
    new: str


def layouts():
    with _TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["program"]: Layout(int(row["line"]), row["digest"], row["depths"]) for row in rows}


def laid_out(name):
    """Take a program out of the document and give its lines their depth."""
    layout = layouts()[name]
    first = layout.line - 1
    lines = SKILLS.read_text(encoding="utf-8").split("\n")[first : first + len(layout.depths)]
    digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()[: len(layout.digest)]
    assert digest == layout.digest, f"{name} is not the program whose layout is known"
    depths = map(int, layout.depths)
    return "\n".join("    " * depth + line for depth, line in zip(depths, lines, strict=True)) + "\n"


def api_definitions():
    """Take the file out from which the router reads its operations."""
    lines = SKILLS.read_text(encoding="utf-8").splitlines()
    start = lines.index("FILE:scripts/c_api_doc_detail.json") + 1
    return json.JSONDecoder().raw_decode("\n".join(lines[start:]))[0]


def samples(document, language="python"):
    """List the samples of a document whose indentation is whole."""
    return re.findall(rf"^```{language}\n(.*?)^```", document.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def patched(text, patches):
    """Replace host and checks, and nothing else; each must be there."""
    for patch in patches:
        assert patch.old in text, f"{patch.old!r} is not in the program"
        text = text.replace(patch.old, patch.new)
    return text


def stage(folder, name, text):
    """Write a program, or what it reads."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def run(folder, *arguments, check=True, **environment):
    """Run Python in a process of its own, in this folder, where no pause lasts."""
    quick = stage(folder, "quick/sitecustomize.py", _NO_PAUSE).parent
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": f"{quick}{os.pathsep}{folder}", "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done
