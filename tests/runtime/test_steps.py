"""What a flow asks of its driver, and what it takes for an answer."""

import threading

import pytest

from mediawright_runtime.steps import Acquire, at_hand, enter, exchange, fetch, work


def _given_back(flow, answer):
    """Answer the only step of a flow, and give what the flow ends with."""
    with pytest.raises(StopIteration) as ended:
        flow.send(answer)
    return ended.value.value


def test_what_is_known_already_is_given_without_a_step():
    with pytest.raises(StopIteration) as ended:
        next(at_hand("known"))
    assert ended.value.value == "known"


def test_slow_work_is_left_to_the_driver():
    done = []
    flow = work(lambda: done.append("done") or "value")
    step = next(flow)
    assert done == []
    step.act()
    assert (_given_back(flow, None), done) == ("value", ["done"])


def test_a_driver_that_mistakes_a_step_is_told():
    """It would be taken for an answer far from here."""
    for flow, mistaken, step in ((exchange(None, None), None, "Send"), (fetch(None), "body", "Fetch")):
        next(flow)
        with pytest.raises(TypeError, match=f"back for {step}"):
            flow.send(mistaken)


def test_a_lock_that_is_got_is_no_failure():
    lock = threading.Lock()
    flow = enter(lock, 7)
    assert next(flow) == Acquire(lock, 7)
    assert _given_back(flow, None) is None


def test_a_lock_that_is_not_got_in_time_is_a_failure():
    """Promise: nobody goes on without the lock that others have, and nothing is said to have been sent."""
    flow = enter(threading.Lock(), 7)
    late = _given_back(flow, next(flow).too_late())
    assert (late.delivered, type(late.error)) == ("no", TimeoutError)
    assert late.reason.endswith("this client's other calls left no room within 7 s")
