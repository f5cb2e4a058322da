"""Pieces of what a caller holds himself."""

import asyncio

import pytest

from mediawright_runtime.driver import AsyncDriver, Driver
from mediawright_runtime.local import Held, LocalFile, spelled_out
from mediawright_runtime.pieces import Pieces, UnreachableError


def run(kind, steps):
    return Driver(None).run(steps) if kind == "sync" else asyncio.run(AsyncDriver(None).run(steps))


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_piece_of_a_file(kind, tmp_path):
    path = tmp_path / "in.bin"
    path.write_bytes(b"0123456789")
    for source in (LocalFile(path), Held(b"0123456789")):
        pieces = Pieces()
        run(kind, source.read(pieces, 2, 5))
        assert (pieces.size, pieces.at(2, 9), pieces.at(0, 1)) == (10, b"234", b"")


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_file_that_is_not_there(kind, tmp_path):
    with pytest.raises(UnreachableError, match="cannot be read \\(No such file or directory\\)"):
        run(kind, LocalFile(tmp_path / "in.bin").read(Pieces(), 0, 1))


def test_data_addresses():
    assert spelled_out("data:image/png;base64,aGk=") == b"hi"
    assert spelled_out("data:text/plain,h%69") == b"hi"
    with pytest.raises(ValueError, match="comma"):
        spelled_out("data:image/png;base64")
