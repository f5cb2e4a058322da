import pytest

from mediawright_generator.importer.leaves import ABSENT, Listed, Words, at, plain, said, same, words


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (1, 1.0, True),
        (True, 1, False),
        (False, 0, False),
        ("1", 1, False),
        (None, ABSENT, False),
        ({"a": (1, 2)}, {"a": (1, 2)}, True),
        ({"a": (1, 2)}, {"a": (2, 1)}, False),
        ({"a": (1,)}, {"a": (True,)}, False),
        ({"a": 1}, {"a": 1, "b": 2}, False),
        (Listed((1, 2)), Listed((2, 1)), True),
        (Listed((1,)), Listed((True,)), False),
        (words("a b"), words(words("a b").digest), True),
        (words("a b"), words("a c"), False),
    ],
)
def test_same(one, other, expected):
    assert same(one, other) is expected
    assert same(other, one) is expected


def test_words_that_were_not_kept_are_other_words():
    kept = words(words("Say it.").digest)
    assert kept == Words(kept.digest)
    assert (said(kept), plain(kept)) == ("in other words", kept.digest)
    assert (said(words("Say it.")), plain(words("Say it."))) == ("'Say it.'", "Say it.")


def test_long_words_are_shortened():
    assert len(said(words("so " * 200))) == 160


def test_values_in_messages():
    value = {"keywords": Listed(("a", "b")), "default": ("a",), "open": True, "gone": ABSENT}
    assert said(value) == "{keywords: ['a', 'b'], default: ['a'], open: True, gone: nothing}"


def test_what_is_nowhere_is_absent():
    assert at({"a": {"b": None}}, ("a", "b")) is None
    assert at({"a": {"b": None}}, ("a", "b", "c")) is ABSENT
    assert at({}, ("a",)) is ABSENT
