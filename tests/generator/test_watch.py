"""`generate --watch`, as a process of its own, while real files are saved the way editors save them."""

import os
import queue
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from mediawright_generator.watch import look

ROOT = Path(__file__).parents[2]
ROOMS = [str(ROOT / room) for room in ("runtime", "generator", "templates")]
BASE = ROOT / "tests" / "rules" / "base"
RECORD = """name: Paper Boat
category: text_to_video
method: POST
endpoint: /boat
api_body:
  - {name: duration, type: string, keywords: [5s, 10s]}
"""


class Watched:
    """A running watcher, and the lines that it has not been asked for yet."""

    def __init__(self, root, *flags):
        command = [
            sys.executable,
            "-u",
            "-m",
            "mediawright_generator",
            "--root",
            str(root),
            "generate",
            "--watch",
            *flags,
        ]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(ROOMS)}
        self.process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=environment,
            start_new_session=True,
        )
        self._lines = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))
        self._lines.put(None)

    def line(self):
        """Wait for the next line."""
        return self._lines.get(timeout=60)

    def line_with(self, words):
        """Wait for a line that has these words; give all lines up to it."""
        lines = [self.line()]
        while lines[-1] is not None and words not in lines[-1]:
            lines.append(self.line())
        assert lines[-1] is not None, lines
        return lines

    def silent(self, seconds):
        time.sleep(seconds)
        return self._lines.empty()

    def interrupted(self):
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(30)


@pytest.fixture
def checkout(tmp_path):
    shutil.copytree(BASE, tmp_path / "specs")
    record = tmp_path / "specs" / "acme" / "apis" / "boat.yaml"
    record.write_text(RECORD, encoding="utf-8")
    return tmp_path


@pytest.fixture
def watching(checkout):
    started = []

    def start(*flags):
        started.append(Watched(checkout, *flags))
        return started[-1]

    yield start
    for each in started:
        if each.process.poll() is None:
            each.process.kill()
        each.process.wait(30)
        each.process.stdout.close()


def record(checkout):
    return checkout / "specs" / "acme" / "apis" / "boat.yaml"


def declaration(checkout):
    path = checkout / "generated/mediawright/acme/operations/text_to_video/paper_boat.py"
    return path.read_text(encoding="utf-8")


def test_a_save_is_emitted_and_said_in_one_line_with_its_time(checkout, watching):
    watched = watching()
    assert re.fullmatch(r"\d\d:\d\d:\d\d vendors 1, operations 2; files: \d+ written, .* s", watched.line())
    record(checkout).write_text(RECORD.replace("10s", "20s"), encoding="utf-8")
    assert re.search(r" files: \d written", watched.line())
    assert "20s" in declaration(checkout)
    assert watched.interrupted() == 130
    assert watched.line() == "mediawright-gen: interrupted"
    assert watched.line() is None


def test_a_half_written_file_keeps_the_last_good_output_and_the_next_save_recovers(checkout, watching):
    """No traceback, one line a mistake, nothing to restart."""
    watched = watching()
    watched.line_with("operations 2")
    good = declaration(checkout)
    record(checkout).write_text(RECORD[: RECORD.index("10s")], encoding="utf-8")
    lines = watched.line_with("until the next save")
    assert re.fullmatch(r"\d\d:\d\d:\d\d 1 problem; what was emitted stays, until the next save", lines[-1])
    assert re.match(r"specs/acme/apis/boat\.yaml:\d+:\d+: bad-yaml: ", lines[0])
    assert len(lines) == 2
    assert declaration(checkout) == good
    record(checkout).write_text(RECORD.replace("10s", "20s"), encoding="utf-8")
    watched.line_with("operations 2")
    assert "20s" in declaration(checkout)
    assert watched.interrupted() == 130


def test_a_save_in_pieces_is_one_run(checkout, watching):
    watched = watching()
    watched.line_with("operations 2")
    new = RECORD.replace("10s", "20s")
    with record(checkout).open("w", encoding="utf-8") as file:
        for start in range(0, len(new), 16):
            file.write(new[start : start + 16])
            file.flush()
            time.sleep(0.02)
    assert "operations 2" in watched.line()
    assert "20s" in declaration(checkout)
    assert watched.silent(1)


def test_what_editors_keep_beside_a_file_starts_no_run(checkout, watching):
    watched = watching()
    watched.line_with("operations 2")
    for name in (".boat.yaml.swp", "boat.yaml~", "#boat.yaml#", ".#boat.yaml", "4913", "boat.yaml.tmp"):
        (checkout / "specs/acme/apis" / name).write_text("half", encoding="utf-8")
    assert watched.silent(1.5)


def test_a_file_that_is_replaced_or_recreated_is_seen(checkout, watching):
    watched = watching()
    watched.line_with("operations 2")
    staged = checkout / "boat.yaml.new"
    staged.write_text(RECORD.replace("10s", "20s"), encoding="utf-8")
    os.utime(staged, ns=(record(checkout).stat().st_mtime_ns,) * 2)  # a replaced file may be as old, and as long
    staged.replace(record(checkout))
    watched.line_with("operations 2")
    assert "20s" in declaration(checkout)
    record(checkout).unlink()
    watched.line_with("operations 1")
    record(checkout).write_text(RECORD, encoding="utf-8")
    watched.line_with("operations 2")
    assert "10s" in declaration(checkout)


def test_one_vendor_may_be_watched_and_an_unknown_one_ends_it(watching):
    watched = watching("--vendor", "acme")
    assert "operations 2" in watched.line()
    assert watched.interrupted() == 130
    nobody = watching("--vendor", "nobody")
    assert "'nobody' is no vendor" in nobody.line()
    assert nobody.process.wait(30) == 2


def test_a_look_at_two_thousand_files_takes_no_time(tmp_path):
    for number in range(2000):
        (tmp_path / f"{number}.yaml").write_text("name: x", encoding="utf-8")
    started = time.perf_counter()
    assert len(look((tmp_path,), frozenset())) == 2000
    assert time.perf_counter() - started < 1
