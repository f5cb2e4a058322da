"""Regular expressions of ECMAScript, read by Python."""

import re

import pytest

from mediawright_runtime.ecma import compiled


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("^a$", "a", True),
        ("^a$", "a\n", False),
        (r"^\d$", "٣", False),
        (r"^\w$", "ä", False),
        (r"^\$$", "$", True),
        ("^[$]$", "$", True),
        ("^(?<year>[0-9]{4})$", "2026", True),
        ("^(?<!b)a", "a", True),
        ("^[[a]$", "[", True),
        (r"^[\[a]$", "[", True),
        ("b", "abc", True),
    ],
)
def test_an_expression_means_what_it_means_there(pattern, text, found):
    assert (compiled(pattern).search(text) is not None) is found


def test_no_later_python_warns_of_a_set_in_a_set():
    with pytest.raises(re.error):
        compiled("(")
    assert compiled("[a[b]").pattern == r"[a\[b]"
