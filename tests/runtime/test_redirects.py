"""Following redirects, without a transport."""

import pytest

from mediawright_runtime.redirects import StrayedError, followed, location


def _run(url, onward):
    """Follow a table of where each address points on to."""
    asked = []

    def ask(url):
        asked.append(url)
        yield from ()
        return onward.get(url)

    with pytest.raises(StopIteration) as end:
        next(followed(url, ask))
    return end.value.value, asked


def test_an_address_that_stands_for_itself_is_the_last_one():
    assert _run("https://a/b", {}) == ("https://a/b", ["https://a/b"])


def test_each_address_is_asked_in_turn_and_relative_to_the_one_before():
    last, asked = _run("https://a/b/c", {"https://a/b/c": "d?x", "https://a/b/d?x": "//e/f"})
    assert (last, asked) == ("https://e/f", ["https://a/b/c", "https://a/b/d?x", "https://e/f"])


@pytest.mark.parametrize(
    ("onward", "said"), [("/a", "is behind more than 5 redirects"), ("http://[::1?sign=secret", "which is no address")]
)
def test_what_cannot_be_followed_is_told_without_its_query(onward, said):
    with pytest.raises(StrayedError, match=said) as caught:
        _run("https://h/a", {"https://h/a": onward})
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("status", "headers", "told"),
    [(302, {"location": "/b"}, "/b"), (302, {}, None), (302, {"location": ""}, None), (201, {"location": "/b"}, None)],
)
def test_only_a_redirect_with_a_place_points_on(status, headers, told):
    assert location(status, headers) == told
