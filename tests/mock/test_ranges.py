"""Parts of files as RFC 9110 has them."""

import pytest

from mediawright_mock.messages import Request
from mediawright_mock.ranges import in_parts

FILE = bytes(range(100))


def ask(method="GET", **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return in_parts(Request(method, "/f", (), named), FILE, "video/mp4", 1_700_000_000.0)


@pytest.mark.parametrize(
    ("asked", "part", "told"),
    [
        ("bytes=0-9", FILE[:10], "bytes 0-9/100"),
        ("bytes=90-", FILE[90:], "bytes 90-99/100"),
        ("bytes=90-1000", FILE[90:], "bytes 90-99/100"),
        ("bytes=-5", FILE[95:], "bytes 95-99/100"),
        ("bytes=-1000", FILE, "bytes 0-99/100"),
        ("bytes=99-99", FILE[99:], "bytes 99-99/100"),
    ],
)
def test_a_part_is_what_was_asked_for(asked, part, told):
    answer = ask(range=asked)
    assert (answer.status, answer.body, answer.headers["Content-Range"]) == (206, part, told)


@pytest.mark.parametrize("asked", ["bytes=100-", "bytes=100-200", "bytes=-0"])
def test_a_part_behind_the_end_cannot_be_had(asked):
    answer = ask(range=asked)
    assert (answer.status, answer.body, answer.headers["Content-Range"]) == (416, b"", "bytes */100")


@pytest.mark.parametrize(
    "asked", ["", "bytes=", "bytes=-", "bytes=9-2", "items=0-9", "bytes=0-1,5-6", "bytes=a-b", "bytes=" + "9" * 5000]
)
def test_what_is_no_range_is_answered_with_the_whole(asked):
    answer = ask(range=asked)
    assert (answer.status, answer.body) == (200, FILE)
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert "Content-Range" not in answer.headers


def test_a_part_is_given_only_of_the_same_file():
    etag = ask().headers["ETag"]
    date = ask().headers["Last-Modified"]
    asked = [ask(range="bytes=1-2", if_range=each).status for each in (etag, date, '"another"', f"W/{etag}")]
    assert asked == [206, 206, 200, 200]
    assert date == "Tue, 14 Nov 2023 22:13:20 GMT"


def test_the_head_is_that_of_the_whole():
    answer = ask("HEAD", range="bytes=0-9")
    assert (answer.status, answer.headers["ETag"]) == (200, ask().headers["ETag"])
