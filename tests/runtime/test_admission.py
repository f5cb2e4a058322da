import itertools

import pytest

from mediawright_runtime.admission import Admission
from mediawright_runtime.errors import ConfigurationError


class Clock:
    now = 0.0

    def entered(self, admission):
        """Run the wait for room until it is over or stands still."""
        steps = admission.enter(lambda: False)
        for step in itertools.islice(steps, 1000):
            self.now += step.seconds
        return self.now


def test_a_refusal_halves_what_may_be_under_way_once_for_all_of_one_moment():
    clock = Clock()
    admission = Admission(8, None, lambda: clock.now)
    for _ in range(8):
        admission.refused(10)
    started = [clock.entered(admission) for _ in range(4)]
    assert started == [10, 10, 10, 10]
    assert admission.enter(lambda: False).send(None).seconds > 0, "the fifth waits"


def test_creates_that_are_taken_widen_again():
    clock = Clock()
    admission = Admission(8, None, lambda: clock.now)
    admission.refused(1)
    for _ in range(50):
        admission.accepted()
    for _ in range(8):
        clock.entered(admission)
    assert clock.now == pytest.approx(1)
    assert admission.under_way == 8


@pytest.mark.parametrize("wish", [1e300, 1e9])
def test_no_vendor_holds_a_batch_for_ever(wish):
    clock = Clock()
    admission = Admission(8, None, lambda: clock.now)
    for _ in range(3):
        admission.refused(wish)
    assert clock.entered(admission) == 3600


def test_a_batch_that_is_over_lets_nothing_more_out():
    admission = Admission(1, None, lambda: 0.0)
    with pytest.raises(StopIteration) as end:
        admission.enter(lambda: True).send(None)
    assert (end.value.value, admission.under_way) == (False, 0)


def test_numbers_that_let_nothing_out_are_refused():
    for concurrency, rate in ((0, None), (True, None), (1, 0), (1, -1.0)):
        with pytest.raises(ConfigurationError, match="is not usable; give"):
            Admission(concurrency, rate, lambda: 0.0)
