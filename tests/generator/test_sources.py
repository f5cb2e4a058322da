"""What a reviewer is shown: disputed facts with every reading, and on demand every source and alternative."""

import json

import pytest

from mediawright_generator.cli import main

VENDOR = """name: acme
title: Acme
client: Acme
servers:
  - {url: https://api.acme.example}
credentials:
  - {name: api_key, environment: ACME_API_KEY}
sources:
  - {document: guide.txt, lines: 1-20, read_on: 2026-11-20, verified_live: false}
disputes:
  - fact: servers
    readings:
      - {value: api.acme.example, document: guide.txt, lines: "3"}
      - {value: acme.example, document: site.txt}
    taken: api.acme.example
    reason: The guide's own sample calls it.
"""
CREDITS = """name: Credits
category: account
method: GET
endpoint: /credits
sources:
  - {document: guide.txt, lines: 30-40, read_on: 2026-11-21, verified_live: true}
disputes:
  - fact: method
    readings:
      - {value: GET, document: guide.txt, lines: "31"}
      - {value: POST, document: site.txt, lines: 7-9}
    taken: GET
    reason: The sample sends it.
"""
OTHER = """name: Credits (site)
category: account
method: POST
endpoint: /credits/all
python_name: site
alternative_of: Credits
sources:
  - {document: site.txt, lines: 7-9, read_on: 2026-11-22, verified_live: false}
"""
QUIET = """name: quiet
title: Quiet
client: Quiet
servers:
  - {url: https://api.quiet.example}
"""


@pytest.fixture(name="ask")
def reviewer(tmp_path, capsys):
    """Asks for the sources of a checkout with these specs, and gives exit status, stdout and stderr."""
    files = {
        "acme/vendor.yaml": VENDOR,
        "acme/apis/credits.yaml": CREDITS,
        "acme/apis/credits_site.yaml": OTHER,
        "quiet/vendor.yaml": QUIET,
    }
    for name, text in files.items():
        path = tmp_path / "specs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "specs" / "quiet" / "apis").mkdir()

    def run(*arguments):
        status = main(["--root", str(tmp_path), "sources", *arguments])
        return status, *capsys.readouterr()

    return run


DISPUTES = """\
VENDOR  RECORD   FACT     WHERE         WHAT
acme    (all)    servers  guide.txt:3   api.acme.example
                          site.txt      acme.example
                          taken         api.acme.example
                          why           The guide's own sample calls it.
                          spec          specs/acme/vendor.yaml:11
acme    Credits  method   guide.txt:31  GET
                          site.txt:7-9  POST
                          taken         GET
                          why           The sample sends it.
                          spec          specs/acme/apis/credits.yaml:8
"""
EVERYTHING = """
VENDOR  RECORD          SOURCE           READ ON     VERIFIED LIVE
acme    (all)           guide.txt:1-20   2026-11-20  no
acme    Credits         guide.txt:30-40  2026-11-21  yes
acme    Credits (site)  site.txt:7-9     2026-11-22  no

VENDOR  ALTERNATIVE     METHOD        OF
acme    Credits (site)  account.site  Credits
"""


def test_the_table_of_disputes_has_every_reading_and_what_is_taken(ask):
    assert ask() == (0, DISPUTES, "")


def test_all_adds_sources_and_alternatives(ask):
    status, out, _ = ask("--all")

    assert status == 0
    assert out.endswith(EVERYTHING)


def test_one_vendor_alone(ask):
    assert ask("quiet") == (0, "VENDOR  RECORD  FACT  WHERE  WHAT\n", "")
    assert ask("acme")[1] == ask()[1]


def test_json_has_the_same_facts(ask):
    data = json.loads(ask("--json")[1])

    assert list(data) == ["disputes"]
    assert data["disputes"][1] == {
        "vendor": "acme",
        "record": "Credits",
        "fact": "method",
        "readings": [{"place": "guide.txt:31", "value": "GET"}, {"place": "site.txt:7-9", "value": "POST"}],
        "taken": "GET",
        "why": "The sample sends it.",
        "spec": "specs/acme/apis/credits.yaml:8",
    }


def test_json_of_all(ask):
    data = json.loads(ask("--json", "--all")[1])

    assert list(data) == ["disputes", "sources", "alternatives"]
    assert data["sources"][1] == {
        "vendor": "acme",
        "record": "Credits",
        "place": "guide.txt:30-40",
        "read_on": "2026-11-21",
        "verified_live": True,
    }
    assert data["alternatives"] == [
        {
            "vendor": "acme",
            "record": "Credits (site)",
            "python": "account.site",
            "alternative_of": "Credits",
        }
    ]


def test_a_file_takes_the_table(ask, tmp_path):
    file = tmp_path / "disputes.txt"

    assert ask("-o", str(file)) == (0, "", "")
    assert file.read_text(encoding="utf-8") == ask()[1]


def test_an_unknown_vendor_is_refused(ask):
    assert ask("acne") == (2, "", "mediawright-gen: 'acne' is no vendor; specs/ has: acme, quiet\n")


def test_specs_with_problems_are_reported_in_place_of_a_table(ask, tmp_path):
    (tmp_path / "specs" / "acme" / "apis" / "credits.yaml").write_text(CREDITS + "sauces: []\n", encoding="utf-8")

    status, out, err = ask()
    assert (status, out) == (1, "")
    assert "specs/acme/apis/credits.yaml:14:1: unknown-key" in err
