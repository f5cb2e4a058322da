"""How long a saving bears a line that brings little, in a time that nobody waits for."""

import pytest

from mediawright_runtime.patience import DribblingError, Patience
from mediawright_runtime.transfer import Trouble

CUT = Trouble("cut")
LARGE = 10**9


class Clock:
    time = 0.0

    def __call__(self):
        return self.time


def _pauses(patience, sizes, total=LARGE, trouble=CUT):
    return [patience.pause(size, total, trouble) for size in sizes]


def test_six_exchanges_without_progress_are_the_end():
    assert _pauses(Patience(0, Clock(), 60), [9] * 6) == [1, 2, 4, 8, 16, None]


@pytest.mark.parametrize(("total", "enough"), [(LARGE, 65_536), (None, 65_536), (5_000, 51)])
def test_enough_bytes_renew_the_patience_and_fewer_do_not(total, enough):
    assert _pauses(Patience(7, Clock(), 60), [7, 7 + enough - 1, 7 + enough, 7 + enough], total) == [1, 2, 1, 2]


def test_what_is_fetched_again_is_no_progress():
    """Promise: going back and forth over the same bytes ends."""
    back_and_forth = [100_000, 0, 100_000, 0, 100_000, 0]
    assert _pauses(Patience(0, Clock(), 60), back_and_forth) == [1, 2, 4, 8, 16, None]


@pytest.mark.parametrize("trouble", [CUT._replace(passing=False), CUT._replace(pause=61)])
def test_what_does_not_pass_soon_is_the_end(trouble):
    assert Patience(0, Clock(), 60).pause(0, None, trouble) is None


def test_the_server_says_how_long_a_pause_is_at_least():
    assert Patience(0, Clock(), 60).pause(0, None, CUT._replace(pause=7)) == 7


@pytest.mark.parametrize(("silence", "borne"), [(5, 60), (300, 300)])
def test_an_answer_that_brings_too_little_is_cut_after_a_minute_or_the_longest_silence(silence, borne):
    clock = Clock()
    patience = Patience(0, clock, silence)
    clock.time = borne
    patience.watch(65_535, None)
    clock.time = borne + 1
    with pytest.raises(DribblingError, match=f"fewer than 65536 bytes came in {borne} s"):
        patience.watch(65_535, None)


def test_an_answer_that_brings_enough_is_borne_for_ever():
    clock = Clock()
    patience = Patience(0, clock, 60)
    for minute in range(1, 1000):
        clock.time = 60 * minute
        patience.watch(65_536 * minute, None)


def test_what_an_answer_brought_before_does_not_count_again():
    """Promise: no server holds a saving for ever by a good beginning."""
    clock = Clock()
    patience = Patience(0, clock, 60)
    for clock.time, size in ((60, 65_536), (120, 131_071)):
        patience.watch(size, None)
    clock.time = 121
    with pytest.raises(DribblingError):
        patience.watch(131_071, None)


def test_time_before_an_answer_does_not_count():
    clock = Clock()
    patience = Patience(0, clock, 60)
    clock.time = 100
    patience.begin(0)
    patience.watch(1, None)
