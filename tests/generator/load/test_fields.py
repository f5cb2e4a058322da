import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediawright_generator.load.file import RECORD, VENDOR, parse

HEAD = "name: Paper Boat\ncategory: text_to_video\nmethod: POST\nendpoint: /boat\n"


def record(text):
    located, problems = parse((HEAD + text).encode(), "a.yaml", RECORD)
    assert problems == ()
    return located.model


def parameter(text):
    return record(f"api_body:\n  - {text}\n").api_body[0]


def test_values_of_a_string_parameter_are_the_source_text():
    """Unquoted 16:9, off, True, 1 and 1e3 reach the wire as the text that stands there."""
    values = "[16:9, off, True, 1, 1e3, 012, null, ~, '2']"
    read = parameter(f"{{name: p, type: string, keywords: {values}, default: 1e3, const: 1}}")
    assert read.keywords == ("16:9", "off", "True", "1", "1e3", "012", "null", "~", "2")
    assert (read.default, read.const) == ("1e3", "1")


def test_where_nothing_stands_a_string_parameter_has_no_value_and_that_is_told():
    text = f"{HEAD}api_body:\n  - {{name: p, type: string, default: , const: }}\n"
    located, problems = parse(text.encode(), "a.yaml", RECORD)
    assert [(each.rule, each.place.column) for each in problems] == [("empty-value", 38), ("empty-value", 47)]
    assert (located.model.api_body[0].default, located.model.api_body[0].const) == (None, None)


@pytest.mark.parametrize(
    ("kind", "values", "read"),
    [
        ("integer", "[5, 012, 0x10]", (5, 12, 16)),
        ("number", "[5, 0.5, 1e3]", (5, 0.5, 1000.0)),
        ("boolean", "[true, False]", (True, False)),
    ],
)
def test_values_of_other_parameters_follow_yaml(kind, values, read):
    assert parameter(f"{{name: p, type: {kind}, keywords: {values}}}").keywords == read


def test_values_of_an_array_of_strings_are_the_source_text():
    for items in ("string", "{type: string, keywords: [off]}"):
        read = parameter(f"{{name: p, type: array, items: {items}, keywords: [1, off], default: [1, 16:9]}}")
        assert (read.keywords, read.default) == (("1", "off"), ("1", "16:9"))
    assert read.items.keywords == ("off",)


def test_values_of_an_array_of_integers_follow_yaml():
    assert parameter("{name: p, type: array, items: integer, default: [1, 2]}").default == (1, 2)


def test_keys_of_labels_are_text():
    assert parameter("{name: p, type: integer, labels: {1: Ann, off: Bob, ~: Eve}}").labels == {
        "1": "Ann",
        "off": "Bob",
        "~": "Eve",
    }


RULES = """api_body:
  - {name: ratio, wire_name: r, type: string}
  - {name: seed, type: integer}
rules:
  - {when: {ratio: 16:9, seed: 7}, then: {ratio: [off, 1], seed: {maximum: 012}}}
"""


def test_values_in_rules_are_read_as_their_parameter_has_them():
    rule = record(RULES).rules[0]
    assert rule.when == {"ratio": ("16:9",), "seed": (7,)}
    assert rule.then["ratio"] == ("off", "1")
    assert rule.then["seed"].maximum == 12


EXAMPLE = """api_body:
  - {name: ratio, wire_name: r, type: string}
  - {name: seed, type: integer}
  - {name: tags, type: array, items: string}
  - {name: page, in: query, type: string}
api_request_demo:
  - query: {page: 1, size: 2}
    header: {X-Count: 3, X-On: off}
    body: {data: {r: 16:9, seed: 012, tags: [1, off], inner: {r: 1e3}, ratio: 1e3, list: [{r: null}]}}
    response: [{body: {code: 0, r: 1e3}}]
"""


def test_values_in_examples_are_read_as_the_parameter_of_that_wire_name_has_them():
    demo = record(EXAMPLE).api_request_demo[0]
    assert demo.query == {"page": "1", "size": 2}
    assert demo.header == {"X-Count": "3", "X-On": "off"}
    inner = {"inner": {"r": "1e3"}, "ratio": 1000.0, "list": ({"r": "null"},)}
    assert demo.body == {"data": {"r": "16:9", "seed": 12, "tags": ("1", "off"), **inner}}
    assert demo.response[0].body == {"code": 0, "r": 1000.0}


def test_documented_values_of_answers_are_read_by_their_type():
    fields = record("api_response: [{name: a, type: string, keywords: [1]}, {name: b, type: integer, keywords: [1]}]\n")
    assert [field.keywords for field in fields.api_response] == [("1",), (1,)]


def test_a_vendor_follows_yaml_but_for_its_answers_text():
    text = """
name: acme
title: Acme
client: Acme
servers: [{url: https://api.acme.example}]
envelope: {code: ok, success: [true, 1, off]}
api_response: [{name: a, type: string, keywords: [1]}]
"""
    located, problems = parse(text.encode(), "vendor.yaml", VENDOR)
    assert problems == ()
    assert located.model.envelope.success == (True, 1, "off")
    assert located.model.api_response[0].keywords == ("1",)


@settings(deadline=None)
@given(st.text())
def test_any_quoted_text_survives_as_a_keyword(text):
    quoted = '"' + "".join(f"\\U{ord(character):08x}" for character in text) + '"'
    assert parameter(f"{{name: p, type: string, keywords: [{quoted}], default: {quoted}}}").keywords == (text,)


WORDS = st.from_regex(r"[A-Za-z0-9.+~]([A-Za-z0-9.+:~-]*[A-Za-z0-9.+~-])?", fullmatch=True)


@settings(deadline=None)
@given(WORDS)
def test_any_word_survives_as_a_keyword_without_quotes(word):
    assert parameter(f"{{name: p, type: string, keywords: [{word}], default: {word}}}").keywords == (word,)


def test_a_removed_value_is_read_as_its_parameter_reads_it():
    body = "api_body: [{name: ratio, type: string}, {name: count, type: integer}]\n"
    entry = "{{parameter: {}, value: {}, since: 2026-01-01, reason: gone}}"
    read = record(
        f"{body}reserved: [{entry.format('ratio', '16:9')}, {entry.format('ratio', '1')}, {entry.format('count', '1')}]"
    )
    assert [each.value for each in read.reserved] == ["16:9", "1", 1]
