"""Comments that allow a finding: where they hold, and what is wrong with them."""

import json

import pytest

from mediawright_generator.check import ERRORS, RULES, check
from mediawright_generator.load import LoadedVendor
from mediawright_generator.load.file import RECORD, VENDOR, parse

HEAD = "name: Paper Boat\ncategory: text_to_video\nmethod: POST\nendpoint: /boat\n"
BAD = "  - {name: mode, type: string, keywords: [std, pro], default: max}"
VENDOR_TEXT = "name: acme\ntitle: Acme\nclient: Acme\nservers: [{url: https://api.acme.example}]\n"


def found(text, file="a.yaml", rules=ERRORS):
    vendor, _ = parse(VENDOR_TEXT.encode(), "vendor.yaml", VENDOR)
    located, problems = parse(text.encode(), file, RECORD)
    assert not problems
    problems = check((LoadedVendor(vendor, (located,)),), rules)
    return [f"{each.place.line}:{each.place.column}: {each.rule}" for each in problems if each.severity == "error"]


@pytest.mark.parametrize(
    "body",
    [
        f"{BAD}  # allow: default-outside-enum (the pages say so)",
        f"{BAD} #allow:default-outside-enum(the pages say so)",
        f"  # allow: default-outside-enum (the pages say so)\n{BAD}",
        f"# allow: default-outside-enum (the pages say so)\n\n  # as read in May\n{BAD}",
        f"{BAD}  # as read in May  # allow: default-outside-enum (the pages (all of them) say so)",
        f"{BAD.replace('mode', 'max', 1)}  # allow: default-outside-enum, unknown-label (so)".replace(
            "default:", "labels: {x: X}, default:"
        ),
    ],
)
def test_a_finding_is_allowed_on_its_line(body):
    assert found(f"{HEAD}api_body:\n{body}\n") == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (f"{BAD}\n  # allow: default-outside-enum (late)", ["6:63: default-outside-enum", "7:3: unused-allow"]),
        (f"{BAD}  # allow: default-outside-enum", ["6:69: allow-without-reason"]),
        (f"{BAD}  # allow: default-outside-enum ()", ["6:69: allow-without-reason"]),
        (f"{BAD}  # allow: default-outside-enm (so)", ["6:69: unknown-rule-in-allow"]),
        (f"{BAD}  # allow: unknown-key (so)", ["6:63: default-outside-enum", "6:69: unknown-rule-in-allow"]),
        (f"{BAD}  # allow: (so)", ["6:63: default-outside-enum", "6:69: unknown-rule-in-allow"]),
    ],
)
def test_what_is_wrong_with_an_allow_is_told(body, told):
    assert found(f"{HEAD}api_body:\n{body}\n") == told


@pytest.mark.parametrize(
    "description",
    [
        "'see # allow: default-outside-enum (so)'",
        "|\n  One line.\n  # allow: default-outside-enum (so)\n",
        "'one\n\n  # allow: default-outside-enum (so)\n\n  more'",
    ],
)
def test_text_that_looks_like_an_allow_is_none(description):
    assert found(f"{HEAD}description: {description}\n") == []


def test_behind_the_sign_of_a_block_an_allow_may_stand():
    assert found(f"{HEAD}description: |  # allow: default-outside-enum (so)\n  Text.\n") == ["5:17: unused-allow"]


def test_where_a_rule_was_not_asked_its_allow_is_not_unused():
    text = f"{HEAD}api_body:\n{BAD.replace('max', 'pro')}  # allow: default-outside-enum (so)\n"
    others = tuple(rule for rule in RULES if rule.id != "default-outside-enum")
    assert found(text, rules=others) == []


def test_without_the_source_documents_an_allow_of_a_rule_on_them_is_not_unused():
    text = f"{HEAD}description: A boat.  # allow: lines-outside-document (so)\n"
    assert found(text) == []


def test_problems_of_reading_cannot_be_allowed():
    _, problems = parse(f"{HEAD}colour: red  # allow: unknown-key (so)\n".encode(), "a.yaml", RECORD)
    assert [each.rule for each in problems] == ["unknown-key"]


def as_json(*allows):
    parameter = {"name": "mode", "type": "string", "keywords": ["std"], "default": "max"}
    record = {"name": "Paper Boat", "category": "text_to_video", "method": "POST", "endpoint": "/boat"}
    return json.dumps({"$schema": "record.json", **record, "api_body": [parameter], "x-allow": list(allows)}, indent=1)


@pytest.mark.parametrize(
    ("allow", "told"),
    [
        ({"at": "/api_body/0/default", "rule": "default-outside-enum", "reason": "so"}, []),
        ({"at": "/api_body/0/default", "rule": "default-outside-enum"}, ["18:3: allow-without-reason"]),
        (
            {"at": "/api_body/1", "rule": "default-outside-enum", "reason": "so"},
            ["14:15: default-outside-enum", "18:3: unused-allow"],
        ),
    ],
)
def test_a_json_file_allows_by_pointer(allow, told):
    assert found(as_json(allow), "a.json") == told


def test_a_misspelt_allow_in_json_is_told_at_its_key():
    text = as_json({"pointer": "/api_body/0", "rule": "default-outside-enum", "reason": "so"})
    _, problems = parse(text.encode(), "a.json", RECORD)
    assert [str(each).split("; ")[0] for each in problems] == [
        "a.json:19:4: unknown-key: x-allow[0] has the unknown key 'pointer'"
    ]
