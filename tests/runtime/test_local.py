"""Pieces of what a caller gives itself."""

import asyncio

import pytest

from mediawright_runtime.driver import AsyncDriver, Driver
from mediawright_runtime.local import Held, spelled_out
from mediawright_runtime.pieces import Pieces


def run(kind, steps):
    return Driver(None).run(steps) if kind == "sync" else asyncio.run(AsyncDriver(None).run(steps))


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_piece_of_what_is_at_hand(kind):
    pieces = Pieces()
    run(kind, Held(b"0123456789").read(pieces, 2, 5))
    assert (pieces.size, pieces.at(2, 9), pieces.at(0, 1)) == (10, b"234", b"")


def test_data_addresses():
    assert spelled_out("data:image/png;base64,aGk=") == b"hi"
    assert spelled_out("data:text/plain,h%69") == b"hi"
    with pytest.raises(ValueError, match="comma"):
        spelled_out("data:image/png;base64")
