"""Files are read as JSON and YAML 1.2 mean them, and every value has its place."""

import pytest

from mediawright_generator.importer.openapi.document import UnreadableError, read_document


def test_yaml_1_1_traps_stay_text():
    tree = read_document(b"on: off\nratio: 16:9\nday: 2024-01-01\nyes: no\ncodes:\n  200: ok\n", "a.yaml").tree
    assert tree == {"on": "off", "ratio": "16:9", "day": "2024-01-01", "yes": "no", "codes": {"200": "ok"}}


def test_plain_scalars_are_read_by_their_type_and_quoted_ones_are_text():
    assert read_document(b'a: true\nb: "true"\nc: 1.5\nd: "1"\ne:\n', "a.yaml").tree == {
        "a": True, "b": "true", "c": 1.5, "d": "1", "e": None,
    }  # fmt: skip


def test_aliases_and_merge_keys_are_written_out():
    text = b"base: &base {a: 1, b: 2}\none: *base\ntwo:\n  <<: *base\n  b: 3\n"
    tree = read_document(text, "a.yaml").tree
    assert (tree["one"], tree["two"]) == ({"a": 1, "b": 2}, {"a": 1, "b": 3})


def test_an_alias_of_what_holds_it_ends():
    assert read_document(b"a: &a\n  b: *a\n", "a.yaml").tree == {"a": {"b": None}}


def test_a_repeated_key_is_noted_with_its_place():
    document = read_document(b"a: 1\nb: 2\na: 3\n", "a.yaml")
    assert document.tree["a"] == 3
    assert [(each.pointer, str(each.place)) for each in document.repeated] == [(("a",), "a.yaml:3:1")]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"a:\n  b:\n    - c\n    - {d: e}\n", "f:4:11"),
        (b'{\n "a": {"b": ["c",\n  {"d": "e"}]}}', "f:3:9"),
        ('{"ä": ["日本", "x"], "a": {"b": [1, {"d": "e"}]}}'.encode(), "f:1:41"),
    ],
)
def test_a_value_has_its_place(content, place):
    assert str(read_document(content, "f").place(("a", "b", "1", "d"))) == place


def test_what_stands_nowhere_is_where_the_value_around_it_is():
    assert str(read_document(b'{"a": {"b": 1}}', "f").place(("a", "c", "d"))) == "f:1:7"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a: [1,\nb: 2", "f:3:1: unreadable-document"),
        (b"a: \xff", "f:1:1: unreadable-document: the document is not UTF-8"),
        (b'{"a": 1,\n "b" 2}', "f:2:6: unreadable-document"),
    ],
)
def test_an_unreadable_file_is_one_line_with_a_place(content, said):
    with pytest.raises(UnreadableError) as caught:
        read_document(content, "f")
    assert str(caught.value).startswith(said)
