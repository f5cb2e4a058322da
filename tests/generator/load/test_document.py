import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mediawright_generator.load import document
from mediawright_generator.load.document import read_document
from mediawright_generator.load.nodes import ListNode, MappingNode, ScalarNode, descend
from mediawright_generator.problems import Place


def read(text):
    return read_document(text.encode(), "a.yaml")


def lines(text):
    return [str(problem).rsplit("; ", 1)[0] for problem in read(text).problems]


def test_a_scalar_is_its_source_text():
    root = read("a: 16:9\nb: off\nc: 012\nd: 'x'\ne:\n").root
    texts = [(entry.key.text, entry.value.text, entry.value.plain) for entry in root.entries]
    assert texts == [("a", "16:9", True), ("b", "off", True), ("c", "012", True), ("d", "x", False), ("e", "", True)]


def test_columns_count_characters_also_after_chinese_text():
    root = read("描述: 纸船 # 注\n参数: {名: 时长, 值: [五, 十]}\n").root
    assert descend(root, ("描述",)).place == Place("a.yaml", 1, 5)
    assert descend(root, ("参数", "值", 1)).place == Place("a.yaml", 2, 20)


def test_a_block_and_a_folded_text_are_text_without_quotes():
    root = read("a: |\n  5\nb: >-\n  true\n").root
    assert [(entry.value.text, entry.value.plain) for entry in root.entries] == [("5\n", False), ("true", False)]


def test_an_alias_repeats_a_value_at_its_own_place():
    root = read("a: &one {b: 1}\nc: *one\n").root
    assert descend(root, ("c", "b")).text == "1"
    assert descend(root, ("c",)).place == Place("a.yaml", 2, 4)


def test_the_first_of_repeated_keys_is_kept():
    document = read("a: 1\nb: 2\na: 3\n")
    assert descend(document.root, ("a",)).text == "1"
    assert lines("a: 1\nb: 2\na: 3\n") == ["a.yaml:3:1: repeated-key: key 'a' stands here again, first in line 1"]


def test_what_was_found_before_a_syntax_error_is_told_too():
    assert [line.split(": ")[1] for line in lines("a: 1\na: 2\nb: [\n")] == ["repeated-key", "bad-yaml"]


def test_an_unclosed_quote_is_told_where_it_opens():
    assert lines("a: 1\nb: 'boat\nc: 2\n")[0].startswith("a.yaml:2:4: bad-yaml: ")


def test_a_file_that_breaks_off_is_told_at_its_last_character():
    assert lines("a: {\n\n")[0].startswith("a.yaml:1:5: bad-yaml: ")


def test_an_alias_inside_its_own_anchor_is_unknown():
    assert lines("a: &a [*a]\n") == ["a.yaml:1:8: unknown-anchor: alias '*a' repeats nothing that stands before it"]


def test_aliases_cannot_blow_a_file_up():
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    assert lines("\n".join(rows)) == ["a.yaml:5:55: oversized-file: aliases make more than 100000 values"]


def test_a_byte_order_mark_does_not_hide_other_problems():
    document = read_document(b"\xef\xbb\xbfa: 1\na: 2\n", "a.yaml")
    assert [problem.rule for problem in document.problems] == ["byte-order-mark", "repeated-key"]


def test_windows_line_ends_count_once():
    assert lines("a: 1\r\n\r\na: 2\r\n") == ["a.yaml:3:1: repeated-key: key 'a' stands here again, first in line 1"]


@pytest.mark.parametrize("text", ["", "# words\n", "---\n", "\n\n"])
def test_nothing_is_an_empty_file(text):
    assert [problem.rule for problem in read(text).problems] == ["empty-file"]


@pytest.mark.parametrize(
    ("text", "place", "rule"),
    [
        ("a:\n\tb: 1\n", "a.yaml:2:1", "tab-for-space"),
        ("描述: b: c\n", "a.yaml:1:6", "bad-yaml"),
        ("a: 1\na: 2\n", "a.yaml:2:1", "repeated-key"),
        ("a: 'x\n", "a.yaml:1:4", "bad-yaml"),
        ("a: 1\n--- \nb: 2\n", "a.yaml:2:1", "several-documents"),
    ],
)
def test_the_parser_in_python_finds_the_same(text, place, rule, monkeypatch):
    monkeypatch.setattr(document, "_LOADER", yaml.SafeLoader)
    assert [(str(problem.place), problem.rule) for problem in read(text).problems] == [(place, rule)]


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_make_a_tree_or_problems(content):
    document = read_document(content, "a.yaml")
    assert isinstance(document.root, (ScalarNode, ListNode, MappingNode)) or document.problems


MARKS = [
    *"[]{}'\"@`~船\n\t\x07\u2028",
    "\r\n",
    "\n  ",
    ": ",
    "- ",
    ", ",
    "&a ",
    "*a",
    "<<",
    "!!int ",
    "!x ",
    "| ",
    "> ",
    "? ",
]
WORDS = st.sampled_from([*MARKS, "--- ", "...", "# ", "%YAML 1.1", "a", "name", "16:9", "off"])


@settings(deadline=None)
@given(st.lists(WORDS).map("".join))
def test_any_words_of_yaml_make_a_tree_or_problems_at_places_of_the_file(text):
    document = read(text)
    rows = text.replace("\r\n", "\n").split("\n")
    assert document.root is not None or document.problems
    for problem in document.problems:
        assert problem.place.line <= len(rows)
        assert problem.place.column <= len(rows[problem.place.line - 1]) + 1


@pytest.mark.parametrize(
    ("text", "place", "rule"),
    [
        ("a: 1\nb:2\nc: 3\n", "2:1", "bad-yaml"),
        ("a: 1\nb\N{FULLWIDTH COLON}2\nc: 3\n", "2:1", "bad-yaml"),
        ("a: 1\n<<<<<<< HEAD\nb: 2\n", "2:1", "bad-yaml"),
        ("a:\n  - {b: 1}\n  {c: 2}\nd: 3\n", "3:3", "bad-yaml"),
        ("a: [1,\nb: 2\nc: 3\n", "1:4", "bad-yaml"),
        ("a:\n  - {b: 1\n  - {b: 2}\n", "2:5", "bad-yaml"),
        ("a: {b: c d: e}\n", "1:11", "bad-yaml"),
        ('a: "boat\nb: {c: "x"}\n', "1:4", "bad-yaml"),
        ("a: 'boat\nb: 2\nc: it's\n", "1:4", "bad-yaml"),
        ("a: 'it's'\n", "1:8", "bad-yaml"),
        ("a: *bold* text\n", "1:4", "bad-yaml"),
        ("a:\n  b: 1\n\tc: 2\n", "3:1", "tab-for-space"),
    ],
)
def test_a_mistake_is_told_where_it_was_made(text, place, rule):
    """Parsers notice a lost quote, bracket or colon lines later; a person looks for where it is missing."""
    assert [line.split(": ")[:2] for line in lines(text)] == [[f"a.yaml:{place}", rule]]


def test_a_quote_that_closes_too_late_is_told_with_the_line_that_closes_it():
    assert lines('a: "boat\nb: 2\nc: "x"\n') == [
        "a.yaml:1:4: bad-yaml: the quote that opens here closes in line 3, and text follows it there"
    ]
