"""Measures generating, importing and calling against named peers, and prints ratios; `make bench` runs it."""

import itertools
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import checkouts
import environments
from measure import Candidate, interleaved, table

PROGRAMS = environments.HERE / "programs"
MANY = 500
TASKS, WAITS = 1000, 3


def generating(scratch: Path) -> None:
    """Compare `generate` with openapi-python-client on the same operations."""
    own, peer = environments.own(), environments.peer()
    document = scratch / "openapi.json"
    subprocess.run([own / "mediawright-gen", "export", "openapi", "mediaio", "-o", document], check=True)
    cold, warm, turns = scratch / "cold", checkouts.copy_specs(scratch / "warm"), itertools.count()
    generate = str(own / "mediawright-gen")
    subprocess.run([generate, "--root", warm, "generate"], check=True, stdout=subprocess.DEVNULL)
    client = scratch / "peer"
    costs = interleaved(
        [
            Candidate(
                "openapi-python-client",
                [
                    str(peer / "openapi-python-client"),
                    "generate",
                    "--path",
                    str(document),
                    "--output-path",
                    str(client),
                ],
                prepare=lambda: shutil.rmtree(client, ignore_errors=True),
                environment={"PATH": f"{peer}:/usr/bin:/bin"},
            ),
            Candidate(
                "generate, cold",
                [generate, "--root", str(cold), "generate"],
                prepare=lambda: checkouts.copy_specs(cold),
            ),
            Candidate("generate, nothing changed", [generate, "--root", str(warm), "generate"]),
            Candidate(
                "generate, one record edited",
                [generate, "--root", str(warm), "generate"],
                prepare=lambda: checkouts.edit_one_record(warm, next(turns)),
            ),
        ]
    )
    print("(a) generate, 24 operations, against openapi-python-client\n")
    print(table(costs, "openapi-python-client"))


def checking(scratch: Path) -> None:
    """Compare `check` with an interpreter that does nothing: kept, after an edit, and without anything kept."""
    own = environments.own()
    few, many = checkouts.copy_specs(scratch / "checked"), checkouts.copy_specs(scratch / "checked-many")
    checkouts.multiply(many, MANY)
    turns = itertools.count()

    def forget(root: Path) -> None:
        shutil.rmtree(root / ".mediawright-cache", ignore_errors=True)

    def check(name: str, root: Path, prepare: Callable[[], object] = lambda: None) -> Candidate:
        return Candidate(name, [str(own / "mediawright-gen"), "--root", str(root), "check"], prepare)

    costs = interleaved(
        [
            Candidate("an interpreter that does nothing", [str(own / "python"), "-c", ""]),
            check("check, nothing changed", few),
            check("check, one record edited", few, lambda: checkouts.edit_one_record(few, next(turns))),
            check("check, nothing kept", few, lambda: forget(few)),
            check(f"check, {MANY} operations", many),
            check(f"check, {MANY}, nothing kept", many, lambda: forget(many)),
        ]
    )
    print("\n(e) check, 24 operations where it does not say otherwise\n")
    print(table(costs, "an interpreter that does nothing"))


def importing(scratch: Path) -> None:
    """Compare import and first call with a program written by hand, with few and with many operations."""
    python = str(environments.base() / "python")
    many = checkouts.copy_specs(scratch / "many")
    checkouts.multiply(many, MANY)
    subprocess.run(
        [environments.own() / "mediawright-gen", "--root", many, "generate"], check=True, stdout=subprocess.DEVNULL
    )
    first = [python, str(PROGRAMS / "first_call.py")]
    emptiness = interleaved(
        [
            Candidate("an empty program", [python, "-c", ""]),
            Candidate("import mediawright", [python, "-c", "import mediawright"]),
        ],
        rounds=15,
    )
    calls = interleaved(
        [
            Candidate("by hand: httpx and pydantic", [python, str(PROGRAMS / "by_hand.py")]),
            Candidate("first call, 24 operations", first),
            Candidate(f"first call, {MANY} operations", first, environment={"PYTHONPATH": str(many / "generated")}),
        ],
        rounds=9,
    )
    print("\n(b) base install only: import, and import + construct + first call on a mock transport\n")
    print(table(emptiness, "an empty program"))
    print()
    print(table(calls, "by hand: httpx and pydantic"))


def calling() -> None:
    """Compare one create call with raw httpx in the same process."""
    python = environments.base() / "python"
    print("\n(c) one create call over raw httpx `post` + `json()`, paired in one process, microseconds\n")
    print(f"{'':12}{'raw':>9}{'ours':>9}{'over raw':>10}{'(quartiles)':>16}{'peak MB':>9}")
    for edge in ("loopback", "mock"):
        command = [str(python), str(PROGRAMS / "one_call.py"), edge]
        figures = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        raw, ours, over, low, high, peak = figures
        print(f"{edge:12}{raw:>9}{ours:>9}{over:>10}{f'{low}-{high}':>16}{peak:>9}")


def waiting() -> None:
    """Compare a thousand waits with a thousand loops written by hand; each program measures itself."""
    program = [str(environments.base() / "python"), str(PROGRAMS / "many_waits.py")]
    print("\n(d) 1,000 tasks waited for at once, five queries each, against 1,000 raw loops, without the imports\n")
    print(f"{'':34}{'ms CPU per task':>16}{'ratio':>8}{'KB per task':>13}")
    names = ("idle", "raw", "async", "sync")
    read = {name: [_figures([*program, name]) for _ in range(WAITS)] for name in names}
    cpu, peak = ({name: median(each[place] for each in read[name]) for name in names} for place in (0, 1))
    for name in names[1:]:
        own, floor = cpu[name] - cpu["idle"], cpu["raw"] - cpu["idle"]
        memory = (peak[name] - peak["idle"]) * 1024 / TASKS
        print(f"{name:34}{own * 1000 / TASKS:16.2f}{own / floor:8.2f}{memory:13.1f}")


def _figures(command: list[str]) -> tuple[float, float]:
    cpu, peak = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(cpu), float(peak)


def main() -> None:
    """Run all of it."""
    with TemporaryDirectory(prefix="mediawright-bench-") as scratch:
        generating(Path(scratch))
        checking(Path(scratch))
        importing(Path(scratch))
    calling()
    waiting()


if __name__ == "__main__":
    main()
