"""Sends what clients of OpenAPI documents send, and holds each request against the vendor's own document.

Arguments: a folder of documents; how many samples an operation has, 4 if it is not said. Each document is imported and
generated in a checkout of its own; then each operation is called over a recording transport, with arguments sampled
from the document: only what is required, all of it, its examples, and some at random. Judge and samples know nothing
of the importer. What a client refuses although the document allows it is told, too.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from openapi_import import ROOMS, ROOT, brought, documents, vendor_of

PROGRAM = Path(__file__).parent / "programs" / "openapi_calls.py"
WORDS = ("operations", "sent", "right", "wrong", "refused", "not called", "no sample")
SHOWN = 5


def main(folder: Path, count: str) -> None:
    """Say a line for each document, and the first reasons below it."""
    totals: Counter[str] = Counter()
    for file in documents(folder):
        with tempfile.TemporaryDirectory() as checkout:
            brought(file, Path(checkout))
            found = tried(file, Path(checkout), count)
        totals.update(found["counts"])
        print(f"{file.name:24} {line(found['counts'])}")
        for reason in found["reasons"][:SHOWN]:
            print(f"    {reason[:200]}")
    print(f"{'all':24} {line(totals)}")


def tried(file: Path, checkout: Path, count: str) -> dict[str, dict[str, int]]:
    """Run the calls in a process of their own, which imports the client."""
    rooms = [checkout / "generated", *(ROOT / each for each in ROOMS), Path(__file__).parent]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, rooms))}
    command = [sys.executable, str(PROGRAM), str(checkout), vendor_of(file), str(file), count]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        return {"counts": {}, "reasons": [done.stderr.strip().rpartition("\n")[2]]}
    found: dict[str, dict[str, int]] = json.loads(done.stdout)
    return found


def line(counts: Counter[str]) -> str:
    """Write counts in one line."""
    return ", ".join(f"{each} {counts.get(each, 0)}" for each in WORDS)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "4")  # noqa: PLR2004 (its second argument)
