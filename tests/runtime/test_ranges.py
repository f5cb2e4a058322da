"""What the head of an answer says of a file's bytes."""

import pytest

from mediawright_runtime.ranges import encoding, extent, length, unreadable


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("bytes 5-9/10", (5, 9, 10)),
        ("bytes 5-9/*", (5, 9, None)),
        ("bytes 9-5/10", None),
        ("bytes */10", None),
        ("bytes 0-9/" + "9" * 5000, None),
        ("bytes \u0665-9/10", None),
        ("", None),
    ],
)
def test_a_range_is_read_if_it_makes_sense(said, told):
    """Promise: no header that a server makes up raises."""
    assert extent({"content-range": said}) == told


@pytest.mark.parametrize(
    ("headers", "told"),
    [
        ({"content-length": "17"}, 17),
        ({"content-length": "17", "content-encoding": "Identity"}, 17),
        ({"content-length": "17", "content-encoding": "gzip"}, None),
        ({"content-length": "\u00b2"}, None),
        ({"content-length": "9" * 5000}, None),
        ({}, None),
    ],
)
def test_a_length_is_that_of_the_file_or_unknown(headers, told):
    assert length(headers) == told


@pytest.mark.parametrize(
    ("said", "travels", "refused"),
    [
        ("IDENTITY", None, None),
        ("", None, None),
        ("GZip", "gzip", None),
        ("br", "br", "br"),
        ("gzip, br",) + ("gzip, br",) * 2,
    ],
)
def test_an_encoding_is_told_however_it_is_written(said, travels, refused):
    headers = {"content-encoding": said}
    assert (encoding(headers), unreadable(headers)) == (travels, refused)
