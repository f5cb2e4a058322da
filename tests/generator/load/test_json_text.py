"""Specs in JSON: the same values as in YAML, places of their own, and one line for what is no JSON."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediawright_generator.check import RULES, check
from mediawright_generator.load import load
from mediawright_generator.load.document import read_document
from mediawright_generator.load.file import RECORD, parse
from mediawright_generator.load.json_text import read_json
from mediawright_generator.load.nodes import ListNode, MappingNode
from mediawright_generator.load.scalars import value_of

HEAD = '{"name": "Paper Boat", "category": "text_to_video", "method": "POST", "endpoint": "/boat"'
FIXTURES = Path(__file__).parents[2] / "rules"
NUMBERS = st.integers(-(2**40), 2**40) | st.floats(allow_nan=False, allow_infinity=False)
SCALARS = st.none() | st.booleans() | NUMBERS | st.text()
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3)
)


def told(text):
    _, problems = parse(text.encode(), "a.json", RECORD)
    return [str(each).removeprefix("a.json:").split("; ")[0] for each in problems]


def plain(node):
    if isinstance(node, MappingNode):
        return {entry.key.text: plain(entry.value) for entry in node.entries}
    return [plain(item) for item in node.items] if isinstance(node, ListNode) else value_of(node)


@settings(max_examples=200)
@given(VALUES, st.sampled_from([None, 1, "\t"]))
def test_every_value_of_json_is_read_as_json_has_it(value, indent):
    text = json.dumps(value, indent=indent, ensure_ascii=indent is None)
    found = read_json(text, "a.json", 32)
    assert found.problems == ()
    assert json.dumps(plain(found.root)) == json.dumps(value)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('{"a": 1,}', "1:9: bad-json: expecting property name enclosed in double quotes"),
        ('{"图": 1 2}', "1:9: bad-json: expecting ',' delimiter"),
        ('{\r\n\t"a": tru}', "2:7: bad-json: expecting value"),
        ('{"a": "b', "1:7: bad-json: unterminated string starting"),
        ("{}\n{}", "2:1: bad-json: extra data"),
        ("[" * 40 + "]" * 40, "1:33: oversized-file: values nest deeper than 32 levels"),
        ("[" * 100_000, "1:33: oversized-file: values nest deeper than 32 levels"),
        ("", "1:1: empty-file: the file says nothing"),
        ("[1]", "1:1: wrong-type: the operation is a list where a mapping is expected"),
        ("7", "1:1: wrong-type: the operation is 7 where a mapping is expected"),
        (f'{HEAD}, "name": "Two"}}', "1:92: repeated-key: key 'name' stands here again, first in line 1"),
        (f'{HEAD}, "id": NaN}}', "1:98: unbounded-number: id is .nan, a number that JSON cannot carry"),
        (f'{HEAD}, "id": 1e999}}', "1:98: unbounded-number: id is 1e999, a number that JSON cannot carry"),
        (f'{HEAD}, "title": "\\ud800"}}', "1:101: control-character: character '\\ud800' is half of one"),
        (f'{HEAD}, "titel": "x"}}', "1:92: unknown-key: the operation has the unknown key 'titel'"),
    ],
)
def test_what_is_no_json_and_what_is_no_record_is_told_in_one_line(text, line):
    assert told(text) == [line]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places_count_lines_as_editors_do(end):
    assert told(f'{HEAD},{end}\t"status":{end}\t\t"图"{end}}}') == [
        "3:3: wrong-type: status is '图' where a whole number is expected"
    ]


def findings(root, text, ending):
    apis = root / "specs" / "acme" / "apis"
    apis.mkdir(parents=True, exist_ok=True)
    vendor = (FIXTURES / "base" / "acme" / "vendor.yaml").read_text(encoding="utf-8")
    (root / "specs" / "acme" / "vendor.yaml").write_text(vendor, encoding="utf-8")
    task = (FIXTURES / "base" / "acme" / "apis" / "task_result.yaml").read_text(encoding="utf-8")
    (apis / "task_result.yaml").write_text(task, encoding="utf-8")
    (apis / f"paper_boat{ending}").write_text(text, encoding="utf-8")
    vendors, problems = load(root / "specs", root)
    found = (*problems, *check(vendors, RULES))
    return sorted((each for each in found if "paper_boat" in each.place.file), key=lambda each: (each.rule, each.what))


ABOUT_YAML = {"bad-yaml", "tab-for-space", "repeated-key", "merge-key", "unknown-anchor", "tag", "key-without-text"}
ABOUT_YAML |= {"several-documents", "empty-file", "oversized-file", "not-utf-8", "byte-order-mark", "control-character"}
ABOUT_YAML |= {"unbounded-number", "empty-value"}


ABOUT_YAML |= {"unused-allow", "unknown-rule-in-allow", "allow-without-reason"}
ABOUT_YAML |= {"unknown-document", "lines-outside-document", "copied-description"}  # of source documents
BAD = [path for path in sorted(FIXTURES.glob("*/bad.yaml")) if path.parent.name not in ABOUT_YAML]


@pytest.mark.parametrize("bad", BAD, ids=lambda path: path.parent.name)
def test_a_record_rewritten_as_json_has_the_same_findings_at_places_of_its_own(bad, tmp_path):
    """Whoever keeps specs as JSON is told the same."""
    text = bad.read_text(encoding="utf-8")
    in_yaml = findings(tmp_path / "yaml", text, ".yaml")
    assert in_yaml
    rewritten = json.dumps(plain(read_document(text.encode(), "a.yaml").root), ensure_ascii=False, indent=1)
    in_json = findings(tmp_path / "json", rewritten, ".json")
    assert [(each.rule, each.what) for each in in_json] == [(each.rule, each.what) for each in in_yaml]
    lines = rewritten.splitlines()
    for one, other in zip(in_json, in_yaml, strict=True):
        assert one.place.file == other.place.file.replace(".yaml", ".json")
        start = text.splitlines()[other.place.line - 1][other.place.column - 1 :].lstrip("'\"")[:3]
        assert lines[one.place.line - 1][one.place.column - 1 :].lstrip("'\"")[:1] in {start[:1], "{", "["}
