import pytest

from mediawright_generator.load.nodes import ListNode, ScalarNode
from mediawright_generator.load.scalars import core_value, is_unbounded_number, source_text, value_of
from mediawright_generator.problems import Place


def scalar(text, *, plain=True):
    return ScalarNode(Place("a.yaml"), text, plain=plain)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *((text, None) for text in ("", "~", "null", "Null", "NULL")),
        *((text, True) for text in ("true", "True", "TRUE")),
        *((text, False) for text in ("false", "False", "FALSE")),
        *((text, text) for text in ("yes", "No", "on", "off", "16:9", "1_000", "2026-11-20", "0b1", "1.2.3", "nUll")),
        *(("0", 0), ("-0", 0), ("+5", 5), ("012", 12), ("0o14", 12), ("0xfF", 255)),
        *((".5", 0.5), ("5.", 5.0), ("1e3", 1000.0), ("-1.5E-2", -0.015)),
    ],
)
def test_a_plain_scalar_follows_the_core_schema(text, value):
    assert core_value(text) == value
    assert type(core_value(text)) is type(value)


def test_a_quoted_scalar_is_text():
    assert [value_of(scalar(text, plain=False)) for text in ("", "5", "true")] == ["", "5", "true"]


@pytest.mark.parametrize("text", [".inf", "-.INF", ".nan", "1e999", "9" * 65, "0x" + "f" * 65, "0o" + "7" * 65])
def test_a_number_that_json_cannot_carry_is_known_as_one(text):
    assert is_unbounded_number(scalar(text))
    assert not is_unbounded_number(scalar(text, plain=False))


@pytest.mark.parametrize("text", ["5", "1e3", "inf", "nan", "x" * 99])
def test_other_scalars_are_not(text):
    assert not is_unbounded_number(scalar(text))


@pytest.mark.parametrize("text", ["16:9", "off", "1e3", "True", "012", "1", "null", "~"])
def test_source_text_is_the_text_that_stands_there(text):
    both = source_text(ListNode(Place("a.yaml"), (scalar(text), scalar(text, plain=False))))
    assert [value_of(item) for item in both.items] == [text, text]


def test_where_nothing_stands_source_text_is_null():
    assert value_of(source_text(scalar(""))) is None
    assert value_of(source_text(scalar("", plain=False))) == ""
