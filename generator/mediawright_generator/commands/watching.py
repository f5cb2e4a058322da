"""What `generate --watch` does: a run for each change, each in a process of its own, until somebody ends it."""

import argparse
import subprocess
import sys
from datetime import datetime
from importlib.resources import files
from pathlib import Path

from mediawright_generator.commands.checkout import COULD_NOT_RUN, FINE, checkout, complain
from mediawright_generator.watch import changes

_CRASH = "Traceback (most recent call last):"


def watch(options: argparse.Namespace) -> int:
    """Run at once and after each change; only Ctrl-C, or a first run that cannot run, ends it."""
    paths = checkout(options.root)
    templates = Path(str(files("mediawright_templates")))
    for number, _ in enumerate(changes((paths.specs, templates), frozenset({paths.specs / "schema"}))):
        status, out, err = _run(paths.root, options)
        if status == COULD_NOT_RUN and number == 0:
            complain(err)
            return COULD_NOT_RUN
        _tell(status, out, err)
    return FINE


def _run(root: Path, options: argparse.Namespace) -> tuple[int, list[str], list[str]]:
    """Run in a process: memory goes with it, changed templates count, and Ctrl-C waits until its files are whole."""
    flags = [*(("--check",) if options.check else ()), *(("--vendor", options.vendor) if options.vendor else ())]
    command = [sys.executable, "-m", "mediawright_generator", "--root", str(root), "generate", *flags]
    with subprocess.Popen(  # noqa: S603 (our own command)
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", start_new_session=True
    ) as process:
        try:
            out, err = process.communicate()
        except KeyboardInterrupt:
            process.communicate()
            raise
    return process.returncode, out.splitlines(), err.splitlines()


def _tell(status: int, out: list[str], err: list[str]) -> None:
    now = datetime.now().astimezone().strftime("%H:%M:%S")
    if _CRASH in err:
        err = [f"mediawright-gen: the run broke off: {err[-1]}"]
    complain(err)
    summary = out[-1] if out else f"{len(err)} {'problem' if len(err) == 1 else 'problems'}; what was emitted stays"
    print(f"{now} {summary}" if status == FINE or out else f"{now} {summary}, until the next save", flush=True)
