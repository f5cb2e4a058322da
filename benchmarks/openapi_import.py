"""Imports every OpenAPI document of a folder (its only argument), and says how much of each is carried.

Each document becomes a vendor of a checkout of its own: imported, checked, generated, and its client imported.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOMS = ("generator", "runtime", "templates")


def main(folder: Path) -> None:
    """Say a line for each document, and the sum of all."""
    totals = [0, 0]
    for file in documents(folder):
        with tempfile.TemporaryDirectory() as checkout:
            operations, complete, line = brought(file, Path(checkout))
        totals = [totals[0] + operations, totals[1] + complete]
        print(f"{file.name:24} {line}")
    print(f"{totals[1]} of {totals[0]} operations complete")


def documents(folder: Path) -> list[Path]:
    """List the documents of a folder."""
    return sorted(each for each in folder.iterdir() if each.suffix in (".json", ".yaml", ".yml"))


def vendor_of(file: Path) -> str:
    """Name the vendor that is made of a document."""
    return "v_" + re.sub(r"[^a-z0-9]+", "_", file.stem.lower())


def brought(file: Path, checkout: Path) -> tuple[int, int, str]:
    """Take one document through all steps; each says its seconds, or that it failed."""
    (checkout / "specs").mkdir()
    vendor = vendor_of(file)
    rooms = [checkout / "generated", *(ROOT / each for each in ROOMS)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, rooms))}
    generator = [sys.executable, "-m", "mediawright_generator", "--root", str(checkout)]
    report = checkout / "report.json"
    steps = {
        "import": [*generator, "import", "openapi", str(file), "--vendor", vendor, "--report", str(report)],
        "check": [*generator, "check"],
        "generate": [*generator, "generate"],
        "client": [sys.executable, "-c", f"import mediawright.{vendor}"],
    }
    told = [f"{name} {timed(command, checkout, environment)}" for name, command in steps.items()]
    counts = json.loads(report.read_text()) if report.exists() else {"operations": 0, "complete": 0}
    operations, complete = counts["operations"], counts["complete"]
    return operations, complete, ", ".join([f"{complete} of {operations}", *told])


def timed(command: list[str], checkout: Path, environment: dict[str, str]) -> str:
    """Run a step."""
    start = time.perf_counter()
    done = subprocess.run(command, cwd=checkout, env=environment, capture_output=True, check=False)
    return "FAILED" if done.returncode else f"{time.perf_counter() - start:.1f} s"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
