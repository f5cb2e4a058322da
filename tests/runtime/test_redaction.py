import pytest
from acme_world import through_pickle

from mediawright_runtime.redaction import Redaction, one_line, plain, shown


def test_a_message_is_one_line():
    assert one_line("a\r\nb\t c\x0bd") == "a b c d"


def test_a_message_is_capped():
    assert one_line("x" * 1000) == "x" * 297 + "..."


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("see https://cdn.example/a.png?Signature=abc&x=1 now", "see https://cdn.example/a.png?... now"),
        ("https://user:password@cdn.example/a.png", "https://cdn.example/a.png"),
        ("https://user:password@cdn.example/a.png?b#c", "https://cdn.example/a.png?..."),
        ("ftp://user:password@cdn.example/a.png?b#c", "ftp://cdn.example/a.png?..."),
        ("is it https? yes", "is it https? yes"),
    ],
)
def test_addresses_lose_what_may_be_secret(text, line):
    assert one_line(text) == line


def test_a_value_is_shown_as_python_writes_it_and_capped():
    assert shown("7s") == "'7s'"
    assert len(shown("x" * 10_000_000)) == 80
    assert len(shown(list(range(1000)))) == 80


def test_values_are_kept_as_plain_data():
    class Odd:
        def __repr__(self):
            return "<odd>"

    class Text(str):
        __slots__ = ()

    kept = plain({"a": [1, Text("b"), (True, None)], "c": Odd(), 1: 2.5})
    assert kept == {"a": [1, "b", [True, None]], "c": "<odd>", "1": 2.5}
    assert through_pickle(kept) == kept


def test_a_value_that_is_nested_too_deep_is_named_by_its_type():
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    assert shown(deep) == "a list that is nested too deep to show"
    assert plain({"a": deep}) == "a dict that is nested too deep to show"


def test_secrets_are_taken_out_wherever_they_stand():
    redaction = Redaction(("key-12345", "ab"))
    assert redaction.line("bad key key-12345\nfor about") == "bad key *** for about"
    assert redaction.text("key-12345" + "x" * 50, 10) == "***xxxx..."


@pytest.mark.parametrize("spelled", ["ab/cd+efgh", r"ab\/cd+efgh", "ab%2Fcd%2Befgh"])
def test_a_secret_is_taken_out_as_json_and_addresses_spell_it(spelled):
    """Promise: an answer or an address that repeats a key shows it in no spelling."""
    assert Redaction(("ab/cd+efgh",)).line(f"bad key {spelled}!") == "bad key ***!"


def test_secrets_may_come_later_and_one_may_be_a_part_of_another():
    redaction = Redaction(("secret",))
    redaction.learn("secret-token", "abc")
    assert redaction.line("secret-token secret abc") == "*** *** abc"
