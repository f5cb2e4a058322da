"""What the command prints."""

import json

from mediawright_generator.cli import main


def test_for_people_each_operation_has_its_share_and_its_reasons(specs, capsys):
    assert main(["--root", str(specs), "coverage", "acme"]) == 0

    text = capsys.readouterr().out
    assert "acme text_to_image.boat: " in text
    assert "1 wrapper" in text
    assert "  not: text max_tokens 9\n       tokens are not counted; no client refuses by them\n" in text
    assert text.splitlines()[-1].startswith("acme: ")
    assert "facts exercised (" in text.splitlines()[-1]


def test_for_programs_each_fact_has_its_cases_or_its_reason(specs, capsys):
    assert main(["--root", str(specs), "coverage", "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    facts = told["vendors"]["acme"]["operations"]["text_to_image.boat"]["facts"]
    assert all(bool(each["cases"]) is not ("reason" in each) for each in facts)
    assert told["total"] == told["vendors"]["acme"]["total"]
    assert {"kind": "method", "subject": "", "value": "POST"}.items() <= facts[0].items()
    assert "documented example 1" in facts[0]["cases"]


def test_it_goes_to_a_file(specs, tmp_path):
    assert main(["--root", str(specs), "coverage", "-o", str(tmp_path / "coverage.txt")]) == 0
    assert "all facts" not in (tmp_path / "coverage.txt").read_text()
    assert "acme: " in (tmp_path / "coverage.txt").read_text()


def test_an_unknown_vendor_is_said_to_be_none(specs, capsys):
    assert main(["--root", str(specs), "coverage", "nobody"]) == 2
    assert "'nobody' is no vendor; specs/ has: acme" in capsys.readouterr().err
