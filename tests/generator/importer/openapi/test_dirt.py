"""Dirty documents of `dirt/`, as people write them: what can be understood is imported, all else is listed."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
import yaml

from mediawright_generator.cli import main

HERE = Path(__file__).parent
ROOT = HERE.parents[3]
FILES = sorted(each for each in (HERE / "dirt").iterdir() if each.stem != "expected")
EXPECTED = yaml.safe_load((HERE / "dirt/expected.yaml").read_text())
IMPORTS = """
import importlib, pkgutil, sys
for vendor in sys.argv[1:]:
    package = importlib.import_module(f"mediawright.{vendor}")
    for each in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(each.name)
"""


def bring(checkout: Path, file: Path) -> int:
    report = str(checkout / f"{file.stem}.json")
    return main(["--root", str(checkout), "import", "openapi", str(file), "--vendor", file.stem, "--report", report])


def outcome(report: dict) -> dict:
    told = {"complete": f"{report['complete']} of {report['operations']}"}
    for name, harmless in (("lost", False), ("aside", True)):
        if found := Counter(each["kind"] for each in report["losses"] if each["harmless"] is harmless):
            told[name] = dict(sorted(found.items()))
    return told


def test_each_document_is_expected_to_do_something():
    assert {each.stem for each in FILES} == {*EXPECTED}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_cannot_be_understood_is_listed(checkout, capsys, file):
    """Nothing of a document is lost in silence, and nothing leaves a traceback."""
    assert bring(checkout, file) == 0
    report = json.loads((checkout / f"{file.stem}.json").read_text())
    assert outcome(report) == EXPECTED[file.stem]
    assert all(each["file"] == file.name and each["line"] >= 1 for each in report["losses"])
    assert main(["--root", str(checkout), "check"]) == 0


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_second_import_changes_nothing(checkout, capsys, file):
    bring(checkout, file)
    before = {each: each.read_bytes() for each in (checkout / "specs").rglob("*.*")}
    assert bring(checkout, file) == 0
    assert {each: each.read_bytes() for each in (checkout / "specs").rglob("*.*")} == before


def test_clients_of_all_documents_are_generated_and_import(checkout, capsys):
    for file in FILES:
        bring(checkout, file)
    assert main(["--root", str(checkout), "generate"]) == 0
    rooms = [checkout / "generated", ROOT / "generator", ROOT / "runtime", ROOT / "templates"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, rooms))}
    command = [sys.executable, "-W", "error", "-c", IMPORTS, *(each.stem for each in FILES)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        (
            "swagger.yaml",
            b'swagger: "2.0"\npaths: {}\n',
            "swagger.yaml:1:10: unreadable-document: the document is Swagger 2.0",
        ),
        ("page.html", b"<!DOCTYPE html>\n<p>a: b: c</p>\n", "the document is HTML or XML"),
        ("postman.json", b'{"info": {"_postman_id": "1"}, "item": [{"name": "x"}]}', "a collection of Postman"),
        ("asyncapi.yaml", b"asyncapi: 3.0.0\nchannels: {}\n", "AsyncAPI 3.0.0"),
        ("empty.yaml", b"", "no document has paths"),
        ("null.json", b"null", "no document has paths"),
        ("text.json", b'"paths"', "no document has paths"),
        ("list.json", b'{"openapi": "3.0.0", "paths": []}', "no document has paths"),
        ("without.yaml", b"openapi: 3.0.0\npaths: {}\n", "no document has an operation"),
        ("open.yaml", b"a: [", "open.yaml:2:1: unreadable-document"),
        ("half.yaml", b'openapi: 3.0.0\npaths: {"/a": {post: {\n', "neither JSON nor YAML"),
        ("picture.yaml", b"\x89PNG\r\n\x1a\n\xff\xfe", "not UTF-8"),
        ("deep.json", b"[" * 100_000, "nested too deeply"),
        ("deep.yaml", b"a: " + b"[" * 100_000, "nested too deeply"),
        ("itself.yaml", b"openapi: 3.0.0\npaths: &a {/a: *a}\n", "no document has an operation"),
    ],
)
def test_what_is_no_document_is_refused_in_one_line(checkout, capsys, name, content, said):
    (checkout / name).write_bytes(content)
    assert main(["--root", str(checkout), "import", "openapi", str(checkout / name), "--vendor", "studio"]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1
    assert list((checkout / "specs").iterdir()) == []


@pytest.mark.parametrize("vendor", ["Studio", "my-studio", "../studio", "", "1studio", "class", "录"])
def test_a_vendor_that_no_module_can_be_called_is_refused(checkout, capsys, vendor):
    file = str(HERE / "dirt/tabs.yaml")
    assert main(["--root", str(checkout), "import", "openapi", file, "--vendor", vendor]) == 2
    assert capsys.readouterr().err.count("\n") == 1
