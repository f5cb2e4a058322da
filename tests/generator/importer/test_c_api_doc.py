"""Whole documents: all problems in one run, and nothing half imported."""

import json
from pathlib import Path

import pytest

from mediawright_generator.importer import import_c_api_doc, import_file, record_text
from mediawright_generator.spec.naming import slug

PROMPT = {"name": "prompt", "type": "string"}


def test_every_entry_becomes_a_record(imported, entry):
    outcome = imported(entry(PROMPT), entry(PROMPT, name="Easel 3.0"))
    assert [record.name for record in outcome.records] == ["Easel 2.0", "Easel 3.0"]


def test_empty_document_has_no_records(imported):
    outcome = imported()
    assert (outcome.records, outcome.unplaced, outcome.problems) == ((), (), ())


@pytest.mark.parametrize("name", ["Easel 2.0", "easel-2-0"])
def test_repeated_name_is_refused(imported, entry, name):
    """The vendor's own router refuses it too; nothing of the document is imported."""
    outcome = imported(entry(), entry(name="Other"), entry(name=name))
    assert outcome.records == ()
    (problem,) = outcome.problems
    assert str(problem) == (
        f"paintbox.json:20:11: repeated-name: {name!r} is the second entry for 'Easel 2.0'; "
        "rename or remove one of them"
    )


@pytest.mark.parametrize(
    ("changes", "line", "what"),
    [
        ({"name": 5}, 4, "name of 5 is 5: Input should be a valid string"),
        ({"method": "SEND"}, 5, "method of 'Easel 2.0' is 'SEND': Input should be 'GET'"),
        ({"endpoint": ...}, 2, "endpoint of 'Easel 2.0' is"),
        ({"api_body": "{"}, 7, "api_body of 'Easel 2.0' is '{': is not JSON: Expecting property name"),
        ({"api_body": '{"a": 1, "a": 2}'}, 7, "is not JSON: the key 'a' is repeated"),
        ({"api_body": []}, 7, "api_body of 'Easel 2.0' is ()"),
        ({"api_body": {"category": []}}, 7, "api_body.category.0 of 'Easel 2.0' is (): Field required"),
        ({"created_at": "13/13/2026"}, 9, "created_at of 'Easel 2.0' is '13/13/2026': is not a date as day/month/year"),
        ({"status": "on"}, 9, "status of 'Easel 2.0' is 'on': Input should be a valid integer"),
    ],
)
def test_wrong_shape(imported, entry, changes, line, what):
    outcome = imported(entry(**changes))
    (problem,) = outcome.problems
    assert outcome.records == ()
    assert (problem.place.line, problem.rule) == (line, "wrong-shape")
    assert what in problem.what


@pytest.mark.parametrize("kind", ["picture", "array<array<string>>", "array<picture>", "", None])
def test_unknown_type(imported, entry, kind):
    (problem,) = imported(entry({"name": "prompt", "type": kind})).problems
    assert problem.what.startswith("api_body.category.0.list.0.type of 'Easel 2.0' is")


@pytest.mark.parametrize(
    ("documented", "name", "items"),
    [
        ("array<string>", "array", "string"),
        ("List<int>", "array", "integer"),
        ("string[]", "array", "string"),
        ("array", "array", None),
        ("Float", "number", None),
        ("bool", "boolean", None),
    ],
)
def test_spellings_of_types(record, entry, documented, name, items):
    (parameter,) = record(entry({"name": "x", "type": documented})).api_body
    assert (parameter.type, parameter.items and parameter.items.type) == (name, items)


def test_all_problems_come_in_one_run(imported, entry):
    outcome = imported(entry(status="on"), entry({"name": "a", "type": "?"}, {"name": "b", "type": "?"}, name="B"))
    assert len(outcome.problems) == 3


def test_unreadable_document(vendor):
    outcome = import_c_api_doc("[", vendor, "paintbox.json", "2026-11-20")
    assert outcome.records == ()
    assert str(outcome.problems[0]).startswith("paintbox.json:1:2: unreadable-document: ")


def test_file_that_is_not_text(vendor, tmp_path):
    file = tmp_path / "paintbox.json"
    file.write_bytes(b"[\n\xff]")
    (problem,) = import_file(file, vendor, "2026-11-20").problems
    assert str(problem).startswith("paintbox.json:2:1: unreadable-document: the document is not UTF-8")


def test_file_is_cited_by_its_name(vendor, tmp_path, entry):
    file = tmp_path / "paintbox.json"
    file.write_text(json.dumps([entry()]), encoding="utf-8")
    (record,) = import_file(file, vendor, "2026-11-20").records
    assert record.sources[0].document == "paintbox.json"


def test_small_document_as_vendors_publish_it(vendor):
    """Strings of JSON in JSON, a copy of the example among the codes, captions, nulls: as it comes."""
    text = Path(__file__).with_name("paintbox.txt").read_text(encoding="utf-8")
    outcome = import_c_api_doc(text, vendor, "paintbox.txt", "2026-11-20")
    assert outcome.problems == ()
    assert [(line.place.line, line.record, line.field, line.text) for line in outcome.unplaced] == [
        (15, "Easel 2.0", "api_body.style", "Costs 2 credits more when it is oil.")
    ]
    golden = Path(__file__).with_name("golden")
    for record in outcome.records:
        assert record_text(record) == (golden / f"{slug(record.name)}.yaml").read_text(encoding="utf-8")
