"""Files as the body of a call: what is taken, what is refused, and that what is sent again is the same."""

import io
import os

import httpx
import pytest
from fictional import AsyncOrion, Orion

from mediawright_runtime.errors import InvalidRequestError
from mediawright_runtime.recorder import Answer
from mediawright_runtime.uploads import UnreadableError, read

ORION = (Orion, AsyncOrion)
BODY = bytes(range(256))


class Fspath(os.PathLike):
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "in.png"
    path.write_bytes(BODY)
    return path


def test_a_body_may_be_given_in_many_ways(picture):
    with picture.open("rb") as opened:
        given = [BODY, bytearray(BODY), memoryview(BODY), picture, Fspath(str(picture)), opened, io.BytesIO(BODY)]
        assert [read(each) for each in given] == [BODY] * len(given)


def test_a_file_is_read_from_where_it_stands_and_stays_open():
    opened = io.BytesIO(b"abcd")
    opened.seek(2)
    assert read(opened) == b"cd"
    assert not opened.closed


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("in.png", "is text and no file"),
        (5, "is neither bytes nor a file"),
        (io.StringIO("text"), "reads as text; open it with 'rb'"),
        (Fspath("/no/such/file"), "FileNotFoundError"),
        (Fspath("/"), "IsADirectoryError|PermissionError"),
        (Fspath("a\0b"), "ValueError"),
        (b"", "has no bytes"),
        (io.BytesIO(), "has no bytes"),
    ],
)
def test_what_cannot_be_read_says_why(given, reason):
    with pytest.raises(UnreadableError, match=reason):
        read(given)


def test_a_closed_file_cannot_be_read(picture):
    with picture.open("rb") as opened:
        pass
    with pytest.raises(UnreadableError, match="ValueError: read of closed file"):
        read(opened)


def _upload(content):
    return lambda client: client.files.upload(content=content, file_name="in.png")


@pytest.mark.parametrize("validate", ["strict", "warn", "off"])
@pytest.mark.parametrize("given", ["in.png", io.StringIO("text"), Fspath("/no/such/file")])
def test_what_cannot_be_read_sends_nothing(world_of, given, validate):
    """Promise: zero requests for a body that cannot be read, however little is checked."""
    orion = world_of(ORION)
    with pytest.raises(InvalidRequestError, match="content: ") as caught:
        orion.run(_upload(given), orion.client().with_options(validate=validate))
    assert (caught.value.field, orion.requests) == ("content", [])


def test_what_is_sent_again_is_the_same_to_the_byte(world_of, picture):
    """Promise: a file is read once; what becomes of it later changes nothing that is sent."""
    orion = world_of(ORION)

    def unreached(world, timeout):
        picture.write_bytes(b"other")
        raise httpx.ConnectError("refused")

    orion.answers(unreached, Answer({"identifier": "a"}))
    orion.run(_upload(picture))
    assert [each.content for each in orion.requests] == [BODY, BODY]


def test_an_open_file_is_sent_again_whole(world_of):
    """Promise: the second sending does not begin where the first one ended."""
    orion = world_of(ORION)
    orion.answers(httpx.ConnectError("refused"), Answer({"identifier": "a"}))
    orion.run(_upload(io.BytesIO(BODY)))
    assert [each.content for each in orion.requests] == [BODY, BODY]
