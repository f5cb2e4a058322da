"""The command `check`: what it prints, where, and how it exits."""

import json
import shutil
from pathlib import Path

import pytest

from mediawright_generator.cli import main

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "rules" / "base"
WORDS = (
    "description: Folds a boat.\n"
    "sources: [{document: acme.txt, lines: 1-9, read_on: 2026-11-20, verified_live: false}]\n"
)
"""What a file has of which nobody is warned."""
HEAD = "name: Paper {0}\ncategory: text_to_video\nmethod: POST\nendpoint: /{0}\n"
RECORD = HEAD.format("Boat") + WORDS + "api_body:\n"
BAD = "  - {name: mode, type: string, keywords: [std, pro], default: max, describe: How it folds.}\n"
FOUND = (
    "specs/acme/apis/paper_boat.yaml:8:63: default-outside-enum: default 'max' is not one of 'std', 'pro'; "
    "list it in keywords or change the default\n"
)


@pytest.fixture
def checkout(tmp_path):
    shutil.copytree(BASE, tmp_path / "specs")
    vendor, query = (tmp_path / "specs" / "acme" / each for each in ("vendor.yaml", "apis/task_result.yaml"))
    vendor.write_text(vendor.read_text() + WORDS)
    query.write_text(query.read_text().replace("required: true", "required: true, describe: The task.") + WORDS)
    write(tmp_path, HEAD.format("Ship") + WORDS + "task: generation\n", "paper_ship.yaml")
    return tmp_path


def write(checkout, text, name="paper_boat.yaml"):
    (checkout / "specs" / "acme" / "apis" / name).write_text(text, encoding="utf-8")


def run(checkout, *arguments):
    return main(["--root", str(checkout), "check", *arguments])


def test_the_committed_specs_have_no_finding(capsys):
    """Nobody has to look past findings that are there anyway."""
    assert main(["--root", str(ROOT), "check", "--strict"]) == 0
    assert capsys.readouterr().err == ""


def test_findings_go_to_stderr_and_totals_to_stdout(checkout, capsys):
    write(checkout, RECORD + BAD)
    assert run(checkout) == 1
    said = capsys.readouterr()
    assert said.err == FOUND
    assert said.out == "vendors 1, operations 3: 1 error, 0 warnings\n"


def test_a_second_check_says_the_same_from_what_is_kept(checkout, capsys):
    write(checkout, RECORD + BAD)
    assert [run(checkout), run(checkout)] == [1, 1]
    assert capsys.readouterr().err == FOUND * 2
    write(checkout, RECORD + BAD.replace("max", "pro"))
    assert run(checkout) == 0


@pytest.mark.parametrize("form", ["json", "sarif", "github", "text"])
def test_a_form_goes_to_stdout_or_to_a_file(checkout, tmp_path, capsys, form):
    write(checkout, RECORD + BAD)
    assert run(checkout, "--format", form, "-o", str(tmp_path / "told")) == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "")
    told = (tmp_path / "told").read_text(encoding="utf-8")
    assert "default-outside-enum" in told
    assert run(checkout, "--format", form) == 1
    said = capsys.readouterr()
    assert {*told.splitlines()} == {*(said.out + said.err).splitlines()}


@pytest.mark.parametrize(("workspace", "said"), [(".", "specs/"), ("..", "{folder}/specs/"), ("specs", "specs/")])
def test_annotations_name_files_from_the_workspace_of_the_job(checkout, capsys, monkeypatch, workspace, said):
    write(checkout, RECORD + BAD)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(checkout / workspace))
    assert run(checkout, "--format", "github") == 1
    assert f"::error file={said.format(folder=checkout.name)}acme/" in capsys.readouterr().out


def test_code_scanning_finds_files_from_the_workspace_of_the_job(checkout, capsys, monkeypatch):
    write(checkout, RECORD + BAD)
    for workspace, prefix in ((checkout, ""), (checkout.parent, f"{checkout.name}/")):
        monkeypatch.setenv("GITHUB_WORKSPACE", str(workspace))
        assert run(checkout, "--format", "sarif") == 1
        (result,) = json.loads(capsys.readouterr().out)["runs"][0]["results"]
        location = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert location["uri"] == f"{prefix}specs/acme/apis/paper_boat.yaml"


def test_every_form_has_the_same_place_for_specs_in_json(checkout, capsys):
    """A place in JSON is that of the value, as in YAML."""
    text = '{\n  "name": "Paper Boat",\n  "category": "text_to_video",\n  "method": "GO", "endpoint": "/boat"\n}\n'
    write(checkout, text, "paper_boat.json")
    place = ("specs/acme/apis/paper_boat.json", 4, 13)
    said = {}
    for form in ("text", "json", "sarif", "github"):
        assert run(checkout, "--format", form) == 1
        printed = capsys.readouterr()
        said[form] = printed.out + printed.err
    assert "{}:{}:{}: value-not-allowed: ".format(*place) in said["text"]
    assert "file={},line={},col={},".format(*place) in said["github"]
    (found,) = (each for each in json.loads(said["json"])["findings"] if each["rule"] == "value-not-allowed")
    assert (found["file"], found["line"], found["column"]) == place
    results = json.loads(said["sarif"])["runs"][0]["results"]
    (where,) = (each["locations"][0]["physicalLocation"] for each in results if each["ruleId"] == "value-not-allowed")
    region = where["region"]
    assert (where["artifactLocation"]["uri"], region["startLine"], region["startColumn"]) == place


def test_what_another_checkout_has_too_can_be_left_out(checkout, tmp_path, capsys):
    write(checkout, RECORD + BAD)
    shutil.copytree(checkout, tmp_path / "before", ignore=shutil.ignore_patterns("before"))
    write(checkout, RECORD + "  - {name: tall, type: integer, minimum: 3, maximum: 2, describe: How tall.}\n" + BAD)
    assert run(checkout, "--base", str(tmp_path / "before"), "--format", "json") == 1
    told = json.loads(capsys.readouterr().out)
    assert [each["rule"] for each in told["findings"]] == ["minimum-above-maximum"]


def test_one_vendor_alone(checkout, capsys):
    write(checkout, RECORD + BAD)
    shutil.copytree(checkout / "specs" / "acme", checkout / "specs" / "other")
    (checkout / "specs" / "other" / "apis" / "paper_boat.yaml").unlink()
    vendor = checkout / "specs" / "other" / "vendor.yaml"
    vendor.write_text(vendor.read_text().replace("acme", "other").replace("Acme", "Other"))
    assert run(checkout, "--vendor", "other") == 0
    assert run(checkout, "--vendor", "acme") == 1
    assert capsys.readouterr().err == FOUND


def test_an_unknown_vendor_cannot_be_checked(checkout, capsys):
    assert run(checkout, "--vendor", "nobody") == 2
    assert "'nobody' is no vendor; specs/ has: acme" in capsys.readouterr().err


def test_a_check_leaves_what_generate_keeps(checkout):
    assert main(["--root", str(checkout), "generate"]) == 0
    kept = {path.name: path.read_bytes() for path in (checkout / ".mediawright-cache").iterdir()}
    assert run(checkout) == 0
    after = {path.name: path.read_bytes() for path in (checkout / ".mediawright-cache").iterdir()}
    assert after.pop("checked")
    assert after == kept


def test_source_documents_are_looked_into_where_they_are_at_hand(checkout, tmp_path, capsys):
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "acme.txt").write_text("one\ntwo\n")
    assert run(checkout, "--sources", str(tmp_path / "sources")) == 1
    assert "lines-outside-document: lines '1-9' are outside 'acme.txt', which has 2" in capsys.readouterr().err


def test_a_changed_source_document_is_looked_into_again(checkout, tmp_path):
    """What is kept of an earlier check never hides that a document has changed."""
    document = tmp_path / "sources" / "acme.txt"
    document.parent.mkdir()
    document.write_text("line\n" * 9)
    assert run(checkout, "--sources", str(document.parent)) == 0
    document.write_text("line\n" * 8)
    assert run(checkout, "--sources", str(document.parent)) == 1


def test_a_folder_of_sources_that_is_not_there_cannot_be_looked_into(checkout, tmp_path, capsys):
    assert run(checkout, "--sources", str(tmp_path / "none")) == 2
    assert "is no folder" in capsys.readouterr().err
