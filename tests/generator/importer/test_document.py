import json

import pytest

from mediawright_generator.importer.document import read_entries
from mediawright_generator.problems import Place

ARRAY = '[\n{\n"name": "A",\n  "id": 1\n},\n{"name": "B"}\n]\n'


def test_entries_know_their_lines_and_values_their_places():
    (first, second), problems = read_entries(ARRAY, "d.json")
    assert problems == ()
    assert (first.values, first.lines) == ({"name": "A", "id": 1}, "2-5")
    assert first.place("id") == Place("d.json", 4, 9)
    assert (second.lines, second.place("id")) == ("6-6", Place("d.json", 6, 1))


def test_array_within_a_larger_document():
    text = f"Words.\nFILE:scripts/c_api_doc_detail.json\n{ARRAY}FILE:router.py\n[1]\n"
    (first, _), problems = read_entries(text, "d.txt")
    assert (problems, first.lines) == ((), "4-7")


def test_byte_order_mark_is_no_part_of_the_array():
    assert len(read_entries("\ufeff" + ARRAY, "d.json")[0]) == 2


def test_no_entries_at_all():
    assert read_entries("[ ]", "d.json") == ((), ())


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("", 1, "expecting an array, or a line FILE:"),
        ("Words only.\n", 1, "expecting an array, or a line FILE:"),
        ("\nFILE:a/c_api_doc_detail.json\nnothing", 2, "expecting an array after this line"),
        ("FILE:a/c_api_doc_detail.json\n[]\nFILE:b/c_api_doc_detail.json\n[]", 3, "a second array is announced"),
        ('[{"a": 1}\n{"a": 2}]', 2, "expecting ',' or ']'"),
        ('[{"a": 1},\n5]', 2, "expecting an object"),
        ('[\n{"a": }]', 2, "Expecting value"),
        ('[\n{"a": 1,\n"a": 2}]', 2, "the key 'a' is repeated"),
        ('[{"a": NaN}]', 1, "NaN is not a JSON value"),
        ('[\n{"a": "\\ud800"}]', 2, "surrogates not allowed"),
        ('[{"a": 1}] more', 1, "expecting nothing after the array"),
        ("[" * 100_000, 1, "recursion"),
        ('[{"a": 1},', 1, "Expecting value"),
    ],
)
def test_document_that_cannot_be_read(text, line, what):
    """Whatever the file holds, there is one line with a place, and no entry."""
    entries, (problem,) = read_entries(text, "d.json")
    assert entries == ()
    assert (problem.place.line, problem.rule) == (line, "unreadable-document")
    assert what in problem.what


def test_values_do_not_change():
    (entry,), _ = read_entries(json.dumps([{"a": [1, [2]]}]), "d.json")
    assert entry.values["a"] == (1, (2,))
